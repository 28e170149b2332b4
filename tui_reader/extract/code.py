"""Code listings: their exact white space, and the language they say they are in."""

from __future__ import annotations

import re

from tui_reader.extract.inline import SILENT
from tui_reader.extract.tree import Element, traverse
from tui_reader.harmless import harmless
from tui_reader.models import Block, BlockKind

_LANGUAGE = re.compile(r"\b(?:language|lang|highlight-source|brush|sourceCode)(?:-|:\s?| )([A-Za-z0-9+#]+)")
_GUTTERS = frozenset({"gutter", "lineno", "linenos", "line-number", "linenumber", "rouge-gutter", "blob-num"})
_GUTTERS_INSIDE = _GUTTERS | {"hljs-ln-numbers", "lnt", "ln", "LineNr", "crayon-num"}
"""What numbers are called in a listing; outside of one the shorter names may be anything."""
_LINES = frozenset({"div", "p", "li", "tr"})
"""Elements that begin and end a line of a listing."""
_NOT_A_LANGUAGE = frozenset({"none", "plaintext", "text", "txt", "nohighlight", "highlighter"})


def listing(pre: Element, quote: int) -> Block:
    """Return the `<pre>` as a block of code that stands in `quote` quotations."""
    lines = _Lines()
    traverse(pre, lines.enter, lines.leave, lines.write)
    text = harmless("".join(lines.parts).replace("\r\n", "\n")).rstrip()
    first, line_break, rest = text.partition("\n")
    return Block(
        BlockKind.CODE,
        rest if line_break and not first.strip() else text,
        quote=quote,
        source=_language(pre),
    )


def is_gutter(element: Element) -> bool:
    """Whether the element holds the line numbers beside a listing."""
    return element.tag in ("td", "span", "pre") and not _GUTTERS.isdisjoint(element.get("class", "").split())


class _Lines:
    """Collects the text of a listing, whose lines may be elements."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._has_ended = False

    def enter(self, element: Element) -> bool:
        """Begin an element and say whether it holds code."""
        if element.tag == "br":
            self.parts.append("\n")
            self._has_ended = False
        self._part(element)
        names = element.get("class", "").split()
        return element.tag not in SILENT and element.tag != "button" and _GUTTERS_INSIDE.isdisjoint(names)

    def leave(self, element: Element) -> None:
        """End an element."""
        self._part(element)

    def write(self, text: str) -> None:
        """Add text; the line break behind a line that is an element has been written already."""
        if self._has_ended and text.isspace():
            text = text.removeprefix("\n")
        if text:
            self.parts.append(text)
            self._has_ended = False

    def _part(self, element: Element) -> None:
        """Begin a new line where an element is one."""
        if element.tag in _LINES and self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
            self._has_ended = True


def _language(pre: Element) -> str:
    """Return the language by the class of the listing, of the code in it or of what wraps it."""
    nearby = [pre, *pre.iter("code")][:2]
    ancestor = pre.getparent()
    for _ in range(2):
        if ancestor is not None:
            nearby.append(ancestor)
            ancestor = ancestor.getparent()
    for element in nearby:
        named = element.get("data-lang") or element.get("data-language")
        match = _LANGUAGE.search(element.get("class", ""))
        language = (named or (match[1] if match else "")).strip().lower()
        if language and language.isascii() and len(language) <= 20 and language not in _NOT_A_LANGUAGE:
            return harmless(language)
    return ""
