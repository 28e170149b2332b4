"""Cuts a text into tokens: the words, numbers, marks and line breaks that the tagger sees."""

from __future__ import annotations

import re

from tui_reader.values import value

_CAPITAL = r"[^\W\d_a-z]"
_ABBREVIATION = rf"(?:{_CAPITAL}\.){{2,}}"
_NUMBER = r"\d+(?:[.,:]\d+)*(?!\w)"
_COMBINING = "\u0300-\u036f"
_WORD = rf"[^\W_][^\W_{_COMBINING}]*(?:[{_COMBINING}]+[^\W_]*)*"
_POSSESSIVE = r"['’][sS](?!\w)"
_BREAK = r"\n+"
_MARK = r"[^\w\s]|_"
_TOKEN = re.compile("|".join((_ABBREVIATION, _NUMBER, _WORD, _POSSESSIVE, _BREAK, _MARK)))
BREAK = "\n"
"""What every run of line breaks is, whatever its length."""


@value
class Tokens:
    """The tokens of a text and where they stand."""

    forms: list[str]
    """Each token as it is written; a run of line breaks is one of them."""
    starts: list[int]
    """Offset of each token's first character."""
    ends: list[int]
    """Offset after each token's last character."""


def tokens(text: str) -> Tokens:
    """Return the tokens of the text, by place; no character but white space stays outside."""
    found = list(_TOKEN.finditer(text))
    return Tokens(
        [BREAK if (form := match[0]).startswith(BREAK) else form for match in found],
        [match.start() for match in found],
        [match.end() for match in found],
    )
