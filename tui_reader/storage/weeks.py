"""Numbers the weeks in which articles come out, as the triggers of steps/entities.py do."""

from __future__ import annotations

from datetime import date
from typing import Final

_UNTIL_1970: Final = 62_135_596_800
"""Seconds from Monday, 1 January of the year 1, to the beginning of 1970, by today's calendar."""
_WEEK: Final = 604_800


def week_of(moment: int) -> int:
    """Return the number of the week that holds a moment, given in seconds since 1970."""
    return (moment + _UNTIL_1970) // _WEEK


def monday(week: int) -> date:
    """Return the first day of a week."""
    return date.fromordinal(1 + 7 * week)


def beginning(week: int) -> int:
    """Return the first moment of a week, in seconds since 1970."""
    return week * _WEEK - _UNTIL_1970
