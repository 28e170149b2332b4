"""What is told of each piece of a page: its text, its boxes, its neighbours and what the engines say of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tui_reader.extract.judge.names import COUNT as MEANINGS
from tui_reader.extract.judge.outline import KINDS, MARKS, Outline, Piece

Matrix: TypeAlias = NDArray[np.float32]
Places: TypeAlias = NDArray[np.int64]

_WORD = re.compile(r"\w+")
_WIDE = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_ENDS = re.compile(r"[.!?…](?=\s|$|[\"”’»)])|[。！？۔؟।]")
_COMMAS = re.compile("[,;،，、；]")
_SEPARATORS = re.compile("[|·•›»/]")
_ENDS = frozenset(".!?…。！？۔؟।:\"”’»)」")

_LONG = 80.0
"""Weight from which a piece counts as sentences."""
_ANCESTORS = 5
_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (2, 5, 12)
_MAJORITY = 0.5
"""Share of what engines kept that the box around the article holds."""
_FAR = 60.0


@dataclass(frozen=True, slots=True)
class Clues:
    """What else is known of the page."""

    titles: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    """The article's text as the page gives it to machines."""


def features(outline: Outline, votes: Sequence[Sequence[bool]], clues: Clues) -> Matrix:
    """Return one row for each piece of the outline.

    Args:
        outline: the page.
        votes: for each engine, whether it keeps the piece.
        clues: what else is known of the page.
    """
    texts = [piece.text for piece in outline.pieces]
    weights = np.array([_weight(text) for text in texts], np.float32)
    box = np.array([piece.box for piece in outline.pieces], np.int64)
    kinds = np.array([each.kind for each in outline.boxes], np.int64)
    voted = np.array(votes, np.float32).T
    own = _own(outline.pieces, texts, weights, clues)
    sums = _sums(outline, box, own, weights, voted)
    parents = np.array([each.parent for each in outline.boxes], np.int64)
    kind = np.eye(len(KINDS), dtype=np.float32)[kinds[box]]
    return np.hstack(
        [
            own,
            kind,
            voted,
            _marks(outline, box),
            _positions(weights, voted, own),
            _ancestors(parents, sums, box),
            _branches(parents, sums, box),
            _patterns(outline, parents, sums, own, weights, voted, box),
            _sections(kinds[box], own, weights, voted),
            _neighbours(np.column_stack([own[:, :3], kind[:, 2:6].sum(1), voted, kinds[box] == 0]), box),
        ]
    ).astype(np.float32)


def _weight(text: str) -> float:
    """Return the length of a text without white space at its ends, in characters of an alphabet."""
    length = len(text.strip())
    # A character of Chinese, Japanese, Korean or Thai says as much as some three letters.
    return float(length if text.isascii() else length + 1.5 * len(_WIDE.findall(text)))


def _own(pieces: Sequence[Piece], texts: Sequence[str], weights: Matrix, clues: Clues) -> Matrix:
    """Return what the text of each piece says by itself."""
    titles = [_words(title) for title in clues.titles]
    title = set().union(*titles)
    summary = _words(clues.summary)
    body = _trigrams(clues.body)
    repeats = Counter(stripped for text in texts if (stripped := text.strip()))
    rows = []
    for piece, text, weight in zip(pieces, texts, weights.tolist(), strict=True):
        length = max(piece.length, 1)
        text = text.strip()
        is_short = len(text) <= 400
        words = _words(text) if is_short else frozenset()
        rows.append(
            (
                weight,
                piece.linked / length,
                piece.strong / length,
                piece.links,
                piece.links / weight if weight else 0.0,
                text[-1:] in _ENDS,
                text[-1:] == ":",
                len(_SENTENCE_ENDS.findall(text)),
                len(_COMMAS.findall(text)) / max(weight, 1.0),
                len(_SEPARATORS.findall(text)) / max(weight, 1.0),
                sum(map(text.count, "0123456789")) / max(weight, 1.0),
                "©" in text or "@" in text,
                text[:1] in "“„«‘\"'「—–-" if text else False,
                repeats[text],
                _share(words, title),
                max((_share(each, words) for each in titles), default=0.0) if words else 0.0,
                _share(words, summary) if summary else -1.0,
                _share(_trigrams(text), body) if body else -1.0,
            )
        )
    return np.array(rows, np.float32)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _trigrams(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    if len(words) < 3:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _share(part: frozenset[object] | set[object] | frozenset[str], whole: Iterable[object]) -> float:
    return len(part.intersection(whole)) / len(part) if part else 0.0


def _bits(masks: Sequence[int], count: int) -> Matrix:
    return ((np.array(masks, np.int64)[:, None] >> np.arange(count)) & 1).astype(np.float32)


def _marks(outline: Outline, box: Places) -> Matrix:
    """Return what the names, elements and roles around each piece mean."""
    boxes = outline.boxes
    near = _bits([each.near for each in boxes], MEANINGS)
    around = _bits([each.around for each in boxes], MEANINGS)
    marks = _bits([each.marks for each in boxes], MARKS)
    is_tabular = np.array([[each.table >= 0] for each in boxes], np.float32)
    return np.hstack([near, around, marks, is_tabular])[box]


def _sums(outline: Outline, box: Places, own: Matrix, weights: Matrix, voted: Matrix) -> Matrix:
    """Return for each box what the pieces in it add up to: the columns are those of `_rates`."""
    long = np.where(weights >= _LONG, weights, 0)
    each = np.column_stack([np.ones_like(weights), weights, weights * own[:, 1], long, voted * weights[:, None]])
    sums = np.zeros((len(outline.boxes), each.shape[1]), np.float64)
    np.add.at(sums, box, each)
    rows = sums.tolist()
    width = range(each.shape[1])
    # Boxes stand from the outside in, so going backwards every box is whole before it is added.
    for place in range(len(rows) - 1, 0, -1):
        parent = outline.boxes[place].parent
        if parent >= 0 and rows[place][0]:
            into, row = rows[parent], rows[place]
            for column in width:
                into[column] += row[column]
    return np.array(rows, np.float32)


def _rates(sums: Matrix, total: Matrix) -> Matrix:
    """Return number and mean weight of pieces, shares of the page, of links, sentences and votes."""
    count, weight = np.maximum(sums[:, 0], 1), np.maximum(sums[:, 1], 1)
    return np.column_stack(
        [
            count,
            weight / count,
            sums[:, 1] / max(float(total[1]), 1),
            sums[:, 2] / weight,
            sums[:, 3] / weight,
            sums[:, 4:] / weight[:, None],
            sums[:, 4:] / np.maximum(total[4:], 1),
        ]
    )


def _ancestors(parents: Places, sums: Matrix, box: Places) -> Matrix:
    """Return the rates of the box of each piece and of the boxes around it."""
    rates = _rates(sums, sums[0])
    found = []
    place = box
    for _ in range(_ANCESTORS):
        found.append(rates[place])
        place = np.maximum(parents[place], 0)
    return np.hstack(found)


def _branches(parents: Places, sums: Matrix, box: Places) -> Matrix:
    """Return how each piece stands to the smallest box that holds most of the page's text and votes."""
    rates = _rates(sums, sums[0])
    found = []
    for column in (3, *range(4, sums.shape[1])):
        share = sums[:, column] / max(float(sums[0, column]), 1)
        holds = (share >= _MAJORITY).tolist()
        branch, levels = [0] * len(parents), [0] * len(parents)
        for place, parent in enumerate(parents.tolist()):
            if not holds[place]:
                is_first = parent < 0 or holds[parent]
                branch[place] = place if is_first else branch[parent]
                levels[place] = 1 if is_first else levels[parent] + 1
            else:
                branch[place] = place
        heights = _heights(parents.tolist(), holds)
        places = np.array(branch)[box]
        found += [
            np.array(levels, np.float32)[box][:, None],
            np.array(heights, np.float32)[box][:, None],
            rates[places],
            share[places][:, None],
        ]
    return np.hstack(found)


def _heights(parents: Sequence[int], holds: Sequence[bool]) -> list[int]:
    """Return for each box how many boxes that hold most there are below the innermost around it."""
    depth = [0] * len(parents)
    for place, parent in enumerate(parents):
        depth[place] = (depth[parent] if parent >= 0 else 0) + holds[place]
    deepest = max(depth, default=0)
    return [deepest - each for each in depth]


def _positions(weights: Matrix, voted: Matrix, own: Matrix) -> Matrix:
    """Return where each piece stands on the page, to the headline, and to what the engines keep."""
    count = len(weights)
    before = np.cumsum(weights) - weights
    total = max(float(weights.sum()), 1)
    long = np.where(weights >= _LONG, weights, 0)
    sentences = (np.cumsum(long) - long) / max(float(long.sum()), 1)
    numbers = np.arange(count, dtype=np.float32)
    headlines = np.flatnonzero(own[:, 15] * own[:, 14] >= 0.8)
    headline = headlines[0] if len(headlines) else -1
    columns = [numbers / count, before / total, sentences, np.clip(numbers - headline, -_FAR, _FAR)]
    for vote in voted.T:
        kept = np.flatnonzero(vote)
        first, last = (kept[0], kept[-1]) if len(kept) else (0, count - 1)
        columns += [np.clip(numbers - first, -_FAR, _FAR), np.clip(numbers - last, -_FAR, _FAR)]
        columns += _densities(vote * weights, weights)
    return np.column_stack(columns + _densities(long, weights) + _densities(own[:, 1] * weights, weights))


def _densities(part: Matrix, weights: Matrix) -> list[Matrix]:
    """Return the share that a part has of the text around each piece, in windows of several widths."""
    count = len(weights)
    parts = np.concatenate([[0], np.cumsum(part, dtype=np.float64)])
    wholes = np.concatenate([[0], np.cumsum(weights, dtype=np.float64)])
    found = []
    for width in _WINDOWS:
        start = np.maximum(np.arange(count) - width, 0)
        end = np.minimum(np.arange(count) + width + 1, count)
        found.append((parts[end] - parts[start]) / np.maximum(wholes[end] - wholes[start], 1))
    return found


def _patterns(
    outline: Outline,
    parents: Places,
    sums: Matrix,
    own: Matrix,
    weights: Matrix,
    voted: Matrix,
    box: Places,
) -> Matrix:
    """Return the rates of all pieces whose boxes look alike, by themselves and with the box around them."""
    patterns = [each.pattern for each in outline.boxes]
    pairs = [
        f"{patterns[parent]}/{own}" for own, parent in zip(patterns, parents.tolist(), strict=True)
    ]
    long = np.where(weights >= _LONG, weights, 0)
    each = np.column_stack([np.ones_like(weights), weights, weights * own[:, 1], long, voted * weights[:, None]])
    found = []
    for names in (patterns, pairs):
        numbers: dict[str, int] = {}
        group = np.array([numbers.setdefault(names[place], len(numbers)) for place in box.tolist()])
        alike = np.zeros((len(numbers), each.shape[1]), np.float64)
        np.add.at(alike, group, each)
        found.append(_rates(alike.astype(np.float32), sums[0])[group])
    return np.hstack(found)


def _sections(kinds: Places, own: Matrix, weights: Matrix, voted: Matrix) -> Matrix:
    """Return the rates between the heading before each piece and the next, and how far these are."""
    count = len(weights)
    is_heading = (kinds >= KINDS.index("h1")) & (kinds <= KINDS.index("h4"))
    section = np.cumsum(is_heading)
    long = np.where(weights >= _LONG, weights, 0)
    each = np.column_stack([np.ones_like(weights), weights, weights * own[:, 1], long, voted * weights[:, None]])
    sums = np.zeros((int(section[-1]) + 1, each.shape[1]), np.float64)
    np.add.at(sums, section, each)
    total = sums.sum(0).astype(np.float32)
    heads = np.concatenate([[-1], np.flatnonzero(is_heading)])
    ends = np.concatenate([np.flatnonzero(is_heading), [count]])
    head = heads[section]
    numbers = np.arange(count)
    after = np.where(head >= 0, kinds[head], 0)
    return np.column_stack(
        [
            _rates(sums.astype(np.float32), total)[section],
            after,
            np.where(head >= 0, own[head, 1], -1),
            np.where(head >= 0, weights[head], -1),
            np.clip(numbers - head, 0, _FAR),
            np.clip(ends[section] - numbers, 0, _FAR),
        ]
    )


def _neighbours(rows: Matrix, box: Places) -> Matrix:
    """Return some features of the pieces before and after each, and whether they share its box."""
    count = len(rows)
    found = []
    for distance in _NEIGHBOURS:
        places = np.arange(count) + distance
        is_there = (places >= 0) & (places < count)
        places = np.clip(places, 0, count - 1)
        found.append(np.where(is_there[:, None], rows[places], -1))
        found.append((is_there & (box[places] == box))[:, None])
    return np.hstack(found)
