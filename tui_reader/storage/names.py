"""Keeps who and what the articles mention: each name once in the library, its mentions by article."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from tui_reader.decisions import Identity
from tui_reader.models import ArticleId, Entity, Kind, Mention, Names
from tui_reader.storage.deciding import NOTHING, found_id
from tui_reader.storage.settling import settle_article


def store_names(
    connection: sqlite3.Connection, id: ArticleId, names: Names, telling: Sequence[str] = ()
) -> None:
    """Write the mentions in place of those that were there, as what the user has decided that they mean.

    Args:
        connection: a transaction.
        id: which article.
        names: what was found in it.
        telling: those names that a list shows.
    """
    connection.execute("DELETE FROM mention WHERE article_id = ?", (id,))
    connection.execute("DELETE FROM appearance WHERE article_id = ?", (id,))
    numbers = [
        found_id(connection, Identity(entity.kind, entity_key(entity), entity.name))
        for entity in names.entities
    ]
    connection.executemany(
        'INSERT INTO mention (article_id, block, start, "end", entity_id, score, value, description)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (id, m.block, m.start, m.end, numbers[m.entity], m.score, m.value, m.description)
            for m in names.mentions
        ],
    )
    # Triggers count along; see steps/entities.py.
    connection.execute(
        "INSERT OR IGNORE INTO appearance SELECT entity_id, moment, article_id FROM appearing"
        " WHERE article_id = ?",
        (id,),
    )
    connection.execute("DELETE FROM told WHERE article_id = ?", (id,))
    connection.execute(
        "UPDATE article SET names = ? WHERE id = ?", (json.dumps(list(telling), ensure_ascii=False), id)
    )
    settle_article(connection, id)


def read_names(connection: sqlite3.Connection, id: ArticleId, recogniser: str) -> Names:
    """Return the names of an article, its entities in the order of their first mention."""
    places: dict[tuple[int, str], int] = {}
    entities: list[tuple[Kind, str, str]] = []
    mentions: list[Mention] = []
    kinds = {kind.value: kind for kind in Kind}  # calling an enumeration takes ten times as long
    for block, start, end, score, value, description, number, kind, name, key in connection.execute(
        'SELECT block, start, "end", score, value, description, entity_id, kind, name, key'
        " FROM mention JOIN entity ON entity.id = entity_id"
        " WHERE article_id = ? AND kind <> ? ORDER BY block, start",
        (id, NOTHING),
    ):
        # Two Fridays of one article may be different days.
        if (number, value) not in places:
            places[number, value] = len(entities)
            entities.append((kinds[kind], name, key))
        place = places[number, value]
        mentions.append(Mention(block, start, end, kinds[kind], place, score, value, description))
    counts = [0] * len(entities)
    for mention in mentions:
        counts[mention.entity] += 1
    return Names(
        tuple(
            Entity(kind, name, count, key) for (kind, name, key), count in zip(entities, counts, strict=True)
        ),
        tuple(mentions),
        recogniser,
    )


def drop_orphans(connection: sqlite3.Connection) -> None:
    """Delete the names that no article mentions any more, unless they are followed or decided about."""
    connection.execute(
        "DELETE FROM entity WHERE articles = 0 AND followed IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM mention WHERE entity_id = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM mention WHERE found = entity.id)"
        " AND (kind, key) NOT IN"
        " (SELECT kind, key FROM decision UNION SELECT means_kind, means_key FROM decision)"
    )


def articles_with(connection: sqlite3.Connection, entities: Iterable[Entity]) -> list[int]:
    """Return in how many articles each of these occurs."""
    return [
        connection.execute(
            "SELECT coalesce(sum(articles), 0) FROM entity WHERE kind = ? AND key = ?",
            (entity.kind, entity_key(entity)),
        ).fetchone()[0]
        for entity in entities
    ]


def entity_key(entity: Entity) -> str:
    """Return by what an entity is known in all articles."""
    return entity.key or entity.name.casefold()
