"""Puts back what a judge has cut out of an article: lists, tables, headings of its own, and its notes."""

from __future__ import annotations

import copy
import re

from tui_reader.extract.embeds import is_post
from tui_reader.extract.endnotes import notes_number, referred
from tui_reader.extract.tree import Element, link_share, text_of

_MARK = "data-place"
_STRUCTURES = ("ul", "ol", "dl", "table", "blockquote", "pre", "figure", "h2", "h3", "h4", "h5", "h6", "p")
_NOTES = re.compile(r"foot-?notes?\b|end-?notes?\b", re.IGNORECASE)
"""What the notes of an article are called, and a judge takes for the foot of the page."""
_MOST_LINKED = 0.3
"""Share of links from which something left out was a menu."""


def mark(root: Element) -> None:
    """Number the elements of a page, so that those that a judge keeps are known again."""
    for number, element in enumerate(root.iter()):
        element.set(_MARK, str(number))


def places(found: Element) -> frozenset[str]:
    """Return the numbers of all elements that a judge has kept."""
    return frozenset(place for element in found.iter() if (place := element.get(_MARK)))


def place_of(element: Element) -> str:
    """Return the number of an element, empty if it has none."""
    return element.get(_MARK, "")


def restore(found: Element, root: Element) -> None:
    """Put structures of the marked page that are missing in `found` back where their parent was kept."""
    kept = {place: element for element in found.iter() if (place := element.get(_MARK))}
    posts = _posts(root)
    for element in root.iter():
        parent = element.getparent() if element in posts or _may_be_missing(element) else None
        if parent is None or element.get(_MARK, "") in kept or parent.get(_MARK, "") not in kept:
            continue
        if element in posts or (text_of(element) and link_share(element) <= _MOST_LINKED):
            again = copy.deepcopy(element)
            _put_back(again, element, kept)
            kept |= {part.get(_MARK, ""): part for part in again.iter()}
    restore_notes(found, root)


def restore_notes(found: Element, root: Element) -> None:
    """Put the notes that `found` refers to behind it if they are missing."""
    numbers, kept = referred(found.iter()), places(found)
    for element in root.iter() if numbers else ():
        if notes_number(element) in numbers and places(element).isdisjoint(kept):
            again = copy.deepcopy(element)
            again.tail = None
            found.append(again)


def _posts(root: Element) -> set[Element]:
    """Return posts of other sites, links and all, with what is in them and what is around nothing else."""
    found: set[Element] = set()
    for post in filter(is_post, root.iter("blockquote")):
        found.update(post.iter())
        around = post.getparent()
        while around is not None and len(around) == 1 and not (around.text or "").strip():
            found.add(around)
            around = around.getparent()
    return found


def _may_be_missing(element: Element) -> bool:
    """Whether the element is something that a judge cuts out by mistake."""
    if element.tag in _STRUCTURES:
        return True
    name = " ".join((element.get("class", ""), element.get("id", ""), element.get("role", "")))
    return element.tag in ("section", "div", "aside") and bool(_NOTES.search(name))


def _put_back(again: Element, original: Element, kept: dict[str, Element]) -> None:
    """Insert a copy behind the nearest sibling before the original that was kept, or as the first child."""
    parent = original.getparent()
    before = next((kept[place] for place in _places_before(original) if place in kept), None)
    again.tail = None
    if before is not None and before.getparent() is not None:
        again.tail, before.tail = before.tail, None
        before.addnext(again)
    elif parent is not None:
        kept[parent.get(_MARK, "")].insert(0, again)


def _places_before(element: Element) -> list[str]:
    return [sibling.get(_MARK, "") for sibling in element.itersiblings(preceding=True)]
