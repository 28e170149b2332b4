"""Reads numbers as news writes them: in digits, in words, and with a million or a crore behind them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

# Thousands are parted by commas, by spaces or by points; a comma may begin the decimals too. Every repeat has
# a bound, so that a megabyte of digits takes no longer than any other megabyte.
DIGITS: Final = (
    r"(?:\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,9})?|\d{1,3}(?: \d{3}){1,6}(?:[.,]\d{1,9})?"
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
    "a": Decimal(1),
    "an": Decimal(1),
    "half a": Decimal("0.5"),
    "half an": Decimal("0.5"),
    "a quarter of a": Decimal("0.25"),
    **{word: Decimal(value) for value, word in enumerate(_UNITS)},
    **{word: Decimal(20 + 10 * place) for place, word in enumerate(_TENS)},
}
WORDS: Final = (
    rf"(?i:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[1:10])}))?"
    rf"|(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?: and a half)?"
    r"|half an?|a quarter of a|an?)"
)
VAGUE: Final = r"(?i:several|(?:a )?few|some|many|a couple of|dozens of|hundreds of|thousands of)"
"""What stands for a number without saying it."""
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


def _words(written: str) -> Decimal | None:
    text = " ".join(written.lower().replace("-", " ").split())
    whole, half, _ = text.partition(" and a half")
    parts = [whole] if whole in _WORDS else whole.split()
    if not parts or any(part not in _WORDS for part in parts):
        return None
    return sum((_WORDS[part] for part in parts), Decimal("0.5" if half else 0))
