"""Line breaks that are meant although they are no elements: in poems, and where a style says so."""

from __future__ import annotations

import re

from tui_reader.extract.tree import Element, hints

_MARK = "data-lines"
_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_VERSE = re.compile(r"\b(?:verse|poem|poetry|lyrics)\b", re.IGNORECASE)


def mark_breaks(root: Element) -> None:
    """Note on elements that they keep their lines, as whoever finds the article may drop the style."""
    for element in root.iter():
        if _STYLE.search(element.get("style", "")):
            element.set(_MARK, "")


def keeps_lines(element: Element) -> bool:
    """Whether line breaks in the source of the element are meant."""
    return (
        element.get(_MARK) is not None or bool(_STYLE.search(element.get("style", ""))) or is_verse(element)
    )


def is_verse(element: Element) -> bool:
    """Whether the element is a `<pre>` that holds lines of verse rather than of code."""
    return element.tag == "pre" and element.find(".//code") is None and bool(_VERSE.search(hints(element)))
