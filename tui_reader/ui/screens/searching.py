"""The part of the shelf in which a search is typed: turns what is typed into a query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message

from tui_reader.errors import QueryError
from tui_reader.library import parse_query
from tui_reader.queries import Query
from tui_reader.ui.widgets.search_bar import SearchBar


class Searching(Vertical):
    """The search line, which says itself what is wrong with a search."""

    bar = query_one(SearchBar)
    """Where the search is typed."""

    @dataclass
    class Asked(Message):
        """Something else is searched for now; nothing, if the query is None."""

        query: Query | None

    class Accepted(Message):
        """The results shall be walked through."""

    class Cancelled(Message):
        """The search shall end."""

    def __init__(self, *, now: Callable[[], datetime]) -> None:
        """Take a clock, by which "yesterday" is told."""
        super().__init__()
        self._now = now

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield SearchBar()

    def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        """Search for what is typed, or say what is wrong with it."""
        message.stop()
        query: Query | None = None
        if message.text.strip():
            try:
                query = parse_query(message.text, today=self._now().date(), is_typing=True)
            except QueryError as error:
                self.bar.complain(str(error), error.position)
                return
        self.bar.tell("")
        self.post_message(self.Asked(query))

    def on_search_bar_accepted(self, message: SearchBar.Accepted) -> None:
        """Let the results be walked through."""
        message.stop()
        self.post_message(self.Accepted())

    def on_search_bar_cancelled(self, message: SearchBar.Cancelled) -> None:
        """End the search."""
        message.stop()
        self.post_message(self.Cancelled())
