"""What the meta elements of a page say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from html import unescape

from tui_reader.extract.tree import Element
from tui_reader.harmless import harmless_line

_NAMES = ("property", "name", "itemprop", "http-equiv")
_PAIRS = 4
"""Pairs of label and text that a page may give for its card."""


class MetaTags:
    """The contents of a page's meta elements by their name."""

    def __init__(self, root: Element) -> None:
        """Read all of the page's."""
        self._found: dict[str, list[str]] = defaultdict(list)
        for element in root.iter("meta"):
            # Some systems escape what is escaped already.
            content = harmless_line(unescape(element.get("content", "")))
            for name in {element.get(attribute, "").strip().lower() for attribute in _NAMES} - {""}:
                if content:
                    self._found[name].append(content)

    def all(self, names: Iterable[str]) -> list[str]:
        """Return the contents of all elements with one of these names, in the order of the names."""
        return [content for name in names for content in self._found.get(name, ())]

    def first(self, names: Iterable[str]) -> str:
        """Return the first of these contents, empty if there is none."""
        return next(iter(self.all(names)), "")

    def labelled(self, labels: Iterable[str]) -> list[str]:
        """Return what the page's card says under labels such as "Written by"."""
        wanted = set(labels)
        pairs = [
            (self.first([f"twitter:label{n}"]), self.first([f"twitter:data{n}"]))
            for n in range(1, _PAIRS + 1)
        ]
        return [text for label, text in pairs if text and label.casefold().strip(" :") in wanted]
