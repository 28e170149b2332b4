"""Writes names so that two spellings of one name are equal: by fixed rules, never by likeness."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile(r"^the (?=.)")
_POSSESSIVE = re.compile(r"['’]s?$")
_MARKS = re.compile(r"[.,'’‘ʻʼ`´\"“”„()]")
_JOINTS = re.compile(r"[-‐‑–—/_]")
_ACCENTS = re.compile("[\u0300-\u036f]")
# Letters of their own, which no accent is to be taken from.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
# "J. K.", "J.K." and "JK" before a surname, "R.J." inside a name.
_INITIALS = re.compile(r"^(?:[^\W\d_]\.[ -]?)+(?=\w)|^[A-Z]{2}(?= )|(?<= )(?:[A-Z]\.){2,}")
_SPACED_HYPHEN = re.compile(r" - ")
# The Arabic article before a surname, which is as often written apart.
_PARTICLE = re.compile(r"\b(al|el|as|ad|an|ar|at|az|ash|ul)-(?=\w)")
_SAINT = re.compile(r"\bst(?= )")


@lru_cache(maxsize=1 << 14)
def spelled(name: str) -> str:
    """Return a name without what spellings differ in.

    That is: case, accents, the width of letters and spaces, stops and apostrophes, a hyphen for a space, "&"
    for "and", "St." for "Saint", the article before it and the possessive after it.
    """
    return _ARTICLE.sub("", _SAINT.sub("saint", " ".join(_JOINTS.sub(" ", _letters(name)).split())))


@lru_cache(maxsize=1 << 14)
def spelled_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name, spelled alike; a hyphen doesn't part them, initials are parted."""
    return tuple(_letters(_INITIALS.sub(_parted, name)).split())


def _parted(initials: re.Match[str]) -> str:
    return " ".join(letter for letter in initials[0] if letter.isalpha()) + " "


def _letters(name: str) -> str:
    """Return a name in small letters without accents and marks; hyphens stay."""
    wide = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name.strip()).casefold())
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", wide)).translate(_LETTERS)
    plain = _PARTICLE.sub(r"\1 ", _SPACED_HYPHEN.sub("-", plain))
    return _MARKS.sub("", plain.replace("&", " and ")) or name.casefold()
