"""Turns a query into conditions in SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from tui_reader.models import Flag, Stage
from tui_reader.queries import Filter, Query, Term
from tui_reader.storage.segments import SEPARATOR, segment

OUTLET: Final = "casefold(site)"
HOST: Final = (
    "casefold(substr(url, instr(url, '//') + 2, instr(substr(url || '/', instr(url, '//') + 2), '/') - 1))"
)
"""What `site:` looks for, as there are indexes of."""
_IS: Final = {
    "unread": "NOT is_read",
    "read": "is_read",
    "starred": "is_starred",
    "archived": "is_archived",
    "trashed": "is_trashed",
    "highlighted": "article.id IN (SELECT article_id FROM highlight)",
    "failed": f"stage = '{Stage.FAILED}'",
    "saving": f"stage NOT IN ('{Stage.READY}', '{Stage.FAILED}')",
}


def conditions(connection: sqlite3.Connection, query: Query) -> tuple[list[str], list[str | int]]:
    """Return the query as SQL conditions, and the values that fill their question marks."""
    found: list[str] = []
    values: list[str | int] = []
    filled: Sequence[str | int]
    # What is in the trash appears nowhere; only its mentions tell.
    where_named = "mention"
    if not any(wanted.field == "is" and wanted.value == Flag.TRASHED for wanted in query.filters):
        found.append("NOT is_trashed")
        where_named = "appearance"
    if included := match([term for term in query.terms if not term.is_excluded]):
        found.append("id IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(included)
    for term in query.terms:
        if term.is_excluded:
            found.append("id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)")
            values.append(match([term]))
    for wanted in query.filters:
        if wanted.is_about_a_name:
            from tui_reader.storage.lookup import meant

            names, filled = meant(connection, wanted, fewest=int(where_named == "appearance"))
            text = f"id IN (SELECT article_id FROM {where_named} WHERE entity_id IN ({names}))"  # noqa: S608
        else:
            text, filled = condition(wanted)
        found.append(f"NOT ({text})" if wanted.is_excluded else text)
        values += filled
    return found or ["1"], values


def match(terms: Sequence[Term]) -> str:
    """Return the terms as an FTS5 expression, in which all of them must hold."""
    return " AND ".join(
        # A string in quotation marks is split into a phrase by the same rules as the text, whatever it holds.
        (f"{term.field} : " if term.field else "")
        + '"{}"'.format(segmented(term.text).replace('"', '""'))
        + (" *" if term.is_prefix else "")
        for term in terms
    )


def segmented(text: str) -> str:
    """Return the text as the index holds it, without a separator at the end, which would spoil a prefix."""
    return segment(text).strip(SEPARATOR)


def condition(wanted: Filter) -> tuple[str, Sequence[str | int]]:
    """Return one filter as an SQL condition, and the values that fill its question marks."""
    if wanted.field == "is":
        return _IS[wanted.value], []
    if wanted.field == "tag":
        return "article.id IN (SELECT article_id FROM tag WHERE name = ?)", [wanted.value]
    if wanted.field == "entity":
        return "article.id IN (SELECT article_id FROM appearance WHERE entity_id = CAST(? AS INTEGER))", [
            wanted.value
        ]
    if wanted.field == "lang":
        return "language = ?", [wanted.value]
    if wanted.field == "site":
        return f"(instr({OUTLET}, ?) OR instr({HOST}, ?))", [wanted.value] * 2
    day = datetime.fromisoformat(wanted.value).replace(tzinfo=UTC)
    comparison = "<" if wanted.field == "before" else ">="
    return f"coalesce(published, saved) {comparison} ?", [int(day.timestamp())]
