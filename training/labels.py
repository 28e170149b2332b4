"""Tells by the truth about a page which of its pieces are article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

WORD = re.compile(r"\w+")
_GRAM = 3
_COVERED = 0.5
"""Share of a piece's words that must be found in the truth, in its order."""
_COVERED_ANYWHERE = 0.8


def labels(texts: Sequence[str], truth: str) -> list[bool]:
    """Return for each piece of a page whether the truth holds it.

    Word trigrams run over the borders of pieces, so that a short heading is known by what stands around it.
    """
    words = [WORD.findall(text) for text in texts]
    page = [word for piece in words for word in piece]
    grams, wanted = _grams(page), _grams(WORD.findall(truth))
    found = [False] * len(page)
    for match in SequenceMatcher(None, grams, wanted, autojunk=False).get_matching_blocks():
        if match.size:
            found[match.a : match.a + match.size + _GRAM - 1] = [True] * (match.size + _GRAM - 1)
    counts, known = Counter(grams), set(wanted)
    result, start = [], 0
    for piece in words:
        end = start + len(piece)
        covered = sum(found[start:end])
        own = _grams(piece) if len(piece) >= _GRAM else []
        is_elsewhere = (
            bool(own)
            and max(counts[gram] for gram in own) == 1
            and (sum(gram in known for gram in own) >= _COVERED_ANYWHERE * len(own))
        )
        result.append(bool(piece) and (covered >= _COVERED * len(piece) or is_elsewhere))
        start = end
    return result


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[place : place + _GRAM]) for place in range(len(words) - _GRAM + 1)]
