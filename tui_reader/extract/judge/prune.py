"""Cuts a page down to the pieces that are kept, in the structure that they have there, with pictures."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.extract.judge.outline import KINDS, Outline, Piece
from tui_reader.extract.tree import Element, drop

_PLACEHOLDERS = frozenset({"td", "th", "br", "hr", "wbr", "input"})
"""Elements that say something without text, if what they stand in is kept."""
_MOST_LEFT = 0.5
"""Share of text that is left from which a picture goes with it."""
_CAPTION = KINDS.index("figcaption")
_HEADLINE = KINDS.index("h1")


def prune(root: Element, page: Outline, kept: Sequence[bool]) -> None:
    """Take all text out of the page that is not kept, and what is empty without it."""
    live: set[Element] = set()
    balances = _balances(page, kept)
    for image in root.iter("img"):
        if _stands_by_text(image, balances):
            _revive(image, live)
    for piece, is_kept in zip(page.pieces, kept, strict=True):
        if is_kept or _describes(piece, page, live):
            for element, is_tail in piece.nodes:
                _revive(element.getparent() if is_tail else element, live)
        else:
            _empty(piece)
    _drop_dead(root, live)


def _balances(page: Outline, kept: Sequence[bool]) -> dict[Element, tuple[int, int]]:
    """Return for each box how much text in it is kept and how much is left, captions and headlines aside."""
    sums = [[0, 0] for _ in page.boxes]
    for piece, is_kept in zip(page.pieces, kept, strict=True):
        if page.boxes[piece.box].kind not in (_CAPTION, _HEADLINE):
            sums[piece.box][0 if is_kept else 1] += piece.length
    for place in range(len(sums) - 1, 0, -1):
        around = sums[page.boxes[place].parent]
        around[0] += sums[place][0]
        around[1] += sums[place][1]
    return {box.element: (held, left) for box, (held, left) in zip(page.boxes, sums, strict=True)}


def _stands_by_text(image: Element, balances: dict[Element, tuple[int, int]]) -> bool:
    """Whether the smallest box around the picture that has text is kept rather than left."""
    for ancestor in image.iterancestors():
        held, left = balances.get(ancestor, (0, 0))
        if held or left:
            return left < _MOST_LEFT * (held + left)
    return False


def _describes(piece: Piece, page: Outline, live: set[Element]) -> bool:
    """Whether the piece is the caption of a picture that is kept."""
    box = page.boxes[piece.box]
    if box.kind != _CAPTION:
        return False
    return next((figure in live for figure in box.element.iterancestors("figure", "table")), False)


def _revive(element: Element | None, live: set[Element]) -> None:
    """Count the element and all around it as kept."""
    while element is not None and element not in live:
        live.add(element)
        element = element.getparent()


def _empty(piece: Piece) -> None:
    for element, is_tail in piece.nodes:
        if is_tail:
            element.tail = None
        else:
            element.text = None


def _drop_dead(root: Element, live: set[Element]) -> None:
    """Drop the elements that hold nothing that is kept."""
    waiting = [root]
    while waiting:
        for child in list(waiting.pop()):
            if child in live:
                if child.tag != "math":
                    waiting.append(child)
            elif child.tag == "li" and _is_numbered(child):
                # The numbers of the items behind it depend on it.
                _hollow(child)
            elif child.tag not in _PLACEHOLDERS:
                drop(child)


def _is_numbered(item: Element) -> bool:
    parent = item.getparent()
    return parent is not None and parent.tag == "ol"


def _hollow(item: Element) -> None:
    item.text = None
    for child in list(item):
        item.remove(child)
