"""Finds the article on a prepared page: the one door that engines and the judge stand behind."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.extract.engines import Findings, findings
from tui_reader.extract.judge.outline import Outline, outline
from tui_reader.extract.judge.prune import prune
from tui_reader.extract.judge.verdict import verdict
from tui_reader.extract.judge.wording import Clues
from tui_reader.extract.prepare import drop_furniture
from tui_reader.extract.restore import place_of, places
from tui_reader.extract.tree import Element
from tui_reader.values import value

_AGREED = 0.99
"""Agreement of judge and engines from which theirs is shown, whose HTML is the cleaner."""
_DOUBTED = 0.3
"""Agreement with every engine below which the judge is not believed."""
_DISPUTED = 0.8
"""Agreement of judge and engines below which half the texts are wrong in earnest, and one in thirty above."""
_MOST_PIECES = 5_000
"""Pieces from which judging takes seconds; pages that long are lists and books."""


@value
class Found:
    """What was found on a page."""

    element: Element
    """It holds the article and as little else as can be told."""
    engine: str
    """Who found it: "judge", "readability" or "density"."""
    is_disputed: bool = False
    """Whether others found something else."""


@value
class Case:
    """A page that is to be judged, piece by piece."""

    page: Outline
    found: Findings
    votes: list[list[bool]]
    """For each engine, whether it keeps each piece."""


def case_of(root: Element) -> Case:
    """Return what there is to judge on a page; what is never article is dropped from it."""
    drop_furniture(root)
    page = outline(root)
    found = findings(root)
    return Case(page, found, [_kept_by(page, vote) for vote in found.votes])


def readable(root: Element, clues: Clues) -> Found:
    """Return where the article is; the page changes."""
    case = case_of(root)
    page, found = case.page, case.found
    if not 0 < len(page.pieces) <= _MOST_PIECES:
        return Found(found.best, found.engine)
    kept = verdict(page, case.votes, clues)
    alike = agreement(page, kept, _kept_by(page, places(found.best)))
    most = max(alike, *(agreement(page, kept, vote) for vote in case.votes))
    if alike >= _AGREED:
        return Found(found.best, found.engine)
    if most < _DOUBTED:
        return Found(found.best, found.engine, is_disputed=True)
    prune(root, page, kept)
    return Found(root, "judge", is_disputed=alike < _DISPUTED)


def _kept_by(page: Outline, kept: frozenset[str]) -> list[bool]:
    is_kept = [place_of(box.element) in kept for box in page.boxes]
    return [is_kept[piece.box] for piece in page.pieces]


def agreement(page: Outline, one: Sequence[bool], other: Sequence[bool]) -> float:
    """Return how alike two selections are: the F1 of one measured by the other, in characters."""
    weights = [piece.length for piece in page.pieces]
    both = sum(weight for weight, a, b in zip(weights, one, other, strict=True) if a and b)
    alone = sum(weight * (a + b) for weight, a, b in zip(weights, one, other, strict=True))
    return 2 * both / alone if alone else 1.0
