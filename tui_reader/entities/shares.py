"""Finds shares in per cent in English text by rules, each with its number of per cent."""

from __future__ import annotations

import re
from typing import Final

from tui_reader.entities.numbers import DIGITS, VAGUE, WORDS, number, plain
from tui_reader.entities.patterns import Rule, matches
from tui_reader.entities.recogniser import Span
from tui_reader.models import Kind

_SIGN: Final = r"(?:[-+−]|(?i:minus |plus ))?"
_UNIT: Final = (
    r"(?: ?%(?:[ -]points?)?| ?pc|[ -](?i:per ?cent)(?:age points?)?"
    r"|[ -](?P<basis>(?i:basis points?)|bps?))"
)
_PLAIN_UNIT: Final = r"(?: ?%|[ -](?i:per ?cent))"
_TO: Final = r" ?(?:[-–—]|to) ?"
_BASIS: Final = 100
"""Basis points in a point of per cent."""


def shares(text: str) -> list[Span]:
    """Return the shares in the text, by place and apart from each other."""
    return matches(text, _RULES, Kind.PERCENT, None)


def _value(found: re.Match[str], context: None) -> str:
    """Return the number of per cent, or the two ends of a range with a slash between them."""
    groups = found.groupdict()
    ends = [groups.get(name) for name in ("least", "most")]
    signs = [groups.get(name) or "" for name in ("sign", "sign_of_most")]
    values: list[str] = []
    for sign, written in zip(signs, ends, strict=True):
        if not written:
            continue
        value = number(written)
        if value is None:
            return ""
        value = value / _BASIS if groups.get("basis") else value
        values.append(plain(-value if sign.strip().lower() in ("-", "−", "minus") else value))
    return "/".join(values)


_CLUE: Final = r"%|[Pp]er ?[Cc]ent|[Bb]asis point|\dbps?\b|\d ?bps?\b|\d ?pc\b"
# An earlier pattern takes its text first, so a longer form stands before its parts.
_RULES: Final[tuple[Rule[None], ...]] = (
    Rule(
        rf"(?P<sign>{_SIGN})(?P<least>{DIGITS}){_PLAIN_UNIT}?{_TO}(?P<sign_of_most>{_SIGN})(?P<most>{DIGITS}){_UNIT}",
        _value,
        _CLUE,
    ),
    Rule(rf"(?P<sign>{_SIGN})(?P<least>{DIGITS}){_UNIT}", _value, _CLUE),
    Rule(
        rf"(?P<sign>{_SIGN})(?P<least>{WORDS})(?: to | or )(?P<sign_of_most>{_SIGN})(?P<most>{WORDS}){_UNIT}",
        _value,
        _CLUE,
    ),
    Rule(rf"(?P<sign>{_SIGN})(?P<least>{WORDS}){_UNIT}", _value, _CLUE),
    Rule(rf"{VAGUE}{_UNIT}", _value, _CLUE),
)
