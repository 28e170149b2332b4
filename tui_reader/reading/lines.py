"""What a laid out text is made of: lines of runs, each tied to the characters that it shows."""

from __future__ import annotations

from enum import Enum, auto

from tui_reader.reading.cells import clusters
from tui_reader.values import value

HEAD = -1
"""The block that the headline and the line below it belong to; mentions in the title have it too."""


class Role(Enum):
    """What a run is on its line."""

    TEXT = auto()
    """Characters of the block, one for one."""
    PAD = auto()
    """Space set in for indents and columns."""
    MARKER = auto()
    """The bullet or number of a list item, or the sign before an image."""
    BAR = auto()
    """The bar beside a quotation."""
    NUMBER = auto()
    """The raised number after a link."""
    RULE = auto()
    """A rule, or the line under a table's header."""
    TURN = auto()
    """The sign that a line of code goes on here."""
    BYLINE = auto()
    """Writer, outlet, date and reading time, character for character."""
    DOUBT = auto()
    """Why the text may not be the whole article."""


@value
class Run:
    """A stretch of a line that is set in one piece."""

    text: str
    """What is drawn; for text, as many characters as it shows."""
    role: Role = Role.PAD
    """What it is."""
    start: int = -1
    """Offset in the block's text of its first character, for text; in the byline, for that."""

    @property
    def end(self) -> int:
        """Offset in the block's text after its last character."""
        return self.start + len(self.text)


@value
class Line:
    """One line of the laid out text."""

    block: int
    """Index of the block that it belongs to; -1 for the lines above the text."""
    runs: tuple[Run, ...] = ()
    """What stands on it, from left to right; none for a blank line."""
    start: int = 0
    """Offset of the first character of the block that it shows."""
    is_gap: bool = False
    """Whether it only parts its block from the one above."""

    @property
    def text(self) -> str:
        """The line as it is drawn, without space at its end."""
        return "".join(run.text for run in self.runs).rstrip()

    def shows(self, character: int) -> bool:
        """Whether that character of the block stands on this line."""
        return any(run.role is Role.TEXT and run.start <= character < run.end for run in self.runs)

    def character_at(self, cell: int) -> int | None:
        """Return the offset of the block's character that is drawn in a cell of the line, counted from 0."""
        column = 0
        for run in self.runs:
            for start, _, wide in clusters(run.text):
                if column <= cell < column + wide:
                    return run.start + start if run.role is Role.TEXT else None
                column += wide
        return None
