"""The verdict on each piece of a page: whether it is article."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui_reader.extract.endnotes import referred
from tui_reader.extract.judge.balance import kept_boxes
from tui_reader.extract.judge.features import features
from tui_reader.extract.judge.forest import Forest, trained
from tui_reader.extract.judge.outline import Outline
from tui_reader.extract.judge.wording import Clues

_PROBABLE = 0.4
_PROBABLE_IF_SEEN = 0.2
"""Probabilities from which a piece is kept, the lower one if readability keeps it: gaps are worse."""
_PROBABLE_IN_PLACE = 0.1
"""Probability that is enough if every engine keeps the piece and it follows another in the same box."""
_MAJORITY = 0.5
"""Share of a data table that an engine must keep for its vote."""
_MOST_LINKED = 0.5
"""Share of links from which a piece is not kept for its place alone."""
_LEAST_REPEATED = 100
"""Characters from which a text that is said again word by word is no part of the article the second time."""


def verdict(
    page: Outline, votes: Sequence[Sequence[bool]], clues: Clues, forest: Forest | None = None
) -> list[bool]:
    """Return for each piece of the page whether it is kept.

    Args:
        page: the page, which has at least one piece.
        votes: for each engine, readability first, whether it keeps the piece.
        clues: what else is known of the page.
        forest: the trees to ask, those that come with the program if none are given.
    """
    found = (forest or trained()).probabilities(features(page, votes, clues))
    return decided(page, votes, found)


def decided(page: Outline, votes: Sequence[Sequence[bool]], probabilities: NDArray[np.float32]) -> list[bool]:
    """Return which pieces are kept: probable ones, notes, whole tables and posts, nothing long twice.

    Args:
        page: the page.
        votes: for each engine, readability first, whether it keeps the piece.
        probabilities: how probable it is that the piece is article.
    """
    by_table = _by_table(page, probabilities)
    seen = [_by_table(page, np.array(vote, np.float32)) >= _MAJORITY for vote in votes]
    kept = by_table >= np.where(seen[0], _PROBABLE_IF_SEEN, _PROBABLE)
    kept = _with_siblings(page, kept, np.all(seen, axis=0) & (by_table >= _PROBABLE_IN_PLACE))
    return _once(page, _with_notes(page, _with_posts(page, kept.tolist())))


def _with_siblings(page: Outline, kept: NDArray[np.bool_], possible: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Keep what is possible too where it stands side by side with the piece that is kept before it."""
    around = [page.boxes[piece.box].parent for piece in page.pieces]
    together = kept.copy()
    before = -1
    for place, piece in enumerate(page.pieces):
        is_sibling = before >= 0 and around[before] == around[place]
        if is_sibling and possible[place] and piece.linked < _MOST_LINKED * piece.length:
            together[place] = True
        if together[place]:
            before = place
    return together


def _with_posts(page: Outline, kept: Sequence[bool]) -> Sequence[bool]:
    """Keep or leave posts of other sites, which are made of links and labels, with the text around them."""
    posts = [page.boxes[piece.box].post for piece in page.pieces]
    if max(posts) < 0:
        return kept
    is_kept = kept_boxes(page, kept)
    return [is_kept[post] if post >= 0 else own for post, own in zip(posts, kept, strict=True)]


def _with_notes(page: Outline, kept: Sequence[bool]) -> Sequence[bool]:
    """Keep the notes that are referred to in what is kept."""
    said = (piece for piece, is_kept in zip(page.pieces, kept, strict=True) if is_kept)
    numbers = referred(element for piece in said for element, _ in piece.nodes)
    if not numbers:
        return kept
    notes = [page.boxes[piece.box].notes in numbers for piece in page.pieces]
    return [own or is_note for own, is_note in zip(kept, notes, strict=True)]


def _once(page: Outline, kept: Sequence[bool]) -> list[bool]:
    """Leave out long texts that have been kept before, other than cells of tables."""
    said: set[str] = set()
    found = []
    for piece, is_kept in zip(page.pieces, kept, strict=True):
        is_long = piece.length >= _LEAST_REPEATED and page.boxes[piece.box].table < 0
        text = piece.text.strip() if is_kept and is_long else ""
        found.append(is_kept and text not in said)
        if text:
            said.add(text)
    return found


def _by_table(page: Outline, values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give all pieces of a data table the mean of its pieces: a table is kept or left as a whole."""
    tables = np.array([page.boxes[piece.box].table for piece in page.pieces])
    if not (tables >= 0).any():
        return values
    lengths = np.array([piece.length for piece in page.pieces], np.float32)
    together = values.copy()
    for table in np.unique(tables[tables >= 0]):
        is_here = tables == table
        together[is_here] = np.average(values[is_here], weights=lengths[is_here])
    return together
