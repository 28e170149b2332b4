"""What the user has marked in articles, as values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NewType

from tui_reader.models import ArticleId, ArticleRow, Position
from tui_reader.values import value

HighlightId = NewType("HighlightId", int)
"""Number of a highlight; none is given twice."""


@value
class Highlight:
    """Words of an article that the user has marked, perhaps with a note."""

    id: HighlightId
    article: ArticleId
    start: Position
    """Where its first character stands; block -1 is the title."""
    end: Position
    """The place after its last character, in the same block or in a later one."""
    words: str
    """What it covers, line breaks between blocks."""
    note: str
    """What the user has to say of it; empty if nothing."""
    made: datetime
    is_lost: bool = False
    """Whether the article holds these words no longer; start and end tell then where they stood last."""

    def covers(self, place: Position) -> bool:
        """Whether the character in that place is one of its own."""
        return not self.is_lost and self.start <= place < self.end

    def stretch(self, block: int, length: int) -> tuple[int, int]:
        """Return where it begins and ends in a block with so many characters; both are equal if nowhere."""
        if self.is_lost or not self.start.block <= block <= self.end.block:
            return 0, 0
        start = self.start.character if block == self.start.block else 0
        end = self.end.character if block == self.end.block else length
        return min(start, length), max(min(start, length), min(end, length))


@value
class Highlighted:
    """A highlight with the article that it is in."""

    row: ArticleRow
    highlight: Highlight
    named: tuple[int, int] = (0, 0)
    """Where in its words what was asked for is named first; both are equal if nothing was asked for."""


def standing(highlights: Iterable[Highlight]) -> list[Highlight]:
    """Return those whose words are in the text, by place."""
    return sorted((each for each in highlights if not each.is_lost), key=lambda each: (each.start, each.end))
