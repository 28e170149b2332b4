"""Runs gradient-boosted trees that are stored as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from tui_reader.values import value

_WEIGHTS = "weights.npz"
_ROWS_AT_ONCE = 256
"""Rows that go through all trees together: few enough for the processor's cache."""


@value
class Forest:
    """Trees in one row of nodes; a leaf is a node that leads to itself."""

    roots: NDArray[np.int64]
    """Place of each tree's first node."""
    columns: NDArray[np.int16]
    """Column of the features that a node asks for."""
    thresholds: NDArray[np.float32]
    """Value up to which a node leads to the left; infinite for a leaf."""
    children: NDArray[np.int32]
    """Left and right child of each node in turn."""
    values: NDArray[np.float32]
    """What a leaf adds to the log odds; 0 for other nodes."""
    depth: int
    """Steps from a root to the farthest leaf."""

    def probabilities(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return for each row of features how probable it is that the piece is article."""
        parts = [rows[start : start + _ROWS_AT_ONCE] for start in range(0, len(rows), _ROWS_AT_ONCE)]
        odds = np.concatenate([self._odds(part) for part in parts]) if parts else np.zeros(0, np.float32)
        found: NDArray[np.float32] = 1 / (1 + np.exp(-odds))
        return found

    def _odds(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        flat = np.ascontiguousarray(rows).ravel()
        starts = (np.arange(len(rows)) * rows.shape[1])[:, None]
        nodes = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            is_right = flat.take(self.columns.take(nodes) + starts) > self.thresholds.take(nodes)
            nodes = self.children.take(2 * nodes + is_right)
        odds: NDArray[np.float32] = self.values[nodes].sum(axis=1)
        return odds


def forest_of(arrays: Mapping[str, NDArray[np.generic]]) -> Forest:
    """Return the forest that is stored as these arrays.

    Args:
        arrays: `sizes`, the number of inner nodes of each tree, and for all inner nodes one behind the other
            `columns`, `thresholds`, `left` and `right`; a child below zero is a leaf of the tree, -1 its
            first. `values` has the leaves of all trees, one more for each tree than it has inner nodes.
    """
    sizes = arrays["sizes"].astype(np.int64)
    inner, total = int(sizes.sum()), int(2 * sizes.sum() + len(sizes))
    columns, thresholds = np.zeros(total, np.int16), np.full(total, np.inf, np.float32)
    columns[:inner], thresholds[:inner] = arrays["columns"], arrays["thresholds"]
    values = np.zeros(total, np.float32)
    values[inner:] = arrays["values"]
    first = np.cumsum(sizes) - sizes
    first_leaf = inner + first + np.arange(len(sizes))
    tree = np.repeat(np.arange(len(sizes)), sizes)
    children = np.repeat(np.arange(total, dtype=np.int32), 2)
    for side, name in enumerate(("left", "right")):
        child = arrays[name].astype(np.int64)
        children[side : 2 * inner : 2] = np.where(
            child >= 0, first[tree] + child, first_leaf[tree] - child - 1
        )
    roots = np.where(sizes > 0, first, first_leaf)
    return Forest(roots, columns, thresholds, children, values, _depth(roots, children))


def _depth(roots: NDArray[np.int64], children: NDArray[np.int32]) -> int:
    """Return the number of steps after which all leaves are reached."""
    depth, reached = 0, np.unique(roots)
    while True:
        following = np.unique(np.concatenate([children[2 * reached], children[2 * reached + 1]]))
        if np.array_equal(following, reached):
            return depth
        reached, depth = following, depth + 1


@cache
def trained() -> Forest:
    """Return the forest that comes with the program."""
    with resources.as_file(resources.files(__package__) / _WEIGHTS) as path, np.load(path) as arrays:
        return forest_of(dict(arrays))
