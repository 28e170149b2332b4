"""Where a piece stands in the course of a page: how far in, under which heading, between which others."""

from __future__ import annotations

import numpy as np

from tui_reader.extract.judge.matrix import LENGTH, LINKED, LONG, VOTED, Matrix, Places, rates, summed
from tui_reader.extract.judge.outline import KINDS

_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (2, 5, 12)
"""Pieces to each side that are looked at for how much of the text there is of a kind."""
_FAR = 60.0
"""Distance in pieces from which all are the same."""
_FIRST_HEADING, _LAST_HEADING = KINDS.index("h1"), KINDS.index("h4")
_ABSENT = -1.0


def course(each: Matrix, kinds: Places, place: Places, wording: Matrix, headline: int) -> Matrix:
    """Return a row for each piece.

    Args:
        each: the amounts of the pieces.
        kinds: the kinds of the boxes that they stand in.
        place: the places of these boxes.
        wording: what the pieces say by themselves, length, links and bold type first.
        headline: place of the piece that says the page's title, -1 if none does.
    """
    voted = each[:, VOTED:] > 0
    is_heading = (kinds >= _FIRST_HEADING) & (kinds <= _LAST_HEADING)
    told = np.column_stack([wording[:, :3], is_heading, voted, kinds == 0])
    return np.hstack(
        [_position(each, headline), _sections(each, kinds, is_heading), _neighbours(told, place)]
    )


def _position(each: Matrix, headline: int) -> Matrix:
    """Return how far into the page each piece stands, and what stands near it."""
    numbers = np.arange(len(each), dtype=np.float32)
    lengths, long = each[:, LENGTH], each[:, LONG]
    columns: list[Matrix] = [
        (numbers / len(each)).astype(np.float32),
        _before(lengths),
        _before(long),
        np.clip(numbers - headline, -_FAR, _FAR),
        *_densities(long, lengths),
        *_densities(each[:, LINKED], lengths),
    ]
    for vote in each[:, VOTED:].T:
        kept = np.flatnonzero(vote)
        first, last = (kept[0], kept[-1]) if len(kept) else (0, len(each) - 1)
        columns += [np.clip(numbers - first, -_FAR, _FAR), np.clip(numbers - last, -_FAR, _FAR)]
        columns += _densities(vote, lengths)
    return np.column_stack(columns)


def _before(amount: Matrix) -> Matrix:
    """Return the share of an amount that comes before each piece."""
    share: Matrix = (np.cumsum(amount) - amount) / max(float(amount.sum()), 1)
    return share


def _densities(part: Matrix, lengths: Matrix) -> list[Matrix]:
    """Return the share that a part has of the text around each piece, in windows of several widths."""
    parts = np.concatenate([[0], np.cumsum(part, dtype=np.float64)])
    wholes = np.concatenate([[0], np.cumsum(lengths, dtype=np.float64)])
    numbers = np.arange(len(lengths))
    found: list[Matrix] = []
    for width in _WINDOWS:
        start, end = np.maximum(numbers - width, 0), np.minimum(numbers + width + 1, len(lengths))
        found.append((parts[end] - parts[start]) / np.maximum(wholes[end] - wholes[start], 1))
    return found


def _sections(each: Matrix, kinds: Places, is_heading: np.ndarray) -> Matrix:
    """Return the rates of the section between two headings that each piece is in, and what its heading is."""
    section = np.cumsum(is_heading)
    sums = summed(each, section, int(section[-1]) + 1)
    headings = np.flatnonzero(is_heading)
    head = np.concatenate([[-1], headings])[section]
    end = np.concatenate([headings, [len(each)]])[section]
    has_heading, numbers = head >= 0, np.arange(len(each))
    lengths = each[head, LENGTH]
    return np.column_stack(
        [
            rates(sums, each.sum(axis=0))[section],
            np.where(has_heading, kinds[head], _ABSENT),
            np.where(has_heading, lengths, _ABSENT),
            np.where(has_heading, each[head, LINKED] / np.maximum(lengths, 1), _ABSENT),
            np.clip(numbers - head, 0, _FAR),
            np.clip(end - numbers, 0, _FAR),
        ]
    )


def _neighbours(told: Matrix, place: Places) -> Matrix:
    """Return what is told of the pieces before and after each, and whether they stand in the same box."""
    found = []
    for distance in _NEIGHBOURS:
        places = np.arange(len(told)) + distance
        is_there = (places >= 0) & (places < len(told))
        places = np.clip(places, 0, len(told) - 1)
        found.append(np.where(is_there[:, None], told[places], _ABSENT))
        found.append((is_there & (place[places] == place))[:, None])
    return np.hstack(found)
