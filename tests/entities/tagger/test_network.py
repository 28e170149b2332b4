"""The network does what its weights say, whatever the length of a text."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from tui_reader.entities.tagger.decoding import TAGS
from tui_reader.entities.tagger.features import PROBES, TABLES, rows
from tui_reader.entities.tagger.network import Network
from tui_reader.entities.tagger.weights import Layer, Weights, arrays_of, weights_of

_EMBEDDED, _WIDTH, _PIECES, _WINDOWS = 4, 6, 2, 3
Arrays = dict[str, NDArray[np.float32]]


@pytest.fixture
def params() -> Arrays:
    """Weights of a small network, drawn by lot."""
    chance = np.random.default_rng(1)

    def drawn(*shape: int) -> NDArray[np.float32]:
        return chance.normal(size=shape).astype(np.float32)

    found = {
        "tables": drawn(sum(TABLES.values()), _EMBEDDED),
        "vectors": drawn(5, _EMBEDDED),
        "out.w": drawn(_WIDTH, TAGS),
        "out.b": drawn(TAGS),
    }
    inputs = {"form": (len(TABLES) + 1) * _EMBEDDED, "pool": 2 * _WIDTH}
    inputs |= {f"window{number}": 3 * _WIDTH for number in range(_WINDOWS)}
    for name, size in inputs.items():
        found |= {f"{name}.w": drawn(size, _PIECES * _WIDTH), f"{name}.b": drawn(_PIECES * _WIDTH)}
        found |= {f"{name}.g": drawn(_WIDTH), f"{name}.s": drawn(_WIDTH)}
    return found


@pytest.fixture
def weights(params: Arrays) -> Weights:
    """The same network, as it is stored and read."""
    return weights_of(
        arrays_of(
            params, np.array([7, 9], np.uint32), np.array([1, 2], np.uint16), np.eye(3, 5, dtype=np.float32)
        )
    )


def slowly(weights: Weights, forms: list[str]) -> NDArray[np.float64]:
    """Return what the network should say, word by word, by the definition of each layer."""

    def run(layer: Layer, values: NDArray[np.float64]) -> NDArray[np.float64]:
        most = (values @ layer.weights + layer.bias).reshape(_PIECES, _WIDTH).max(0)
        most = (most - most.mean()) / np.sqrt(most.var() + 1e-5)
        return np.asarray(most * layer.gain + layer.shift)

    def window(layer: Layer, hidden: list[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
        padded = [np.zeros(_WIDTH), *hidden, np.zeros(_WIDTH)]
        return [h + run(layer, np.concatenate(padded[i : i + 3])) for i, h in enumerate(hidden)]

    hidden = []
    for form in forms:
        table = weights.tables.take(rows([form])[0]).reshape(len(TABLES), PROBES, _EMBEDDED).sum(1).ravel()
        vector = weights.vectors.take(np.array([0]))[0]
        hidden.append(run(weights.form, np.concatenate([table, vector])))
    for layer in weights.windows[:-1]:
        hidden = window(layer, hidden)
    repeats = [
        [h for other, h in zip(forms, hidden, strict=True) if other.lower() == form.lower()] for form in forms
    ]
    hidden = [
        h + run(weights.pool, np.concatenate([np.mean(same, 0), np.max(same, 0)]))
        for h, same in zip(hidden, repeats, strict=True)
    ]
    return np.array(window(weights.windows[-1], hidden)) @ weights.out + weights.out_bias


def test_the_fast_way_and_the_plain_way_agree(weights: Weights) -> None:
    forms = ["Akorda", "said", "the", "akorda", "The", "2,000", "\n", "said"]
    assert np.allclose(Network(weights).logits(forms), slowly(weights, forms), atol=1e-3)


def test_a_form_is_remembered_without_a_change(weights: Weights) -> None:
    network = Network(weights)
    first = network.logits(["Astana", "is", "a", "city"])
    network.logits(["Another", "text"])
    assert np.array_equal(network.logits(["Astana", "is", "a", "city"]), first)


def test_a_long_text_goes_through_in_pieces(weights: Weights) -> None:
    forms = [f"w{number % 700}" for number in range(1500)]
    found = Network(weights).logits(forms)
    assert found.shape == (1500, TAGS)
    assert np.allclose(found[[0, 600, 1499]], slowly(weights, forms)[[0, 600, 1499]], atol=1e-3)


def test_eight_bits_lose_little(params: Arrays, weights: Weights) -> None:
    assert np.abs(weights.form.weights - params["form.w"]).max() <= np.abs(params["form.w"]).max() / 127
    assert weights.keys.tolist() == [7, 9]
    assert weights.places.tolist() == [1, 2]


def test_keys_far_apart_are_kept_and_lead_where_they_led(params: Arrays) -> None:
    keys = np.array([0, 7, 2**16 + 6, 2**17 + 6, 2**17 + 7, 2**31, 2**32 - 1], np.uint32)
    places = np.arange(1, 8, dtype=np.uint16)
    stored = weights_of(arrays_of(params, keys, places, np.zeros((8, 5), np.float32)))
    assert np.all(np.diff(stored.keys.astype(np.int64)) > 0)
    leads = stored.places > 0
    assert stored.keys[leads].tolist() == keys.tolist()
    assert stored.places[leads].tolist() == places.tolist()
