"""The rounds of learning: from a teacher's labels first, then from what the network itself made of them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
from tui_reader.values import replace

_NAMES = ("PER", "LOC", "ORG", "OTH")
_TEACHERS_SHARE, _CLEANED_SHARE, _RAW_SHARE = 0.5, 0.2, 0.3
"""How much the teacher, the network after the clean-up and the network alone count."""
_OWN_TIMES = 9
"""How often our own annotation is read while all else is read once."""
Labels = Sequence[Sequence[Marked]]
"""The names of each text."""
_SWAPPED_HARD, _SWAPPED_SOFT = 0.5, 0.2
"""Share of names swapped in every other hard lesson, and in all soft ones."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a round learns from."""

    gold: Sequence[Lesson]
    """Lessons with names marked by people."""
    own: list[Lesson]
    """Our own annotation; read more often."""
    silver: Sequence[Source]
    """Unmarked texts, with their links if they have any."""
    settled: Mapping[str, str]
    """Kinds of links' targets that were settled by hand."""
    peoples: frozenset[str]
    """Words that name peoples."""
    teams: tuple[tuple[str, ...], ...] = ()
    """Towns that lend teams their name, as tokens."""


def taught_lessons(material: Material, labels: Labels) -> list[Lesson]:
    """Return the unmarked texts as lessons with a teacher's labels, corrected by links."""
    kinds = {**kinds_of_targets(material.silver, labels), **material.settled}
    linked = _linked(material, labels, kinds)
    return [lesson for source in linked for lesson in lessons(source, is_complete=True)]


def mixed_lessons(material: Material, labels: Labels, params: Params, vocabulary: Vocabulary) -> list[Lesson]:
    """Return the unmarked texts as lessons with shares for what teacher and network say.

    What a link settles is settled. Names of which both are sure are the ones that may be swapped.
    """
    found: list[Tokens] = []
    shares: list[NDArray[np.float32]] = []
    own: list[Sequence[Marked]] = []
    texts = [source.text for source in material.silver]
    for text, (each, rows) in zip(texts, logits_of(params, vocabulary, texts), strict=True):
        found.append(each)
        shares.append(_shares(rows))
        own.append(cleaned(text, names_in(each, rows)))
    kinds = _agreed_kinds(material, labels, own)
    result: list[Lesson] = []
    by_teacher, by_network = (_linked(material, each, kinds) for each in (labels, own))
    for each, share, first, second in zip(found, shares, by_teacher, by_network, strict=True):
        taught, said = (possible_tags(each, source, is_complete=True) for source in (first, second))
        mixed = _TEACHERS_SHARE * taught + _CLEANED_SHARE * said + _RAW_SHARE * share
        mixed = np.where(_settled_tokens(each, first, kinds)[:, None], taught, mixed)
        both = tuple(name for name in first.names if name in set(second.names))
        result += lessons(replace(first, names=both), shares=mixed.astype(np.float16))
    return result


def _agreed_kinds(material: Material, labels: Labels, own: Labels) -> dict[str, str]:
    """Return the kinds of links' targets on which teacher and network agree, or that one of them has."""
    first, second = (kinds_of_targets(material.silver, each) for each in (labels, own))
    agreed = {target: kind for target, kind in {**first, **second}.items() if first.get(target, kind) == kind}
    return {**agreed, **material.settled}


def _linked(material: Material, labels: Labels, kinds: Mapping[str, str]) -> list[Source]:
    """Return the texts with labels whose ends and kinds are those of their links."""
    return [
        replace(source, names=with_links(source, names, kinds, material.peoples))
        for source, names in zip(material.silver, labels, strict=True)
    ]


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
    names = pools(silver, material.teams)

    def varied(lesson: Lesson) -> Lesson:
        is_much = not lesson.is_soft and chance.random() < 0.5
        share = _SWAPPED_HARD if is_much else _SWAPPED_SOFT
        return with_headline(swapped(lesson, names, share, chance), chance)

    for _ in itertools.count():
        order = [*material.gold, *silver, *material.own * _OWN_TIMES]
        chance.shuffle(order)
        for batch, _ in batches(map(varied, order), vocabulary):
            yield batch
