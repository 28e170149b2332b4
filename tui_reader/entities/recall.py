"""Finds mentions that a recogniser missed: of names known to all, and of names found elsewhere.

A lone word counts only where no neighbour with a capital could make it part of a longer name; in the
stretches called title case all words have capitals, so neighbours tell nothing there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tui_reader.entities.lexicon import (
    known_names,
    known_places,
    openers,
    title_words,
    without_generation,
)
from tui_reader.entities.recogniser import Span
from tui_reader.entities.stretches import covered, in_order
from tui_reader.models import Kind
from tui_reader.values import replace

_WORD = re.compile(r"[^\W\d_]\w*")
_GOES_ON = re.compile(r"\w|[-’'](?!s\b)\w")
_CAPITAL_NEXT = re.compile(r" [^\W\d_a-z]")
_WORD_BEFORE = re.compile(r"(\w+) $")
_SHARE = 0.5
"""Of the mentions of a lone word, how many the recogniser must have seen for the others to count."""


def known_to_all(text: str, spans: list[Span], title_case: bytearray) -> list[Span]:
    """Add places and organisations that everybody knows."""
    places = known_places()
    taken = covered(text, spans)
    found = [
        Span(start, end, Kind.PLACE if name in places else Kind.ORGANISATION)
        for name, start, end in occurrences(text, known_names(), taken)
        if title_case[start] or _stands_alone(text, start, end)
    ]
    return in_order(spans + found)


def whole_names(text: str, spans: list[Span]) -> list[Span]:
    """Find names of several words again where only one of their words was found."""
    long = [span for span in spans if " " in span.text(text)]
    names = {span.text(text): span for span in long if span.kind}
    whole = [
        replace(names[name], start=start, end=end)
        for name, start, end in occurrences(text, names, covered(text, long))
    ]
    cover = covered(text, whole)
    return in_order([span for span in spans if not any(cover[span.start : span.end])] + whole)


def repeats(text: str, spans: list[Span], title_case: bytearray, ordinary: frozenset[str]) -> list[Span]:
    """Add further mentions of the names found, and of the first and last names of people named in full."""
    seen = Counter(span.text(text) for span in spans)
    names = {span.text(text): span for span in spans if span.kind}
    full = {without_generation(name): span for name, span in names.items() if span.kind is Kind.PERSON}
    full = {name: span for name, span in full.items() if " " in name}
    surnames = {name.rpartition(" ")[2]: span for name, span in full.items()}
    first_names = {name.partition(" ")[0]: span for name, span in full.items()}
    for place in first_names.keys() & known_places():
        del first_names[place]
    parts = first_names | surnames
    names = parts | names

    found: dict[str, list[Span]] = defaultdict(list)
    sought = [name for name in names if name.lower() not in ordinary]
    for name, start, end in occurrences(text, sought, covered(text, spans)):
        is_sure = " " in name or name in surnames or title_case[start]
        if is_sure or _stands_alone(text, start, end):
            found[name].append(replace(names[name], start=start, end=end))
    for name, more in found.items():
        is_sure = " " in name or name in parts
        if is_sure or seen[name] >= _SHARE * (seen[name] + len(more)):
            spans = spans + more
    return in_order(spans)


def occurrences(text: str, names: Iterable[str], taken: bytearray) -> Iterator[tuple[str, int, int]]:
    """Yield each name where it stands as whole words in text not yet taken, longer names first."""
    places = _places_of_words(text)
    by_first_word: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if (first := _WORD.match(name)) and first[0] in places:
            by_first_word[first[0]].append(name)
    for several in by_first_word.values():
        several.sort(key=lambda name: (-len(name), name))
    found = sorted((start, word) for word in by_first_word for start in places[word])
    for start, first_word in found:
        for name in by_first_word[first_word]:
            end = start + len(name)
            if text.startswith(name, start) and not any(taken[start:end]) and _is_whole(text, start, end):
                taken[start:end] = b"\1" * (end - start)
                yield name, start, end
                break


@lru_cache(maxsize=1)  # the rules seek in one text after the other
def _places_of_words(text: str) -> dict[str, list[int]]:
    """Return for each word of the text where it starts."""
    places: dict[str, list[int]] = {}
    for word in _WORD.finditer(text):
        places.setdefault(word[0], []).append(word.start())
    return places


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the stretch neither begins nor ends inside a longer word."""
    before = text[start - 1] if start else " "
    return not (before.isalnum() or before in "-_'’@/.#") and not _GOES_ON.match(text, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word with a capital beside it could make it part of a longer name."""
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    word = before[1] if before else "a"
    is_alone_before = not word[0].isupper() or word in openers() or word in title_words()
    return is_alone_before and not _CAPITAL_NEXT.match(text, end)
