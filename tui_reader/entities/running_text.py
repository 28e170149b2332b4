"""Lays a document out as one running text and finds the way back from it to the blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from tui_reader.entities.recogniser import Span
from tui_reader.models import Block, BlockKind, Document, Style
from tui_reader.values import value

TITLE = -1
"""The number of the block that stands for the title."""
_BETWEEN = "\n\n"


@value
class Segment:
    """A stretch of the running text that comes from one place of one block."""

    start: int
    """Where it starts in the running text."""
    end: int
    """Where it ends in the running text."""
    block: int
    """Index of its block; -1 is the title."""
    offset: int
    """Where it starts in the block's text."""
    is_headline: bool = False
    """Whether it is the title or a heading."""


@value
class RunningText:
    """The text of a document as a recogniser reads it: title first, an empty line between segments."""

    text: str
    segments: tuple[Segment, ...]
    """By start; no name crosses from one to the next."""
    code: tuple[Span, ...] = ()
    """Stretches that are set as code inside a sentence."""

    def segment_at(self, position: int) -> Segment:
        """Return the segment that holds the position, which must be inside one."""
        return self.segments[bisect_right(self.segments, position, key=lambda each: each.start) - 1]


def running_text(document: Document) -> RunningText:
    """Return the title, the paragraphs and the cells of the tables.

    Code, rules, images and embeds are left out, and so are the headers of tables, which say what is in a
    column.
    """
    pieces: list[str] = []
    segments: list[Segment] = []
    code: list[Span] = []
    start = 0
    for block, offset, text, is_headline in _pieces(document):
        pieces.append(text)
        segments.append(Segment(start, start + len(text), block, offset, is_headline))
        if block != TITLE:
            code.extend(_code(document.blocks[block], offset, start))
        start += len(text) + len(_BETWEEN)
    return RunningText(_BETWEEN.join(pieces), tuple(segments), tuple(code))


def _pieces(document: Document) -> Iterator[tuple[int, int, str, bool]]:
    """Yield the block, the offset in it and the text of each segment, and whether it is a headline."""
    if document.title:
        yield TITLE, 0, document.title, True
    for index, block in enumerate(document.blocks):
        if not block.kind.is_told or block.kind is BlockKind.CODE:
            continue
        if block.kind is BlockKind.TABLE:
            yield from ((index, offset, cell, False) for offset, cell in _cells(block))
        elif block.text:
            yield index, 0, block.text, block.kind is BlockKind.HEADING


def _cells(table: Block) -> Iterator[tuple[int, str]]:
    """Yield each cell below the header that is not empty, with its offset."""
    offset = 0
    for number, row in enumerate(table.text.split("\n")):
        for cell in row.split("\t"):
            if cell and number >= table.level:
                yield offset, cell
            offset += len(cell) + 1


def _code(block: Block, offset: int, start: int) -> Iterator[Span]:
    """Yield where code inside the block's sentences stands in the running text."""
    for inline in block.inlines:
        if inline.style is Style.CODE:
            yield Span(start + inline.start - offset, start + inline.end - offset, None)
