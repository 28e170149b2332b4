"""Packs lessons into batches of one size, as compiled code needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from training.tagger.lessons import Lesson
from training.tagger.network import Batch
from training.tagger.vocabulary import Vocabulary
from tui_reader.entities.tagger.decoding import TAGS

TOKENS = 4096
"""Places of a batch."""
_FORMS = 2048
"""Forms of a batch: it closes when it would have more."""


def batches(lessons: Iterable[Lesson], vocabulary: Vocabulary) -> Iterator[tuple[Batch, list[tuple[int, int]]]]:
    """Yield batches, each with first place and length of its lessons; empty places part them."""
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


def _batch(waiting: list[tuple[Lesson, list[int]]], vocabulary: Vocabulary) -> tuple[Batch, list[tuple[int, int]]]:
    rows = np.zeros((_FORMS, vocabulary.rows.shape[1]), np.int32)
    vectors = np.zeros((_FORMS, vocabulary.vectors.shape[1]), np.float32)
    forms = np.zeros(TOKENS, np.int32)
    groups = np.full(TOKENS, TOKENS - 1, np.int32)
    is_token = np.zeros(TOKENS, np.float32)
    targets = np.zeros((TOKENS, TAGS), np.float32)
    targets[:, 0] = 1
    is_soft = np.zeros(TOKENS, np.bool_)
    weights = np.zeros(TOKENS, np.float32)
    places: list[tuple[int, int]] = []
    start = first_group = 0
    all_numbers = np.concatenate([np.array(numbers) for _, numbers in waiting])
    unique, inverse = np.unique(all_numbers, return_inverse=True)
    rows[: len(unique)] = vocabulary.rows[unique]
    vectors[: len(unique)] = vocabulary.vectors[vocabulary.vector_rows[unique]]
    done = 0
    for lesson, numbers in waiting:
        end = start + len(numbers)
        forms[start:end] = inverse[done : done + len(numbers)]
        own = np.array(lesson.groups)
        groups[start:end] = own + first_group
        first_group += int(own.max()) + 1
        is_token[start:end] = 1
        targets[start:end] = lesson.targets
        is_soft[start:end] = lesson.is_soft
        weights[start:end] = lesson.weight
        places.append((start, len(numbers)))
        done += len(numbers)
        start = end + 1
    return Batch(rows, vectors, forms, groups, is_token, targets, is_soft, weights), places
