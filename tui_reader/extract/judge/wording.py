"""What the text of a piece says by itself, in whatever language: length, links, punctuation, repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from tui_reader.extract.judge.matrix import Matrix
from tui_reader.extract.judge.outline import Piece
from tui_reader.extract.widths import width
from tui_reader.values import value

LENGTH, LINKED = 0, 1
"""Columns of a text's length and of how much of it stands in links."""

LONG = 80.0
"""Length from which a text counts as sentences."""

_WORD = re.compile(r"\w+")
_SENTENCE_ENDS = re.compile(r"[.!?…](?=\s|$|[\"”’»)])|[。！？۔؟।]")
_COMMAS = re.compile("[,;،，、；]")
_SEPARATORS = re.compile("[|·•›»/]")
_CLOSINGS = frozenset('.!?…。！？۔؟।:"”’»)」')
_OPENINGS = frozenset("“„«‘\"'「—–-")
_LONGEST_TITLE = 400
"""Characters up to which a text may say the title again."""
_SAME_TITLE = 0.8
_UNKNOWN = -1.0

_Item = TypeVar("_Item")


@value
class Clues:
    """What a page says of its article elsewhere; what it doesn't say is empty."""

    titles: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    """The article's text as the page gives it to machines."""


def wording(pieces: Sequence[Piece], clues: Clues) -> Matrix:
    """Return a row for each piece, without regard to where it stands."""
    titles = [_words(title) for title in clues.titles]
    in_titles, in_summary, in_body = set().union(*titles), _words(clues.summary), _trigrams(clues.body)
    texts = [piece.text.strip() for piece in pieces]
    repeats = Counter(texts)
    rows = []
    for piece, text in zip(pieces, texts, strict=True):
        length = width(text)
        whole, least = max(piece.length, 1), max(length, 1.0)
        words = _words(text) if len(text) <= _LONGEST_TITLE else set()
        rows.append(
            (
                length,
                piece.linked / whole,
                piece.strong / whole,
                piece.links,
                piece.links / least,
                text[-1:] in _CLOSINGS,
                text[-1:] == ":",
                text[:1] in _OPENINGS,
                len(_SENTENCE_ENDS.findall(text)),
                len(_COMMAS.findall(text)) / least,
                len(_SEPARATORS.findall(text)) / least,
                sum(map(text.count, "0123456789")) / least,
                "©" in text or "@" in text,
                repeats[text],
                _share(words, in_titles),
                max((_share(title, words) for title in titles), default=0.0) if words else 0.0,
                _share(words, in_summary) if in_summary else _UNKNOWN,
                _share(_trigrams(text), in_body) if in_body else _UNKNOWN,
            )
        )
    return np.array(rows, np.float32)


def headline(rows: Matrix) -> int:
    """Return the place of the piece that says the page's title, -1 if none does."""
    places = np.flatnonzero(rows[:, 14] * rows[:, 15] >= _SAME_TITLE)
    return int(places[0]) if len(places) else -1


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _trigrams(text: str) -> set[tuple[str, ...]]:
    """Return the stretches of three words in a text, one shorter stretch if it has fewer."""
    words = _WORD.findall(text.casefold())
    if len(words) < 3:
        return {tuple(words)} if words else set()
    return set(zip(words, words[1:], words[2:], strict=False))


def _share(part: set[_Item], whole: set[_Item]) -> float:
    return len(part & whole) / len(part) if part else 0.0
