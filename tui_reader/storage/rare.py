"""Finds the articles that a condition leaves, where they are few: then the others need not be looked at."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Sequence
from typing import Final

from tui_reader.models import Flag, Stage
from tui_reader.queries import Filter, Query
from tui_reader.storage.conditions import HOST, OUTLET, condition
from tui_reader.storage.folding import folded
from tui_reader.storage.lookup import are_few, beginning, means_whole_words, meant

MOST: Final = 5_000
"""Articles that are few; where more are left, a walk soon meets some."""
MOST_NAMES: Final = 1_000
"""Names of which all appearances are looked up; articles that have one of more names are soon met."""
_MOST_OUTLETS: Final = 2_000
"""Outlets that are all looked at for the few that are meant."""


def few(connection: sqlite3.Connection, query: Query, *, is_trash: bool) -> array[int] | None:
    """Return the articles that the strictest condition leaves, newest first; None if they are many.

    They may not all meet the other conditions.

    Args:
        connection: a transaction.
        query: what is asked for.
        is_trash: whether what is in the trash is asked for.
    """
    found: set[int] | None = None
    for wanted in query.filters:
        left = None if wanted.is_excluded else _left(connection, wanted, is_trash=is_trash)
        if left is not None and (found is None or len(left) < len(found)):
            found = left
    return None if found is None else array("q", sorted(found, reverse=True))


def names_meant(connection: sqlite3.Connection, wanted: Filter, *, is_trash: bool) -> list[int] | None:
    """Return the names that a condition means; None if they are many."""
    fewest = 0 if is_trash else 1
    is_whole = means_whole_words(connection, wanted, fewest=fewest)
    words = folded(wanted.value)
    if words and not is_whole and not are_few(connection, words, MOST_NAMES):
        return None
    select, values = meant(connection, wanted, fewest=fewest)
    found = [int(id) for (id,) in connection.execute(f"{select} LIMIT ?", (*values, MOST_NAMES + 1))]
    return None if len(found) > MOST_NAMES else found


def naming(
    connection: sqlite3.Connection, wanted: Filter, *, is_trash: bool
) -> tuple[str, Sequence[str | int]]:
    """Return a condition on a name as one that is soon looked at in each article, and what fills it."""
    # What is in the trash appears nowhere; only its mentions tell.
    named = f"SELECT 1 FROM {'mention' if is_trash else 'appearance'} AS named"  # noqa: S608
    names = names_meant(connection, wanted, is_trash=is_trash)
    if names is not None:
        text = "article_id = article.id AND entity_id IN (SELECT value FROM json_each(?))"
        return f"EXISTS ({named} WHERE {text})", [json.dumps(names)]
    fewest = 0 if is_trash else 1
    words = folded(wanted.value)
    if words and not means_whole_words(connection, wanted, fewest=fewest):
        # To list the names would take longer than to look at those of the articles that come first.
        begins, sought = beginning(words)
        joined = f"{named} CROSS JOIN entity ON entity.id = named.entity_id"
        text = f"article_id = article.id AND entity.kind = ? AND {begins}"
        return f"EXISTS ({joined} WHERE {text})", [wanted.field, *sought]
    select, values = meant(connection, wanted, fewest=fewest)
    return f"EXISTS ({named} WHERE article_id = article.id AND entity_id IN ({select}))", values


def _left(connection: sqlite3.Connection, wanted: Filter, *, is_trash: bool) -> set[int] | None:
    """Return the articles that one condition leaves if they are few and an index knows them."""
    text = ""
    values: Sequence[str | int] = ()
    if wanted.is_about_a_name:
        names = names_meant(connection, wanted, is_trash=is_trash)
        if names is None:
            return None
        values = [json.dumps(names)]
        # What is in the trash appears nowhere; only its mentions tell.
        where = "mention" if is_trash else "appearance"
        text = f"SELECT article_id FROM {where} WHERE entity_id IN (SELECT value FROM json_each(?))"  # noqa: S608
    elif wanted.field == "tag":
        text, values = "SELECT article_id FROM tag WHERE name = ?", [wanted.value]
    elif wanted.field == "entity":
        text = "SELECT article_id FROM appearance WHERE entity_id = CAST(? AS INTEGER)"
        values = [wanted.value]
    elif wanted.field == "site":
        return _from_outlets(connection, wanted.value)
    elif wanted.field == "is" and wanted.value == "highlighted":
        text = "SELECT DISTINCT article_id FROM highlight"
    elif wanted.field != "is" or wanted.value in (Flag.STARRED, Flag.TRASHED):
        text, values = condition(wanted)
        text = f"SELECT id FROM article WHERE {text}"  # noqa: S608
    elif wanted.value in ("failed", "saving"):
        text = f"SELECT id FROM article WHERE stage <> '{Stage.READY}' AND {condition(wanted)[0]}"  # noqa: S608
    return _limited(connection, text, values) if text else None


def _from_outlets(connection: sqlite3.Connection, part: str) -> set[int] | None:
    """Return the articles of outlets with this in name or address; None if they or the outlets are many."""
    found: set[int] = set()
    for expression in (OUTLET, HOST):
        # Each step goes straight to the next outlet, whatever the number of articles of one.
        outlets = [
            str(outlet)
            for (outlet,) in connection.execute(
                f"WITH RECURSIVE outlet (name) AS (SELECT min({expression}) FROM article UNION ALL"  # noqa: S608
                f" SELECT (SELECT min({expression}) FROM article WHERE {expression} > name) FROM outlet"
                " WHERE name IS NOT NULL) SELECT name FROM outlet WHERE name IS NOT NULL LIMIT ?",
                (_MOST_OUTLETS + 1,),
            )
        ]
        if len(outlets) > _MOST_OUTLETS:
            return None
        meant = json.dumps([outlet for outlet in outlets if part in outlet])
        text = f"SELECT id FROM article WHERE {expression} IN (SELECT value FROM json_each(?))"  # noqa: S608
        left = _limited(connection, text, [meant])
        if left is None:
            return None
        found |= left
    return found


def _limited(connection: sqlite3.Connection, text: str, values: Sequence[str | int]) -> set[int] | None:
    """Return the articles of a SELECT; None if they are many."""
    found = [int(id) for (id,) in connection.execute(f"{text} LIMIT ?", (*values, MOST + 1))]
    return None if len(found) > MOST else set(found)
