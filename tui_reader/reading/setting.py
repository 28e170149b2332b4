"""Sets a stretch of a block's text into lines of runs, with the numbers of its links put in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from tui_reader.reading.cells import SUPERSCRIPTS
from tui_reader.reading.lines import Role, Run
from tui_reader.reading.wrap import wrap

Numbers = Sequence[tuple[int, int]]
"""Offsets after which a link's number stands, with the number, in order."""


def numbers_within(numbers: Numbers, start: int, end: int) -> Numbers:
    """Return the numbers that stand in a stretch of the text or right after it."""
    place = itemgetter(0)
    return numbers[bisect_right(numbers, start, key=place) : bisect_right(numbers, end, key=place)]


def set_text(text: str, start: int, end: int, width: int, numbers: Numbers = ()) -> list[tuple[Run, ...]]:
    """Return the lines of that stretch of the text, none wider than the width."""
    stretch = text[start:end]
    here = [(place - start, number) for place, number in numbers_within(numbers, start, end)]
    if not here:
        return [(Run(stretch[s:e], Role.TEXT, start + s),) for s, e in wrap(stretch, width)]
    pieces: list[Run] = []
    done = 0
    for place, number in here:
        pieces.append(Run(stretch[done:place], Role.TEXT, start + done))
        pieces.append(Run(str(number).translate(SUPERSCRIPTS), Role.NUMBER))
        done = place
    pieces.append(Run(stretch[done:], Role.TEXT, start + done))
    whole = "".join(piece.text for piece in pieces)
    return [_cut(pieces, s, e) for s, e in wrap(whole, width)]


def _cut(pieces: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """Return what the pieces, set one after the other, show between two offsets."""
    runs: list[Run] = []
    offset, origin = 0, pieces[0].start
    for piece in pieces:
        s, e = start - offset, min(end - offset, len(piece.text))
        is_text = piece.role is Role.TEXT
        if is_text and s >= 0:
            origin = piece.start + min(s, len(piece.text))
        s = max(s, 0)
        if s < e:
            runs.append(Run(piece.text[s:e], piece.role, piece.start + s if is_text else -1))
        offset += len(piece.text)
    return tuple(runs) or (Run("", Role.TEXT, origin),)
