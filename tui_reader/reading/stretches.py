"""Finds, among many stretches of a text, the few that lie over a part of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """Anything that has a beginning and an end in a text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


S = TypeVar("S", bound=Stretch)


class Stretches(Generic[S]):
    """Stretches of one text, which may nest and overlap."""

    def __init__(self, stretches: Iterable[S] = ()) -> None:
        """Take them in the order of their beginnings."""
        self._stretches = list(stretches)
        self._starts = [stretch.start for stretch in self._stretches]
        self._reached = list(accumulate((stretch.end for stretch in self._stretches), max))

    def over(self, start: int, end: int) -> list[S]:
        """Return those that have a character between the offsets, in order."""
        # Up to where nothing has reached beyond the start, everything ends before it.
        first, last = bisect_right(self._reached, start), bisect_left(self._starts, end)
        near = self._stretches[first:last]
        return [stretch for stretch in near if max(start, stretch.start) < min(end, stretch.end)]
