"""The page that the reading view scrolls over: laid out lines, drawn when they come into sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.selection import Selection
from textual.strip import Strip

from tui_reader.models import ArticleId, Position
from tui_reader.reading.copying import copied
from tui_reader.reading.foot import set_foot
from tui_reader.reading.layout import Layout
from tui_reader.reading.lines import Line, Role
from tui_reader.related import Related
from tui_reader.ui.widgets.document_painter import DocumentPainter

TOP = 1
"""Blank lines above the headline, and below the last line."""


class Page:
    """The lines of an article for one width of the screen; rows count from the top of the page."""

    def __init__(
        self, layout: Layout, painter: DocumentPainter, width: int, related: Sequence[Related] = ()
    ) -> None:
        """Take the layout, who draws it, the cells from edge to edge, and what stands below the text."""
        self.layout = layout
        self._painter = painter
        self.width = width
        """Cells from one edge of the screen to the other."""
        self._left = max((width - layout.measure) // 2, 0)
        self._strips: dict[int, Strip] = {}
        self._foot = set_foot(related, layout.measure)

    @property
    def height(self) -> int:
        """How many rows the page has so far."""
        return len(self.layout.lines) + 2 * TOP + (len(self._foot) if self.layout.is_complete else 0)

    def reach(self, row: int) -> None:
        """Lay out at least down to a row."""
        self.layout.extend(row)

    def row_of(self, position: Position) -> int:
        """Return the row that shows a place."""
        return self.layout.line_at(position) + TOP

    def position_at(self, row: int) -> Position:
        """Return the place that a row begins with; block -1 is the headline."""
        return self.layout.position_at(row - TOP)

    def has_below(self, row: int) -> bool:
        """Whether there is text in that row or below it."""
        return row - TOP < len(self.layout.lines) or not self.layout.is_complete

    def place_at(self, column: int, row: int) -> Position | None:
        """Return the character that is drawn in a cell."""
        number = row - TOP
        if not 0 <= number < len(self.layout.lines):
            return None
        line = self.layout.lines[number]
        character = line.character_at(column - self._left)
        return None if character is None else Position(line.block, character)

    def related_at(self, row: int) -> ArticleId | None:
        """Return the article of which a row below the text tells."""
        number = self._foot_line(row)
        return None if number is None else self._foot[number].article

    def strip(self, row: int) -> Strip:
        """Return a row as it is drawn."""
        strip = self._strips.get(row)
        if strip is None:
            strip = self._painter.blank(self.width)
            if 0 <= row - TOP < len(self.layout.lines):
                line = self.layout.lines[row - TOP]
                strip = self._painter.paint(line, self._left, self.layout.measure, self.width)
                self._strips[row] = strip
            elif (below := self._foot_line(row)) is not None:
                strip = self._painter.paint_foot(self._foot[below], self._left, self.width)
        return strip

    def forget_strips(self) -> None:
        """Draw every row anew when it is next asked for."""
        self._strips.clear()

    def selected_text(self, selection: Selection) -> str:
        """Return the text of the article that is selected on these rows."""
        if selection.end is None:
            self.layout.complete()
        return copied(self.layout.document, self._selected(selection))

    def selected_stretch(self, selection: Selection) -> tuple[Position, Position] | None:
        """Return the first place of the text that is selected on these rows, and the one after the last."""
        stretches: list[tuple[Position, Position]] = []
        for line, start, end in self._selected(selection):
            offset = 0
            for run in line.runs:
                first, last = max(start - offset, 0), len(run.text) if end is None else end - offset
                offset += len(run.text)
                last = min(last, len(run.text))
                if run.role is Role.TEXT and first < last:
                    places = Position(line.block, run.start + first), Position(line.block, run.start + last)
                    stretches.append(places)
        return (min(stretches)[0], max(end for _, end in stretches)) if stretches else None

    def _foot_line(self, row: int) -> int | None:
        """Return which line below the text stands on a row."""
        number = row - TOP - len(self.layout.lines)
        return number if self.layout.is_complete and 0 <= number < len(self._foot) else None

    def _selected(self, selection: Selection) -> Iterator[tuple[Line, int, int | None]]:
        """Yield the selected lines, each with its first selected character and the one after the last."""
        for number, line in enumerate(self.layout.lines):
            span = selection.get_span(number + TOP)
            if span is not None:
                start, end = (max(character - self._left, 0) for character in span)
                yield line, start, None if span[1] < 0 else end
