"""Whether the text in and around each box of a page is rather kept or left: what has no text goes with it."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.extract.judge.outline import KINDS, Outline

CAPTION = KINDS.index("figcaption")
"""Kind of the boxes that go with what they describe."""
_HEADLINE = KINDS.index("h1")
_MOST_LEFT = 0.5
"""Share of text that is left from which what stands in it is left too."""


def kept_boxes(page: Outline, kept: Sequence[bool]) -> list[bool]:
    """Return for each box whether most text in it is kept; one that has none goes with the box around it.

    Captions, headlines and posts of other sites don't count, as they themselves go with what is around them.
    """
    held, left = _sums(page, kept)
    found: list[bool] = []
    for place, box in enumerate(page.boxes):
        if whole := held[place] + left[place]:
            found.append(left[place] < _MOST_LEFT * whole)
        else:
            found.append(box.parent >= 0 and found[box.parent])
    return found


def _sums(page: Outline, kept: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Return for each box how many characters in it are kept and how many are left."""
    sums = [0] * len(page.boxes), [0] * len(page.boxes)
    for piece, is_kept in zip(page.pieces, kept, strict=True):
        box = page.boxes[piece.box]
        if box.kind not in (CAPTION, _HEADLINE) and box.post < 0:
            sums[not is_kept][piece.box] += piece.length
    # Boxes stand from the outside in, so going backwards every box is whole before it is added.
    for place in range(len(page.boxes) - 1, 0, -1):
        for each in sums:
            each[page.boxes[place].parent] += each[place]
    return sums
