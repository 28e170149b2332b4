"""Measures a text by another: F1 over stretches of four words, as the article extraction benchmarks do."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_FAILED = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """How much of what was found is right, and how much of what is right was found, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(found: str, truth: str) -> Score:
    """Measure a text by the truth."""
    ours, theirs = _shingles(found), _shingles(truth)
    hits = (ours & theirs).total()
    return Score(hits / max(ours.total(), 1), hits / max(theirs.total(), 1))


def mean(scores: Sequence[Score]) -> Score:
    """Return the mean precision and recall, whose F1 is that of a whole set."""
    return Score(
        statistics.fmean(each.precision for each in scores), statistics.fmean(each.recall for each in scores)
    )


def failures(scores: Sequence[Score]) -> int:
    """Return the number of pages of which less than half was right."""
    return sum(each.f1 < _FAILED for each in scores)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[place : place + 4]) for place in range(max(1, len(words) - 3)) if words)
