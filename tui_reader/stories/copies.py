"""Tells reprints from reports that somebody wrote anew, by the runs of words that texts share.

Of all runs of four words those with the lowest hashes are kept, as in Broder's sketches ("On the resemblance
and containment of documents", 1997). They are a fair sample of the text, and the same runs are kept of every
text that has them, so that the share of one sample in another tells the share of one text in another.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest
from typing import Final
from zlib import crc32

SAMPLE: Final = 64
"""Runs that are kept of a text: the share is right to about six parts in a hundred."""
RUN: Final = 4
"""Words in a run: reports of one event share phrases of two or three."""
COPIED: Final = 0.4
"""The part of the shorter text that stands in the longer, from which one is a copy of the other."""
MOST_WORDS: Final = 4_000
"""Words of a text that are looked at."""


def sample(words: Iterable[str]) -> frozenset[int]:
    """Return numbers of 32 bits that stand for a part of the runs of words."""
    taken = [word for word, _ in zip(words, range(MOST_WORDS), strict=False)]
    runs = {crc32(" ".join(taken[at : at + RUN]).encode()) for at in range(len(taken) - RUN + 1)}
    return frozenset(nsmallest(SAMPLE, runs))


def copied(first: frozenset[int], second: frozenset[int]) -> float:
    """Return which part of the text with fewer runs stands in the other, 0 to 1, from samples of both."""
    if not first or not second:
        return 0.0
    # Of a text with more runs only those below its highest one are known.
    highest = min(max(each) if len(each) == SAMPLE else 1 << 32 for each in (first, second))
    fewer = min(sum(number <= highest for number in each) for each in (first, second))
    return len(first & second) / fewer if fewer else 0.0
