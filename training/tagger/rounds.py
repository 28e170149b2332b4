"""The rounds of learning: from a teacher's labels first, then from what the network itself made of them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from training.tagger.batches import Batch, batches
from training.tagger.lessons import Lesson, lessons, with_headline
from training.tagger.marking import logits_of, names_in
from training.tagger.material import PEOPLE, Marked, Source
from training.tagger.network import Params
from training.tagger.silver import cleaned, kinds_of_targets, with_links
from training.tagger.swapping import pools, swapped
from training.tagger.tags import possible_tags
from training.tagger.vocabulary import Vocabulary
from tui_reader.entities.tagger.tokens import Tokens

_NAMES = ("PER", "LOC", "ORG", "OTH")
_OWN_SHARE = 0.5
"""How much the network's own shares count beside the cleaned labels, where no link settles them."""
_SWAPPED_HARD, _SWAPPED_SOFT = 0.5, 0.12
"""Share of names swapped in every other hard lesson, and in all soft ones."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a round learns from."""

    gold: Sequence[Lesson]
    """Lessons with names marked by people."""
    own: Sequence[Lesson]
    """Our own annotation; read three times as often."""
    silver: Sequence[Source]
    """Unmarked texts, with their links if they have any."""
    settled: Mapping[str, str]
    """Kinds of links' targets that were settled by hand."""
    peoples: frozenset[str]
    """Words that name peoples."""


def taught_lessons(material: Material, marks: Sequence[Sequence[Marked]]) -> list[Lesson]:
    """Return the unmarked texts as lessons with a teacher's labels, cleaned up and corrected by links."""
    labels = [cleaned(source.text, names) for source, names in zip(material.silver, marks, strict=True)]
    linked = _linked(material, labels)
    return [lesson for source in linked for lesson in lessons(source, is_complete=True)]


def relabelled_lessons(material: Material, params: Params, vocabulary: Vocabulary) -> list[Lesson]:
    """Return the unmarked texts as lessons with the network's own shares, where no link settles them."""
    found: list[tuple[Tokens, NDArray[np.float32]]] = []
    labels = []
    for source, (each, rows) in zip(
        material.silver,
        logits_of(params, vocabulary, [source.text for source in material.silver]),
        strict=True,
    ):
        found.append((each, _shares(rows)))
        labels.append(cleaned(source.text, names_in(each, rows)))
    kinds = _kinds(material, labels)
    result: list[Lesson] = []
    for source, (each, shares) in zip(_linked(material, labels), found, strict=True):
        hard = possible_tags(each, source, is_complete=True)
        is_settled = _settled_tokens(each, source, kinds)[:, None]
        mixed = np.where(is_settled, hard, (1 - _OWN_SHARE) * hard + _OWN_SHARE * shares)
        result += lessons(source, shares=mixed.astype(np.float16))
    return result


def _linked(material: Material, labels: Sequence[Sequence[Marked]]) -> list[Source]:
    """Return the texts with labels whose ends and kinds are those of their links."""
    kinds = _kinds(material, labels)
    return [
        replace(source, names=with_links(source, names, kinds, material.peoples))
        for source, names in zip(material.silver, labels, strict=True)
    ]


def _kinds(material: Material, labels: Sequence[Sequence[Marked]]) -> dict[str, str]:
    return {**kinds_of_targets(material.silver, labels), **material.settled}


def _shares(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(rows - rows.max(1, keepdims=True))
    shares: NDArray[np.float32] = powers / powers.sum(1, keepdims=True)
    return shares


def _settled_tokens(found: Tokens, source: Source, kinds: Mapping[str, str]) -> NDArray[np.bool_]:
    """Return which tokens a link or the name of a news source covers."""
    settled = np.zeros(len(found.forms), np.bool_)
    links = [(link.start, link.end) for link in source.links if kinds.get(link.target) in _NAMES]
    peoples = [(name.start, name.end) for name in source.names if name.label == PEOPLE]
    for start, end in [*links, *source.outlets, *peoples]:
        settled[np.searchsorted(found.ends, start, "right") : np.searchsorted(found.starts, end)] = True
    return settled


def stream(
    material: Material, silver: Sequence[Lesson], vocabulary: Vocabulary, seed: int
) -> Iterator[Batch]:
    """Yield batches without end, the lessons in another order and a little different in each epoch."""
    chance = random.Random(seed)
    names = pools(silver)

    def varied(lesson: Lesson) -> Lesson:
        is_much = not lesson.is_soft and chance.random() < 0.5
        share = _SWAPPED_HARD if is_much else _SWAPPED_SOFT
        return with_headline(swapped(lesson, names, share, chance), chance)

    for _ in itertools.count():
        order = [*material.gold, *silver, *material.own, *material.own, *material.own]
        chance.shuffle(order)
        for batch, _ in batches(map(varied, order), vocabulary):
            yield batch
