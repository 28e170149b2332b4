"""Knows which articles are still on their way, how far each has come, and why one could not be had.

The stage is a column of the article, so that work goes on where it stopped if the program ends. An
article may be queued again while it is worked on. Its turn tells: it grows each time, and who finishes
an older turn leaves the stage to the newer one.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from tui_reader.models import ArticleId, Stage
from tui_reader.storage.connection import Database
from tui_reader.values import value


@value
class Task:
    """Something to be done for an article."""

    id: ArticleId
    """Which one."""
    url: str
    """Its address."""
    turn: int
    """For the how-manieth time it was queued."""


class Queue:
    """The articles that are not ready yet."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, *stages: Stage, but: Sequence[int] = (), limit: int) -> list[Task]:
        """Return what is to be done at these stages, in the order of saving, but for some articles."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT id, url, turn FROM article WHERE stage <> 'ready'"
                " AND stage IN (SELECT value FROM json_each(?))"
                " AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT ?",
                (json.dumps(stages), json.dumps(list(but)), limit),
            )
            return [Task(ArticleId(id), str(url), turn) for id, url, turn in found]

    def stages(self, ids: Collection[int]) -> dict[ArticleId, Stage]:
        """Return the stage of each of these articles that is not ready."""
        with self._database.read() as connection:
            unfinished = connection.execute("SELECT id, stage FROM article WHERE stage <> 'ready'").fetchall()
        return {ArticleId(id): Stage(stage) for id, stage in unfinished if id in ids}

    def move(self, tasks: Sequence[Task], stage: Stage) -> None:
        """Note that the work has come to another stage."""
        with self._database.write() as connection:
            connection.executemany(
                "UPDATE article SET stage = ? WHERE id = ? AND turn = ?",
                [(stage, task.id, task.turn) for task in tasks],
            )

    def fail(self, task: Task, reason: str) -> None:
        """Note why an article could not be had; a text that it has already stays readable."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE article SET reason = ?, stage = iif(words > 0, ?, ?) WHERE id = ? AND turn = ?",
                (reason, Stage.READY, Stage.FAILED, task.id, task.turn),
            )

    def requeue(self, ids: Sequence[int]) -> None:
        """Queue articles for fetching again; those without an address are cleaned again."""
        with self._database.write() as connection:
            connection.executemany(
                "UPDATE article SET turn = turn + 1, reason = '', stage = iif(url = '', ?, ?) WHERE id = ?",
                [(Stage.CLEANING, Stage.QUEUED, id) for id in ids],
            )

    def reclean(self, ids: Sequence[int]) -> list[int]:
        """Queue articles for cleaning again, and return which: those whose page was kept."""
        queued = []
        with self._database.write() as connection:
            for id in ids:
                changed = connection.execute(
                    "UPDATE article SET turn = turn + 1, stage = ?"
                    " WHERE id = ? AND id IN (SELECT article_id FROM page)",
                    (Stage.CLEANING, id),
                )
                if changed.rowcount:
                    queued.append(id)
        return queued
