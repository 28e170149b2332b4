"""What the boxes around a piece tell of it: their names, what they hold, and what looks like them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui_reader.extract.judge.matrix import LONG, VOTED, Matrix, Places, bits, rates, summed
from tui_reader.extract.judge.names import COUNT as MEANINGS
from tui_reader.extract.judge.outline import MARKS, Box, Outline

_AROUND = 5
"""Boxes that are looked at around each piece, from the inside out."""
_MAJORITY = 0.5
"""Share of sentences or votes that the box around the article holds."""


def surroundings(page: Outline, each: Matrix) -> Matrix:
    """Return a row for each piece; `each` has the amounts of the pieces."""
    place = np.array([piece.box for piece in page.pieces], np.int64)
    parents = np.array([box.parent for box in page.boxes], np.int64)
    sums = _sums(parents, place, each)
    return np.hstack(
        [
            _marks(page.boxes)[place],
            _around(parents, sums, place),
            *(_branch(parents, sums, column)[place] for column in (LONG, *range(VOTED, sums.shape[1]))),
            *_patterns(page.boxes, place, each),
        ]
    )


def _marks(boxes: Sequence[Box]) -> Matrix:
    """Return what the names, elements and roles of and around each box mean."""
    return np.hstack(
        [
            bits([box.near for box in boxes], MEANINGS),
            bits([box.around for box in boxes], MEANINGS),
            bits([box.marks for box in boxes], MARKS),
            np.array([[box.table >= 0] for box in boxes], np.float32),
        ]
    )


def _sums(parents: Places, place: Places, each: Matrix) -> Matrix:
    """Return for each box what the pieces in it, and in the boxes in it, add up to."""
    rows = summed(each, place, len(parents)).tolist()
    around = parents.tolist()
    # Boxes stand from the outside in, so going backwards every box is whole before it is added.
    for inner in range(len(rows) - 1, 0, -1):
        if rows[inner][0] and around[inner] >= 0:
            rows[around[inner]] = [a + b for a, b in zip(rows[around[inner]], rows[inner], strict=True)]
    return np.array(rows, np.float32)


def _around(parents: Places, sums: Matrix, place: Places) -> Matrix:
    """Return the rates of the box of each piece and of those around it."""
    of_box = rates(sums, sums[0])
    found = []
    for _ in range(_AROUND):
        found.append(of_box[place])
        place = np.maximum(parents[place], 0)
    return np.hstack(found)


def _branch(parents: Places, sums: Matrix, column: int) -> Matrix:
    """Return how each box stands to the smallest one that holds the majority of an amount.

    These are the levels up to a box that holds it, the levels from that one down to the smallest, and the
    rates of the branch between them.
    """
    share = sums[:, column] / max(float(sums[0, column]), 1)
    holds = (share >= _MAJORITY).tolist()
    branch, levels, depth = [0] * len(parents), [0] * len(parents), [0] * len(parents)
    for box, parent in enumerate(parents.tolist()):
        depth[box] = (depth[parent] if parent >= 0 else 0) + holds[box]
        branch[box] = box
        if not holds[box]:
            levels[box] = levels[parent] + 1 if parent >= 0 else 1
            if parent >= 0 and not holds[parent]:
                branch[box] = branch[parent]
    down = max(depth) - np.array(depth, np.float32)
    return np.column_stack([np.array(levels, np.float32), down, rates(sums, sums[0])[branch], share[branch]])


def _patterns(boxes: Sequence[Box], place: Places, each: Matrix) -> list[Matrix]:
    """Return the rates of all pieces whose boxes look alike: by themselves, and with the box around them."""
    alone = [box.pattern for box in boxes]
    pairs = [f"{boxes[box.parent].pattern}/{box.pattern}" for box in boxes]
    found = []
    for patterns in (alone, pairs):
        numbers: dict[str, int] = {}
        group = np.array([numbers.setdefault(patterns[box], len(numbers)) for box in place.tolist()])
        found.append(rates(summed(each, group, len(numbers)), each.sum(axis=0))[group])
    return found
