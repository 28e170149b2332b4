"""Tells which names of one article are of one place: with and without the word for what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from tui_reader.entities.canonical import canonical
from tui_reader.entities.groups import MOST_WORDS, Groups, Name, longest_first
from tui_reader.entities.lexicon import known_places
from tui_reader.models import Kind

_LAST_WORDS = (
    *("sea", "ocean", "desert", "mountains", "peninsula", "area", "zone"),
    *("national park", "nuclear power plant", "autonomous republic", "autonomous region"),
)
_FIRST_WORDS = ("mount", "strait of", "isle of")
_LAST_WORDS_OF_THE_UNKNOWN = ("city", "river")
"""What makes another place of some that are known to all: Mexico City, the Arkansas River."""
_PARTICLES = ("of", "de", "do", "del", "am", "an", "upon", "sur", "la")
"""Words with which the rest of a place's name begins."""


def join_places(groups: Groups, places: Iterable[Name]) -> None:
    """Join a name to the same with "River", "Mount" or the like, with its rest ("am Main") or its region."""
    by_key = {place.key: place for place in places}
    wholes: dict[Name, list[Name]] = defaultdict(list)
    for place in longest_first(by_key.values()):
        for part in _shorter(place):
            if part in by_key and part != place.key:
                wholes[by_key[part]].append(place)
    for place, longer in wholes.items():
        groups.join_if_only(place, longer)


def _shorter(place: Name) -> Iterator[str]:
    """Yield the keys of the names that a place may be given by for short."""
    for word in _LAST_WORDS:
        yield place.key.removesuffix(f" {word}")
    for word in _FIRST_WORDS:
        yield place.key.removeprefix(f"{word} ")
    for word in _LAST_WORDS_OF_THE_UNKNOWN:
        if (part := place.key.removesuffix(f" {word}")) not in _known():
            yield part
    words = place.words[:MOST_WORDS]
    for cut in range(1, len(words) - 1):
        if words[cut] in _PARTICLES:
            yield " ".join(words[:cut])
    town, comma, _ = place.text.partition(", ")
    if comma:
        yield canonical(town, Kind.PLACE)


@cache
def _known() -> frozenset[str]:
    return frozenset(canonical(name, Kind.PLACE) for name in known_places())
