"""What a recogniser is: it reads running text and returns stretches of it that name something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tui_reader.models import Kind
from tui_reader.values import value


@value
class Span:
    """A stretch of running text that a recogniser takes for a name."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""
    kind: Kind | None
    """What it names; None for a name of a kind that is not lit, such as a people or a product."""
    score: float = 1.0
    """How sure the recogniser is, 0 to 1."""
    value: str = ""
    """What a date, a time or an amount comes to, see `Mention`; empty for names."""

    def text(self, running: str) -> str:
        """Return what the span covers of the running text."""
        return running[self.start : self.end]


class Recogniser(Protocol):
    """Finds the names in a text."""

    name: str
    """What it is called, with its version; kept beside the names that it found."""
    language: str
    """ISO 639-1 code of the language that it reads; "xx" for one that reads many."""

    def read(self, text: str) -> Iterable[Span]:
        """Return the spans of the names in the text, in any order."""
        ...
