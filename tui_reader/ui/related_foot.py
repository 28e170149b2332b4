"""Seeks the articles that are shown below the one that is read, after that has been drawn."""

from __future__ import annotations

from array import array
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from textual.message import Message
from textual.screen import Screen

from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.models import ArticleId
from tui_reader.queries import Query
from tui_reader.related import Related
from tui_reader.ui.neighbours import Neighbours
from tui_reader.ui.rows import Siblings
from tui_reader.ui.screens.related import RelatedScreen
from tui_reader.ui.widgets.document_view import DocumentView

Open = Callable[[ArticleId, Neighbours], Awaitable[None]]
"""Opens an article among its neighbours, with a way back to the one before."""


class RelatedFoot:
    """What stands below one article at a time, and how to get from there to another."""

    @dataclass
    class Found(Message):
        """The articles have been found."""

        id: ArticleId
        """To which they are related."""
        related: list[Related]

    def __init__(self, screen: Screen[None], library: Library, open: Open) -> None:  # noqa: A002 (as its verb)
        """Take the screen that it belongs to, the library, and what opens an article."""
        self._screen = screen
        self._library = library
        self._open = open
        self._related: list[Related] = []

    def clear(self) -> None:
        """Forget the articles, as another text is shown."""
        self._related = []

    def seek(self, id: ArticleId) -> None:
        """Seek the articles when the screen has been drawn, and show them below the text."""
        self._screen.call_after_refresh(
            self._screen.run_worker, partial(self._seek, id), group="related", exclusive=True, thread=True
        )

    def show(self, related: list[Related]) -> None:
        """Show what was found below the text."""
        if related != self._related:
            self._related = related
            self._screen.query_one(DocumentView).show_foot(related)

    async def choose(self) -> bool:
        """Let the reader choose one of the articles; return whether there are any."""
        if self._related:
            await self._screen.app.push_screen(RelatedScreen(self._related), self.open)
        return bool(self._related)

    async def open(self, id: ArticleId | None) -> None:
        """Open one of the articles, with the others as its neighbours."""
        if id is not None:
            ids = array("q", [other.row.id for other in self._related])
            await self._open(id, Siblings(self._library, Query(), ids, id))

    def _seek(self, id: ArticleId) -> None:
        """Seek the articles, in another thread."""
        # What can't be read just now is told by whoever needs it; nobody has asked for this.
        with suppress(ReaderError):
            self._screen.post_message(self.Found(id, self._library.related.to(id)))
