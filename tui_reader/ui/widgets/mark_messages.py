"""What a reader asks to be done with words of the article."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui_reader.highlights import HighlightId
from tui_reader.models import Position
from tui_reader.values import value


@value
class Marked:
    """A stretch of the article on the screen."""

    start: Position
    """Where its first character stands."""
    end: Position
    """The place after its last."""
    words: str
    """What stands there."""


@dataclass
class HighlightAsked(Message):
    """Words are to be highlighted."""

    marked: Marked
    note: str = ""
    """What is to be said of them."""


@dataclass
class HighlightDropped(Message):
    """A highlight is to be taken away."""

    id: HighlightId


@dataclass
class NoteWritten(Message):
    """A note has been written to a highlight, or taken away."""

    id: HighlightId
    note: str


@dataclass
class CopyAsked(Message):
    """Words are to be copied."""

    words: str
