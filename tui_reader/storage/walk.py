"""Finds what a search asks for while it is typed: newest first, a window at a time, and never for long.

What the full-text index is asked for comes newest first without being put in order, so that the first
articles of a million cost what those of a thousand do. Ids grow with the time of saving.

One letter would go through most of that index, so it asks an index of headlines only; after other words it
waits for its second letter, as there is hardly an article without a word that begins so.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from tui_reader.models import Flag
from tui_reader.queries import Query, Term
from tui_reader.storage.conditions import condition, match, segmented
from tui_reader.storage.connection import Database
from tui_reader.storage.lookup import meant
from tui_reader.storage.segments import segment

_INSTRUCTIONS: Final = 1000
"""Instructions of SQLite between two looks at whether to stop: less than a millisecond."""
_LONE: Final = re.compile("(?<![^\\W_])(?<![\u0300-\u036f])([^\\W_])[\u0300-\u036f]*[\\W_]*\\Z")
"""One letter at the end, with its accents and what follows it."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the articles that a search asks for."""

    ids: array[int]
    """The articles, newest first."""
    is_last: bool
    """Whether no more come after them."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What a full-text index is asked for."""

    table: str
    """The index."""
    words: str
    """What must be in the text, as an FTS5 expression."""


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
    conditions, values = _conditions(connection, query, matching)
    if matching is None:
        source, id = "article", "id"
    else:
        # CROSS JOIN keeps the index of words outside, which gives its rows in the order that is wanted.
        source = f"{matching.table} CROSS JOIN article ON article.id = {matching.table}.rowid"
        id = f"{matching.table}.rowid"
        conditions.insert(0, f"{matching.table} MATCH ?")
        values.insert(0, matching.words)
    if below is not None:
        conditions.append(f"{id} < ?")
        values.append(below)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"SELECT article.id FROM {source}{where} ORDER BY {id} DESC", values  # noqa: S608


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
    return Matching("search", " ".join([f"({match(sure)})", *excluded]))


def _without_lone_letter(term: Term) -> Term | None:
    """Return the term without a single letter at its end that words shall begin with; None if that is all."""
    text = segmented(term.text)
    lone = _LONE.search(text) if term.is_prefix else None
    if lone is None or segment(lone[1]) != lone[1]:
        return term
    rest = text[: lone.start()]
    return replace(term, text=rest, is_prefix=False) if re.search(r"[^\W_]", rest) else None


def _conditions(
    connection: sqlite3.Connection, query: Query, matching: Matching | None
) -> tuple[list[str], list[str | int]]:
    """Return what is looked at in each article that has the words, and what fills the question marks."""
    conditions: list[str] = []
    values: list[str | int] = []
    filled: Sequence[str | int]
    is_trash = any(wanted.field == "is" and wanted.value == Flag.TRASHED for wanted in query.filters)
    if not is_trash:
        conditions.append("NOT is_trashed")
    if matching is not None and matching.table == "title_search":
        # It holds the headlines of articles that wait for their text, too; a search finds what can be read.
        conditions.append("EXISTS (SELECT 1 FROM content WHERE article_id = article.id)")
    if matching is None or matching.table != "search":
        for term in query.terms:
            if term.is_excluded:
                conditions.append("id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)")
                values.append(match([term]))
    for wanted in query.filters:
        if wanted.is_about_a_name:
            names, filled = meant(connection, wanted, fewest=int(not is_trash))
            # What is in the trash appears nowhere; only its mentions tell.
            names_it = "mention" if is_trash else "appearance"
            text = (
                f"EXISTS (SELECT 1 FROM {names_it} WHERE article_id = article.id AND entity_id IN ({names}))"  # noqa: S608
            )
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
        if is_over():
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
