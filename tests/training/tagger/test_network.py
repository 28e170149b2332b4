"""What learns in JAX and what runs in numpy say the same; only where JAX is installed."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("jax")

from training.tagger.marking import logits_of
from training.tagger.network import new_params
from training.tagger.vocabulary import Vocabulary
from tui_reader.entities.tagger.decoding import TAGS
from tui_reader.entities.tagger.features import key
from tui_reader.entities.tagger.network import Network
from tui_reader.entities.tagger.weights import arrays_of, weights_of

TEXTS = ["Akorda said no.\nakorda said yes.", "", "Ana Paz left Oslo for 2,000 days."]


def test_jax_and_numpy_agree() -> None:
    chance = np.random.default_rng(1)
    keys = np.sort(np.array([key("said"), key("Oslo")], np.uint32))
    vectors = chance.normal(size=(3, 300)).astype(np.float32)
    vectors[0] = 0
    vocabulary = Vocabulary(keys, np.array([1, 2], np.uint16), vectors)
    params = {name: np.asarray(values) for name, values in new_params(1, TAGS).items()}
    params["pool.g"] = np.ones_like(params["pool.g"])
    network = Network(weights_of(arrays_of(params, keys, vocabulary.places, vectors)))
    for found, rows in logits_of(params, vocabulary, TEXTS):
        assert np.allclose(network.logits(found.forms) if found.forms else rows, rows, atol=0.05)
