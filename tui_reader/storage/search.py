"""Finds articles: turns a query into SQL, and shows where the words were found."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from tui_reader.models import Counts, Flag, Snippet, Sort, Stage
from tui_reader.queries import Filter, Query, Term
from tui_reader.storage.connection import Database
from tui_reader.storage.lookup import meant
from tui_reader.storage.segments import SEPARATOR, segment

_ORDER: Final = {
    # Each ends with the id, so that articles which are equal otherwise always come in the same order.
    Sort.SAVED: ("saved DESC", "id DESC"),
    Sort.PUBLISHED: ("coalesce(published, -9223372036854775808) DESC", "id DESC"),
    Sort.LENGTH: ("words DESC", "id DESC"),
    Sort.SITE: ("site COLLATE NOCASE ASC", "id DESC"),
}
_IS: Final = {
    "unread": "NOT is_read",
    "read": "is_read",
    "starred": "is_starred",
    "archived": "is_archived",
    "trashed": "is_trashed",
    "failed": f"stage = '{Stage.FAILED}'",
    "saving": f"stage NOT IN ('{Stage.READY}', '{Stage.FAILED}')",
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
            conditions, values = _conditions(connection, query)
            ordered = f"SELECT id FROM article WHERE {' AND '.join(conditions)} ORDER BY {order}"  # noqa: S608
            # As one JSON text, for a row for each takes twice as long; what is aggregated keeps its order.
            (found,) = connection.execute(
                f"SELECT json_group_array(id) FROM ({ordered})",  # noqa: S608
                values,
            ).fetchone()
            return array("q", json.loads(found))

    def snippets(self, query: Query, ids: Sequence[int]) -> dict[int, Snippet]:
        """Return, for each of these articles that holds a word of the query, a line around it."""
        match = _match([term for term in query.terms if not term.is_excluded])
        if not match:
            return {}
        found: dict[int, Snippet] = {}
        with self._database.read() as connection:
            for id in ids:
                # One by one, as FTS5 goes straight to a single row but through all matches for a set of rows.
                for (marked,) in connection.execute(
                    "SELECT snippet(search, 1, ?, ?, '…', ?) FROM search WHERE search MATCH ? AND rowid = ?",
                    (_HIT_START, _HIT_END, _SNIPPET_WORDS, match, id),
                ):
                    found[id] = _snippet(marked)
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


def _conditions(connection: sqlite3.Connection, query: Query) -> tuple[list[str], list[str | int]]:
    """Return the query as SQL conditions, and the values that fill their question marks."""
    conditions: list[str] = []
    values: list[str | int] = []
    filled: Sequence[str | int]
    # What is in the trash appears nowhere; only its mentions tell.
    where_named = "mention"
    if not any(wanted.field == "is" and wanted.value == Flag.TRASHED for wanted in query.filters):
        conditions.append("NOT is_trashed")
        where_named = "appearance"
    if match := _match([term for term in query.terms if not term.is_excluded]):
        conditions.append("id IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(match)
    for term in query.terms:
        if term.is_excluded:
            conditions.append("id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)")
            values.append(_match([term]))
    for wanted in query.filters:
        if wanted.is_about_a_name:
            names, filled = meant(connection, wanted, fewest=int(where_named == "appearance"))
            condition = f"id IN (SELECT article_id FROM {where_named} WHERE entity_id IN ({names}))"  # noqa: S608
        else:
            condition, filled = _condition(wanted)
        conditions.append(f"NOT ({condition})" if wanted.is_excluded else condition)
        values += filled
    return conditions or ["1"], values


def _match(terms: Sequence[Term]) -> str:
    """Return the terms as an FTS5 expression, in which all of them must hold."""
    return " AND ".join(
        # A string in quotation marks is split into a phrase by the same rules as the text, whatever it holds.
        (f"{term.field} : " if term.field else "")
        + '"{}"'.format(_segmented(term.text).replace('"', '""'))
        + (" *" if term.is_prefix else "")
        for term in terms
    )


def _segmented(text: str) -> str:
    """Return the text as the index holds it, without a separator at the end, which would spoil a prefix."""
    return segment(text).strip(SEPARATOR)


def _condition(wanted: Filter) -> tuple[str, list[str]]:
    """Return one filter as an SQL condition, and the values that fill its question marks."""
    if wanted.field == "is":
        return _IS[wanted.value], []
    if wanted.field == "tag":
        return "id IN (SELECT article_id FROM tag WHERE name = ?)", [wanted.value]
    if wanted.field == "entity":
        return "id IN (SELECT article_id FROM appearance WHERE entity_id = CAST(? AS INTEGER))", [
            wanted.value
        ]
    if wanted.field == "lang":
        return "language = ?", [wanted.value]
    if wanted.field == "site":
        host = "substr(url, instr(url, '//') + 2, instr(substr(url || '/', instr(url, '//') + 2), '/') - 1)"
        return f"(instr(casefold(site), ?) OR instr(casefold({host}), ?))", [wanted.value] * 2
    day = datetime.fromisoformat(wanted.value).replace(tzinfo=UTC)
    comparison = "<" if wanted.field == "before" else ">="
    return f"coalesce(published, saved) {comparison} CAST(? AS INTEGER)", [str(int(day.timestamp()))]


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
