"""Finds dates in English text by rules: days, months, years, and times told from the day of the article.

What a date comes to is said in `days`. Where the text leaves it open, these hold:

- a day of a month without a year is the one nearest to the article's own day;
- a weekday or a month by itself is the last until the article's day, that day included, as news tells what has
  happened; it is the next one where its sentence looks ahead, see `tense`;
- "last" and "next" weekdays leave out the article's day, "this" one is in its week;
- a day in figures alone, 05/06/2026, has no value if day and month could be exchanged.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from tui_reader.entities import days
from tui_reader.entities.numbers import VAGUE, WORDS, number
from tui_reader.entities.patterns import Rule, matches
from tui_reader.entities.recogniser import Span
from tui_reader.entities.tense import is_ahead
from tui_reader.models import Kind

_MONTH_NAMES: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAY_NAMES: Final = "mon tue wed thu fri sat sun".split()
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_STEPS: Final = {"this": 0, "last": -1, "next": 1, "past": -1, "coming": 1, "previous": -1}

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
# "May" and "March" are also a verb, a surname and a walk, so they need more around them.
_PLAIN_MONTH: Final = rf"(?!May\b|March\b){_MONTH}"
_UNSURE_MONTH: Final = r"(?:May|March)(?! [^\W\d_a-z])"
_BEFORE_MONTH: Final = r"(?i:in|since|by|until|till|from|during|early|late|mid|of|before|after|through|for|last|every)"
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ON_WEEKDAY: Final = rf"(?:(?P<weekday>{_WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b\.?),? )?"
_PART_OF_DAY: Final = r"(?:morning|afternoon|evening|night)"
_NO_OWN_NAME: Final = r"(?<!Black )(?<!Good )(?<!Bloody )(?<!Cyber )(?<!Holy )"
_SEASON: Final = r"(?i:spring|summer|autumn|fall|winter)"
_YEAR: Final = r"(?:1\d|20)\d\d"
_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DAYS: Final = rf"(?P<day>{_DAY})(?: ?(?P<to>[-–]|to|and) ?(?P<last>{_DAY}))?"
_OF_YEAR: Final = rf"(?:(?:,? |,)(?P<year>{_YEAR})|,? (?:of )?(?P<which>this|last|next) year)?"
_PERIOD: Final = r"(?:weekend|week|month|quarter|year|decade|century)"
_UNIT: Final = r"(?:day|week|month|year|decade|century|centurie)"
# Four digits are a year only after one of these, and not before something that is counted.
_BEFORE_YEAR: Final = (
    r"(?i:in|since|by|of|from|until|till|before|after|during|between|early|late|mid|throughout|circa|the|through"
    r"|year)"
)
_COUNTED: Final = (
    r" (?:people|men|women|children|soldiers|troops|jobs|homes|deaths|cases|metres|meters|feet|miles|tonnes"
    r"|tons|km|kilometres|kilometers|acres|hectares|members|workers|points|dollars|euros|pounds|times|words)\b"
)


def dates(text: str, today: date | None = None) -> list[Span]:
    """Return the dates in the text, by place and apart from each other.

    Args:
        text: what is read.
        today: the day when it came out; None if unknown, so that dates which are told from it have no value.
    """
    return matches(text, _RULES, Kind.DATE, today)


def _month_number(name: str) -> int:
    return _MONTH_NAMES.index(name[:3].lower()) + 1


def _weekday_number(name: str) -> int:
    return _WEEKDAY_NAMES.index(name[:3].lower())


def _day_number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _looks_ahead(found: re.Match[str]) -> bool:
    return is_ahead(found.string, *found.span("it" if "it" in found.re.groupindex else 0))


def _day_of_month(found: re.Match[str], today: date | None) -> str:
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
        year = days.nearest_year(month, first, today, weekday)
    value = days.iso_day(year, month, first)
    if not groups["last"]:
        return value
    last = _day_number(groups["last"])
    is_interval = groups["to"] != "and" or last == first + 1 or found.string[: found.start()].endswith("between ")
    return days.interval(value, days.iso_day(year, month, last)) if is_interval and last > first else ""


def _figures(found: re.Match[str], today: date | None) -> str:
    one, other, year = int(found["one"]), int(found["other"]), int(found["year"])
    if one > 12 or one == other or found["sign"] == ".":
        return days.iso_day(year, other, one)
    return days.iso_day(year, one, other) if other > 12 else ""


def _year_month_day(found: re.Match[str], today: date | None) -> str:
    return days.iso_day(int(found["year"]), int(found["month"]), int(found["day"]))


def _month_of_year(found: re.Match[str], today: date | None) -> str:
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


def _month_alone(found: re.Match[str], today: date | None) -> str:
    if today is None or found[0].lower().startswith("every"):
        return ""
    step = 1 if _looks_ahead(found) else -1
    return days.month_near(_month_number(found["it"]), today, -2 if found[0].startswith("last") else step)


def _season_of_year(found: re.Match[str], today: date | None) -> str:
    return days.season(found["season"].lower(), int(found["year"]))


def _part_of_year(found: re.Match[str], today: date | None) -> str:
    groups = found.groupdict()
    part = _ORDINALS[groups["ordinal"].lower()] if groups.get("ordinal") else int(groups["number"])
    unit = (groups.get("unit") or "quarter").lower()
    if groups.get("year"):
        return days.part_of_year(unit, part, int(groups["year"]))
    return days.part_of_year(unit, part, today.year + _STEPS[groups["which"] or "this"]) if today else ""


def _told(found: re.Match[str], today: date | None) -> str:
    """Return what "this week", "last May" or "next Friday" is."""
    if today is None:
        return ""
    which, unit = found["which"].lower().split()[-1], found["unit"].lower()
    step = _STEPS[which]
    if unit.endswith("day"):
        return days.weekday_near(_weekday_number(unit), today, step * 2)
    if re.fullmatch(_MONTH, found["unit"]):
        return days.month_near(_month_number(unit), today, step * 2)
    return days.period(unit, today, step)


def _ago(found: re.Match[str], today: date | None) -> str:
    count = number(found["count"])
    if today is None or count is None or count % 1:
        return ""
    unit = found["unit"].lower()
    return days.ago("century" if unit.startswith("centur") else unit, int(count), today)


def _weekday(found: re.Match[str], today: date | None) -> str:
    before = found.string[max(0, found.start() - 8) : found.start()].lower()
    if today is None or before.endswith(("every ", "each ", "any ")):
        return ""
    return days.weekday_near(_weekday_number(found["weekday"]), today, 1 if _looks_ahead(found) else -1)


def _weekday_of_week(found: re.Match[str], today: date | None) -> str:
    weekday = _weekday_number(found["weekday"])
    return days.weekday_in_week(weekday, today, _STEPS[found["which"]]) if today else ""


def _near_day(found: re.Match[str], today: date | None) -> str:
    text = found[0].lower()
    shift = -1 if text.startswith(("yesterday", "last")) else 1 if text.startswith("tomorrow") else 0
    shift = {"the day before yesterday": -2, "the day after tomorrow": 2}.get(text, shift)
    return days.period("day", today, shift) if today else ""


def _year(found: re.Match[str], today: date | None) -> str:
    return found["it"]


def _years(found: re.Match[str], today: date | None) -> str:
    first, last = found["first"], found["last"]
    last = first[: 4 - len(last)] + last
    return days.interval(first, last) if last > first else ""


def _decade(found: re.Match[str], today: date | None) -> str:
    """Return ten years, or a century for the 1800s."""
    first = int(re.sub(r"\D", "", found["it"]))
    first += 1900 if first < 100 else 0
    is_century = first % 100 == 0 and first < 2000
    return f"{first}/{first + (99 if is_century else 9)}"


def _century(found: re.Match[str], today: date | None) -> str:
    last = _day_number(found["count"]) * 100
    return "" if found["era"] else f"{last - 99:04d}/{last:04d}"


_WHICH: Final = r"(?P<which>(?i:this|last|next))"
_WHICH_ONE: Final = r"(?P<which>(?i:this coming|this past|this|last|next|coming|past))"
# An earlier pattern takes its text first, so a longer form stands before its parts.
_RULES: Final[tuple[Rule[date | None], ...]] = (
    (rf"(?P<year>{_YEAR})[-/](?P<month>0[1-9]|1[0-2])[-/](?P<day>0[1-9]|[12]\d|3[01])", _year_month_day),
    (rf"(?P<one>\d\d?)(?P<sign>[./])(?P<other>\d\d?)(?P=sign)(?P<year>{_YEAR})", _figures),
    (rf"{_ON_WEEKDAY}{_DAYS}(?: of)? (?P<month>{_MONTH}){_OF_YEAR}", _day_of_month),
    (rf"{_ON_WEEKDAY}(?P<month>{_MONTH}) {_DAYS}{_OF_YEAR}", _day_of_month),
    (rf"(?P<first>{_MONTH})(?: to | until |[-–])(?P<month>{_MONTH}),? (?P<year>{_YEAR})", _month_of_year),
    (rf"(?P<month>{_MONTH}),? (?:of )?(?P<year>{_YEAR})", _month_of_year),
    (rf"(?P<month>{_MONTH}),? (?:of )?(?P<which>this|last|next) year", _month_of_year),
    (rf"(?P<season>{_SEASON}) (?:of )?(?P<year>{_YEAR})", _season_of_year),
    (
        r"(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th)) (?P<unit>(?i:quarter|half))"
        rf"(?: of| in)? (?:the )?(?:(?P<year>{_YEAR})|(?P<which>this|last|next)? ?year)",
        _part_of_year,
    ),
    (rf"Q(?P<number>[1-4])(?: of)? (?P<year>{_YEAR})", _part_of_year),
    (rf"(?P<weekday>{_WEEKDAY})(?: {_PART_OF_DAY})? (?P<which>last|this|next) week", _weekday_of_week),
    (rf"{_WHICH} (?P<unit>{_PERIOD})(?! before| of | in )", _told),
    (rf"{_WHICH_ONE} (?P<unit>{_SEASON}|{_WEEKDAY}|{_MONTH})(?: {_PART_OF_DAY})?", _told),
    (rf"(?P<count>{WORDS}|\d{{1,6}}) (?P<unit>{_UNIT})s? ago", _ago),
    (rf"{VAGUE} {_UNIT}s ago", lambda found, today: ""),
    (rf"{_NO_OWN_NAME}(?P<weekday>{_WEEKDAY})(?: {_PART_OF_DAY})?", _weekday),
    (rf"{_BEFORE_MONTH}[ -](?P<it>{_PLAIN_MONTH}|{_UNSURE_MONTH})", _month_alone),
    (rf"(?P<it>{_PLAIN_MONTH}) (?:and|to|or|until) {_MONTH}", _month_alone),
    (rf"{_MONTH} (?:and|to|or|until) (?P<it>{_PLAIN_MONTH})", _month_alone),
    (r"(?:(?i:early|mid|late)-)?(?P<it>(?:1\d|20)\d0s)", _decade),
    (r"(?P<it>['’‘](?:[2-9]0)s)", _decade),
    (r"(?P<count>[1-9](?:st|nd|rd|th)|1\dth|20th|21st)[ -]century(?P<era> BCE?)?", _century),
    (rf"(?P<first>{_YEAR}) ?[-–/] ?(?P<last>{_YEAR}|\d\d)", _years),
    (rf"{_BEFORE_YEAR}[ -](?P<it>{_YEAR})(?!{_COUNTED})", _year),
    (rf"{_BEFORE_YEAR} {_YEAR} (?:and|to|until|or) (?P<it>{_YEAR})", _year),
    (rf"\((?P<it>{_YEAR})\)", _year),
    (
        rf"(?i:the day (?:before yesterday|after tomorrow)|(?:yesterday|tomorrow)(?: {_PART_OF_DAY})?"
        rf"|last night|this (?:morning|afternoon|evening)|tonight|today)(?!['’]s)",
        _near_day,
    ),
)
