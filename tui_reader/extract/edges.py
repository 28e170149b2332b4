"""What clings to the ends of an article where nothing in the page tells it apart."""

from __future__ import annotations

import re

from tui_reader.extract.bylines import is_byline
from tui_reader.models import Block, BlockKind, Style

_IMPRINT = re.compile(
    r"^\s*(?:©|\(c\)\s*\d|copyright\s*(?:©|\(c\)|\d{4})|版权所有)|\ball rights reserved\b", re.IGNORECASE
)
_LONGEST_IMPRINT = 200
"""Characters up to which such a line is no paragraph about copyright."""
_LEAST_LINKS = 2
_MENU_SHARE = 0.8
"""Share of a text's letters that stand in its links when it is a menu."""


def without_edges(blocks: tuple[Block, ...], authors: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """Leave out menus at both ends, the byline before the article and copyright lines behind it."""
    start, end = 0, len(blocks)
    while start < end and (_is_menu(blocks[start]) or is_byline(blocks[start].text, authors)):
        start += 1
    while start < end and (_is_menu(blocks[end - 1]) or _is_imprint(blocks[end - 1])):
        end -= 1
    return blocks[start:end]


def _is_menu(block: Block) -> bool:
    links = [inline for inline in block.inlines if inline.style is Style.LINK]
    linked = sum(_letters(block.text[link.start : link.end]) for link in links)
    is_row = block.kind is BlockKind.PARAGRAPH and len(links) >= _LEAST_LINKS
    return is_row and linked >= _MENU_SHARE * _letters(block.text)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _is_imprint(block: Block) -> bool:
    return len(block.text) <= _LONGEST_IMPRINT and bool(_IMPRINT.search(block.text))
