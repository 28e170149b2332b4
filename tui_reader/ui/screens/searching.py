"""The part of the shelf in which a search is typed: what is typed becomes a query, and names are offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.worker import get_current_worker

from tui_reader.dossiers import EntityRow, TakenIn
from tui_reader.errors import QueryError
from tui_reader.library import Library, NameTyped, name_typed, parse_query, with_name
from tui_reader.queries import Filter, Query
from tui_reader.ui.reports import told
from tui_reader.ui.widgets.offers import MOST
from tui_reader.ui.widgets.search_bar import SearchBar


class Searching(Vertical):
    """The search line: it says what is wrong with a search, what may be meant by a name, and what is."""

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

    @dataclass
    class NamesRead(Message):
        """The library has answered which names may be meant by what is typed."""

        text: str
        names: Sequence[EntityRow]

    @dataclass
    class MeantRead(Message):
        """The library has answered which names a search means."""

        query: Query
        meant: Mapping[Filter, TakenIn]

    def __init__(self, library: Library, *, now: Callable[[], datetime]) -> None:
        """Take the library and a clock, by which "yesterday" is told."""
        super().__init__()
        self._library = library
        self._now = now
        self._query: Query | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield SearchBar()

    def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        """Search for what is typed, or say what is wrong with it; offer names where one is typed."""
        message.stop()
        self._offer(message.text)
        query: Query | None = None
        if message.text.strip():
            try:
                query = parse_query(message.text, today=self._now().date(), is_typing=True)
            except QueryError as error:
                self._query = None
                self.bar.tell_meant({})
                self.bar.complain(str(error), error.position)
                return
        self.bar.tell("")
        self._tell_meant(query)
        self.post_message(self.Asked(query))

    def on_search_bar_chosen(self, message: SearchBar.Chosen) -> None:
        """Put the name in place of what is typed of it."""
        message.stop()
        typed = self._typed(self.bar.text)
        if typed is not None:
            self.bar.write(*with_name(self.bar.text, typed, message.name))

    def on_search_bar_accepted(self, message: SearchBar.Accepted) -> None:
        """Let the results be walked through."""
        message.stop()
        self.post_message(self.Accepted())

    def on_search_bar_cancelled(self, message: SearchBar.Cancelled) -> None:
        """End the search."""
        message.stop()
        self.post_message(self.Cancelled())

    def on_searching_names_read(self, message: NamesRead) -> None:
        """Offer the names unless something else is typed by now."""
        message.stop()
        if message.text == self.bar.text and self.bar.field.has_focus:
            self.bar.offer(message.names)

    def on_searching_meant_read(self, message: MeantRead) -> None:
        """Tell which names are meant unless something else is searched for by now."""
        message.stop()
        if message.query == self._query and self.bar.display:
            self.bar.tell_meant(message.meant)

    def _typed(self, text: str) -> NameTyped | None:
        """Return the name that is being typed, if one is."""
        return name_typed(text, self.bar.field.cursor_position)

    def _offer(self, text: str) -> None:
        """Look for names that may be meant; where none is typed, offer none."""
        typed = self._typed(text)
        if typed is None:
            self.bar.offer(())
        else:
            self._read_names(text, typed)

    @work(thread=True, exclusive=True, group="offers", exit_on_error=False)
    def _read_names(self, text: str, typed: NameTyped) -> None:
        """Post the names that may be meant."""
        worker = get_current_worker()
        with told(self):
            names = self._library.names.completions(typed.words, typed.kind, limit=MOST)
            if not worker.is_cancelled:
                self.post_message(self.NamesRead(text, names))

    def _tell_meant(self, query: Query | None) -> None:
        """Look which names are meant by a search, if any can be."""
        self._query = query
        if query is not None and any(wanted.is_about_a_name for wanted in query.filters):
            self._read_meant(query)
        else:
            self.bar.tell_meant({})

    @work(thread=True, exclusive=True, group="meant", exit_on_error=False)
    def _read_meant(self, query: Query) -> None:
        """Post which names are meant."""
        worker = get_current_worker()
        with told(self):
            meant = self._library.names.taken_in(query)
            if not worker.is_cancelled:
                self.post_message(self.MeantRead(query, meant))
