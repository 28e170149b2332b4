"""Compares names by their words, whatever their case, accents and punctuation.

Names meet by whole words or by the beginnings of words, never by how similar their letters are.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tui_reader.models import Kind
from tui_reader.storage.segments import SEPARATOR, segment

_ACCENT: Final = re.compile("[\u0300-\u036f\u0591-\u05bd\u064b-\u0652]")
"""Accents of alphabets and points of Hebrew and Arabic; the vowel signs of other scripts stay."""
_WHOLE: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that no normal form takes apart."""
_WITHIN: Final = re.compile(r"['’ʼ‘`]|(?<=\b\w)\.(?=\w\b)")
"""Apostrophes, and the stops between initials."""
_WORD: Final = re.compile("(?:[^\\W_]|[\u0900-\u0963\u0966-\u0dff])+")
"""Letters and digits; the signs of India's scripts are part of a word although Python has them for none."""

_FEWEST_INITIALS, _MOST_INITIALS = 2, 8


def folded(name: str) -> str:
    """Return the words of a name, parted by single spaces, without case, accents and punctuation.

    In scripts that write no spaces each character is a word.
    """
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", name)).casefold().translate(_WHOLE)
    parted = segment(unicodedata.normalize("NFC", bare)).replace(SEPARATOR, " ")
    return " ".join(_WORD.findall(_WITHIN.sub("", parted)))


def takes_in(names: str, words: str) -> bool:
    """Whether the words begin words of one of the names, in its order; all are given folded, one a line.

    No words at all begin nothing: there are none left of a name of signs alone.
    """
    return words != "" and any(_takes_in(name, words) for name in names.split("\n"))


def _takes_in(name: str, words: str) -> bool:
    there = iter(name.split(" "))
    # The first fit leaves the most words for what follows, so nothing has to be tried twice.
    return all(any(each.startswith(word) for each in there) for word in words.split(" "))


def other_names(name: str, *others: str) -> str:
    """Return those names, folded, that have words which the first lacks, each after a line break."""
    words = set(folded(name).split())
    folds = dict.fromkeys(folded(other) for other in others)
    return "".join(f"\n{other}" for other in folds if set(other.split()) - words)


def initials(kind: str, name: str) -> str:
    """Return the initials of an organisation or a place, folded; "" if it is one word, or very many."""
    letters = [word[0] for word in name.split() if word[0].isupper()]
    if kind not in (Kind.ORGANISATION, Kind.PLACE) or not _FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS:
        return ""
    return folded("".join(letters))


def is_single(kind: str, key: str) -> bool:
    """Whether a person is known by one word only, so that it may be somebody else in each article.

    A script without spaces writes full names as one word, too.
    """
    return kind == Kind.PERSON and " " not in key and " " not in folded(key)
