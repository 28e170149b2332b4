"""Reads numbers as news writes them: in digits, in words, and with a million or a crore behind them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

# Thousands are parted by commas, by spaces or by points; a comma may begin the decimals too. Every repeat has
# a bound, so that a megabyte of digits takes no longer than any other megabyte.
DIGITS: Final = (
    r"(?:(?:\d{1,3}[ -])?\d{1,2}/\d{1,2}"
    r"|\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,9})?|\d{1,3}(?: \d{3}){1,6}(?:[.,]\d{1,9})?"
    r"|\d{1,3}(?:\.\d{3}){2,6}(?:,\d{1,9})?|\d{1,18}(?:[.,]\d{1,9})?)"
)
_UNITS: Final = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final = {
    **dict.fromkeys(("a", "an"), Decimal(1)),
    **dict.fromkeys(("half a", "half an", "and a half"), Decimal("0.5")),
    **dict.fromkeys(("a quarter of a", "a quarter of an"), Decimal("0.25")),
    **{word: Decimal(value) for value, word in enumerate(_UNITS)},
    **{word: Decimal(20 + 10 * place) for place, word in enumerate(_TENS)},
}
_DIGIT: Final = rf"(?:{'|'.join(_UNITS[1:10])})"
_UNIT: Final = rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_BIG: Final = "(?:million|billion|trillion|lakh|crore)"
_BELOW_100: Final = rf"(?:(?:{'|'.join(_TENS)})(?:[ -]{_DIGIT})?|{_UNIT}|an?)"
_BELOW_1000: Final = rf"{_BELOW_100}(?:[ -]hundred(?:(?: and)?[ -]{_BELOW_100})?)?"
# Thousands that millions are counted in have no "and": "two thousand and three million" are two numbers.
_MILLIONS: Final = (
    rf"{_BELOW_1000}(?:[ -]thousand(?: {_BELOW_1000})?)?(?:[ -]{_BIG}){{1,2}}(?: {_BELOW_1000}[ -]{_BIG})?"
)
_THOUSANDS: Final = rf"{_BELOW_1000}(?:[ -]thousand(?:(?: and)? {_BELOW_1000})?)?"
_BROKEN: Final = (
    rf"(?:half an?|a quarter of an?|{_UNIT}[ -]and[ -]a[ -]half"
    rf"|{_BELOW_100} point(?: (?:zero|{_DIGIT})){{1,3}})"
    rf"(?:[ -](?:hundred|thousand|{_BIG})){{0,2}}"
)
WORDS: Final = rf"(?i:{_BROKEN}|{_MILLIONS}(?:(?: and)? {_THOUSANDS})?|{_THOUSANDS})"
"""A number in words, with its scales: "two hundred and fifty million"."""
_WORD: Final = re.compile(r"half an?|a quarter of an?|and a half|\w+")
VAGUE: Final = r"(?i:several|(?:a )?few|some|many|a couple of|dozens of|hundreds of|thousands of)"
"""What stands for a number without saying it."""
# A plural right behind a number; not "was", and not "this", "less" and "crisis" either, by their ends.
COUNTED: Final = (
    r" (?:people|men|women|children|police|feet|km"
    r"|(?!(?:as|was|has|its|does|perhaps|always|besides|sometimes)\b)[a-z]{2,20}(?<!ss)(?<!us)(?<!is)(?<!wards)(?<=s))\b"
)
"""What follows a number that says how many there are of something."""
_SCALES: Final = {
    "hundred": 10**2,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
}
SCALE: Final = r"(?i:hundred|thousand|million|billion|trillion|lakh|crore)"
ANY_SCALE: Final = (
    rf"(?:[ -](?:{SCALE}(?: (?i:crore|million|billion|trillion))?)s?\b"
    rf"| ?(?:mn|bn|tn|[kmbKMB])\b)"
)
_FRACTION: Final = re.compile(r"(?:(\d+)[ -])?(\d+)/(\d+)")
_MILLION: Final = 10**6
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_EUROPEAN: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_UNSURE: Final = re.compile(r"\d{1,3}\.\d{3}")
"""A thousand and something on the Continent, one and something elsewhere."""


def number(written: str, scale: str = "") -> Decimal | None:
    """Return what the number comes to, None if that can't be said.

    Args:
        written: the number, in digits or words.
        scale: what stands behind it, "million", "bn" or "lakh crore"; empty for nothing.
    """
    value = _digits(written, is_scaled=bool(scale)) if written[:1].isdecimal() else _words(written)
    if value is None:
        return None
    for word in scale.lower().strip(" -").split():
        value *= _SCALES[word if word in _SCALES else word.rstrip("s")]
    return value


def plain(value: Decimal) -> str:
    """Return the number in digits, without an exponent and without zeros that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digits(written: str, *, is_scaled: bool) -> Decimal | None:
    fraction = _FRACTION.fullmatch(written)
    if fraction:
        return _fraction(*(int(part or 0) for part in fraction.groups()))
    text = written.replace(" ", "")
    if _UNSURE.fullmatch(text) and not text.startswith("0") and not is_scaled:
        return None
    if _EUROPEAN.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    elif text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    return Decimal(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None


def _fraction(whole: int, part: int, parts: int) -> Decimal | None:
    """Return "5 1/2" as a number, None if that has no end as a third has none, or if it is no fraction."""
    if not 0 < part < parts:
        return None
    value = Decimal(part) / parts
    return whole + value if value * parts == part else None


def _words(written: str) -> Decimal | None:
    """Return "two hundred and fifty million" as a number, None if its scales are in no order."""
    total, below, tenth = Decimal(0), Decimal(0), Decimal(0)
    for word in _WORD.findall(written.lower().replace("-", " ")):
        if word == "hundred":
            below *= 100
        elif word in _SCALES:
            scale = _SCALES[word]
            if below and total >= _MILLION and total < scale:
                return None
            total, below = (total + below) * scale if total < scale else total + below * scale, Decimal(0)
        elif word == "point":
            tenth = Decimal(1)
        elif word != "and":
            if word not in _WORDS:
                return None
            tenth /= 10
            below += _WORDS[word] * (tenth or 1)
    return total + below
