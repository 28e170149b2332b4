"""Makes a parsed page ready to be judged: what is hidden by accident appears, what is never article goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui_reader.extract.breaks import mark_breaks
from tui_reader.extract.embeds import settle_embeds
from tui_reader.extract.endnotes import notes_number
from tui_reader.extract.furniture import is_furniture, is_misnamed, is_prose, is_suspect, is_unseen, is_word
from tui_reader.extract.images import settle_images
from tui_reader.extract.notes import settle_notes
from tui_reader.extract.tree import Element, drop, link_share, text_of
from tui_reader.extract.widths import width

WAS_HIDDEN = "data-was-hidden"
"""What marks an element that a browser would not have shown."""
HAD_BUTTON = "data-had-button"
"""What marks an element that had a button in it."""
_LEAST_HIDDEN = 600
"""Characters from which a hidden container is an article that a script would have shown."""
_MOST_LINKED = 0.5
"""Share of links from which a hidden container is a menu instead."""
_LARGE_PART = 0.4
"""Share of the page's text from which nothing is thrown away for its name alone."""

_MOST_NESTED = 8
"""Elements that look alike around one another beyond which no more are looked at."""
_DROPPED = -1

_NEVER_TEXT = ("script", "style", "template", "link", "object", "embed", "select")


def prepare(root: Element, base: str) -> None:
    """Show hidden articles and lazy images and drop what is never text, in place."""
    for element in list(root.iter(*_NEVER_TEXT)):
        drop(element)
    mark_breaks(root)
    settle_embeds(root, base)
    settle_images(root, base)
    for element in _not_too_deep(root, is_unseen):
        if is_unseen(element):
            _settle_hidden(element)
    for button in list(root.iter("button")):
        if is_word(button):
            button.tag = "span"
    settle_notes(root, base)


def drop_furniture(root: Element) -> None:
    """Drop navigation, page footers, consent walls and boxes that are named as furniture, in place.

    Prose that only its name made suspicious loses the name, as later judges go by names too. What notes
    stand in is left to them.
    """
    spared: set[Element] = set()
    for holder in filter(notes_number, root.iter()):
        around: Element | None = holder
        while around is not None and around not in spared:
            spared.add(around)
            around = around.getparent()
    most = _LARGE_PART * len(text_of(root))
    for element in _not_too_deep(root, is_suspect):
        if element not in spared and is_furniture(element) and len(text_of(element)) <= most:
            if element.tag == "button" and (parent := element.getparent()) is not None:
                parent.set(HAD_BUTTON, "")
            drop(element)
        elif is_misnamed(element):
            _take_off(element, {"class", "id"})


def _not_too_deep(root: Element, looks: Callable[[Element], bool]) -> Iterator[Element]:
    """Go through the page but not into what is dropped, nor into what looks so deep in what looks so.

    Whoever looks at all text of each element would take time with the square of the page.
    """
    depths: dict[Element, int] = {}
    for element in list(root.iter()):
        parent = element.getparent()
        around = 0 if element is root or parent is None else depths.get(parent, _DROPPED)
        if around == _DROPPED or (parent is None and element is not root):
            continue
        depths[element] = around + looks(element)
        if depths[element] > around >= _MOST_NESTED:
            continue
        yield element
        if element.getparent() is None and element is not root:
            del depths[element]


def drop_hidden(root: Element) -> None:
    """Drop hidden prose that is too short for an article, in place."""
    for element in list(root.iter()):
        if element.get(WAS_HIDDEN) is not None and width(text_of(element)) < _LEAST_HIDDEN:
            drop(element)


def _settle_hidden(element: Element) -> None:
    """Show the element if it may hold an article or a part of one, else drop it."""
    is_large = width(text_of(element)) >= _LEAST_HIDDEN and link_share(element) <= _MOST_LINKED
    if is_large or is_prose(element):
        _take_off(element, {"hidden", "style"})
        element.set(WAS_HIDDEN, "")
    else:
        drop(element)


def _take_off(element: Element, attributes: set[str]) -> None:
    for name in attributes.intersection(map(str, element.keys())):
        del element.attrib[name]
