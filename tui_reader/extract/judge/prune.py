"""Cuts a page down to the pieces that are kept, in the structure that they have there, with pictures."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.extract.judge.balance import CAPTION, kept_boxes
from tui_reader.extract.judge.outline import Outline, Piece
from tui_reader.extract.tree import Element, drop

_PLACEHOLDERS = frozenset({"td", "th", "br", "hr", "wbr", "input"})
"""Elements that say something without text, if what they stand in is kept."""


def prune(root: Element, page: Outline, kept: Sequence[bool]) -> None:
    """Take all text out of the page that is not kept, and what is empty without it."""
    live: set[Element] = set()
    by_text = {box.element: is_kept for box, is_kept in zip(page.boxes, kept_boxes(page, kept), strict=True)}
    for image in root.iter("img"):
        if _stands_by_text(image, by_text):
            _revive(image, live)
    for piece, is_kept in zip(page.pieces, kept, strict=True):
        if is_kept or _describes(piece, page, live):
            for element, is_tail in piece.nodes:
                _revive(element.getparent() if is_tail else element, live)
        else:
            _empty(piece)
    _drop_dead(root, live)


def _stands_by_text(image: Element, by_text: dict[Element, bool]) -> bool:
    """Whether the text around the picture is kept; notes it for what stands between the two."""
    between: list[Element] = []
    for ancestor in image.iterancestors():
        if ancestor in by_text:
            by_text.update(dict.fromkeys(between, by_text[ancestor]))
            return by_text[ancestor]
        between.append(ancestor)
    return False


def _describes(piece: Piece, page: Outline, live: set[Element]) -> bool:
    """Whether the piece is the caption of a picture that is kept."""
    box = page.boxes[piece.box]
    if box.kind != CAPTION:
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
