"""Finds times of the day in English text by rules, each with the day that stands right by it.

A time has an offset from UTC only if its zone says one: "IST" and "CST" are the time of several countries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from tui_reader.entities import days
from tui_reader.entities.patterns import Rule, matches, plainly_spaced
from tui_reader.entities.recogniser import Span
from tui_reader.models import Kind
from tui_reader.values import replace

_OFFSETS: Final = {
    "GMT": 0,
    "UTC": 0,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "WAT": 1,
    "CAT": 2,
    "SAST": 2,
    "EAT": 3,
    "MSK": 3,
    "PKT": 5,
    "WIB": 7,
    "HKT": 8,
    "SGT": 8,
    "JST": 9,
    "KST": 9,
    "AEST": 10,
    "AEDT": 11,
    "EST": -5,
    "EDT": -4,
    "PST": -8,
    "PDT": -7,
    "MDT": -6,
    "CDT": -5,
    "BRT": -3,
}
_HOURS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NAMED: Final = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}

_HALF: Final = r"(?i:[ap]\.m\b\.?|[ap]m\b)"
_KNOWN_ZONE: Final = rf"(?:GMT|UTC) ?[+−-](?:1[0-4]|0?\d)(?::?[0-5]\d)?|{'|'.join(_OFFSETS)}"
_ZONE: Final = rf"(?: ?\(?(?P<zone>{_KNOWN_ZONE}|IST|BST|CST|MST|ET|PT)\b\)?|,? local time)?"
_BEFORE: Final = r"(?i:at|by|from|until|till|since|before|after|around|about|between|and|to|exactly)"
_SECONDS: Final = r"(?::[0-5]\d)?"
_MINUTES: Final = rf"[:.](?P<minute>[0-5]\d){_SECONDS}"
_HOUR: Final = r"(?P<hour>2[0-3]|[01]?\d)"
_HOUR_OF_HALF: Final = r"(?P<hour>1[0-2]|0?[1-9])"
_BETWEEN: Final = re.compile(
    r"(?:,| \()? ?(?:(?:at|from|by|around|about|until|before|after|on|of|exactly)? ?){0,2}"
)
"""What may stand between a day and a time that belong together."""
_OFFSET: Final = re.compile(r"(?P<sign>[+−-])(?P<hours>\d\d?):?(?P<minutes>\d\d)?$")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def times(text: str) -> list[Span]:
    """Return the times of the day in the text, by place and apart from each other."""
    return matches(text, _RULES, Kind.TIME, None)


def on_their_days(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return dates and times, given by place, with each time put on the day that stands right by it."""
    text = plainly_spaced(text)
    joined = list(spans)
    for index, span in enumerate(joined):
        if span.kind is not Kind.TIME or not span.value:
            continue
        for near in joined[max(0, index - 1) : index + 2]:
            start, end = min(span.end, near.end), max(span.start, near.start)
            if near.kind is Kind.DATE and _DAY.fullmatch(near.value) and _BETWEEN.fullmatch(text, start, end):
                joined[index] = replace(span, value=_on_day(near.value, span.value))
                break
    return joined


def _on_day(day: str, time: str) -> str:
    """Return a time with its day; what ends before it begins ends on the next one."""
    first, _, last = time.partition("/")
    if not last:
        return day + first
    last_day = days.period("day", date.fromisoformat(day), 1) if last < first else day
    return f"{day}{first}/{last_day}{last}" if last_day else time


def _clock(hour: str, minute: str | None, half: str | None, zone: str | None) -> str:
    """Return an hour as ISO 8601 has it, "" if there is none such."""
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            return ""
        hours = hours % 12 + (12 if half[0].lower() == "p" else 0)
    return f"T{hours:02d}:{minutes:02d}{_offset(zone or '')}"


def _offset(zone: str) -> str:
    """Return what "EST" or "UTC+3" says of the time, "" if nothing."""
    told = _OFFSET.search(zone)
    if not told:
        return f"{_OFFSETS[zone]:+03d}:00" if zone in _OFFSETS else ""
    sign = "+" if told["sign"] == "+" else "-"
    return f"{sign}{int(told['hours']):02d}:{told['minutes'] or '00'}"


def _value(found: re.Match[str], context: None) -> str:
    groups = found.groupdict()
    zone, half = groups.get("zone"), groups.get("half")
    value = _clock(groups["hour"], groups.get("minute"), half, zone)
    if not groups.get("last_hour"):
        return value
    last = _clock(groups["last_hour"], groups.get("last_minute"), half, zone)
    first = _clock(groups["hour"], groups.get("minute"), groups.get("first_half") or half, zone)
    if not groups.get("first_half") and first > last:
        # "9 to 5 p.m." begins in the other half of the day.
        first = _clock(
            groups["hour"], groups.get("minute"), "p" if (half or "").lower().startswith("a") else "a", zone
        )
    return f"{first}/{last}" if first and last else ""


def _named(found: re.Match[str], context: None) -> str:
    return _NAMED[found["it"].lower()]


def _in_part_of_day(found: re.Match[str], context: None) -> str:
    return _clock(found["hour"], None, "a" if found["part"] == "morning" else "p", None)


def _in_words(found: re.Match[str], context: None) -> str:
    """Return "" for "nine o'clock", which is in the morning or in the evening."""
    return ""


_HALF_CLUE: Final = r"\d ?[AaPp]\.?[Mm]\b"
# An earlier pattern takes its text first, so a longer form stands before its parts.
_RULES: Final[tuple[Rule[None], ...]] = (
    Rule(
        rf"{_HOUR_OF_HALF}(?:{_MINUTES})? ?(?P<first_half>{_HALF})?(?: to |[-–]| [-–] )"
        rf"(?P<last_hour>1[0-2]|0?[1-9])(?:[:.](?P<last_minute>[0-5]\d))? ?(?P<half>{_HALF}){_ZONE}",
        _value,
        _HALF_CLUE,
    ),
    Rule(rf"{_HOUR_OF_HALF}(?:{_MINUTES})? ?(?P<half>{_HALF}){_ZONE}", _value, _HALF_CLUE),
    Rule(
        rf"{_HOUR}[:.]?(?P<minute>[0-5]\d){_SECONDS}(?: ?(?:hrs|hours))? ?\(?"
        rf"(?P<zone>{_KNOWN_ZONE}|IST|BST|CST)\b",
        _value,
        r"\d ?(?:hrs |hours )?\(?[A-Z]{3}",
    ),
    Rule(
        r"(?P<hour>2[0-3]|[01]\d)[:.]?(?P<minute>[0-5]\d)(?: ?(?:hrs|hours)|,? local time)",
        _value,
        r"\d ?(?:hrs|hours)\b|\d,? local",
    ),
    Rule(
        rf"{_BEFORE} (?P<it>(?P<hour>2[0-3]|[01]?\d):(?P<minute>[0-5]\d){_SECONDS}(?:,? local time)?)",
        _value,
        r"\d:\d",
    ),
    Rule(rf"(?:{_HOUR}|(?i:{_HOURS})) o['’]clock", _in_words, "clock"),
    Rule(
        r"(?i:at|by|around|until|before|after|since|from|to) (?P<it>(?i:noon|midday|midnight))",
        _named,
        r"[Nn]oon|[Mm]idday|[Mm]idnight",
    ),
    Rule(
        rf"{_BEFORE} (?P<it>{_HOUR_OF_HALF} in the (?P<part>morning|afternoon|evening))",
        _in_part_of_day,
        r"\d in the",
    ),
)
