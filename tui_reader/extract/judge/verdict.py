"""The verdict on each piece of a page: whether it is article."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui_reader.extract.judge.features import Clues, features
from tui_reader.extract.judge.forest import Forest, trained
from tui_reader.extract.judge.outline import Outline

_PROBABLE = 0.5
_LEAST_REPEATED = 80
"""Characters from which a text that is said again word by word is no part of the article the second time."""


def verdict(
    page: Outline, votes: Sequence[Sequence[bool]], clues: Clues, forest: Forest | None = None
) -> list[bool]:
    """Return for each piece of the page whether it is kept.

    Args:
        page: the page, which has at least one piece.
        votes: for each engine, whether it keeps the piece.
        clues: what else is known of the page.
        forest: the trees to ask, those that come with the program if none are given.
    """
    found = (forest or trained()).probabilities(features(page, votes, clues))
    return decided(page, found)


def decided(page: Outline, probabilities: NDArray[np.float32]) -> list[bool]:
    """Return which pieces are kept: probable ones, tables as a whole, nothing long twice."""
    kept = (_by_table(page, probabilities) >= _PROBABLE).tolist()
    said: set[str] = set()
    for place, piece in enumerate(page.pieces):
        if kept[place] and piece.length >= _LEAST_REPEATED:
            text = piece.text.strip()
            kept[place] = text not in said
            said.add(text)
    return list(map(bool, kept))


def _by_table(page: Outline, probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give all pieces of a data table the mean of its pieces: a table is kept or left as a whole."""
    tables = np.array([page.boxes[piece.box].table for piece in page.pieces])
    if not (tables >= 0).any():
        return probabilities
    lengths = np.array([piece.length for piece in page.pieces], np.float32)
    together = probabilities.copy()
    for table in np.unique(tables[tables >= 0]):
        is_here = tables == table
        together[is_here] = np.average(probabilities[is_here], weights=lengths[is_here])
    return together
