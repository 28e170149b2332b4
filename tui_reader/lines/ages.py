"""Tells how long ago something was, in at most six cells: "2 h", "3 d", "14 May", "2023"."""

from __future__ import annotations

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HOUR, _DAY = 3600, 86400
_UNITS = ((_HOUR, 60, "min"), (_DAY, _HOUR, "h"), (7 * _DAY, _DAY, "d"), (30 * _DAY, 7 * _DAY, "w"))
"""Before how many seconds one counts in which unit."""
_LONG = 300 * _DAY
"""Seconds from which the year says more than the day."""


def age(seconds: float, year: int, month: int, day: int) -> str:
    """Return the age of what was so many seconds ago, on that day."""
    if seconds < 60:
        return "now"
    for before, unit, name in _UNITS:
        if seconds < before:
            return f"{int(seconds // unit)} {name}"
    return f"{day} {_MONTHS[month - 1]}" if seconds < _LONG else str(year)
