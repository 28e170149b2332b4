"""Lines as lists of pieces: a piece is a text and its look, the name of a component class of a widget."""

from __future__ import annotations

from tui_reader.harmless import harmless_line
from tui_reader.reading.cells import clip, width

Piece = tuple[str, str]
Line = list[Piece]


def cells(line: Line) -> int:
    """Return how many cells the line takes."""
    return sum(width(text) for text, _ in line)


def filled(line: Line, room: int, look: str = "text") -> Line:
    """Return the line with blanks up to the width."""
    return [*line, (" " * (room - cells(line)), look)]


def left(text: str, room: int) -> str:
    """Return the text set to the left of that many cells."""
    text = clip(harmless_line(text), room)
    return text + " " * (room - width(text))


def right(text: str, room: int) -> str:
    """Return the text set to the right of that many cells."""
    return " " * (room - width(text)) + text
