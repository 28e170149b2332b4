"""Reckons with days: what "14 May", "Friday" or "last month" means on the day when an article came out.

Values are ISO 8601: a day, a month, a year, or an interval of these with its last one included. A function
returns "" where the calendar has no such day.
"""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

_WEEK: Final = 7
_FAR: Final = timedelta(days=60)
"""How far a day may be off to be meant whatever the tense of its sentence."""
_MONTHS_OF: Final = {"quarter": 3, "half": 6}
# The seasons of the north of the Earth, where nine of ten people live, in whole months.
_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_YEARS_OF: Final = {"year": 1, "decade": 10, "century": 100}


def iso_day(year: int, month: int, day: int) -> str:
    """Return a day, "" if there is none such."""
    found = _day(year, month, day)
    return found.isoformat() if found else ""


def iso_month(year: int, month: int) -> str:
    """Return a month; the thirteenth is the first of the next year, and so on."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}" if MINYEAR <= year <= MAXYEAR else ""


def interval(first: str, last: str) -> str:
    """Return the time from one value to another, "" if either can't be said."""
    return f"{first}/{last}" if first and last else ""


def year_near(month: int, day: int, today: date, weekday: int | None, *, is_ahead: bool) -> int:
    """Return the year in which this day is nearest to today; of days far off the one ahead, or that behind.

    A weekday leaves only the years in which the day is one, if there are such.
    """
    near = [found for year in range(today.year - 1, today.year + 2) if (found := _day(year, month, day))]
    fitting = [found for found in near if weekday is None or found.weekday() == weekday] or near
    if not fitting:
        return today.year
    nearest = min(fitting, key=lambda found: abs(found - today))
    if abs(nearest - today) <= _FAR or weekday is not None:
        return nearest.year
    sides = [found for found in fitting if (found > today) is is_ahead]
    return min(sides or fitting, key=lambda found: abs(found - today)).year


def month_near(month: int, today: date, step: int) -> str:
    """Return the month of that number: the next from now on with step 1, the last until now with -1.

    With 2 or -2 the present month doesn't count; with 0 it is the nearest one.
    """
    ahead, behind = (month - today.month) % 12, (today.month - month) % 12
    if step > 0 or (step == 0 and ahead <= behind):
        return iso_month(today.year, today.month + (ahead or (12 if step == 2 else 0)))
    return iso_month(today.year, today.month - (behind or (12 if step == -2 else 0)))


def weekday_near(weekday: int, today: date, step: int) -> str:
    """Return a weekday, Monday is 0: the next with step 1, the last with -1; 2 and -2 leave out today."""
    ahead = (weekday - today.weekday()) % _WEEK
    if step > 0:
        return _shifted(today, ahead or (_WEEK if step == 2 else 0))
    return _shifted(today, ahead - _WEEK if ahead or step == -2 else 0)


def weekday_in_week(weekday: int, today: date, weeks: int) -> str:
    """Return the weekday in the week so many weeks from today's."""
    return _shifted(today, weekday - today.weekday() + weeks * _WEEK)


def period(unit: str, today: date, step: int) -> str:
    """Return this week, month, quarter, season, year and so on, or the one so many steps from it."""
    if unit == "day":
        return _shifted(today, step)
    if unit in ("week", "weekend"):
        first = step * _WEEK - today.weekday()
        return interval(
            _shifted(today, first + (5 if unit == "weekend" else 0)), _shifted(today, first + _WEEK - 1)
        )
    if unit == "month":
        return iso_month(today.year, today.month + step)
    if unit in _MONTHS_OF:
        months = _MONTHS_OF[unit]
        return _months(today.year, (today.month - 1) // months * months + 1 + step * months, months)
    if unit in _SEASONS:
        return season(unit, _year_of_season(unit, today, step))
    years = _YEARS_OF[unit]
    first_year = (today.year + step * years - (years == 100)) // years * years + (years == 100)
    if years == 1:
        return f"{first_year:04d}" if MINYEAR <= first_year <= MAXYEAR else ""
    return interval(f"{first_year:04d}", f"{first_year + years - 1:04d}")


def season(name: str, year: int) -> str:
    """Return the months of a season; a winter is named by the year in which it begins."""
    return _months(year, _SEASONS[name], 3)


def part_of_year(unit: str, number: int, year: int) -> str:
    """Return the months of a quarter or a half of a year; "" if it has no such one."""
    months = _MONTHS_OF[unit]
    return _months(year, (number - 1) * months + 1, months) if 0 < number <= 12 // months else ""


def ago(unit: str, count: int, today: date) -> str:
    """Return what was so many days, weeks, months, years ago, no more exact than it is said."""
    if count > MAXYEAR * 366:
        return ""
    if unit in ("day", "week"):
        return _shifted(today, -count * (_WEEK if unit == "week" else 1))
    if unit == "month":
        return iso_month(today.year, today.month - count)
    year = today.year - count * _YEARS_OF[unit]
    return f"{year:04d}" if year >= MINYEAR else ""


def _year_of_season(name: str, today: date, step: int) -> int:
    """Return the year in which this season, or the one before or after it, begins.

    This one is that which is now, else the nearest; the last one is over and the next one hasn't begun.
    """
    first = _SEASONS[name]
    now = today.year * 12 + today.month - 1
    starts = [(year, year * 12 + first - 1) for year in range(today.year - 2, today.year + 3)]
    if step == 0:
        return min(starts, key=lambda start: (max(start[1] - now, now - start[1] - 2, 0), -start[1]))[0]
    if step < 0:
        return max(year for year, start in starts if start + 2 < now)
    return min(year for year, start in starts if start > now)


def _months(year: int, first: int, count: int) -> str:
    return interval(iso_month(year, first), iso_month(year, first + count - 1))


def _shifted(day: date, days: int) -> str:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return ""


def _day(year: int, month: int, day: int) -> date | None:
    if not MINYEAR <= year <= MAXYEAR or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None
