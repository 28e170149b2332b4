"""Parts a text into its words, brought to the form in which they are compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import Final

WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:–-]\d+)*")
"""A word with what hyphens and apostrophes join to it, or a number."""
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_ENDINGS: Final = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_SHORTEST_STEM: Final = 4


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Return a word in lower case without its ending, so that "voted" meets "votes"; "" for a common word."""
    word = word.lower()
    if len(word) < 2 or word in common_words():
        return ""
    word = _POSSESSIVE.sub("", word)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    return "" if word in common_words() else word


@cache
def common_words() -> frozenset[str]:
    """Return the words that tell nothing of what a text is about."""
    return frozenset(
        resources.files("tui_reader.stories").joinpath("common.txt").read_text(encoding="utf-8").split()
    )
