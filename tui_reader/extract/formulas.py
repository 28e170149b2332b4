"""Formulas: as TeX where the page gives it, else as one line of what stands in them."""

from __future__ import annotations

import re

from tui_reader.extract.tree import Element, text_of, traverse
from tui_reader.harmless import harmless_line

_TEX = re.compile(r"tex\b", re.IGNORECASE)
_WRAPPED = re.compile(r"\{\\(?:displaystyle|textstyle)\s*(.*)\}", re.DOTALL)
_NOTES = frozenset({"annotation", "annotation-xml"})
_BETWEEN = {"mfrac": "/", "msup": "^", "mover": "^", "msub": "_", "munder": "_", "mroot": "^(1/"}
"""What stands between the first and the second part of an element."""
_BEFORE = {"msqrt": "√"}


def formula(math: Element) -> str:
    """Return a formula as one line."""
    return _tex(math) or _line(math)


def is_second_drawing(element: Element) -> bool:
    """Whether the element draws a formula for the eye that stands beside it for machines."""
    if element.get("aria-hidden") != "true":
        return False
    beside = (element.getprevious(), element.getnext())
    return any(each is not None and next(each.iter("math"), None) is not None for each in beside)


def _tex(math: Element) -> str:
    """Return the TeX that the formula was made from, empty if the page doesn't give it."""
    sources = [note for note in math.iter("annotation") if _TEX.search(note.get("encoding", ""))]
    source = text_of(sources[0]) if sources else math.get("alttext", "")
    line = harmless_line(source)
    wrapped = _WRAPPED.fullmatch(line)
    return wrapped[1].strip() if wrapped else line


def _line(math: Element) -> str:
    """Return the parts of the formula in a row, with signs for how they stand to one another."""
    parts: list[str] = []

    def enter(element: Element) -> bool:
        parent = element.getparent()
        if parent is not None and element is not math and _is_second(element):
            parts.append(_BETWEEN.get(str(parent.tag), ""))
        parts.append(_BEFORE.get(str(element.tag), ""))
        if _is_group(element):
            parts.append("(")
        return element.tag not in _NOTES

    def leave(element: Element) -> None:
        parent = element.getparent()
        if _is_group(element):
            parts.append(")")
        if parent is not None and parent.tag == "mroot" and _is_second(element):
            parts.append(")")

    traverse(math, enter, leave, lambda text: parts.append(text.strip()))
    return harmless_line("".join(parts))


def _is_second(element: Element) -> bool:
    before = element.getprevious()
    return before is not None and before.getprevious() is None


def _is_group(element: Element) -> bool:
    """Whether the element is a part of another that holds several parts of its own."""
    parent = element.getparent()
    is_part = parent is not None and (parent.tag in _BETWEEN or parent.tag in _BEFORE)
    return element.tag == "msqrt" or (is_part and element.tag == "mrow" and len(element) > 1)
