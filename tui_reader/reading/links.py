"""The links of an article, numbered as they are in the text."""

from __future__ import annotations

from tui_reader.models import Block, BlockKind, Document, Position, Style
from tui_reader.values import value


@value
class Link:
    """An address that the article links to."""

    number: int
    """Its number in the text, from 1; an address has one number however often it is linked."""
    target: str
    """The address."""
    text: str
    """The words that link to it first."""
    block: int
    """Index of the block that links to it first."""
    start: int
    """Offset of those words."""


def links(document: Document) -> tuple[Link, ...]:
    """Return each address once, by first appearance."""
    found: dict[str, Link] = {}
    for index, block in enumerate(document.blocks):
        for inline in block.inlines:
            if inline.style is Style.LINK and inline.target and inline.target not in found:
                words = " ".join(block.text[inline.start : inline.end].split())
                found[inline.target] = Link(len(found) + 1, inline.target, words, index, inline.start)
    return tuple(found.values())


def link_at(document: Document, place: Position) -> str:
    """Return the address that the character in this place links to; empty if it links nowhere."""
    inlines = document.blocks[place.block].inlines if place.block >= 0 else ()
    for inline in inlines:
        if inline.style is Style.LINK and inline.start <= place.character < inline.end:
            return inline.target
    return ""


def link_numbers(block: Block, numbers: dict[str, int]) -> tuple[tuple[int, int], ...]:
    """Return the places in the block's text after which a link's number is set, with the number.

    Code and images show none: the one must stay as it is, the other has no words to hang it on.
    """
    if block.kind in (BlockKind.CODE, BlockKind.IMAGE):
        return ()
    ends = {
        inline.end: numbers[inline.target]
        for inline in block.inlines
        if inline.style is Style.LINK and inline.target in numbers and inline.end > inline.start
    }
    return tuple(sorted(ends.items()))
