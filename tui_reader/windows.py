"""Values of long lists, which are read a window at a time: what is listed, and where its windows begin."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from tui_reader.coverage import Folded
from tui_reader.models import Sort
from tui_reader.values import field, value

Spot = tuple[int | str, int]
"""Where an article stands in an order: by what the order goes, and its number."""
Rank = tuple[int | str, int]
"""The same for comparing two of them: the lower one comes first."""


class Part(StrEnum):
    """A part of the library that is told by marks alone."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    ARCHIVED = "archived"
    TRASHED = "trashed"


@value
class Ordered:
    """What a list shows, and in which order."""

    part: Part
    sort: Sort = Sort.SAVED
    is_reversed: bool = False
    lingering: frozenset[int] = frozenset()
    """Articles that stay among the unread ones although they were read meanwhile."""
    is_folded: bool = True
    """Whether the others of a story are kept under its first article in the list."""
    unfolded: frozenset[int] = frozenset()
    """Articles whose story is shown whole."""

    def rank(self, spot: Spot) -> Rank:
        """Return what tells which of two articles comes first, the list's being reversed aside."""
        key, id = spot
        # SQLite's NOCASE knows only the letters A to Z.
        return (_lowered(key) if isinstance(key, str) else -key, -id)

    def in_order(self, spots: Sequence[Spot]) -> list[Spot]:
        """Return the spots as they follow one another in the list."""
        return sorted(spots, key=self.rank, reverse=self.is_reversed)

    def is_before(self, one: Spot, other: Spot) -> bool:
        """Whether the one stands before the other in the list."""
        first, second = self.rank(one), self.rank(other)
        return second < first if self.is_reversed else first < second


@value
class Window:
    """Articles that follow one another in a list."""

    folded: Folded
    """Those that are shown, and those under them."""
    first: Spot | None = None
    last: Spot | None = None
    """Where the first and the last one stands; None if there is none."""
    is_full: bool = False
    """Whether there may be more beyond."""


@value
class Ladder:
    """Where the windows of a whole list begin, so that a row's number leads to it."""

    spots: Sequence[Spot] = ()
    """Where each window but the first begins."""
    starts: array[int] = field(default_factory=lambda: array("q", [0]))
    """How many rows stand before each window."""
    length: int = 0
    """How many rows there are."""

    def window_of(self, index: int) -> int:
        """Return in which window the row with that number is."""
        return bisect_right(self.starts, index) - 1

    def window_at(self, listed: Ordered, spot: Spot) -> int:
        """Return in which window a spot is."""
        low, high = 0, len(self.spots)
        while low < high:
            middle = (low + high) // 2
            if listed.is_before(spot, self.spots[middle]):
                high = middle
            else:
                low = middle + 1
        return low

    def bounds(self, number: int) -> tuple[Spot | None, Spot | None]:
        """Return where a window begins and before what it ends; None is where the list does."""
        start = self.spots[number - 1] if number else None
        return start, self.spots[number] if number < len(self.spots) else None


def _lowered(text: str) -> str:
    """Return the text as SQLite's NOCASE compares it."""
    return "".join(chr(ord(each) + 32) if "A" <= each <= "Z" else each for each in text)
