"""Gives what `dates` finds its value: a function for each rule, which knows the day of the article too."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from tui_reader.entities import days
from tui_reader.entities.numbers import number
from tui_reader.entities.tense import is_ahead, is_ahead_by_verb

MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_MONTH_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_STEPS: Final = {"this": 0, "last": -1, "next": 1, "past": -1, "coming": 1}


def _month_number(name: str) -> int:
    return _MONTH_NAMES.index(name[:3].lower()) + 1


def _weekday_number(name: str) -> int:
    return _WEEKDAY_NAMES.index(name[:3].lower())


def _day_number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _looks_ahead(found: re.Match[str]) -> bool:
    return is_ahead(found.string, *found.span("it" if "it" in found.re.groupindex else 0))


def day_of_month(found: re.Match[str], today: date | None) -> str:
    """Return a day, or the days from one to another."""
    groups = found.groupdict()
    month, first = _month_number(groups["month"]), _day_number(groups["day"])
    weekday = _weekday_number(groups["weekday"]) if groups["weekday"] else None
    if groups["year"]:
        year = int(groups["year"])
    elif today is None:
        return ""
    elif groups["which"]:
        year = today.year + _STEPS[groups["which"]]
    else:
        year = days.year_near(month, first, today, weekday, is_ahead=_looks_ahead(found))
    value = days.iso_day(year, month, first)
    if not groups["last"]:
        return value
    last = _day_number(groups["last"])
    is_interval = (
        groups["to"] != "and" or last == first + 1 or found.string.endswith("between ", 0, found.start())
    )
    return days.interval(value, days.iso_day(year, month, last)) if is_interval and last > first else ""


def day_in_figures(found: re.Match[str], today: date | None) -> str:
    """Return "14/05/2026", if day and month can't be exchanged."""
    one, other, year = int(found["one"]), int(found["other"]), int(found["year"])
    if one > 12 or one == other or found["sign"] == ".":
        return days.iso_day(year, other, one)
    return days.iso_day(year, one, other) if other > 12 else ""


def year_month_day(found: re.Match[str], today: date | None) -> str:
    """Return "2026-05-14" as a day that the calendar has."""
    return days.iso_day(int(found["year"]), int(found["month"]), int(found["day"]))


def month_of_year(found: re.Match[str], today: date | None) -> str:
    """Return "May 2026", "May last year" or "March to May 2026"."""
    groups = found.groupdict()
    if groups.get("year"):
        year = int(groups["year"])
    elif today is None:
        return ""
    else:
        year = today.year + _STEPS[groups["which"]]
    value = days.iso_month(year, _month_number(groups["month"]))
    first = groups.get("first")
    return days.interval(days.iso_month(year, _month_number(first)), value) if first else value


def month_alone(found: re.Match[str], today: date | None) -> str:
    """Return the month that a name without a year means."""
    if today is None or found[0].lower().startswith("every"):
        return ""
    step = 1 if _looks_ahead(found) else -1
    return days.month_near(_month_number(found["it"]), today, -2 if found[0].startswith("last") else step)


def season_of_year(found: re.Match[str], today: date | None) -> str:
    """Return the months of "spring 2026"."""
    return days.season(found["season"].lower(), int(found["year"]))


def part_of_year(found: re.Match[str], today: date | None) -> str:
    """Return the months of "Q1 2026" or "the first half of the year"."""
    groups = found.groupdict()
    part = _ORDINALS[groups["ordinal"].lower()] if groups.get("ordinal") else int(groups["number"])
    unit = (groups.get("unit") or "quarter").lower()
    if groups.get("year"):
        return days.part_of_year(unit, part, int(groups["year"]))
    return days.part_of_year(unit, part, today.year + _STEPS[groups["which"] or "this"]) if today else ""


def told_from_now(found: re.Match[str], today: date | None) -> str:
    """Return what "this week", "last May" or "next Friday" is."""
    if today is None:
        return ""
    which, unit = found["which"].lower().split()[-1], found["unit"].lower()
    step = _STEPS[which]
    if unit.endswith("day"):
        step = step * 2 or (1 if _looks_ahead(found) else -1)
        return days.weekday_near(_weekday_number(unit), today, step)
    if re.fullmatch(MONTH, found["unit"]):
        return days.month_near(_month_number(unit), today, step * 2)
    return days.period(unit, today, step)


def ago(found: re.Match[str], today: date | None) -> str:
    """Return what "two weeks ago" was."""
    count = number(found["count"])
    if today is None or count is None or count % 1:
        return ""
    unit = found["unit"].lower()
    return days.ago("century" if unit.startswith("centur") else unit, int(count), today)


def unsaid(found: re.Match[str], today: date | None) -> str:
    """Return "", for what says no day."""
    return ""


def weekday(found: re.Match[str], today: date | None) -> str:
    """Return the day that a weekday by itself means."""
    before = found.string[max(0, found.start() - 8) : found.start()].lower()
    if today is None or before.endswith(("every ", "each ", "any ")):
        return ""
    return days.weekday_near(_weekday_number(found["weekday"]), today, 1 if _looks_ahead(found) else -1)


def weekday_of_pair(found: re.Match[str], today: date | None) -> str:
    """Return one of "Monday to Friday"."""
    return _of_pair(found, today, _weekday_number, days.weekday_near)


def month_of_pair(found: re.Match[str], today: date | None) -> str:
    """Return one of "March to April"."""
    return _of_pair(found, today, _month_number, days.month_near)


def _of_pair(
    found: re.Match[str],
    today: date | None,
    numbered: Callable[[str], int],
    near: Callable[[int, date, int], str],
) -> str:
    """Return one of two ends, which lie ahead or behind together; "" without a verb, as it may be any."""
    is_to_come = is_ahead_by_verb(found.string, *found.span())
    if today is None or is_to_come is None:
        return ""
    groups = found.groupdict()
    ends = [numbered(groups.get(name) or groups["it"]) for name in ("first", "last")]
    one, other = ends if is_to_come else reversed(ends)
    step = 1 if is_to_come else -1
    value = near(one, today, step)
    if ("first" in groups) is is_to_come and value:
        value = near(other, date.fromisoformat(f"{value}-01"[:10]), step)
    return value


def weekday_of_week(found: re.Match[str], today: date | None) -> str:
    """Return the day that "Tuesday last week" means."""
    weekday = _weekday_number(found["weekday"])
    return days.weekday_in_week(weekday, today, _STEPS[found["which"]]) if today else ""


def near_day(found: re.Match[str], today: date | None) -> str:
    """Return the day that "yesterday" or "tonight" means."""
    text = found[0].lower()
    shift = -1 if text.startswith(("yesterday", "last")) else 1 if text.startswith("tomorrow") else 0
    shift = {"the day before yesterday": -2, "the day after tomorrow": 2}.get(text, shift)
    return days.period("day", today, shift) if today else ""


def year(found: re.Match[str], today: date | None) -> str:
    """Return the year as it is written."""
    return found["it"]


def years(found: re.Match[str], today: date | None) -> str:
    """Return "2019-21" as years from one to another."""
    first, last = found["first"], found["last"]
    last = first[: 4 - len(last)] + last
    return days.interval(first, last) if last > first else ""


def decade(found: re.Match[str], today: date | None) -> str:
    """Return ten years, or a century for the 1800s."""
    first = int(re.sub(r"\D", "", found["it"]))
    first += 1900 if first < 100 else 0
    is_century = first % 100 == 0 and first < 2000
    return f"{first}/{first + (99 if is_century else 9)}"


def century(found: re.Match[str], today: date | None) -> str:
    """Return the hundred years of "the 19th century"."""
    last = _day_number(found["count"]) * 100
    return "" if found["era"] else f"{last - 99:04d}/{last:04d}"
