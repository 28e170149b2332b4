"""Keeps who and what the articles mention: each name once in the library, its mentions by article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from tui_reader.models import ArticleId, Entity, Kind, Mention, Names


def store_names(connection: sqlite3.Connection, id: ArticleId, names: Names) -> None:
    """Write the mentions in place of those that were there."""
    connection.execute("DELETE FROM mention WHERE article_id = ?", (id,))
    connection.execute("DELETE FROM appearance WHERE article_id = ?", (id,))
    numbers: list[int] = []
    for entity in names.entities:
        connection.execute(
            "INSERT OR IGNORE INTO entity (kind, name) VALUES (?, ?)", (entity.kind, entity.name)
        )
        numbers += connection.execute(
            "SELECT id FROM entity WHERE kind = ? AND name = ?", (entity.kind, entity.name)
        ).fetchone()
    connection.executemany(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(id, m.block, m.start, m.end, numbers[m.entity], m.score, m.value) for m in names.mentions],
    )
    # Triggers count along; see steps/entities.py.
    connection.execute(
        "INSERT OR IGNORE INTO appearance SELECT entity_id, moment, article_id FROM appearing"
        " WHERE article_id = ?",
        (id,),
    )


def read_names(connection: sqlite3.Connection, id: ArticleId, recogniser: str) -> Names:
    """Return the names of an article, its entities in the order of their first mention."""
    places: dict[tuple[int, str], int] = {}
    entities: list[tuple[Kind, str]] = []
    mentions: list[Mention] = []
    for block, start, end, score, value, entity_id, kind, name in connection.execute(
        'SELECT block, start, "end", score, value, entity_id, kind, name'
        " FROM mention JOIN entity ON entity.id = entity_id"
        " WHERE article_id = ? ORDER BY block, start",
        (id,),
    ):
        # Two Fridays of one article may be different days.
        if (entity_id, value) not in places:
            places[entity_id, value] = len(entities)
            entities.append((Kind(kind), name))
        mentions.append(Mention(block, start, end, Kind(kind), places[entity_id, value], score, value))
    counts = [0] * len(entities)
    for mention in mentions:
        counts[mention.entity] += 1
    return Names(
        tuple(Entity(kind, name, count) for (kind, name), count in zip(entities, counts, strict=True)),
        tuple(mentions),
        recogniser,
    )


def drop_orphans(connection: sqlite3.Connection) -> None:
    """Delete the names that no article mentions any more, but for those that the user follows."""
    connection.execute(
        "DELETE FROM entity WHERE articles = 0 AND followed IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM mention WHERE entity_id = entity.id)"
    )


def articles_with(connection: sqlite3.Connection, entities: Iterable[Entity]) -> dict[str, int]:
    """Return, by name, in how many articles each of these occurs."""
    return {
        entity.name: connection.execute(
            "SELECT coalesce(sum(articles), 0) FROM entity WHERE kind = ? AND name = ?",
            (entity.kind, entity.name),
        ).fetchone()[0]
        for entity in entities
    }
