"""Finds amounts of money in English text by rules, each with its number and currency."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from tui_reader.entities.currencies import (
    CODE,
    NATION,
    SIGN,
    SIGN_BEHIND,
    WORD,
    Currencies,
    is_hundredth,
)
from tui_reader.entities.numbers import ANY_SCALE, COUNTED, DIGITS, SCALE, VAGUE, WORDS, number, plain
from tui_reader.entities.patterns import Rule, matches
from tui_reader.entities.recogniser import Span
from tui_reader.models import Kind

_ANY_NATION: Final = rf"(?:{NATION}|[A-Z][a-z]{{2,12}}(?:an|ese|ish|ch|ss))"
_CURRENCY: Final = rf"(?:(?P<nation>{_ANY_NATION}[ -])?(?P<word>{WORD})|(?P<code>{CODE}))"
_SIGNED: Final = rf"(?P<sign>{SIGN}|{CODE} ) ?(?P<least>{DIGITS})(?P<scale>{ANY_SCALE})?"
_TO: Final = r" ?(?:[-–—]|to) ?"
_TO_SIGNED: Final = rf"{_TO}(?:{SIGN}|{CODE} ) ?(?P<most>{DIGITS})(?P<scale_of_most>{ANY_SCALE})?"
_TO_PLAIN: Final = rf"{_TO}(?P<most>{DIGITS})(?P<scale_of_most>{ANY_SCALE})?"
_THOUSAND: Final = 1000


def money(text: str) -> list[Span]:
    """Return the amounts of money in the text, by place and apart from each other."""
    return matches(text, _RULES, Kind.MONEY, Currencies(text))


def _value(found: re.Match[str], currencies: Currencies) -> str:
    """Return number and code; a range has a slash between its ends."""
    groups = {name: text for name, text in found.groupdict().items() if text}
    sign, word = groups.get("sign", ""), groups.get("word", "")
    if sign:
        code = currencies.of_sign(sign)
    else:
        code = groups.get("code") or currencies.of_word(word, groups.get("nation", "").strip(" -"))
    values: list[str] = []
    for value in _ends(groups):
        if value is None:
            return ""
        values.append(plain(value / 100 if is_hundredth(word) and not sign else value))
    return f"{'/'.join(values)} {code}" if values and code else ""


def _ends(groups: Mapping[str, str]) -> list[Decimal | None]:
    """Return the number, or both ends of a range; an end without a scale has that of the other.

    One that is written in full has none: the first if it would exceed the last, the last if it has thousands.
    """
    if "least" not in groups:
        return []
    scale, scale_of_most = groups.get("scale", ""), groups.get("scale_of_most", "")
    least = number(groups["least"], scale or scale_of_most)
    if "most" not in groups:
        return [least]
    most, bare = number(groups["most"], scale_of_most or scale), number(groups["most"])
    if not scale and least is not None and most is not None and least > most:
        least = number(groups["least"])
    if not scale_of_most and bare is not None and bare >= _THOUSAND:
        most = bare
    return [least, most]


# A sign, or a digit behind a letter as in "Rs 5"; a currency's name behind a space or a hyphen.
_SIGN_CLUE: Final = r"[$€£¥₹₽₩₪₺₴₸₦฿₱₫₵৳₾₼₡₭៛]|\d(?:(?<=[A-Za-z.¢]\d)|(?<=[A-Za-z.¢] \d))"
_WORD_CLUE: Final = rf"[ -](?:{WORD}|{CODE})\b"
# An earlier pattern takes its text first, so a longer form stands before its parts.
_RULES: Final[tuple[Rule[Currencies], ...]] = (
    Rule(rf"{_SIGNED}{_TO_SIGNED}(?: {WORD})?", _value, _SIGN_CLUE),
    Rule(rf"{_SIGNED}{_TO_PLAIN}(?!{ANY_SCALE}|{COUNTED})", _value, _SIGN_CLUE),
    Rule(rf"{_SIGNED}(?: (?:{NATION} )?{WORD})?", _value, _SIGN_CLUE),
    Rule(
        rf"(?P<least>{DIGITS})(?P<scale>{ANY_SCALE})?(?:{_TO_PLAIN})?[ -]{_CURRENCY}",
        _value,
        _WORD_CLUE,
    ),
    Rule(rf"(?P<least>{DIGITS})(?P<scale> {SCALE})? ?(?P<sign>{SIGN_BEHIND})", _value, _SIGN_CLUE),
    Rule(rf"(?P<least>{WORDS})[ -]{_CURRENCY}", _value, _WORD_CLUE),
    Rule(
        rf"{VAGUE} (?:(?:{SCALE}s?|tens|hundreds|thousands) (?:of )?){{0,2}}{_CURRENCY}", _value, _WORD_CLUE
    ),
    Rule(
        r"(?i:(?:tens|dozens|hundreds|thousands) of )?(?i:thousand|million|billion|trillion)s"
        rf" of {_CURRENCY}",
        _value,
        _WORD_CLUE,
    ),
)
