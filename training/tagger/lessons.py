"""Lays texts out as the network learns from them, a little different each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.tagger.material import Source
from training.tagger.tags import groups, placed, possible_tags
from tui_reader.entities.tagger.tokens import BREAK, Tokens, tokens
from tui_reader.values import replace

_LONGEST = 700
"""Tokens of a lesson: longer texts are parted at line breaks."""
_HEADLINE_SHARE, _CAPITALS_SHARE = 0.15, 0.05
_SHORTEST_CAPITALISED = 4


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text, or a part of it, as tokens with what they should be."""

    forms: tuple[str, ...]
    targets: NDArray[np.float16]
    """For each token a share for each tag, or 1 for each that may be right."""
    is_soft: bool
    """Whether the targets are shares."""
    names: tuple[tuple[int, int, str], ...]
    """First and last token of each name, and its label."""
    weight: float = 1.0
    """How much each token counts."""

    @property
    def groups(self) -> list[int]:
        """The number of each token's word in the text."""
        return groups(self.forms)


def lessons(
    source: Source,
    *,
    is_complete: bool = False,
    shares: NDArray[np.float16] | None = None,
    weight: float = 1.0,
) -> Iterator[Lesson]:
    """Yield the parts of a text as lessons; `shares` of the tags replace what its names say."""
    found = tokens(source.text)
    targets = possible_tags(found, source, is_complete=is_complete) if shares is None else shares
    places = [(first, last, name.label) for name, first, last in placed(found, source.names)]
    for start, end in _parts(found):
        yield Lesson(
            tuple(found.forms[start:end]),
            targets[start:end].astype(np.float16),
            shares is not None,
            tuple(
                (first - start, last - start, label)
                for first, last, label in places
                if first >= start and last < end
            ),
            weight,
        )


def _parts(found: Tokens) -> Iterator[tuple[int, int]]:
    """Part a text at line breaks, so that no part is too long."""
    start = 0
    while len(found.forms) - start > _LONGEST:
        breaks = [at for at in range(start + 1, start + _LONGEST) if found.forms[at] == BREAK]
        end = breaks[-1] + 1 if breaks else start + _LONGEST
        yield start, end
        start = end
    if start < len(found.forms):
        yield start, len(found.forms)


def with_headline(lesson: Lesson, chance: random.Random) -> Lesson:
    """Set one line in capitals, or with capitals throughout, now and then."""
    draw = chance.random()
    if draw > _HEADLINE_SHARE + _CAPITALS_SHARE:
        return lesson
    breaks = [-1, *(at for at, form in enumerate(lesson.forms) if form == BREAK), len(lesson.forms)]
    line = chance.randrange(len(breaks) - 1)
    first, end = breaks[line] + 1, min(breaks[line + 1], breaks[line] + 40)
    forms = list(lesson.forms)
    for at in range(first, end):
        if draw < _CAPITALS_SHARE:
            forms[at] = forms[at].upper()
        elif len(forms[at]) >= _SHORTEST_CAPITALISED or at == first:
            forms[at] = forms[at][:1].upper() + forms[at][1:]
    return replace(lesson, forms=tuple(forms))
