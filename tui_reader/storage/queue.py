"""Knows which articles are still on their way, how far each has come, and why one could not be had.

The stage is a column of the article, so that work goes on where it stopped if the program ends.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from tui_reader.models import ArticleId, Stage
from tui_reader.storage.connection import Database


class Queue:
    """The articles that are not ready yet."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, *stages: Stage, but: Sequence[int] = (), limit: int) -> list[tuple[ArticleId, str]]:
        """Return ids and addresses of articles at one of these stages, in the order of their saving."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT id, url FROM article WHERE stage <> 'ready'"
                " AND stage IN (SELECT value FROM json_each(?))"
                " AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT ?",
                (json.dumps(stages), json.dumps(list(but)), limit),
            )
            return [(ArticleId(id), str(url)) for id, url in found]

    def move(self, ids: Sequence[int], stage: Stage) -> None:
        """Note that these articles have come to another stage."""
        with self._database.write() as connection:
            connection.executemany("UPDATE article SET stage = ? WHERE id = ?", [(stage, id) for id in ids])

    def requeue(self, ids: Sequence[int]) -> None:
        """Queue articles for fetching again; those without an address are cleaned again."""
        with self._database.write() as connection:
            connection.executemany(
                "UPDATE article SET reason = '', stage = iif(url = '', ?, ?) WHERE id = ?",
                [(Stage.CLEANING, Stage.QUEUED, id) for id in ids],
            )

    def reclean(self, ids: Sequence[int]) -> None:
        """Queue articles whose page was kept for cleaning again."""
        with self._database.write() as connection:
            connection.executemany(
                "UPDATE article SET stage = ? WHERE id = ? AND id IN (SELECT article_id FROM page)",
                [(Stage.CLEANING, id) for id in ids],
            )

    def fail(self, id: ArticleId, reason: str) -> None:
        """Note why an article could not be had; a text that it has already stays readable."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE article SET reason = ?, stage = iif(words > 0, ?, ?) WHERE id = ?",
                (reason, Stage.READY, Stage.FAILED, id),
            )
