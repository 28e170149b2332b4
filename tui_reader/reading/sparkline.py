"""Draws how often something occurs over time in one line of block characters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

_BARS: Final = "▁▂▃▄▅▆▇█"
_NONE: Final = " "
_WEEK: Final = 7


def sparkline(weeks: Sequence[tuple[date, int]], cells: int) -> str:
    """Return one character for each stretch of time from the first week to the last, at most so many.

    Stretches are equally long, whole weeks; one without anything is a space. Nothing gives an empty line.

    Args:
        weeks: Mondays, the oldest first, and how often it occurs in the week.
        cells: how many characters it may have.
    """
    if not weeks or cells < 1:
        return ""
    first = weeks[0][0]
    number = (weeks[-1][0] - first).days // _WEEK + 1
    stretch = -(-number // cells)
    # The newest stretch is whole, so that it doesn't look low for being short.
    lead = -number % stretch
    sums = [0] * ((number + lead) // stretch)
    for monday, count in weeks:
        sums[((monday - first).days // _WEEK + lead) // stretch] += count
    most = max(sums)
    return "".join(_BARS[-(-each * len(_BARS) // most) - 1] if each else _NONE for each in sums)
