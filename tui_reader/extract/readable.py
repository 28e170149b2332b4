"""Finds the article on a prepared page: the one door that any judge of what is article stands behind."""

from __future__ import annotations

import copy
import logging

from readability import Document as Readability
from readability.readability import Unparseable

from tui_reader.extract.density import densest
from tui_reader.extract.restore import mark, restore
from tui_reader.extract.tree import Element, text_of

_QUIET = logging.NullHandler()

_COLLAPSE = 0.4
"""Share of the densest part's text below which readability has kept only a fragment."""
_MOST_ELEMENTS = 30_000
_MOST_DEPTH = 256
"""Number and nesting of elements from which readability takes seconds: its time grows with their square."""


def readable(root: Element) -> Element:
    """Return an element that holds the article and as little else as can be told; the page may change."""
    dense = densest(root)
    if _is_heavy(root):
        return dense
    judged = _by_readability(root)
    if judged is not None and len(text_of(judged)) >= _COLLAPSE * len(text_of(dense)):
        return judged
    return dense


def _is_heavy(root: Element) -> bool:
    """Whether readability would take too long."""
    depths: dict[Element | None, int] = {None: 0}
    for element in root.iter():
        depth = depths.get(element.getparent(), 0) + 1
        if depth > _MOST_DEPTH or len(depths) > _MOST_ELEMENTS:
            return True
        depths[element] = depth
    return False


def _by_readability(root: Element) -> Element | None:
    """Return what readability takes for the article, None if it gives up."""
    # readability logs what it raises, and a log that nobody listens to ends up on the screen.
    logging.getLogger("readability").addHandler(_QUIET)
    mark(root)
    document = Readability(copy.deepcopy(root))
    try:
        document.summary(html_partial=True, keep_all_images=True)
    except Unparseable:
        return None
    found: Element = document.html
    restore(found, root)
    return found
