"""Finds what a search asks for while it is typed: newest first, a window at a time, and never for long.

What the full-text index is asked for comes newest first without being put in order, so that the first
articles of a million cost what those of a thousand do. Ids grow with the time of saving.

One letter would go through most of that index, so it asks an index of headlines only; after other words it
waits for its second letter, as there is hardly an article without a word that begins so.
"""

from __future__ import annotations

import json
import re
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from tui_reader.models import Flag
from tui_reader.queries import Query, Term
from tui_reader.storage.conditions import condition, match, segmented
from tui_reader.storage.connection import Database
from tui_reader.storage.rare import few, naming
from tui_reader.storage.segments import segment
from tui_reader.values import replace, value

_LETTERS: Final = 3
"""Letters up to which the index has beginnings of words."""
_SAMPLE: Final = 64
"""Articles from which it is told how many have the words."""
_LOOKING_UP: Final = 400
"""How many articles are gone through in the time in which one is looked up."""
_INSTRUCTIONS: Final = 1000
"""Instructions of SQLite between two looks at whether to stop: less than a millisecond."""
_LONE: Final = re.compile("(?<![^\\W_])(?<![\u0300-\u036f])([^\\W_])[\u0300-\u036f]*[\\W_]*\\Z")
"""One letter at the end, with its accents and what follows it."""


@value
class Window:
    """A part of the articles that a search asks for."""

    ids: array[int]
    """The articles, newest first."""
    is_last: bool
    """Whether no more come after them."""


@value
class Matching:
    """What a full-text index is asked for."""

    table: str
    """The index."""
    words: str
    """What must be in the text, as an FTS5 expression."""
    is_wide: bool = False
    """Whether every look into the index goes through many words, those that begin with a few letters."""


class Walk:
    """Goes through the articles that a search asks for, from the newest on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def window(
        self,
        query: Query,
        *,
        below: int | None = None,
        limit: int,
        is_over: Callable[[], bool] = lambda: False,
    ) -> Window:
        """Return the newest articles of a query.

        Articles in the trash are left out unless the query asks for them.

        Args:
            query: what is searched for.
            below: an article; only older ones are given.
            limit: how many at most.
            is_over: asked again and again meanwhile; if it says yes, what was found by then is all.
        """
        found = array("q")
        with self._database.read() as connection:
            statement, values = statement_for(connection, query, below)
            with _watched(connection, is_over) as was_stopped:
                for (id,) in connection.execute(f"{statement} LIMIT ?", (*values, limit)):
                    found.append(id)
        return Window(found, is_last=len(found) < limit and not was_stopped)


def statement_for(
    connection: sqlite3.Connection, query: Query, below: int | None = None
) -> tuple[str, list[str | int]]:
    """Return the SELECT of all articles of a query, newest first, and what fills its question marks."""
    matching = matched(query)
    is_trash = any(wanted.field == "is" and wanted.value == Flag.TRASHED for wanted in query.filters)
    rare = few(connection, query, is_trash=is_trash)
    conditions, values = _conditions(connection, query, matching, is_trash=is_trash)
    table = "article" if matching is None else matching.table
    source, id, order = "article", "article.id", f" ORDER BY {table}.rowid DESC"
    if matching is not None:
        conditions.insert(0, f"{table} MATCH ?")
        values.insert(0, matching.words)
        # CROSS JOIN keeps the index of words outside, which gives its rows in the order that is wanted.
        source = f"{table} CROSS JOIN article ON article.id = {table}.rowid"
        id = f"{table}.rowid"
    if rare is not None:
        listed = json.dumps(rare.tolist())
        if matching is not None and is_probed(connection, matching, len(rare)):
            # One by one from the newest on: they come as they are listed, and putting them in order would
            # look up all of them first.
            source = f"json_each(?) AS few CROSS JOIN article ON article.id = few.value CROSS JOIN {table}"
            source += f" ON {table}.rowid = few.value"
            id, order = "few.value", ""
            values.insert(0, listed)
        else:
            # The sign keeps SQLite from looking them up one by one.
            sign = "" if matching is None else "+"
            conditions.insert(0, f"{sign}{id} IN (SELECT value FROM json_each(?))")  # noqa: S608
            values.insert(0, listed)
    if below is not None:
        conditions.append(f"{id} < ?")
        values.append(below)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"SELECT article.id FROM {source}{where}{order}", values  # noqa: S608


def is_probed(connection: sqlite3.Connection, matching: Matching, number_listed: int) -> bool:
    """Whether to look up the few articles in the index of words, rather than to go through all that it has.

    The newest of those that have the words tell how many there are likely to be.
    """
    if matching.is_wide:
        return False
    number, oldest, newest = connection.execute(
        f"SELECT count(*), min(id), max(id) FROM (SELECT rowid AS id FROM {matching.table}"  # noqa: S608
        f" WHERE {matching.table} MATCH ? ORDER BY rowid DESC LIMIT ?)",
        (matching.words, _SAMPLE),
    ).fetchone()
    if number < _SAMPLE:
        return False
    density = number / (newest - oldest + 1)
    cost = min(number_listed, _SAMPLE / density) * _LOOKING_UP
    return bool(cost < density * newest)


def matched(query: Query) -> Matching | None:
    """Return what a full-text index is asked for; None if there is no word that must occur."""
    terms = [term for term in query.terms if not term.is_excluded]
    if not terms:
        return None
    if all(term.field == "title" for term in terms):
        return Matching("title_search", match(terms))
    sure = [shorter for term in terms if (shorter := _without_lone_letter(term)) is not None]
    if not sure:
        return Matching("title_search", match(terms))
    excluded = [f"NOT ({match([term])})" for term in query.terms if term.is_excluded]
    is_wide = any(term.is_prefix and len(segmented(term.text)) > _LETTERS for term in sure)
    return Matching("search", " ".join([f"({match(sure)})", *excluded]), is_wide)


def _without_lone_letter(term: Term) -> Term | None:
    """Return the term without a single letter at its end that words shall begin with; None if that is all."""
    text = segmented(term.text)
    lone = _LONE.search(text) if term.is_prefix else None
    if lone is None or segment(lone[1]) != lone[1]:
        return term
    rest = text[: lone.start()]
    return replace(term, text=rest, is_prefix=False) if re.search(r"[^\W_]", rest) else None


def _conditions(
    connection: sqlite3.Connection, query: Query, matching: Matching | None, *, is_trash: bool
) -> tuple[list[str], list[str | int]]:
    """Return what is looked at in each article that has the words, and what fills the question marks."""
    conditions: list[str] = [] if is_trash else ["NOT is_trashed"]
    values: list[str | int] = []
    filled: Sequence[str | int]
    if matching is not None and matching.table == "title_search":
        # It holds the headlines of articles that wait for their text, too; a search finds what can be read.
        # What the other index keeps of each of its articles is a few bytes, and soon looked up.
        conditions.append("EXISTS (SELECT 1 FROM search_docsize WHERE search_docsize.id = article.id)")
    if matching is None or matching.table != "search":
        for term in query.terms:
            if term.is_excluded:
                conditions.append("article.id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)")
                values.append(match([term]))
    for wanted in query.filters:
        if wanted.is_about_a_name:
            text, filled = naming(connection, wanted, is_trash=is_trash)
        else:
            text, filled = condition(wanted)
        conditions.append(f"NOT ({text})" if wanted.is_excluded else text)
        values += filled
    return conditions, values


@contextmanager
def _watched(connection: sqlite3.Connection, is_over: Callable[[], bool]) -> Iterator[list[None]]:
    """Stop what is read on a connection as soon as it is over; the list has something in it then."""
    stopped: list[None] = []

    def look() -> bool:
        if not stopped and is_over():
            stopped.append(None)
        return bool(stopped)

    connection.set_progress_handler(look, _INSTRUCTIONS)
    try:
        yield stopped
    except sqlite3.OperationalError:
        if not stopped:
            raise
    finally:
        connection.set_progress_handler(None, 0)
