"""Tells how much two articles share, by the names and the rare words that both keep coming back to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import Final, TypeVar

from tui_reader.storage.segments import SEPARATOR, segment

UNSEEN: Final = 50
"""Articles without it that are thought to lie beside the library's, for a name: most names are rare."""
UNSEEN_WITH_IT: Final = 2
"""Articles with it, likewise, for a word: most words are common."""
PAGE, SHORTEST_TEXT = 400, 200
"""Words among which mentions are counted, so that a long text is not about all that it names; a text that is
shorter than the second number is taken to be that long."""
ENOUGH: Final = 0.24
"""Score from which an article is worth a look."""
COPIED: Final = 0.8
"""Share of their words that two articles have in common if one is a copy of the other."""

Shared = TypeVar("Shared", int, str)

_RARE: Final = 0.45
"""What is less rare tells nothing: of a hundred articles a dozen hold it, of 100,000 five hundred."""
_IN_PASSING: Final = 2
"""Times that something must stand on a page to tell half as much as if the page spoke of nothing else."""
_ALONE: Final = 2 / 3
"""What a single thing is worth that two articles share: they may do no more than play in the same city."""
_SHORTEST: Final = 3
"""Letters of the shortest word that says something."""
_WORD: Final = re.compile(r"[^\W\d_]+")


def words(text: str) -> Counter[str]:
    """Return how often each word stands in a text, as it is written but for capitals.

    In scripts that write no spaces, each two characters side by side are taken for a word.
    """
    counted = Counter(_WORD.findall(text.casefold()))
    if segment(text) == text:
        return Counter({word: times for word, times in counted.items() if len(word) >= _SHORTEST})
    found: Counter[str] = Counter()
    for run, times in counted.items():
        parts = [part for part in segment(run).split(SEPARATOR) if part]
        if len(parts) > 1:
            for first, second in pairwise(parts):
                found[first + second] += times
        elif len(run) >= _SHORTEST:
            found[run] += times
    return found


def rarity(holding: float, articles: int) -> float:
    """Return how rare it is that an article holds something: 1 if only one does, 0 if it tells nothing."""
    if not 0 < holding < articles:
        return 0.0
    rare = 1 - log(holding) / log(articles)
    return rare if rare >= _RARE else 0.0


def weight(rarity: float, here: float, there: float) -> float:
    """Return how much it tells that two articles share something.

    What is common counts for much less than what is half as rare again, or a dozen words of every day would
    outweigh a name; and so does what either mentions in passing than what both are about.

    Args:
        rarity: how rare it is, 0 to 1.
        here: how often it stands in the one, for each page of it.
        there: how often in the other, likewise.
    """
    return rarity**2 * (here / (here + _IN_PASSING) * (there / (there + _IN_PASSING)))


def score(weights: Sequence[float]) -> float:
    """Return how much it tells that two articles share things of these weights."""
    return sum(weights) * (_ALONE if len(weights) == 1 else 1)


def are_copies(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two texts have nearly the same words; if there are none, nobody can tell."""
    one, other = set(one), set(other)
    return 0 < COPIED * len(one | other) <= len(one & other)


def shared(
    here: Mapping[Shared, float], there: Mapping[Shared, float], rarities: Mapping[Shared, float]
) -> dict[Shared, float]:
    """Return what two articles share and how much each of it tells, the most telling first."""
    weights = {
        each: weight(rarities[each], here[each], there[each])
        for each in here.keys() & there.keys() & rarities.keys()
    }
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0])))
