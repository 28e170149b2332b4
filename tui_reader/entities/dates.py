"""Finds dates in English text by rules: days, months, years, and times told from the day of the article.

What a date comes to is said in `days`. Where the text leaves it open, these hold:

- a weekday or a month by itself is the last until the article's day, that day included, as news tells what
  has happened; it is the next one where its sentence looks ahead, see `tense`;
- a day of a month without a year is the one nearest to the article's day; far from it, as a weekday is;
- "last" and "next" weekdays and months leave out the present one;
- a day in figures alone, 05/06/2026, has no value if day and month could be exchanged.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from tui_reader.entities import date_values
from tui_reader.entities.date_values import MONTH
from tui_reader.entities.numbers import COUNTED, VAGUE, WORDS
from tui_reader.entities.patterns import Rule, matches
from tui_reader.entities.recogniser import Span
from tui_reader.models import Kind

# "May" and "March" are also a verb, a surname and a walk, so they need more around them.
_PLAIN_MONTH: Final = rf"(?!May\b|March\b){MONTH}"
_UNSURE_MONTH: Final = r"(?:May|March)(?! [^\W\d_a-z])"
_BEFORE_MONTH: Final = (
    r"(?i:in|since|by|until|till|from|during|early|late|mid|of|before|after|through|for|last|every)"
)
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ON_WEEKDAY: Final = rf"(?:(?P<weekday>{_WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b\.?),? )?"
_PART_OF_DAY: Final = r"(?:morning|afternoon|evening|night)"
_NO_OWN_NAME: Final = r"(?<!Black )(?<!Good )(?<!Bloody )(?<!Cyber )(?<!Holy )"
_SEASON: Final = r"(?i:spring|summer|autumn|fall|winter)"
_YEAR: Final = r"(?:1\d|20)\d\d"
_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DAYS: Final = rf"(?P<day>{_DAY})(?: ?(?P<to>[-–]|to|and) ?(?P<last>{_DAY}))?"
_OF_YEAR: Final = rf"(?:(?:,? |,)(?P<year>{_YEAR})|,? (?:of )?(?P<which>this|last|next) year)?"
_TO: Final = r"(?: (?:to|through|until|till) |[-–])"
_PERIOD: Final = r"(?:weekend|week|month|quarter|year|decade|century)"
_UNIT: Final = r"(?:day|week|month|year|decade|century|centurie)"
# Four digits are a year only after one of these, and not before something that is counted. After a word that
# makes them an attribute ("the 2008 floods") only a few plurals are counted for sure.
_BEFORE_COUNT: Final = r"(?i:in|by|of|from|until|till|before|after|between)"
_BEFORE_YEAR: Final = (
    r"(?i:in|since|by|of|from|until|till|before|after|during|between|early|late|mid|throughout|circa|the|through"
    r"|year)"
)
_COUNT: Final = rf"{_BEFORE_COUNT}[ -]{_YEAR}(?:(?: (?:and|to|or) |[-–])1[0-8]\d\d)?{COUNTED}"
_SURELY_COUNTED: Final = (
    r" (?:people|men|women|children|soldiers|troops|jobs|homes|deaths|cases|metres|meters|feet|miles|tonnes"
    r"|tons|km|kilometres|kilometers|acres|hectares|members|workers|points|dollars|euros|pounds|times|words)\b"
)
_YEARS: Final = rf"(?P<first>{_YEAR}) ?[-–/] ?(?P<last>{_YEAR}|\d\d)"
_NEW_YEAR: Final = r"(?:19|20)\d\d"


def dates(text: str, today: date | None = None) -> list[Span]:
    """Return the dates in the text, by place and apart from each other.

    Args:
        text: what is read.
        today: the day when it came out; None if unknown, so that dates which are told from it have no value.
    """
    return matches(text, _RULES, Kind.DATE, today)


_WHICH: Final = r"(?P<which>(?i:this|last|next))"
_WHICH_ONE: Final = r"(?P<which>(?i:this coming|this past|this|last|next|coming|past))"
_YEAR_CLUE: Final = r"[12]\d\d\d"
_MONTH_CLUE: Final = "Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec"
_SEASON_CLUE: Final = "[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter"
_WHICH_CLUE: Final = "[Tt]his |[Ll]ast |[Nn]ext |[Cc]oming |[Pp]ast "
_PAIR_CLUE: Final = f"day{_TO}"
_NEAR_CLUE: Final = (
    "[Dd]ay|[Tt]onight|[Tt]omorrow|[Ll]ast (?:night|evening)|[Tt]his (?:morning|afternoon|evening)"
)
# An earlier pattern takes its text first, so a longer form stands before its parts.
_RULES: Final[tuple[Rule[date | None], ...]] = (
    Rule(
        rf"(?P<year>{_YEAR})[-/](?P<month>0[1-9]|1[0-2])[-/](?P<day>0[1-9]|[12]\d|3[01])",
        date_values.year_month_day,
        _YEAR_CLUE,
    ),
    Rule(
        rf"(?P<one>\d\d?)(?P<sign>[./-])(?P<other>\d\d?)(?P=sign)(?P<year>{_YEAR})",
        date_values.day_in_figures,
        _YEAR_CLUE,
    ),
    Rule(
        rf"{_ON_WEEKDAY}{_DAYS}(?: of)? (?P<month>{MONTH}){_OF_YEAR}", date_values.day_of_month, _MONTH_CLUE
    ),
    Rule(rf"{_ON_WEEKDAY}(?P<month>{MONTH}) {_DAYS}{_OF_YEAR}", date_values.day_of_month, _MONTH_CLUE),
    Rule(
        rf"(?P<first>{MONTH})(?: to | until |[-–])(?P<month>{MONTH}),? (?P<year>{_YEAR})",
        date_values.month_of_year,
        _MONTH_CLUE,
    ),
    Rule(rf"(?P<month>{MONTH}),? (?:of )?(?P<year>{_YEAR})", date_values.month_of_year, _MONTH_CLUE),
    Rule(
        rf"(?P<month>{MONTH}),? (?:of )?(?P<which>this|last|next) year",
        date_values.month_of_year,
        _MONTH_CLUE,
    ),
    Rule(rf"(?P<season>{_SEASON}) (?:of )?(?P<year>{_YEAR})", date_values.season_of_year, _SEASON_CLUE),
    Rule(
        r"(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th)) (?P<unit>(?i:quarter|half))"
        rf"(?: of| in)? (?:the )?(?:(?P<year>{_YEAR})|(?P<which>this|last|next)? ?year)",
        date_values.part_of_year,
        "[Qq]uarter|[Hh]alf",
    ),
    Rule(rf"Q(?P<number>[1-4])(?: of)? (?P<year>{_YEAR})", date_values.part_of_year, "Q[1-4]"),
    Rule(
        rf"(?P<weekday>{_WEEKDAY})(?: {_PART_OF_DAY})? (?P<which>last|this|next) week",
        date_values.weekday_of_week,
        "day (?:last|this|next)|(?:morning|afternoon|evening|night) (?:last|this|next)",
    ),
    Rule(rf"{_WHICH} (?P<unit>{_PERIOD})(?! before| of | in )", date_values.told_from_now, _WHICH_CLUE),
    Rule(
        rf"{_WHICH_ONE} (?P<unit>{_SEASON}|{_WEEKDAY}|{MONTH})(?: {_PART_OF_DAY})?",
        date_values.told_from_now,
        _WHICH_CLUE,
    ),
    Rule(rf"(?P<count>{WORDS}|\d{{1,6}}) (?P<unit>{_UNIT})s? ago", date_values.ago, " ago"),
    Rule(rf"{VAGUE} {_UNIT}s ago", date_values.unsaid, " ago"),
    Rule(rf"(?P<it>{_WEEKDAY}){_TO}(?P<last>{_WEEKDAY})", date_values.weekday_of_pair, _PAIR_CLUE),
    Rule(rf"(?P<first>{_WEEKDAY}){_TO}(?P<it>{_WEEKDAY})", date_values.weekday_of_pair, _PAIR_CLUE),
    Rule(rf"(?P<it>{MONTH}){_TO}(?P<last>{MONTH})", date_values.month_of_pair, _MONTH_CLUE),
    Rule(rf"(?P<first>{MONTH}){_TO}(?P<it>{MONTH})", date_values.month_of_pair, _MONTH_CLUE),
    Rule(rf"{_NO_OWN_NAME}(?P<weekday>{_WEEKDAY})(?: {_PART_OF_DAY})?", date_values.weekday, "day"),
    Rule(rf"{_BEFORE_MONTH}[ -](?P<it>{_PLAIN_MONTH}|{_UNSURE_MONTH})", date_values.month_alone, _MONTH_CLUE),
    Rule(rf"(?P<it>{_PLAIN_MONTH}) (?:and|to|or|until) {MONTH}", date_values.month_alone, _MONTH_CLUE),
    Rule(
        rf"{MONTH} (?:and|to|or|until) (?P<it>{_PLAIN_MONTH}|{_UNSURE_MONTH})",
        date_values.month_alone,
        _MONTH_CLUE,
    ),
    Rule(
        rf"(?:its|their|his|her|our|the|an?) (?P<it>{_PLAIN_MONTH}|May|March)(?= [a-z])",
        date_values.month_alone,
        _MONTH_CLUE,
    ),
    Rule(r"(?:(?i:early|mid|late)-)?(?P<it>(?:1\d|20)\d0s)", date_values.decade, "0s"),
    Rule(r"(?P<it>['’‘](?:[2-9]0)s)", date_values.decade, "0s"),
    Rule(
        r"(?P<count>[1-9](?:st|nd|rd|th)|1\dth|20th|21st)[ -]century(?P<era> BCE?)?",
        date_values.century,
        "century",
    ),
    # Years of old that stand by themselves may as well be the numbers of houses, pages or telephones.
    Rule(
        rf"(?P<first>{_NEW_YEAR}) ?[-–/] ?(?P<last>{_NEW_YEAR}|\d\d)",
        date_values.years,
        _YEAR_CLUE,
    ),
    Rule(rf"(?:(?<=\()|{_BEFORE_YEAR}[ -])(?P<it>{_YEARS})(?!{COUNTED})", date_values.years, _YEAR_CLUE),
    Rule(rf"{_YEARS}(?=\))", date_values.years, _YEAR_CLUE),
    Rule(
        rf"(?!{_COUNT}){_BEFORE_YEAR}[ -](?P<it>{_YEAR})(?!{_SURELY_COUNTED})",
        date_values.year,
        _YEAR_CLUE,
    ),
    Rule(
        rf"{_BEFORE_YEAR} {_YEAR} (?:and|to|until|or) (?P<it>{_NEW_YEAR}|{_YEAR}(?!{COUNTED}))",
        date_values.year,
        _YEAR_CLUE,
    ),
    Rule(rf"(?i:an?|his|her|their|its|that) (?P<it>{_YEAR})(?= [a-zA-Z])", date_values.year, _YEAR_CLUE),
    Rule(
        rf"(?:around|about|for) (?P<it>{_YEAR})(?=[,;.)]| [a-z])(?!{COUNTED})",
        date_values.year,
        _YEAR_CLUE,
    ),
    Rule(rf"(?<=[12]\d\d\d, )(?P<it>{_YEAR})(?=[,;.]| and )", date_values.year, _YEAR_CLUE),
    Rule(rf"(?<=[12]\d\d\d and )(?P<it>{_YEAR})(?!{COUNTED})", date_values.year, _YEAR_CLUE),
    Rule(rf"\((?P<it>{_YEAR})\)", date_values.year, _YEAR_CLUE),
    Rule(
        rf"(?i:the day (?:before yesterday|after tomorrow)|(?:yesterday|tomorrow)(?: {_PART_OF_DAY})?"
        rf"|last (?:night|evening)|this (?:morning|afternoon|evening)|tonight|today)(?!['’]s)",
        date_values.near_day,
        _NEAR_CLUE,
    ),
)
