"""Tells names in the list of articles as they are meant, and keeps how they were found."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from tui_reader.storage.deciding import shown_name
from tui_reader.storage.folding import folded, takes_in

_MEANT: Final = """
    SELECT DISTINCT mention.article_id, found.id, found.written, entity.name
    FROM mention
        JOIN entity ON entity.id = mention.entity_id
        JOIN entity AS found ON found.id = coalesce(mention.found, mention.entity_id)
    WHERE mention.article_id IN (SELECT value FROM json_each(?))
        AND (mention.found IS NOT NULL OR entity.name <> entity.written)
    ORDER BY entity.name
"""
"""What is called otherwise than it was found."""
_UNCHANGED: Final = """
    SELECT DISTINCT article_id FROM mention JOIN entity ON entity.id = entity_id
    WHERE entity_id = ? AND found IS NULL AND name = written
        AND article_id IN (SELECT value FROM json_each(?))
"""


def tell_anew(connection: sqlite3.Connection, articles: Iterable[int], written: str | None = None) -> None:
    """Let the list tell of these articles what their names mean now, in the place of what was found.

    The list shows people by a part of their names, as long as these are those of the text.

    Args:
        connection: a transaction.
        articles: which ones.
        written: the only name whose meaning has changed, as it was found; None if any has.
    """
    rows = connection.execute(
        "SELECT id, article.names, coalesce(told.names, article.names) FROM article"
        " LEFT JOIN told ON article_id = id WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    ).fetchall()
    is_of: dict[str, bool] = {}  # as the same names are told in very many rows
    if written is not None:
        for *_, base in rows:
            for name in json.loads(base):
                if name not in is_of:
                    is_of[name] = _is_of(name, written)
        rows = [row for row in rows if any(is_of[name] for name in json.loads(row[2]))]
    ids = json.dumps([id for id, *_ in rows])
    meant: defaultdict[int, defaultdict[tuple[int, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for article, found, written, name in connection.execute(_MEANT, (ids,)):
        meant[article][found, written].append(shown_name(name))
    for found in {found for each in meant.values() for found, _ in each}:
        for (article,) in connection.execute(_UNCHANGED, (found, ids)):
            for number, written in meant.get(article, ()):
                if number == found:
                    meant[article][number, written].insert(0, written)
    kept: list[tuple[int, str]] = []
    changed: list[tuple[str, int]] = []
    for article, shown, base in rows:
        names = _names(json.loads(base), meant[article]) if article in meant else json.loads(base)
        now = json.dumps(names, ensure_ascii=False)
        if json.loads(shown) != names:
            changed.append((now, article))
        if json.loads(base) != names:
            kept.append((article, base))
    connection.execute("DELETE FROM told WHERE article_id IN (SELECT value FROM json_each(?))", (ids,))
    connection.executemany("INSERT INTO told VALUES (?, ?)", kept)
    connection.executemany("UPDATE article SET names = ? WHERE id = ?", changed)


def _names(told: list[str], meant: dict[tuple[int, str], list[str]]) -> list[str]:
    """Return the names to tell, given those that were found and what some of them mean."""
    names: list[str] = []
    for name in told:
        means = [(written, each) for (_, written), each in meant.items() if _is_of(name, written)]
        names += [name if new == written else new for written, each in means for new in each]
        if not means:
            names.append(name)
    return [*dict.fromkeys(filter(None, names))]


def _is_of(name: str, written: str) -> bool:
    """Whether a name that the list shows is this one, or a part of it."""
    words = folded(name)
    return takes_in(folded(written), words) if words else name == written
