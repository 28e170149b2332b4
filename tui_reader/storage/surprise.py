"""Tells how surprising it is that two names stand in the same articles."""

from __future__ import annotations

from math import log
from typing import Final

FEWEST_TOGETHER: Final = 2
"""Articles that two names must share: one is a coincidence."""


def surprise(together: int, here: int, elsewhere: int, others: int) -> float:
    """Return Dunning's log-likelihood ratio, below 0 if they meet less often than by chance.

    It grows with the ratio of what is seen to what chance would bring, as pointwise mutual information does,
    and also with how much is seen. So neither what stands in every article comes first, nor, as with that
    measure, what stands in two articles and no others.

    From "Accurate Methods for the Statistics of Surprise and Coincidence", 1993.

    Args:
        together: articles looked at that have the other name.
        here: articles looked at, all of which have the one name.
        elsewhere: all other articles that have the other name.
        others: all other articles.
    """
    with_it, total = together + elsewhere, max(here + others, 1)
    ratio = 2 * (
        _part(together, with_it * here / total)
        + _part(here - together, (total - with_it) * here / total)
        + _part(elsewhere, with_it * others / total)
        + _part(others - elsewhere, (total - with_it) * others / total)
    )
    return ratio if together * others >= elsewhere * here else -ratio


def _part(seen: int, expected: float) -> float:
    return seen * log(seen / expected) if seen > 0 else 0.0
