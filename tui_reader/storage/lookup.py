"""Finds somebody or something by words of the name."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from tui_reader.dossiers import EntityId, EntityRow
from tui_reader.models import Kind
from tui_reader.queries import Filter
from tui_reader.storage.folding import folded
from tui_reader.storage.rows import to_moment

COLUMNS: Final = "entity.id, entity.kind, entity.name, entity.articles, entity.last"
NAMES: Final = tuple(kind for kind in Kind if kind.is_name)
_FEW: Final = 500
"""Names with a word that begins so, up to which all of them are looked at; more are gone through in order."""
_AFTER_ALL: Final = "\U0010ffff"
"""Stands after every letter that a word may go on with."""


def entity_row(row: Sequence[object]) -> EntityRow:
    """Return `COLUMNS` as a value."""
    id, kind, name, articles, last = row
    moment = None if last is None else to_moment(int(str(last)))
    return EntityRow(EntityId(int(str(id))), Kind(str(kind)), str(name), int(str(articles)), moment)


def with_name(connection: sqlite3.Connection, text: str, kinds: Sequence[Kind]) -> list[EntityRow]:
    """Return who and what is called so in full, whatever the case and the accents; most articles first."""
    found = connection.execute(
        f"SELECT {COLUMNS} FROM entity WHERE folded = ? AND articles > 0"  # noqa: S608
        f" AND kind IN ({', '.join('?' * len(kinds))}) ORDER BY articles DESC, name, kind",
        (folded(text), *kinds),
    )
    return [entity_row(row) for row in found]


def with_words(
    connection: sqlite3.Connection,
    text: str,
    kinds: Sequence[Kind],
    *,
    is_whole: bool = False,
    fewest: int = 1,
    limit: int = -1,
) -> list[EntityRow]:
    """Return the names in which words begin, in this order, with the words of the text; most articles first.

    Args:
        connection: a transaction.
        text: the words.
        kinds: what the name may be of.
        is_whole: whether each must be a whole word of the name.
        fewest: how many articles must name it; 0 if those in the trash count too.
        limit: how many at most, before it is seen to `is_whole`; -1 for all.
    """
    words = folded(text)
    if not words:
        return []
    first, last = _range(words)
    found = connection.execute(
        f"SELECT {COLUMNS}, folded FROM name_word JOIN entity ON entity.id = entity_id"  # noqa: S608
        " WHERE word >= ? AND word < ? AND takes_in(folded, ?) AND articles >= ?"
        f" AND kind IN ({', '.join('?' * len(kinds))})"
        " GROUP BY entity.id ORDER BY articles DESC, name, kind LIMIT ?",
        (first, last, words, fewest, *kinds, limit),
    )
    wanted = set(words.split(" ")) if is_whole else set()
    return [entity_row(row[:-1]) for row in found if wanted <= set(row[-1].split(" "))]


def taken_in(connection: sqlite3.Connection, wanted: Filter, *, fewest: int = 1) -> list[EntityRow]:
    """Return the names that a condition on a name means, most articles first.

    Those that have its words as whole words, so that Niger isn't Nigeria; if there are none, or it ends with
    a star, those in which words begin so. `fewest` is as for `with_words`.
    """
    kinds = (Kind(wanted.field),)
    whole = (
        [] if wanted.is_prefix else with_words(connection, wanted.value, kinds, is_whole=True, fewest=fewest)
    )
    return whole or with_words(connection, wanted.value, kinds, fewest=fewest)


def completions(
    connection: sqlite3.Connection, text: str, kinds: Sequence[Kind], limit: int
) -> list[EntityRow]:
    """Return the names in which words begin with the words typed so far, most articles first."""
    words = folded(text)
    kind = f"kind IN ({', '.join('?' * len(kinds))})"
    if words:
        (many,) = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM name_word WHERE word >= ? AND word < ? LIMIT ?)",
            (*_range(words), _FEW),
        ).fetchone()
        if many < _FEW:
            return with_words(connection, text, kinds, limit=limit)
    # Among many, the first few in the order of the list are soon found.
    found = connection.execute(
        f"SELECT {COLUMNS} FROM entity INDEXED BY entity_by_articles"  # noqa: S608
        f" WHERE articles > 0 AND {kind} AND (? = '' OR takes_in(folded, ?)) ORDER BY articles DESC LIMIT ?",
        (*kinds, words, words, limit),
    )
    return sorted(map(entity_row, found), key=lambda row: (-row.articles, row.name, row.kind))


def _range(words: str) -> tuple[str, str]:
    """Return between what the words of a name lie that begin with the longest of these."""
    longest = max(words.split(" "), key=len)
    return longest, longest + _AFTER_ALL
