"""Chooses the names that say most about an article, for its line in a list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log1p

from tui_reader.entities.lexicon import particles, without_generation
from tui_reader.entities.running_text import TITLE
from tui_reader.models import Entity, Kind, Names

_TITLE_WEIGHT = 3
"""A mention in the title counts as much as this many in the text."""


def telling_names(names: Names, articles: Sequence[int] = (), *, limit: int = 4) -> tuple[str, ...]:
    """Return at most `limit` names, the most telling first: frequent here and rare in the library.

    `articles` gives for each entity how many articles in the library name it; without it, none do. A person
    is shown by the part of the name that the article uses alone, or by surname; in full if two look the same.
    """
    in_title = Counter(mention.entity for mention in names.mentions if mention.block == TITLE)
    lengths: dict[int, set[int]] = defaultdict(set)
    for mention in names.mentions:
        lengths[mention.entity].add(mention.end - mention.start)

    def weight(index: int) -> float:
        entity = names.entities[index]
        mentions = entity.count + (_TITLE_WEIGHT - 1) * in_title[index]
        return mentions / (1 + log1p(articles[index] if articles else 0))

    indices = [index for index, entity in enumerate(names.entities) if entity.kind.is_name]
    best = sorted(indices, key=lambda index: (-weight(index), index))[:limit]
    short = {index: _short_name(names.entities[index], lengths[index]) for index in best}
    shown = Counter(short.values())
    return tuple(short[index] if shown[short[index]] == 1 else names.entities[index].name for index in best)


def _short_name(entity: Entity, lengths: set[int]) -> str:
    """Return the last words of a person's name, or else the first, that the article uses alone."""
    if entity.kind is not Kind.PERSON:
        return entity.name
    words = without_generation(entity.name).split()
    ends = [" ".join(words[i:]) for i in range(len(words))]
    beginnings = [" ".join(words[:i]) for i in range(1, len(words))]
    for forms in (reversed(ends[1:]), beginnings):
        for form in forms:
            if len(form) in lengths:
                return form
    return _surname(words)


def _surname(words: list[str]) -> str:
    """Return the last word of a name with the particles before it."""
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in particles():
        first -= 1
    return " ".join(words[first:])
