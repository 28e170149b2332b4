"""Finds words of an article again by themselves and what stood around them, whatever became of its text.

Places move whenever a page is cleaned anew; words stay what they are. White space counts as one space, and
quotation marks and dashes of all shapes count as the same, since cleaning may change no more than these.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, takewhile
from typing import Final

from tui_reader.models import Block, Position
from tui_reader.values import value

CONTEXT: Final = 60
"""Characters that are kept of what stands before the words and after them."""
LEAST: Final = 8
"""Characters of it that must be there too where short words stand in more than one place."""
SHORT: Final = 30
"""Characters up to which words are short."""

_PIECE = re.compile(r"\s+|\S+")
_SAME = str.maketrans("’‘‛ʼ“”„‟«»‐‑‒–—−", '\'\'\'\'""""""------')


@value
class Quote:
    """Words of a text, and what stands around them."""

    words: str
    before: str = ""
    after: str = ""


class Told:
    """The text of an article as one string: its title and all blocks that tell something, a line each."""

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        """Take the title, which is block -1, and the blocks."""
        told = [(-1, title), *((i, block.text) for i, block in enumerate(blocks) if block.kind.is_told)]
        self._blocks = [index for index, _ in told]
        self._texts = [text for _, text in told]
        self._starts = [0, *accumulate(len(text) + 1 for text in self._texts)]
        self.text = "\n".join(self._texts)
        """The whole of it."""

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The text as it is compared, made only when something is sought."""
        return _plain(self.text)

    def offset(self, place: Position) -> int:
        """Return where a place stands in the text; what tells nothing stands where the next block does."""
        index = bisect_left(self._blocks, place.block)
        if index == len(self._blocks):
            return len(self.text)
        if self._blocks[index] != place.block:
            return self._starts[index]
        return self._starts[index] + min(max(place.character, 0), len(self._texts[index]))

    def words(self, start: Position, end: Position) -> str:
        """Return what stands between two places."""
        return self.text[self.offset(start) : self.offset(end)]

    def trimmed(self, start: Position, end: Position) -> tuple[Position, Position]:
        """Return the stretch without white space around it; both places are the same if nothing is left."""
        first, last = self.offset(start), self.offset(end)
        words = self.text[first:last]
        if not words.strip():
            return start, start
        return self._stretch(first + len(words) - len(words.lstrip()), first + len(words.rstrip()))

    def quote(self, start: Position, end: Position) -> Quote:
        """Return the words between two places, and what stands around them."""
        first, last = self.offset(start), self.offset(end)
        return Quote(
            self.text[first:last],
            self.text[max(first - CONTEXT, 0) : first],
            self.text[last : last + CONTEXT],
        )

    def find(self, quote: Quote, near: Position) -> tuple[Position, Position] | None:
        """Return the first place of the words and the one after their last; None if they aren't there.

        If they stand in several places, it is the one with most of the same around it, or else the nearest.

        Args:
            quote: the words.
            near: where they stood.
        """
        words = _plain(quote.words)[0].strip()
        if not words:
            return None
        before, after = _plain(quote.before)[0], _plain(quote.after)[0]
        plain, origins = self._folded
        places = _places(plain, words, before, after)
        if not places:
            return None
        was = self.offset(near)
        same, _, at = max(
            (_alike(plain, at, at + len(words), before, after), -abs(origins[at] - was), at) for at in places
        )
        if len(places) > 1 and len(words) < SHORT and same < min(LEAST, len(before) + len(after)):
            return None
        return self._stretch(origins[at], origins[at + len(words) - 1] + 1)

    def _stretch(self, first: int, last: int) -> tuple[Position, Position]:
        """Return a stretch of the text as places; the last one is in the block of the last character."""
        opening = bisect_right(self._starts, first) - 1
        closing = bisect_right(self._starts, last - 1) - 1
        return (
            Position(self._blocks[opening], first - self._starts[opening]),
            Position(self._blocks[closing], last - self._starts[closing]),
        )


def _places(plain: str, words: str, before: str, after: str) -> list[int]:
    """Return every place where the words stand; what were whole words are no parts of others."""
    opens = words[0].isalnum() and not before[-1:].isalnum()
    closes = words[-1].isalnum() and not after[:1].isalnum()
    places: list[int] = []
    at = plain.find(words)
    while at >= 0:
        end = at + len(words)
        is_within = (opens and plain[max(at - 1, 0) : at].isalnum()) or (
            closes and plain[end : end + 1].isalnum()
        )
        if not is_within:
            places.append(at)
        at = plain.find(words, at + 1)
    return places


def _alike(plain: str, start: int, end: int, before: str, after: str) -> int:
    """Return how many characters right before and right after a stretch are those that were there."""
    leading = plain[max(start - len(before), 0) : start]
    return _common(leading[::-1], before[::-1]) + _common(plain[end : end + len(after)], after)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    same = (here == there for here, there in zip(one, other, strict=False))
    return sum(1 for _ in takewhile(bool, same))


def _plain(text: str) -> tuple[str, list[int]]:
    """Return the text with what counts as the same made the same, and the offset of each character left."""
    pieces: list[str] = []
    origins: list[int] = []
    for match in _PIECE.finditer(text):
        if match[0][0].isspace():
            pieces.append(" ")
            origins.append(match.start())
        else:
            pieces.append(match[0].translate(_SAME))
            origins.extend(range(match.start(), match.end()))
    return "".join(pieces), origins
