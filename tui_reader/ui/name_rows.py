"""Gives the list of names its rows: all numbers at once, rows a page at a time when they are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from tui_reader.dossiers import EntityId, EntityRow
from tui_reader.errors import ReaderError
from tui_reader.library import Library

PAGE: Final = 64
"""Rows read at once: more than fit on most screens."""
MOST_PAGES: Final = 32
"""Pages kept; the longest unseen goes first."""


class NumberedNames:
    """Names of which only the numbers are known until they are looked at."""

    def __init__(self, library: Library, ids: array[int], report: Callable[[ReaderError], None]) -> None:
        """Take the numbers in order, and what is called with the reason when rows can't be read."""
        self._library = library
        self._ids = ids
        self._report = report
        self._has_failed = False
        self._pages: OrderedDict[int, dict[EntityId, EntityRow]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._ids)

    def id_at(self, index: int) -> EntityId | None:
        """Return the name in that place; None if there is no such place."""
        return EntityId(self._ids[index]) if 0 <= index < len(self._ids) else None

    def index_of(self, id: EntityId) -> int | None:
        """Return the place of a name; None if it isn't in the list."""
        try:
            return self._ids.index(id)
        except ValueError:
            return None

    def row(self, index: int) -> EntityRow | None:
        """Return the row in that place; None if the name has gone meanwhile."""
        id = self.id_at(index)
        return None if id is None else self._page(index // PAGE).get(id)

    def _page(self, number: int) -> dict[EntityId, EntityRow]:
        """Return a page, from the store or the library."""
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        try:
            rows = self._library.names.rows(self._ids[number * PAGE : (number + 1) * PAGE])
        except ReaderError as error:
            # The rows are asked for again when they are next drawn; the reason is told once.
            if not self._has_failed:
                self._has_failed = True
                self._report(error)
            return {}
        self._has_failed = False
        self._pages[number] = {row.id: row for row in rows}
        if len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)
        return self._pages[number]


class KnownNames:
    """Names whose rows are known: what rises, and what is followed."""

    def __init__(self, rows: Sequence[EntityRow]) -> None:
        """Take the rows in order."""
        self._rows = rows
        self._places = {row.id: place for place, row in enumerate(rows)}

    def __len__(self) -> int:
        return len(self._rows)

    def id_at(self, index: int) -> EntityId | None:
        """Return the name in that place; None if there is no such place."""
        return self._rows[index].id if 0 <= index < len(self._rows) else None

    def index_of(self, id: EntityId) -> int | None:
        """Return the place of a name; None if it isn't in the list."""
        return self._places.get(id)

    def row(self, index: int) -> EntityRow | None:
        """Return the row in that place; None if there is no such place."""
        return self._rows[index] if 0 <= index < len(self._rows) else None
