"""Reads and changes stories: which articles report the same event, and which of them are copies."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from tui_reader.codec import decode_blocks
from tui_reader.coverage import Folded, Report
from tui_reader.errors import NotFoundError
from tui_reader.models import ArticleId, Document
from tui_reader.storage.connection import Database
from tui_reader.storage.marks import Marks, Values
from tui_reader.storage.rows import read_rows
from tui_reader.storage.story_places import DECIDED, new_story, place, read_place

AT_ONCE: Final = 20
"""Older articles that are compared in one go, so that nobody waits long for the library."""


class Stories:
    """The events that articles report."""

    def __init__(self, database: Database, marks: Marks) -> None:
        self._database = database
        self._marks = marks

    def reports(self, id: ArticleId) -> list[Report]:
        """Return all articles outside the trash that report the same as this one, the oldest first.

        The article itself is among them, also if it is the only one or in the trash.

        Raises:
            NotFoundError: if there is none with this number.
        """
        with self._database.read() as connection:
            texts = dict(
                connection.execute(
                    "SELECT article_id, text FROM report JOIN article ON article.id = article_id"
                    " WHERE story_id = (SELECT story_id FROM report WHERE article_id = ?1)"
                    " AND (NOT is_trashed OR article_id = ?1)"
                    " ORDER BY coalesce(published, saved), article_id",
                    (id,),
                )
            )
            rows = read_rows(connection, list(texts) or [id])
        if not rows:
            raise NotFoundError(f"There is no article {id}.")
        known: set[int] = set()
        reports: list[Report] = []
        for row in rows:
            text = texts.get(row.id, row.id)
            reports.append(Report(row, text in known))
            known.add(text)
        return reports

    def numbers(self, ids: Sequence[int]) -> dict[int, int]:
        """Return the number of the story of each of these articles that shares one with others."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT article_id, story_id FROM report WHERE article_id IN (SELECT value FROM json_each(?))"
                " AND EXISTS (SELECT 1 FROM report AS other JOIN article ON article.id = other.article_id"
                "   WHERE other.story_id = report.story_id AND other.article_id <> report.article_id"
                "   AND NOT is_trashed)",
                (json.dumps(list(ids)),),
            )
            return dict(found)

    def fold(self, ids: array[int], unfolded: AbstractSet[int] = frozenset()) -> Folded:
        """Return the list with all articles of a story but the first taken out.

        Args:
            ids: articles in the order of a list.
            unfolded: articles whose story is shown whole, one below the other.
        """
        with self._database.read() as connection:
            stories: dict[int, int] = dict(connection.execute("SELECT article_id, story_id FROM report"))
        heads: dict[int, int] = {}
        under: defaultdict[int, list[int]] = defaultdict(list)
        hidden: set[int] = set()
        listed = ids.tolist()
        for id in filter(stories.__contains__, listed):
            head = heads.setdefault(stories[id], id)
            if head != id:
                under[head].append(id)
                hidden.add(id)
        opened = {heads[stories[id]] for id in unfolded if stories.get(id) in heads} & under.keys()
        if not opened:
            return Folded(array("q", [id for id in listed if id not in hidden]), under)
        shown = array("q")
        for id in ids:
            if id not in hidden:
                shown.append(id)
                if id in opened:
                    shown.extend(under[id])
        return Folded(shown, under, frozenset(opened))

    def texts(self, ids: Sequence[int]) -> dict[int, int]:
        """Return for those of these articles that may share a story a number that copies have in common."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT article_id, text FROM report WHERE article_id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(ids)),),
            )
            return dict(found)

    def split(self, ids: Sequence[int]) -> int:
        """Take articles out of their stories for good, as one change that can be undone; return how many."""

        def change(connection: sqlite3.Connection, id: int) -> tuple[Values, Values]:
            before = read_place(connection, id)
            if not before:
                return {}, {}
            parted = sorted({before[0], *before[DECIDED:]})
            return {"report": before}, {"report": [new_story(connection), id, 1, *parted]}

        return self._marks.change(ids, "took {} out of its story", change)

    def join(self, ids: Sequence[int], other: ArticleId) -> bool:
        """Put articles into the story of another one for good, as one change that can be undone.

        Returns:
            whether that was a change: not if all that was decided before.

        Raises:
            NotFoundError: if that one is not there.
        """
        story = 0

        def change(connection: sqlite3.Connection, id: int) -> tuple[Values, Values]:
            nonlocal story
            before = read_place(connection, id)
            if id == other:
                # It comes first, and stays where the others are put.
                story = before[0] if before else new_story(connection)
            if before[:1] == [story]:
                after = before.copy()
                after[DECIDED - 1] = 1
            else:
                after = [story, id, 1, *(each for each in before[DECIDED:] if each != story)]
            return ({}, {}) if after == before else ({"report": before}, {"report": after})

        self.reports(other)
        others = [id for id in ids if id != other]
        return bool(others) and self._marks.change([other, *others], "put {} into a story", change) > 0

    def begin_again(self) -> int:
        """Let `catch_up` compare all articles anew; return how many they are. What was decided stays."""
        with self._database.write() as connection:
            connection.execute("INSERT OR IGNORE INTO unsketched SELECT id FROM article WHERE words > 0")
            (left,) = connection.execute("SELECT count(*) FROM unsketched").fetchone()
        return int(left)

    def catch_up(self, limit: int = AT_ONCE) -> int:
        """Compare articles that were saved before stories were told; return how many are left after that."""
        with self._database.read() as connection:
            if connection.execute("SELECT 1 FROM unsketched").fetchone() is None:
                return 0
        with self._database.write() as connection:
            for id, title, text, structure in connection.execute(
                "SELECT unsketched.article_id, title, text, structure FROM unsketched"
                " JOIN article ON article.id = unsketched.article_id"
                " LEFT JOIN content ON content.article_id = unsketched.article_id"
                " ORDER BY unsketched.article_id LIMIT ?",
                (limit,),
            ).fetchall():
                blocks = () if text is None else decode_blocks(text, structure)
                place(connection, id, Document(title, blocks))
            (left,) = connection.execute("SELECT count(*) FROM unsketched").fetchone()
        return int(left)
