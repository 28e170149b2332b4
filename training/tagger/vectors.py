"""Takes the static vectors out of a spaCy pipeline, under our own keys."""

from __future__ import annotations

import numpy as np
import spacy

from training.tagger.vocabulary import Vocabulary
from tui_reader.entities.tagger.features import key


def vocabulary_of(path: str) -> Vocabulary:
    """Return a vocabulary with the vectors of a pipeline; row 0 is for forms without one."""
    found = spacy.load(
        path, exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]
    ).vocab
    pairs = [
        (key(found.strings[form]), row + 1)
        for form, row in found.vectors.key2row.items()
        if row >= 0 and form in found.strings
    ]
    keys, first = np.unique(np.array([each for each, _ in pairs], np.uint32), return_index=True)
    places = np.array([row for _, row in pairs], np.uint16)[first]
    data = np.asarray(found.vectors.data, np.float32)
    return Vocabulary(keys, places, np.concatenate([np.zeros_like(data[:1]), data]))
