"""Measures how much speaks for two articles reporting the same event.

As in topic detection and tracking (Allan 2002) terms weigh the more the fewer articles have them, and days
count. Names and other words are compared apart, as reports on one country share its names, and reports on two
matches the words: only the same event shares both.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from tui_reader.stories.sketch import Sketch, Terms
from tui_reader.values import value

SAME: Final = 0.17
"""Mean likeness with the reports of a story from which an article is one of them. See tests/stories."""
FADING: Final = 3.0
"""Days after which the likeness of two articles has shrunk to 37 %; after twice that, to 2 %."""
_NAMES: Final = 0.25
"""What names count for, and words the rest: what happens next week happens to the same people."""
_DAY: Final = 86_400
_UNSEEN: Final = 200
"""Articles that a library is taken to hold beside its own, lest two of the first three be half of all."""


@value
class Weighing:
    """How much terms tell in one library."""

    articles: int
    """How many articles it holds."""
    with_term: Mapping[int, int]
    """In how many of them a term stands; terms that are left out stand in none."""

    def rarity(self, term: int) -> float:
        """Return how much a term tells: the logarithm of how rare it is."""
        return math.log((self.articles + _UNSEEN) / (self.with_term.get(term, 0) + 0.5))

    def weigh(self, sketch: Sketch) -> Weighed:
        """Return an article's terms with weights that take in their rarity."""
        return Weighed(self._weighed(sketch.names), self._weighed(sketch.words))

    def _weighed(self, terms: Terms) -> Terms:
        # What is in nearly every article could weigh less than nothing.
        return {term: weight * max(0.0, self.rarity(term)) for term, weight in terms.items()}


@value
class Weighed:
    """The terms of an article, weighed for one library."""

    names: Terms
    words: Terms


def likeness(first: Weighed, second: Weighed, seconds: float) -> float:
    """Return how alike two articles are that came out so many seconds apart, 0 to 1."""
    names, words = _cosine(first.names, second.names), _cosine(first.words, second.words)
    alike = _NAMES * names + (1 - _NAMES) * words
    return alike * math.exp(-((seconds / _DAY / FADING) ** 2))


def _cosine(first: Terms, second: Terms) -> float:
    """Return the cosine of the angle between two articles."""
    together = sum(weight * second[term] for term, weight in first.items() if term in second)
    lengths = math.hypot(*first.values()) * math.hypot(*second.values())
    return together / lengths if lengths else 0.0
