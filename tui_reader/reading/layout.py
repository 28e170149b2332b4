"""Lays an article out in lines for a measure, block by block and only as far as it is asked.

50,000 words need not be set before the first screen is drawn: `extend` goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.harmless import masked
from tui_reader.models import Block, BlockKind, Document, Position
from tui_reader.reading.blocks import set_block, set_gap
from tui_reader.reading.lines import HEAD, Line, Role, Run
from tui_reader.reading.links import link_numbers, links
from tui_reader.reading.masthead import set_masthead
from tui_reader.reading.scripts import set_scripts

NARROWEST = 10
"""The smallest measure, in cells, that a text is set in."""
FARTHEST = 50
"""Blocks that are looked through for the first paragraph of a list item."""


class Layout:
    """The lines of an article for one measure, growing from the top."""

    def __init__(self, document: Document, measure: int) -> None:
        """Set the headline; the text waits until it is asked for."""
        self.document = document
        self.measure = max(measure, NARROWEST)
        self._numbers = {link.target: link.number for link in links(document)}
        self._lines = [_line(HEAD, runs) for runs in set_masthead(document, self.measure)]
        self._tops: list[int] = []

    @property
    def lines(self) -> Sequence[Line]:
        """The lines that are set so far."""
        return self._lines

    @property
    def is_complete(self) -> bool:
        """Whether the whole article is set."""
        return len(self._tops) == len(self.document.blocks)

    def extend(self, lines: int) -> None:
        """Go on until at least that many lines are set, or all."""
        while len(self._lines) < lines and not self.is_complete:
            self._set_next()

    def complete(self) -> None:
        """Set all that is left."""
        while not self.is_complete:
            self._set_next()

    def line_at(self, position: Position) -> int:
        """Return the index of the line that shows the position, or the nearest before it."""
        block = min(position.block, len(self.document.blocks) - 1)
        while len(self._tops) <= block:
            self._set_next()
        top = self._tops[block] if block > HEAD else 0
        found = top
        for index in range(top, len(self._lines)):
            line = self._lines[index]
            if line.block != max(block, HEAD) or line.is_gap:
                break
            if line.shows(position.character):
                return index
            if line.start <= position.character and any(run.role is Role.TEXT for run in line.runs):
                found = index
        return found

    def position_at(self, line: int) -> Position:
        """Return the position of the first character on a line; for a line beyond the last one, its."""
        shown = self._lines[max(0, min(line, len(self._lines) - 1))]
        return Position(shown.block, shown.start)

    def _set_next(self) -> None:
        """Set the next block, and the gap above it."""
        index = len(self._tops)
        blocks = self.document.blocks
        block = blocks[index]
        gap = set_gap(blocks[index - 1], block, self.measure) if index else ()
        if gap is not None:
            self._lines.append(Line(index, gap, is_gap=True))
        self._tops.append(len(self._lines))
        numbers = link_numbers(block, self._numbers) if self._numbers else ()
        text = set_scripts(block, masked(block.text))
        if block.kind not in (BlockKind.CODE, BlockKind.TABLE):
            text = text.replace("\t", " ")
        start = 0
        for runs in set_block(block, text, self.measure, numbers, _marker(blocks, index)):
            line = _line(index, runs, start)
            start = line.start
            self._lines.append(line)


def _line(block: int, runs: tuple[Run, ...], start: int = 0) -> Line:
    """Return the line, which begins where its first text does, or else where it is told."""
    return Line(block, runs, min((run.start for run in runs if run.role is Role.TEXT), default=start))


def _marker(blocks: Sequence[Block], index: int) -> str:
    """Return the marker of the list item that a further paragraph belongs to."""
    block = blocks[index]
    if block.kind is not BlockKind.LIST_ITEM or block.marker:
        return block.marker
    for above in (blocks[i] for i in range(index - 1, max(index - FARTHEST, 0) - 1, -1)):
        if above.kind is BlockKind.LIST_ITEM and above.level <= block.level and above.marker:
            return above.marker
        if above.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            break
    return ""
