"""The engines that find the article as a whole: readability, and the part with most of the sentences."""

from __future__ import annotations

import copy
import logging

from readability import Document as Readability
from readability.readability import Unparseable

from tui_reader.extract.density import densest
from tui_reader.extract.restore import mark, places, restore, restore_notes
from tui_reader.extract.tree import Element, text_of
from tui_reader.values import value

_SOURCE = "quotation-source"
"""A name that readability knows nothing of."""
_QUIET = logging.NullHandler()

_COLLAPSE = 0.4
"""Share of the densest part's text below which readability has kept only a fragment."""
_MOST_ELEMENTS = 30_000
_MOST_DEPTH = 256
"""Number and nesting of elements from which readability takes seconds: its time grows with their square."""


@value
class Findings:
    """What the engines take for the article of a page."""

    best: Element
    """What readability found, or the densest part if that is only a fragment of it."""
    engine: str
    """Who found it."""
    votes: tuple[frozenset[str], ...]
    """Places that readability keeps, and those in the densest part."""


def findings(root: Element) -> Findings:
    """Return what the engines find; the elements of the page are numbered, but stay as they are."""
    mark(root)
    scaffold = copy.deepcopy(root)
    dense = densest(scaffold)
    judged = None if _is_heavy(scaffold) else _by_readability(scaffold)
    votes = (places(dense if judged is None else judged), places(dense))
    if judged is not None and len(text_of(judged)) >= _COLLAPSE * len(text_of(dense)):
        return Findings(judged, "readability", votes)
    restore_notes(dense, root)
    return Findings(dense, "density", votes)


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
    own = copy.deepcopy(root)
    # It takes every footer for that of the page, also the one that says who is quoted.
    for footer in [footer for quote in own.iter("blockquote", "figure") for footer in quote.iter("footer")]:
        footer.tag = _SOURCE
    document = Readability(own)
    try:
        document.summary(html_partial=True, keep_all_images=True)
    except Unparseable:
        return None
    found: Element = document.html
    for footer in list(found.iter(_SOURCE)):
        footer.tag = "footer"
    restore(found, root)
    return found
