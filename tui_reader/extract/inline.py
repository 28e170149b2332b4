"""What stands inside a line: emphasis, links, code, small pictures that stand for a character."""

from __future__ import annotations

import re

from tui_reader.extract.addresses import absolute
from tui_reader.extract.entries import is_clock
from tui_reader.extract.flow import Flow
from tui_reader.extract.formulas import formula, is_second_drawing
from tui_reader.extract.tree import Element, hints, traverse
from tui_reader.models import Style

_STYLES = {
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "dfn": Style.EMPHASIS,
    "var": Style.EMPHASIS,
    "strong": Style.STRONG,
    "b": Style.STRONG,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
    "tt": Style.CODE,
    "del": Style.STRIKE,
    "s": Style.STRIKE,
    "strike": Style.STRIKE,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
}
_AROUND = {"q": ("“", "”"), "rt": ("(", ")")}
_LONGEST_CLOCK = 20

_SILENT_NAMES = """
    script style template noscript head title svg canvas object embed iframe audio video map select
    option datalist input textarea progress meter dialog rp annotation annotation-xml
"""
SILENT = frozenset(_SILENT_NAMES.split())
"""Elements whose content is no text of the article."""

_CHARACTER = re.compile(r"emoji|emoticon|smil|math|latex|\btex\b", re.IGNORECASE)


class InlineWriter:
    """Writes inline elements into a flow: called when an element is entered and left."""

    def __init__(self, flow: Flow, base: str) -> None:
        """Write into `flow`; links are relative to the address `base`."""
        self._flow = flow
        self._base = base
        self._links: list[bool] = []

    def enter(self, element: Element) -> bool:
        """Open the style that the element has, and say whether its content is to be read."""
        tag = element.tag
        if tag == "math":
            self._write_formula(element)
            return False
        if is_second_drawing(element):
            return False
        if _is_time(element):
            self._flow.write_edge()
        if tag in _STYLES:
            self._flow.open(_STYLES[tag])
        elif tag == "a":
            target = absolute(element.get("href", ""), self._base)
            self._links.append(bool(target))
            if target:
                self._flow.open(Style.LINK, target)
        elif tag in _AROUND:
            self._flow.write(_AROUND[tag][0])
        return True

    def leave(self, element: Element) -> None:
        """Close the style that the element has."""
        tag = element.tag
        if tag in _STYLES:
            self._flow.close(_STYLES[tag])
        elif tag == "a":
            if self._links.pop():
                self._flow.close(Style.LINK)
        elif tag in _AROUND:
            self._flow.write(_AROUND[tag][1])
        if _is_time(element):
            self._flow.write_edge()

    def _write_formula(self, math: Element) -> None:
        self._flow.open(Style.CODE)
        self._flow.write(formula(math))
        self._flow.close(Style.CODE)


def _is_time(element: Element) -> bool:
    """Whether the element is a time, which pages part from what is beside it only to the eye."""
    if element.tag == "time":
        return True
    text = element.text or ""
    return element.tag == "span" and len(text) <= _LONGEST_CLOCK and is_clock(text)


def stands_for_text(image: Element) -> bool:
    """Whether the picture is a character or formula in the line rather than an illustration."""
    return bool(image.get("alt")) and bool(_CHARACTER.search(hints(image)))


def line_of(element: Element) -> str:
    """Return all text of the element as one harmless line."""
    flow = Flow()
    write_line(element, flow, "")
    return flow.take()[0]


def write_line(element: Element, flow: Flow, base: str) -> None:
    """Write all text of the element as one line with its styles, whatever blocks it is made of."""
    writer = InlineWriter(flow, base)

    def enter(child: Element) -> bool:
        if child.tag in SILENT:
            return False
        if child.tag == "img" and stands_for_text(child):
            flow.write(child.get("alt", ""))
        if child.tag in ("br", "p", "div", "li", "td", "th", "tr", "dd", "dt"):
            flow.write(" ")
        return writer.enter(child)

    def leave(child: Element) -> None:
        writer.leave(child)
        if child.tag in ("p", "div", "li", "td", "th", "tr", "dd", "dt"):
            flow.write(" ")

    traverse(element, enter, leave, flow.write)
