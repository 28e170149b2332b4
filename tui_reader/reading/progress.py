"""How far reading has come."""

from __future__ import annotations

from itertools import accumulate

from tui_reader.models import Document, Position
from tui_reader.pace import minutes


class Progress:
    """Measures places in an article by the characters before them."""

    def __init__(self, document: Document) -> None:
        """Add up the lengths of the blocks."""
        self._words = document.words
        self._before = [0, *accumulate(len(block.text) + 1 for block in document.blocks)]

    def share(self, top: Position, bottom: Position | None) -> float:
        """Return how much has been read, 0 to 1, with these places at the top and the bottom of the screen.

        It begins at 0 and is 1 when the last line shows, for which the bottom is None.
        """
        whole = self._before[-1]
        if bottom is None or whole == 0:
            return 1.0
        above, below = self._characters(top), whole - self._characters(bottom)
        return above / (above + below) if above + below > 0 else 1.0

    def minutes_left(self, share: float) -> int:
        """Return the reading time of the rest, at least one minute unless nothing is left."""
        return minutes(self._words * (1 - share)) if share < 1 and self._words else 0

    def _characters(self, position: Position) -> int:
        """Return the number of characters before the position."""
        if position.block < 0:
            return 0
        index = min(position.block, len(self._before) - 1)
        return min(self._before[index] + position.character, self._before[-1])
