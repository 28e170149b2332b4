"""The rooms of a library, each opened when somebody goes there: a quick command waits for no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from tui_reader.storage.connection import Database
from tui_reader.storage.rows import Rows
from tui_reader.storage.search import Search

if TYPE_CHECKING:
    from tui_reader.saving.process import Worker
    from tui_reader.storage.articles import Articles
    from tui_reader.storage.corrections import Corrections
    from tui_reader.storage.entities import Entities
    from tui_reader.storage.highlights import Highlights
    from tui_reader.storage.marks import Marks
    from tui_reader.storage.queue import Queue
    from tui_reader.storage.related import RelatedArticles
    from tui_reader.storage.stories import Stories
    from tui_reader.storage.walk import Walk
    from tui_reader.storage.windows import Windows


class Rooms:
    """What works on one database."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        self._rows = Rows(database)
        self._search = Search(database)

    @cached_property
    def walk(self) -> Walk:
        """What a search asks for, newest first, while it is typed."""
        from tui_reader.storage.walk import Walk

        return Walk(self._database)

    @cached_property
    def names(self) -> Entities:
        """Who and what the articles name."""
        from tui_reader.storage.entities import Entities

        return Entities(self._database, clock=self._clock)

    @cached_property
    def corrections(self) -> Corrections:
        """What the user decides about names."""
        from tui_reader.storage.corrections import Corrections

        return Corrections(self._database)

    @cached_property
    def related(self) -> RelatedArticles:
        """What the articles have to do with one another."""
        from tui_reader.storage.related import RelatedArticles

        return RelatedArticles(self._database)

    @cached_property
    def stories(self) -> Stories:
        """Which articles report the same event."""
        from tui_reader.storage.stories import Stories

        return Stories(self._database, self._marks)

    @cached_property
    def highlights(self) -> Highlights:
        """What the user has marked in the articles."""
        from tui_reader.storage.highlights import Highlights

        return Highlights(self._database, self._marks, clock=self._clock)

    @cached_property
    def windows(self) -> Windows:
        """Long lists, a window at a time."""
        from tui_reader.storage.windows import Windows

        return Windows(self._database)

    @cached_property
    def _articles(self) -> Articles:
        from tui_reader.storage.articles import Articles

        return Articles(self._database, clock=self._clock)

    @cached_property
    def _marks(self) -> Marks:
        from tui_reader.storage.marks import Marks

        return Marks(self._database)

    @cached_property
    def _queue(self) -> Queue:
        from tui_reader.storage.queue import Queue

        return Queue(self._database)

    @cached_property
    def _reader(self) -> Worker:
        from tui_reader.saving.process import Worker

        return Worker()
