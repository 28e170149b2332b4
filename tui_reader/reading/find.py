"""Finds text in an article, whatever its case, accents, quotation marks and line breaks."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui_reader.models import Document, Position
from tui_reader.reading.lines import HEAD
from tui_reader.values import ordered

_SAME = str.maketrans("\t\n\r\u00a0\u2007\u202f’‘‛ʼ“”„‟«»‐‑‒–—−ıłøđ", '      \'\'\'\'""""""------ilod')


@ordered
class Place:
    """A stretch of a block's text."""

    block: int
    """Index of the block; -1 is the title."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""

    @property
    def position(self) -> Position:
        """Where it begins."""
        return Position(self.block, self.start)


class Finder:
    """Finds text in one article; it folds the text once, so that each keystroke only searches."""

    def __init__(self, document: Document) -> None:
        """Take the article; nothing is done until something is sought."""
        self._document = document
        self._folded: list[tuple[str, Sequence[int]]] = []

    def find(self, wanted: str) -> tuple[Place, ...]:
        """Return every place where the text stands, in order; they never overlap."""
        needle = fold(wanted)[0]
        if not needle.strip():
            return ()
        if not self._folded:
            texts = (self._document.title, *(block.text for block in self._document.blocks))
            self._folded = [fold(text) for text in texts]
        places: list[Place] = []
        for block, (text, origins) in enumerate(self._folded, HEAD):
            at = text.find(needle)
            while at >= 0:
                after = at + len(needle)
                # A match that ends between the parts of one character takes the whole of it.
                end = bisect_left(origins, origins[after - 1] + 1, lo=after - 1)
                places.append(Place(block, origins[at], origins[end]))
                at = text.find(needle, end)
        return tuple(places)


def fold(text: str) -> tuple[str, Sequence[int]]:
    """Return the text without what searching overlooks, and the offset in it of each character left.

    The offsets have one more at the end, the length of the text.
    """
    quick = text.translate(_SAME).lower()
    if quick.isascii():
        return quick, range(len(text) + 1)
    folded: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        if character.isascii():
            plain = character.lower()
        else:
            parts = unicodedata.normalize("NFKD", character.translate(_SAME)).casefold()
            plain = "".join(part for part in parts if not unicodedata.combining(part)).translate(_SAME)
        folded.append(plain)
        origins.extend([offset] * len(plain))
    return "".join(folded).translate(_SAME), (*origins, len(text))


class Hits:
    """The places where a text stands, and the one that was gone to last."""

    def __init__(self, places: Sequence[Place] = ()) -> None:
        """Take the places in order; none has been gone to yet."""
        self.places = places
        self.current: Place | None = None
        """The one that was gone to last."""

    @property
    def number(self) -> int:
        """Which of them the current one is, from 1; 0 if there is none."""
        return 0 if self.current is None else self.places.index(self.current) + 1

    def go_to_first(self, position: Position) -> Place | None:
        """Go to the first at or after the position, around the end; None if there are no places."""
        return self._go_to(bisect_left(self._starts, position))

    def go_on(self, position: Position, direction: int) -> Place | None:
        """Go to the next or previous of the current one, or of the position if there is none yet."""
        near = self.current.position if self.current is not None else position
        if direction > 0:
            return self._go_to(bisect_right(self._starts, near))
        return self._go_to(bisect_left(self._starts, near) - 1)

    @property
    def _starts(self) -> list[Position]:
        return [place.position for place in self.places]

    def _go_to(self, index: int) -> Place | None:
        if self.places:
            self.current = self.places[index % len(self.places)]
        return self.current
