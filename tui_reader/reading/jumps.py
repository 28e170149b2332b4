"""The places that reading jumped from, to go back and forth among, and those kept under a letter."""

from __future__ import annotations

from tui_reader.models import Position


class Jumps:
    """A list of jumps as in vim: going back does not forget, jumping anew does."""

    def __init__(self) -> None:
        """Start without any."""
        self._places: list[Position] = []
        self._index = 0
        self._marks: dict[str, Position] = {}

    def leave(self, place: Position) -> None:
        """Note the place that a jump begins at; whatever lay ahead is forgotten."""
        del self._places[self._index :]
        if self._places[-1:] != [place]:
            self._places.append(place)
        self._index = len(self._places)

    def back(self, here: Position) -> Position | None:
        """Return where the last jump began; None if there was none."""
        if self._index == len(self._places):
            self.leave(here)
            self._index -= 1
        if self._index <= 0:
            return None
        self._index -= 1
        return self._places[self._index]

    def forward(self) -> Position | None:
        """Return where the jump led that was last gone back on; None if there is none."""
        if self._index + 1 >= len(self._places):
            return None
        self._index += 1
        return self._places[self._index]

    def mark(self, letter: str, place: Position) -> None:
        """Keep a place under a letter."""
        self._marks[letter] = place

    def marked(self, letter: str) -> Position | None:
        """Return the place kept under a letter; None if there is none."""
        return self._marks.get(letter)
