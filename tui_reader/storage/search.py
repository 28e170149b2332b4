"""Lists the articles of a query in any order, and shows where the words were found."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from typing import Final

from tui_reader.models import Counts, Snippet, Sort
from tui_reader.queries import Query
from tui_reader.storage.conditions import conditions
from tui_reader.storage.connection import Database
from tui_reader.storage.segments import SEPARATOR

_ORDER: Final = {
    # Each ends with the id, so that articles which are equal otherwise always come in the same order.
    Sort.SAVED: ("saved DESC", "id DESC"),
    Sort.PUBLISHED: ("coalesce(published, -9223372036854775808) DESC", "id DESC"),
    Sort.LENGTH: ("words DESC", "id DESC"),
    Sort.SITE: ("site COLLATE NOCASE ASC", "id DESC"),
}
_HIT_START, _HIT_END = "\x02", "\x03"
_SNIPPET_WORDS: Final = 24


class Search:
    """Reads lists of articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ids(self, query: Query, sort: Sort, *, reverse: bool = False) -> array[int]:
        """Return the ids of all articles that the query asks for, in order.

        Articles in the trash are left out unless the query asks for them.
        """
        order = ", ".join(_turned(part) if reverse else part for part in _ORDER[sort])
        with self._database.read() as connection:
            wanted, values = conditions(connection, query)
            ordered = f"SELECT id FROM article WHERE {' AND '.join(wanted)} ORDER BY {order}"  # noqa: S608
            # As one JSON text, for a row for each takes twice as long; what is aggregated keeps its order.
            (found,) = connection.execute(
                f"SELECT json_group_array(id) FROM ({ordered})",  # noqa: S608
                values,
            ).fetchone()
            return array("q", json.loads(found))

    def snippets(self, query: Query, ids: Sequence[int]) -> dict[int, Snippet]:
        """Return, for each of these articles that holds a word of the query, a line around it."""
        from tui_reader.storage.walk import matched

        matching = matched(query)
        if matching is None or matching.table != "search":
            return {}  # a headline is seen anyway
        found: dict[int, Snippet] = {}
        # One by one, as FTS5 goes straight to a single row but through all between for several; where each
        # look into it takes long, all at once.
        parts = [ids] if matching.is_wide else [[id] for id in ids]
        with self._database.read() as connection:
            for part in filter(None, parts):
                for id, marked in connection.execute(
                    "SELECT rowid, snippet(search, 1, ?, ?, '…', ?) FROM search WHERE search MATCH ?"
                    " AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))",
                    (
                        *(_HIT_START, _HIT_END, _SNIPPET_WORDS, matching.words),
                        *(min(part), max(part), json.dumps(list(part))),
                    ),
                ):
                    found[int(id)] = _snippet(marked)
        return found

    def counts(self) -> Counts:
        """Return how many articles there are of each sort, and how many each tag has."""
        with self._database.read() as connection:
            saved, unread, starred, archived, trashed, pending, failed = connection.execute(
                "SELECT saved, unread, starred, archived, trashed, pending, failed FROM amounts"
            ).fetchone()
            tags = connection.execute(
                "SELECT name, articles FROM tag_amount ORDER BY articles DESC, name"
            ).fetchall()
        return Counts(saved, unread, starred, archived, trashed, pending, failed, tuple(tags))


def _turned(part: str) -> str:
    """Return a part of an ORDER BY clause the other way round."""
    return part.replace("DESC", "ASC") if part.endswith("DESC") else part.replace("ASC", "DESC")


def _snippet(marked: str) -> Snippet:
    """Return the line that FTS5 marked, as text and offsets."""
    text: list[str] = []
    hits: list[tuple[int, int]] = []
    length = start = 0
    for character in marked.replace(SEPARATOR, ""):
        if character == _HIT_START:
            start = length
        elif character == _HIT_END:
            hits.append((start, length))
        else:
            text.append(" " if character.isspace() else character)
            length += 1
    return Snippet("".join(text), tuple(hits))
