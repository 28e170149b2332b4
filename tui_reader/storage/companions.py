"""Finds who and what is named in the same articles as an entity, by how surprising that is."""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from tui_reader.dossiers import Companion, EntityId
from tui_reader.storage.lookup import read_entities
from tui_reader.storage.surprise import FEWEST_TOGETHER, surprise
from tui_reader.storage.weeks import beginning

MOST: Final = 24
"""Companions that are told."""


def companions(
    connection: sqlite3.Connection, id: EntityId, looked_at: Sequence[int], since: int | None
) -> list[Companion]:
    """Return who and what is named beside an entity, the most surprising first.

    Args:
        connection: a transaction.
        id: which entity.
        looked_at: the newest articles that name it.
        since: the week of the oldest of them, if they are a small part. Then they are compared with the
            articles since that week only, or else whatever is new would seem to belong to what is common.
    """
    here = len(looked_at)
    others = max(_articles(connection, since) - here, 0)
    articles = "articles" if since is None else _IN_WEEKS
    # Those that meet it less often than by chance are passed over. Of the others the counts are weighed
    # first, as to make values of all takes longer than to find them.
    weighed = [
        (surprise(together, here, with_it - together, others), together, number)
        for number, together, with_it in connection.execute(
            f"SELECT entity_id, together, {articles} AS with_it FROM"  # noqa: S608
            " (SELECT entity_id, count(*) AS together FROM appearance"
            "   WHERE article_id IN (SELECT value FROM json_each(:looked_at))"
            "   GROUP BY entity_id HAVING together >= :fewest)"
            " JOIN entity ON entity.id = entity_id"
            " WHERE entity_id <> :id AND together * :others >= (with_it - together) * :here",
            {
                "looked_at": json.dumps(looked_at),
                "fewest": FEWEST_TOGETHER,
                "id": id,
                "others": others,
                "here": here,
                "since": since,
            },
        )
    ]
    best = heapq.nsmallest(MOST, weighed, key=lambda each: (-each[0], -each[1], each[2]))
    entities = {entity.id: entity for entity in read_entities(connection, [number for _, _, number in best])}
    return [Companion(entities[EntityId(number)], together, ratio) for ratio, together, number in best]


_IN_WEEKS: Final = "(SELECT sum(articles) FROM tally WHERE entity_id = entity.id AND week >= :since)"
"""In how many articles since that week an entity stands."""


def _articles(connection: sqlite3.Connection, since: int | None) -> int:
    """Return how many articles there are, or have come out since a week."""
    if since is None:
        # SQLite counts a whole table or index without reading it, but not the rows that meet a condition.
        found = connection.execute(
            "SELECT (SELECT count(*) FROM article) - (SELECT count(*) FROM article WHERE is_trashed)"
        )
    else:
        found = connection.execute(
            "SELECT count(*) FROM article WHERE NOT is_trashed AND coalesce(published, saved) >= ?",
            (beginning(since),),
        )
    return int(found.fetchone()[0])
