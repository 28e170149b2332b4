"""Dates as pages write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_DAY = re.compile(r"\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*"
_DAY_OF_MONTH = r"(\d{1,2})(?:st|nd|rd|th)?"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\.?\s+{_DAY_OF_MONTH},?\s+(\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b{_DAY_OF_MONTH}\s+{_MONTH}\.?,?\s+(\d{{4}})\b", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?:/|$)")


def parsed_date(text: str) -> datetime | None:
    """Return the moment in UTC, midnight if only a day is given, None if it can't be understood."""
    text = text.strip()[:80]
    for read in (datetime.fromisoformat, parsedate_to_datetime, _day):
        try:
            moment = read(text)
            if moment is not None and _FIRST_YEAR <= moment.year <= _LAST_YEAR:
                return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError, TypeError):
            continue
    return None


def date_in_address(url: str) -> datetime | None:
    """Return the day that an address like `/2024/04/05/` names, None if it names none."""
    match = _IN_ADDRESS.search(url)
    return parsed_date("-".join(part.zfill(2) for part in match.groups())) if match else None


def _day(text: str) -> datetime | None:
    if match := _DAY.search(text):
        return datetime(int(match[1]), int(match[3]), int(match[4]), tzinfo=UTC)
    if match := _MONTH_FIRST.search(text):
        return datetime(int(match[3]), _month_number(match[1]), int(match[2]), tzinfo=UTC)
    if match := _DAY_FIRST.search(text):
        return datetime(int(match[3]), _month_number(match[2]), int(match[1]), tzinfo=UTC)
    return None


def _month_number(name: str) -> int:
    return _MONTHS.index(name.lower()) + 1
