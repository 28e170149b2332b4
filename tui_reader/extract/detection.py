"""Tells the encoding of a page from its bytes, where nothing else does or what does is wrong.

Each encoding is asked how likely the letters are that the bytes would be in it, by the letters of its
languages (naive Bayes). That is enough, as they are common in one and rare or no letters at all in others.
"""

from __future__ import annotations

import codecs
import math
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Final

from tui_reader.extract.alphabets import WRITTEN_IN, Language

_MOST_BYTES: Final = 3_000
"""Bytes of words beyond ASCII that are looked at."""
_LONGEST_WORD: Final = 200
_LEAST_RIGHT: Final = 10
"""Characters beyond ASCII for each that can't be read, from which the bytes are damaged UTF-8."""
_TRUST: Final = 20.0
"""By how much the declared encoding is more likely than another before anything was looked at (logarithm)."""
_MARKS: Final = "’“”«»–—‘„…·•©®°§€№™\N{NO-BREAK SPACE}"
_MARK: Final = math.log(0.04 / len(_MARKS))
_OTHER_LETTER: Final = math.log(1e-4)
_NO_LETTER: Final = math.log(1e-6)
_NOTHING: Final = math.log(1e-9)
_CAPITAL: Final = math.log(1 / 8)
_ODD_PAIR: Final = math.log(1 / 20)
"""For a capital inside a word, and for letters side by side that no language writes so."""
_JAPANESE_SHIFTS: Final = (b"\x1b$B", b"\x1b$@")


def is_utf_8(body: bytes) -> bool:
    """Whether the bytes are UTF-8, also if they were cut off inside a character or a few are damaged."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
        wrong = text.count("\N{REPLACEMENT CHARACTER}")
        right = len(text) - len(text.encode("ascii", "ignore")) - wrong
        return right >= _LEAST_RIGHT * wrong
    return True


def in_pairs(body: bytes) -> str:
    """Return UTF-16 if every second byte is mostly null, as markup is in it; otherwise ""."""
    start = body[:2_000]
    half = len(start) // 2
    if half and start[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    if half and start[0::2].count(0) > half * 0.7:
        return "utf-16-be"
    return ""


def detected(body: bytes, declared: str = "") -> str:
    """Return the codec that fits the bytes best; the declared one if another fits hardly better."""
    if is_utf_8(body):
        if any(shift in body for shift in _JAPANESE_SHIFTS):
            return "iso2022-jp"
        return "utf-8"
    words = _telling_part(body)
    likely = {codec: _likelihood(words, codec) for codec in WRITTEN_IN}
    if declared in likely:
        likely[declared] += _TRUST
    return max(likely, key=likely.__getitem__)


def _telling_part(body: bytes) -> bytes:
    """Return the words that are not in ASCII, as markup says nothing of the encoding."""
    kept: list[bytes] = []
    length = 0
    for word in body.split():
        if not word.isascii():
            kept.append(word[:_LONGEST_WORD])
            length += len(kept[-1])
            if length > _MOST_BYTES:
                break
    return b" ".join(kept)


def _likelihood(words: bytes, codec: str) -> float:
    """Return how likely the words are in the language of the encoding that fits them best (logarithm)."""
    text = words.decode(codec, "replace")
    letters = Counter(character for character in text if not character.isascii())
    return max(
        sum(number * _chance(character, language) for character, number in letters.items())
        + _ODD_PAIR * _odd_pairs(text, is_latin=language.is_latin)
        for language in WRITTEN_IN[codec]
    )


def _chance(character: str, language: Language) -> float:
    chances = _chances(language)
    if (chance := chances.get(character)) is not None:
        return chance
    if (chance := chances.get(character.lower())) is not None:
        return chance + _CAPITAL
    if character.isalpha():
        return _OTHER_LETTER
    return _NOTHING if character == "\N{REPLACEMENT CHARACTER}" or not character.isprintable() else _NO_LETTER


@cache
def _chances(language: Language) -> dict[str, float]:
    """Return the logarithm of how common each letter is: each a little less than the one before it."""
    weights = [math.exp(-3 * rank / len(language.letters)) for rank in range(len(language.letters))]
    scale = language.share / sum(weights)
    marks = dict.fromkeys(_MARKS, _MARK)
    return marks | {
        letter: math.log(weight * scale) for letter, weight in zip(language.letters, weights, strict=True)
    }


def _odd_pairs(text: str, *, is_latin: bool) -> int:
    """Return how many letters stand side by side as they hardly do in any text."""
    number = 0
    for left, right in pairwise(text):
        if left.isascii() and right.isascii():
            continue
        if left.isalpha() and right.isalpha():
            is_mixed = left.isascii() or right.isascii()
            number += is_mixed != is_latin or (left.islower() and right.isupper())
    return number
