"""Rows of numbers, and what sums over groups of rows tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float32]
"""A row for each piece or box, a column for each feature."""
Places: TypeAlias = NDArray[np.int64]

COUNT, LENGTH, LINKED, LONG, VOTED = range(5)
"""Columns of amounts: pieces, their length, that of links, that of sentences, and from there of each vote."""


def amounts(lengths: Matrix, linked: Matrix, long: Matrix, voted: Matrix) -> Matrix:
    """Return what each piece adds to the groups that it is in."""
    return np.column_stack([np.ones_like(lengths), lengths, linked, long, voted]).astype(np.float32)


def summed(each: Matrix, groups: Places, count: int) -> Matrix:
    """Return the sums of the rows of each group; `groups` says which of the `count` groups a row is in."""
    return np.column_stack(
        [np.bincount(groups, weights=column, minlength=count) for column in each.T]
    ).astype(np.float32)


def rates(sums: Matrix, total: Matrix) -> Matrix:
    """Return number and mean length of the pieces in each group, and what shares they have.

    These are the group's share of the page, the shares of links, sentences and each vote in the group, and
    the group's share of each vote.
    """
    count, length = np.maximum(sums[:, COUNT], 1), np.maximum(sums[:, LENGTH], 1)
    return np.column_stack(
        [
            count,
            length / count,
            sums[:, LENGTH] / max(float(total[LENGTH]), 1),
            sums[:, LINKED] / length,
            sums[:, LONG] / length,
            sums[:, VOTED:] / length[:, None],
            sums[:, VOTED:] / np.maximum(total[VOTED:], 1),
        ]
    )


def bits(masks: Sequence[int], count: int) -> Matrix:
    """Return the lowest bits of each number as a row of zeros and ones."""
    return ((np.array(masks, np.int64)[:, None] >> np.arange(count)) & 1).astype(np.float32)
