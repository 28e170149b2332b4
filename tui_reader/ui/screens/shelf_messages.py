"""What the shelf tells those around it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui_reader.errors import ReaderError
from tui_reader.models import Counts


class ShelfMessages:
    """The messages of a shelf, which carry its name."""

    @dataclass
    class Counted(Message, namespace="shelf"):
        """The numbers of the library are known anew."""

        counts: Counts

    class Shown(Message, namespace="shelf"):
        """The list shows what the library has answered."""

    @dataclass
    class Told(Message, namespace="shelf"):
        """There is something to say for a moment."""

        text: str

    @dataclass
    class Unanswered(Message, namespace="shelf"):
        """The library could not answer."""

        error: ReaderError
