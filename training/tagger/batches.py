"""Packs lessons into batches of one size, as compiled code needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.tagger.lessons import Lesson
from training.tagger.vocabulary import Vocabulary
from tui_reader.entities.tagger.decoding import TAGS

TOKENS = 4096
"""Places of a batch."""
_FORMS = 2048
"""Forms of a batch: it closes when it would have more."""


class Batch(NamedTuple):
    """Some texts, laid one behind the other with nothing between them but empty places."""

    rows: NDArray[np.int32]
    """Table rows of each form."""
    vectors: NDArray[np.float32]
    """Vector of each form."""
    forms: NDArray[np.int32]
    """Form of each token."""
    groups: NDArray[np.int32]
    """Number of each token's word in its text; the same for its repeats."""
    is_token: NDArray[np.float32]
    """1 for a token, 0 for an empty place."""
    targets: NDArray[np.float32]
    """For each token a share for each tag, or 1 for each that may be right."""
    is_soft: NDArray[np.bool_]
    """Whether a token's targets are shares."""
    weights: NDArray[np.float32]
    """How much each token counts."""


Places = list[tuple[int, int]]
"""First place and length of each lesson of a batch."""


def batches(lessons: Iterable[Lesson], vocabulary: Vocabulary) -> Iterator[tuple[Batch, Places]]:
    """Yield batches with the places of their lessons; empty places part them."""
    waiting: list[tuple[Lesson, list[int]]] = []
    length, known = 0, set[int]()
    for lesson in lessons:
        numbers = vocabulary.of(lesson.forms)
        more = known.union(numbers)
        if waiting and (length + len(numbers) + 1 > TOKENS or len(more) > _FORMS):
            yield _batch(waiting, vocabulary)
            waiting, length, more = [], 0, set(numbers)
        waiting.append((lesson, numbers))
        length += len(numbers) + 1
        known = more
    if waiting:
        yield _batch(waiting, vocabulary)


def _batch(waiting: list[tuple[Lesson, list[int]]], vocabulary: Vocabulary) -> tuple[Batch, Places]:
    """Lay the lessons, with the numbers of their forms, into one batch."""
    rows = np.zeros((_FORMS, vocabulary.rows.shape[1]), np.int32)
    vectors = np.zeros((_FORMS, vocabulary.vectors.shape[1]), np.float32)
    unique, inverse = np.unique(np.concatenate([numbers for _, numbers in waiting]), return_inverse=True)
    rows[: len(unique)] = vocabulary.rows[unique]
    vectors[: len(unique)] = vocabulary.vectors[vocabulary.vector_rows[unique]]

    batch = Batch(
        rows,
        vectors,
        forms=np.zeros(TOKENS, np.int32),
        groups=np.full(TOKENS, TOKENS - 1, np.int32),
        is_token=np.zeros(TOKENS, np.float32),
        targets=np.tile(np.eye(1, TAGS, dtype=np.float32), (TOKENS, 1)),
        is_soft=np.zeros(TOKENS, np.bool_),
        weights=np.zeros(TOKENS, np.float32),
    )
    places: Places = []
    start = first_group = done = 0
    for lesson, numbers in waiting:
        end = start + len(numbers)
        batch.forms[start:end] = inverse[done : done + len(numbers)]
        groups = np.array(lesson.groups)
        batch.groups[start:end] = groups + first_group
        batch.is_token[start:end] = 1
        batch.targets[start:end] = lesson.targets
        batch.is_soft[start:end] = lesson.is_soft
        batch.weights[start:end] = lesson.weight
        places.append((start, len(numbers)))
        first_group += int(groups.max()) + 1
        done += len(numbers)
        start = end + 1
    return batch, places
