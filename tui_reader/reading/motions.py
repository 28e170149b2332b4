"""Where the motions lead: next and previous paragraph and heading."""

from __future__ import annotations

from tui_reader.models import BlockKind, Document, Position


def paragraph(document: Document, position: Position, direction: int) -> Position | None:
    """Return the start of the next block, or of this one or the one before; None at the end and the top."""
    if direction < 0 and position.character > 0:
        return Position(position.block)
    index = position.block + direction
    return Position(index) if 0 <= index < len(document.blocks) else None


def heading(document: Document, position: Position, direction: int) -> Position | None:
    """Return the next heading, or the one before; None if there is none."""
    last = len(document.blocks) - 1
    end = last + 1 if direction > 0 else -1
    for index in range(position.block + direction, end, direction):
        if 0 <= index <= last and document.blocks[index].kind is BlockKind.HEADING:
            return Position(index)
    return None
