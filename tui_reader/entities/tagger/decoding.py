"""Chooses the likeliest row of tags that makes sense and reads the names off it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tui_reader.values import value

LABELS = ("PER", "LOC", "ORG", "OTH", "NAT")
"""What a name can be: a person, a place, an organisation, another name, a people."""
TAGS = 1 + 4 * len(LABELS)
"""Outside, and for each label begin, inside, end and single."""
_LEAD = 4.0
"""By how much "outside" must lead, as a logarithm, for a token not to be looked at further."""
TEMPERATURE = 1.4
"""What the numbers are divided by, so that of the names with a score of 0.8 four in five are right.

`training.calibrate_tagger` finds it: 1.3 on texts that were learnt from; names in others, judged by
eye, say 1.9.
"""
_NEVER = -1e4


@value
class Found:
    """A name as a stretch of tokens."""

    first: int
    """Number of the first token."""
    last: int
    """Number of the last token."""
    label: str
    """One of `LABELS`."""
    score: float
    """How probable its tags are at their least sure token, 0 to 1."""


def _follows() -> NDArray[np.float32]:
    """Return 0 where the second tag may follow the first, else a number that rules it out."""
    allowed = np.full((TAGS, TAGS), _NEVER, np.float32)
    ends = [0] + [1 + 4 * each + place for each in range(len(LABELS)) for place in (2, 3)]
    starts = [0] + [1 + 4 * each + place for each in range(len(LABELS)) for place in (0, 3)]
    allowed[np.ix_(ends, starts)] = 0
    for each in range(len(LABELS)):
        begin = 1 + 4 * each
        allowed[begin : begin + 2, begin + 1 : begin + 3] = 0
    return allowed


_FOLLOWS = _follows()
_LAST = _FOLLOWS[:, 0]
_FIRST = _FOLLOWS[0]


def decode(logits: NDArray[np.float32], temperature: float = TEMPERATURE) -> list[Found]:
    """Return the names of the likeliest possible row of tags; `logits` has a row for each token."""
    others = logits[:, 1:].max(1)
    starts, lengths = _islands(logits[:, 0] - others < _LEAD)
    if not len(starts):
        return []
    tags = _likeliest(logits, starts, lengths)
    return _names(logits, tags, temperature)


def _islands(is_open: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each run of open tokens starts, and its length."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], is_open, [False]]).astype(np.int8)))
    return edges[::2], edges[1::2] - edges[::2]


def _likeliest(
    logits: NDArray[np.float32], starts: NDArray[np.int64], lengths: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return each token's tag by Viterbi's algorithm, all islands one step at a time, longest first."""
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    tags = np.zeros(len(logits), np.int64)
    best = logits[starts] + _FIRST
    ways: list[NDArray[np.int64]] = []
    finals = np.zeros(len(starts), np.int64)
    for step in range(int(lengths[0])):
        going = int(np.searchsorted(-lengths, -step))  # islands longer than `step`
        if step:
            paths = best[:going, :, None] + _FOLLOWS
            way = paths.argmax(1)
            best = np.take_along_axis(paths, way[:, None], 1)[:, 0] + logits[starts[:going] + step]
            ways.append(way)
        ending = int(np.searchsorted(-lengths, -step - 1))
        finals[ending:going] = (best[ending:going] + _LAST).argmax(1)
        best = best[:going]
    for step in range(int(lengths[0]) - 1, -1, -1):
        going = int(np.searchsorted(-lengths, -step))
        tags[starts[:going] + step] = finals[:going]
        if step:
            finals[:going] = ways[step - 1][np.arange(going), finals[:going]]
    return tags


def _names(logits: NDArray[np.float32], tags: NDArray[np.int64], temperature: float) -> list[Found]:
    """Read the names off the tags, each with its score."""
    named = np.flatnonzero(tags)
    rows = logits[named] / temperature
    sums = np.log(np.exp(rows - rows.max(1, keepdims=True)).sum(1)) + rows.max(1)
    shares = np.exp(rows[np.arange(len(named)), tags[named]] - sums)
    found: list[Found] = []
    first, least = 0, 1.0
    for place, tag, share in zip(named.tolist(), tags[named].tolist(), shares.tolist(), strict=True):
        part = (tag - 1) % 4
        if part in (0, 3):
            first, least = place, share
        least = min(least, share)
        if part >= 2:
            found.append(Found(first, place, LABELS[(tag - 1) // 4], least))
    return found
