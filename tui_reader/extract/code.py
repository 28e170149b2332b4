"""Code listings: their exact white space, and the language they say they are in."""

from __future__ import annotations

import re

from tui_reader.extract.inline import SILENT
from tui_reader.extract.tree import Element, traverse
from tui_reader.harmless import harmless
from tui_reader.models import Block, BlockKind

_LANGUAGE = re.compile(r"(?:language|lang|highlight-source|brush:\s?|sourceCode)[-: ]?([A-Za-z0-9+#]+)")
_GUTTERS = frozenset({"gutter", "lineno", "linenos", "line-number", "linenumber", "rouge-gutter", "blob-num"})
_NOT_A_LANGUAGE = frozenset({"none", "plaintext", "text", "txt", "nohighlight", "highlighter"})


def listing(pre: Element, quote: int) -> Block:
    """Return the `<pre>` as a block of code that stands in `quote` quotations."""
    parts: list[str] = []

    def enter(element: Element) -> bool:
        if element.tag == "br":
            parts.append("\n")
        return element.tag not in SILENT and not is_gutter(element)

    traverse(pre, enter, lambda element: None, parts.append)
    text = harmless("".join(parts).replace("\r\n", "\n")).rstrip()
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
