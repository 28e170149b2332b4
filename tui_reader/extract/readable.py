"""Finds the article on a prepared page: the one door that engines and the judge stand behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.extract.engines import Findings, findings
from tui_reader.extract.judge.outline import Outline, outline
from tui_reader.extract.judge.prune import prune
from tui_reader.extract.judge.verdict import verdict
from tui_reader.extract.judge.wording import Clues
from tui_reader.extract.restore import place_of, places
from tui_reader.extract.tree import Element

_AGREED = 0.99
"""Agreement of judge and engines from which theirs is shown, whose HTML is the cleaner."""
_DOUBTED = 0.3
"""Agreement with every engine below which the judge is not believed."""
_MOST_PIECES = 5_000
"""Pieces from which judging takes seconds; pages that long are lists and books."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found on a page."""

    element: Element
    """It holds the article and as little else as can be told."""
    engine: str
    """Who found it: "judge", "readability" or "density"."""
    is_disputed: bool = False
    """Whether the others found something else."""


def readable(root: Element, clues: Clues) -> Found:
    """Return where the article is; the page may change."""
    page = outline(root)
    found = findings(root)
    if not 0 < len(page.pieces) <= _MOST_PIECES:
        return Found(found.best, found.engine)
    in_furniture = _kept_by(page, found.furniture)
    voted = votes(page, found)
    judged = verdict(page, voted, clues)
    kept = [is_kept and not is_out for is_kept, is_out in zip(judged, in_furniture, strict=True)]
    agreement = _agreement(page, kept, _kept_by(page, places(found.best)))
    if agreement >= _AGREED:
        return Found(found.best, found.engine)
    if max(agreement, *(_agreement(page, kept, vote) for vote in voted)) < _DOUBTED:
        return Found(found.best, found.engine, is_disputed=True)
    prune(root, page, kept)
    return Found(root, "judge")


def votes(page: Outline, found: Findings) -> list[list[bool]]:
    """Return for each engine whether it keeps each piece of the page."""
    return [_kept_by(page, vote) for vote in found.votes]


def _kept_by(page: Outline, kept: frozenset[str]) -> list[bool]:
    is_kept = [place_of(box.element) in kept for box in page.boxes]
    return [is_kept[piece.box] for piece in page.pieces]


def _agreement(page: Outline, one: Sequence[bool], other: Sequence[bool]) -> float:
    """Return how alike two selections are: the F1 of one measured by the other, in characters."""
    weights = [piece.length for piece in page.pieces]
    both = sum(weight for weight, a, b in zip(weights, one, other, strict=True) if a and b)
    alone = sum(weight * (a + b) for weight, a, b in zip(weights, one, other, strict=True))
    return 2 * both / alone if alone else 1.0
