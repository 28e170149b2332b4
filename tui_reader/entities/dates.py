"""Finds dates in English text by rules: days, months, years, and times told from today."""

from __future__ import annotations

from tui_reader.entities.patterns import matches
from tui_reader.entities.recogniser import Span
from tui_reader.models import Kind

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
# "May" and "March" are also a verb, a surname and a walk, so they need more around them.
_PLAIN_MONTH = rf"(?!May\b|March\b){_MONTH}"
_UNSURE_MONTH = r"(?:May|March)(?! [^\W\d_a-z])"
_BEFORE_MONTH = r"(?i:in|since|by|until|from|during|early|late|mid|of|before|after)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_NO_OWN_NAME = r"(?<!Black )(?<!Good )(?<!Bloody )(?<!Cyber )"
_SEASON = r"(?i:spring|summer|autumn|fall|winter)"
_YEAR = r"(?:1\d|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?: ?(?:[-–]|to|and) ?{_DAY})?"
_PERIOD = r"(?:week|weekend|month|quarter|year|decade|century)"
_UNIT = r"(?:days?|weeks?|months?|years?|decades?|century|centuries)"
_COUNT = r"(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|a couple of|\d+)"
# Four digits are a year only after one of these, and not before something that is counted.
_BEFORE_YEAR = (
    r"(?i:in|since|by|of|from|until|till|before|after|during|between|early|late|mid|throughout|circa|the)"
)
_COUNTED = (
    r" (?:people|men|women|children|soldiers|troops|jobs|homes|deaths|cases|metres|meters|feet|miles|tonnes"
    r"|tons|km|kilometres|kilometers|acres|hectares|members|workers|points|dollars|euros|pounds|times|words)\b"
)

# An earlier pattern takes its text first, so a longer form stands before its parts.
_PATTERNS = (
    rf"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])",
    rf"(?:{_WEEKDAY},? )?{_DAYS}(?: of)? {_MONTH}(?:,? {_YEAR})?",
    rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAYS}(?:,? {_YEAR})?",
    rf"{_MONTH},? (?:of )?{_YEAR}",
    rf"{_SEASON} (?:of )?{_YEAR}",
    rf"(?:first|second|third|fourth) (?:quarter|half) of {_YEAR}",
    rf"Q[1-4](?: of)? {_YEAR}",
    rf"(?i:this|last|next) (?:{_SEASON}|{_PERIOD}|{_WEEKDAY}|{_MONTH})(?! before)",
    rf"{_COUNT} {_UNIT} ago",
    rf"{_NO_OWN_NAME}{_WEEKDAY}(?: {_PART_OF_DAY})?",
    rf"{_BEFORE_MONTH}[ -](?P<it>{_PLAIN_MONTH}|{_UNSURE_MONTH})",
    rf"(?P<it>{_PLAIN_MONTH}) (?:and|to|or|until) {_MONTH}",
    rf"{_MONTH} (?:and|to|or|until) (?P<it>{_PLAIN_MONTH})",
    r"(?:1\d|20)\d0s",
    r"(?:[1-9](?:st|nd|rd|th)|1\dth|20th|21st) century",
    rf"{_YEAR} ?[-–] ?(?:{_YEAR}|\d\d)",
    rf"{_BEFORE_YEAR}[ -](?P<it>{_YEAR})(?!{_COUNTED})",
    rf"{_BEFORE_YEAR} {_YEAR} (?:and|to|until) (?P<it>{_YEAR})",
    rf"\((?P<it>{_YEAR})\)",
    r"(?i:yesterday|tomorrow)",
)


def dates(text: str) -> list[Span]:
    """Return the dates in the text, by place and apart from each other."""
    return matches(text, _PATTERNS, Kind.DATE)
