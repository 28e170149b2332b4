"""The tags of the network: where in a name a token stands, and what the name is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from training.tagger.material import OTHER, PEOPLE, UNKNOWN, Marked, Source
from tui_reader.entities.tagger.decoding import LABELS, TAGS
from tui_reader.entities.tagger.tokens import Tokens

_FIRST = {label: 1 + 4 * number for number, label in enumerate(LABELS)}
_BEGIN, _INSIDE, _END, _SINGLE = range(4)


def possible_tags(found: Tokens, source: Source, *, is_complete: bool = False) -> NDArray[np.float32]:
    """Return for each token 1 for each tag that it may have.

    Outside its names a text leaves open whether there are others, unless it `is_complete`. Whether there are
    peoples no gold text tells.
    """
    possible = np.zeros((len(found.forms), TAGS), np.float32)
    possible[:, 0] = 1
    if not is_complete:
        _allow(possible, PEOPLE)
        if not source.knows_others:
            _allow(possible, OTHER)
    for name, first, last in placed(found, source.names):
        possible[first : last + 1] = 1 if name.label == UNKNOWN else 0
        if name.label != UNKNOWN:
            for place, tag in enumerate(tags_of(name.label, last + 1 - first), first):
                possible[place, tag] = 1
    return possible


def _allow(possible: NDArray[np.float32], label: str) -> None:
    possible[:, _FIRST[label] : _FIRST[label] + 4] = 1


def tags_of(label: str, length: int) -> list[int]:
    """Return the tags of a name of some tokens."""
    first = _FIRST[label]
    if length == 1:
        return [first + _SINGLE]
    return [first + _BEGIN, *[first + _INSIDE] * (length - 2), first + _END]


def placed(found: Tokens, names: Iterable[Marked]) -> Iterable[tuple[Marked, int, int]]:
    """Yield each name with its first and last token; names that cut a token take it whole."""
    first = 0
    for name in sorted(names, key=lambda name: name.start):
        while first < len(found.ends) and found.ends[first] <= name.start:
            first += 1
        last = first
        while last + 1 < len(found.starts) and found.starts[last + 1] < name.end:
            last += 1
        if first < len(found.starts) and found.starts[first] < name.end:
            yield name, first, last
            first = last + 1


def groups(forms: Sequence[str]) -> list[int]:
    """Number the words of a text, capitals or not, by when they first occur."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault(form.lower(), len(numbers)) for form in forms]
