"""Finds somebody or something by words of the name."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from tui_reader.dossiers import EntityId, EntityRow, TakenIn
from tui_reader.models import Kind
from tui_reader.queries import Filter
from tui_reader.storage.folding import folded
from tui_reader.storage.rows import to_moment

COLUMNS: Final = (
    "entity.id, entity.kind, entity.name, entity.articles, entity.last, entity.is_single, entity.followed"
)
NAMES: Final = tuple(kind for kind in Kind if kind.is_name)
MOST_TOLD: Final = 20
"""Names that are told of those which a condition means."""
_FEW: Final = 2_000
"""Names with a word that begins so, up to which all of them are looked at; more are gone through in order."""
_AFTER_ALL: Final = "\U0010ffff"
"""Stands after every letter that a word may go on with."""


def entity_row(row: Sequence[object]) -> EntityRow:
    """Return `COLUMNS` as a value."""
    id, kind, name, articles, last, is_single, followed = row
    return EntityRow(
        EntityId(int(str(id))),
        Kind(str(kind)),
        str(name),
        int(str(articles)),
        None if last is None else to_moment(int(str(last))),
        is_single=bool(is_single),
        is_followed=followed is not None,
    )


def read_entities(connection: sqlite3.Connection, ids: Sequence[int]) -> list[EntityRow]:
    """Return these entities in any order; those that are gone, and what is no name, are left out."""
    found = connection.execute(
        f"SELECT {COLUMNS} FROM entity"  # noqa: S608
        " WHERE id IN (SELECT value FROM json_each(?)) AND kind <> ''",
        (json.dumps(ids),),
    )
    return [entity_row(row) for row in found]


def with_name(connection: sqlite3.Connection, text: str, kinds: Sequence[Kind]) -> list[EntityRow]:
    """Return who and what is called so in full, whatever the case and the accents; most articles first."""
    words = folded(text)
    # Of signs alone no words are left, so they are what they are.
    condition, value = ("folded = ?", words) if words else ("name = ?", text.strip())
    found = connection.execute(
        f"SELECT {COLUMNS} FROM entity WHERE {condition} AND (articles > 0 OR followed IS NOT NULL)"  # noqa: S608
        f" AND kind IN ({', '.join('?' * len(kinds))}) ORDER BY articles DESC, name, kind",
        (value, *kinds),
    )
    return [entity_row(row) for row in found]


def with_words(
    connection: sqlite3.Connection,
    text: str,
    kinds: Sequence[Kind],
    *,
    is_whole: bool = False,
    limit: int = -1,
) -> list[EntityRow]:
    """Return the names in which words begin, in this order, with the words of the text; most articles first.

    Args:
        connection: a transaction.
        text: the words.
        kinds: what the name may be of.
        is_whole: whether each must be a whole word of the name.
        limit: how many at most; -1 for all.
    """
    source, values = having(text, kinds, is_whole=is_whole, fewest=1)
    found = connection.execute(
        f"SELECT {COLUMNS} {source} GROUP BY entity.id ORDER BY articles DESC, name, kind LIMIT ?",
        (*values, limit),
    )
    return [entity_row(row) for row in found]


def taken_in(connection: sqlite3.Connection, wanted: Filter) -> TakenIn:
    """Return the names that a condition on a name means.

    Those that have its words as whole words, so that Niger isn't Nigeria; if there are none, or it ends with
    a star, those in which words begin so.
    """
    kinds = (Kind(wanted.field),)
    is_whole = means_whole_words(connection, wanted, fewest=1)
    source, values = having(wanted.value, kinds, is_whole=is_whole, fewest=1)
    (number,) = connection.execute(f"SELECT count(DISTINCT entity.id) {source}", values).fetchone()
    if is_whole:
        entities = with_words(connection, wanted.value, kinds, is_whole=True, limit=MOST_TOLD)
    else:  # which may be very many
        entities = completions(connection, wanted.value, kinds, MOST_TOLD)
    return TakenIn(tuple(entities), number)


def meant(connection: sqlite3.Connection, wanted: Filter, *, fewest: int) -> tuple[str, list[str | int]]:
    """Return as a SELECT the ids of the names that a condition means, and what fills its question marks.

    Args:
        connection: a transaction.
        wanted: a condition on a name.
        fewest: how many articles must name it; 0 if those in the trash count too.
    """
    is_whole = means_whole_words(connection, wanted, fewest=fewest)
    source, values = having(wanted.value, (Kind(wanted.field),), is_whole=is_whole, fewest=fewest)
    return f"SELECT entity.id {source}", values


def means_whole_words(connection: sqlite3.Connection, wanted: Filter, *, fewest: int) -> bool:
    """Whether a condition means the names that have its words as whole words, as there are some."""
    if wanted.is_prefix:
        return False
    source, values = having(wanted.value, (Kind(wanted.field),), is_whole=True, fewest=fewest)
    return connection.execute(f"SELECT 1 {source} LIMIT 1", values).fetchone() is not None


def having(text: str, kinds: Sequence[Kind], *, is_whole: bool, fewest: int) -> tuple[str, list[str | int]]:
    """Return the FROM and WHERE that find names by words, and what fills the question marks.

    Signs alone, of which no words are left, find the names that begin with just these signs.
    """
    words = folded(text)
    source, conditions, values = (
        _having_words(words, is_whole=is_whole) if words else _having_signs(text.strip(), is_whole=is_whole)
    )
    conditions.append(f"kind IN ({', '.join('?' * len(kinds))}) AND articles >= ?")
    return f"FROM {source} WHERE {' AND '.join(conditions)}", [*values, *kinds, fewest]


def _having_words(words: str, *, is_whole: bool) -> tuple[str, list[str], list[str]]:
    """Return where names with these folded words are found, by what conditions, and the values of these."""
    parts = words.split(" ")
    longest = max(parts, key=len)
    conditions = ["word = ?"] if is_whole else ["word >= ? AND word < ?"]
    values = [longest] if is_whole else [*_range(words)]
    if len(parts) > 1:
        conditions.append("takes_in(folded || also, ?)")
        values.append(words)
        for part in parts if is_whole else ():
            conditions.append("instr(' ' || replace(folded || also, char(10), ' ') || ' ', ?)")
            values.append(f" {part} ")
    # CROSS JOIN keeps SQLite from going through all names of a kind instead.
    return "name_word CROSS JOIN entity ON entity.id = name_word.entity_id", conditions, values


def _having_signs(signs: str, *, is_whole: bool) -> tuple[str, list[str], list[str]]:
    """Return the same for names that are these signs or begin with them; without any, there are none."""
    if not signs:
        return "entity", ["0"], []
    if is_whole:
        return "entity", ["name = ?"], [signs]
    return "entity", ["name >= ? AND name < ?"], [signs, signs + _AFTER_ALL]


def completions(
    connection: sqlite3.Connection, text: str, kinds: Sequence[Kind], limit: int
) -> list[EntityRow]:
    """Return the names in which words begin with the words typed so far, most articles first.

    Signs alone, of which no words are left, begin the names that begin with just these signs.
    """
    words = folded(text)
    kind = f"kind IN ({', '.join('?' * len(kinds))})"
    if text.strip() and (not words or are_few(connection, words, _FEW)):
        return with_words(connection, text, kinds, limit=limit)
    # Among many, the first few in the order of the list are soon found.
    begins, values = beginning(words)
    found = connection.execute(
        f"SELECT {COLUMNS} FROM entity INDEXED BY entity_by_articles"  # noqa: S608
        f" WHERE articles > 0 AND {kind} AND {begins} ORDER BY articles DESC LIMIT ?",
        (*kinds, *values, limit),
    )
    return sorted(map(entity_row, found), key=lambda row: (-row.articles, row.name, row.kind))


def beginning(words: str) -> tuple[str, list[str]]:
    """Return the condition that words of a name begin so, and what fills it; all names meet that of no words.

    It is looked at in one name after the other, so each word is sought in SQLite first, which is much faster.
    """
    parts = words.split()
    conditions = ["instr(' ' || replace(folded || also, char(10), ' '), ?)" for _ in parts]
    values = [f" {part}" for part in parts]
    if len(parts) > 1:
        conditions.append("takes_in(folded || also, ?)")
        values.append(words)
    return " AND ".join(conditions) or "1", values


def are_few(connection: sqlite3.Connection, words: str, few: int) -> bool:
    """Whether fewer names than that have a word that begins with the longest of these folded words."""
    (many,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM name_word WHERE word >= ? AND word < ? LIMIT ?)",
        (*_range(words), few),
    ).fetchone()
    return int(many) < few


def _range(words: str) -> tuple[str, str]:
    """Return between what the words of a name lie that begin with the longest of these."""
    longest = max(words.split(" "), key=len)
    return longest, longest + _AFTER_ALL
