"""Reads what the first frame shows, a few rows and numbers, and waits for nobody.

The frame is painted before anything else is imported, so this imports sqlite3 alone.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

from tui_reader.limits import MOST_TOLD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Final, Self

    Story = tuple[list[tuple[str, str]], int, int]
    """Headlines and sites of other reports, how many there are, and how many of all are copies."""

VERSION: Final = 17
"""The tables that this reads; a library with any others waits for the program itself."""
WINDOW: Final = 256
"""How many articles the app reads at once, before some of them are folded under others."""
_SEPARATOR: Final = "\x1f"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS: Final = f"""
    article.id, coalesce(nullif(title, ''), nullif(url, ''), 'Untitled'), site, saved, published, words,
    excerpt,
    (SELECT group_concat(value, '{_SEPARATOR}') FROM json_each(names)),
    (SELECT group_concat(name, '{_SEPARATOR}') FROM tag WHERE article_id = article.id),
    is_read, is_starred, is_archived, progress, stage, reason
"""  # noqa: S608
_UNREAD: Final = "is_archived = 0 AND NOT is_trashed AND NOT is_read"
_SAVED: Final = "NOT is_trashed"


class FirstRow:
    """What a list shows of an article; see `ArticleRow`."""

    __slots__ = (
        "excerpt",
        "id",
        "is_archived",
        "is_read",
        "is_starred",
        "names",
        "progress",
        "published",
        "reason",
        "saved",
        "site",
        "stage",
        "story",
        "tags",
        "title",
        "words",
    )  # fmt: skip

    def __init__(self, columns: Sequence[Any]) -> None:
        (self.id, self.title, self.site, saved, published, self.words, self.excerpt, names, tags,
         self.is_read, self.is_starred, self.is_archived, self.progress, self.stage,
         self.reason) = columns  # fmt: skip
        self.saved = _EPOCH + timedelta(seconds=saved)
        self.published = None if published is None else _EPOCH + timedelta(seconds=published)
        self.names = names.split(_SEPARATOR) if names else []
        self.story: Story | None = None
        self.tags = sorted(tags.split(_SEPARATOR)) if tags else []


class FirstLook:
    """A library at one moment, read by a connection that can change nothing, as long as the block goes on."""

    def __init__(self, path: str) -> None:
        """Open the library in a file; raises LookupError if it can't be read now or has other tables."""
        try:
            self._connection = sqlite3.connect(
                f"file:{path}?mode=ro", uri=True, timeout=0, isolation_level=None
            )
            self._connection.execute("BEGIN")
            version = self._connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error as error:
            raise LookupError(path) from error
        if version != (VERSION,):
            raise LookupError(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Close the connection; what SQLite refuses meanwhile is a LookupError, too."""
        self._connection.close()
        if isinstance(error, sqlite3.Error):
            raise LookupError(str(error)) from error

    def numbers(self) -> tuple[int, int, int, int]:
        """Return how many articles are saved, unread, failed and on their way."""
        found: tuple[int, int, int, int] = self._connection.execute(
            "SELECT saved, unread, failed, pending FROM amounts"
        ).fetchone()
        return found

    def followed(self, most: int) -> list[tuple[str, str, int]]:
        """Return name, kind and number of unread articles, counted as far as this, of what is followed."""
        return self._connection.execute(
            "SELECT name, kind, (SELECT count(*) FROM"
            "   (SELECT 1 FROM news WHERE entity_id = entity.id LIMIT ?))"
            " FROM entity WHERE followed IS NOT NULL ORDER BY followed, id",
            (most,),
        ).fetchall()

    def tags(self, most: int) -> list[str]:
        """Return the tags that most articles have."""
        return [
            name
            for (name,) in self._connection.execute(
                "SELECT name FROM tag_amount ORDER BY articles DESC, name LIMIT ?", (most,)
            )
        ]

    def top(self, most: int, number: int, *, is_unread: bool, is_folded: bool) -> tuple[list[FirstRow], int]:
        """Return the first rows of the list, and how many it has as far as its first window tells.

        Args:
            most: how many rows are wanted.
            number: how many articles are listed, no matter which of them are folded.
            is_unread: whether only unread articles are listed.
            is_folded: whether reports of one event are one row.
        """
        listed = _UNREAD if is_unread else _SAVED
        window = self._connection.execute(
            "SELECT article.id, story_id FROM article LEFT JOIN report ON article_id = article.id"  # noqa: S608
            f" WHERE {listed} ORDER BY saved DESC, article.id DESC LIMIT {WINDOW}"
        ).fetchall()
        heads: dict[int, int | None] = {}
        seen: set[int] = set()
        for id, story in window:
            if not is_folded or story not in seen:
                heads[id] = story
            if story is not None:
                seen.add(story)
        rows = [self._row(id) for id in list(heads)[:most]]
        for row in rows:
            story = heads[row.id]
            if is_folded and story is not None:
                row.story = self._story(story, row.id, listed)
        return rows, len(heads) if len(window) < WINDOW else number

    def _row(self, id: int) -> FirstRow:
        """Return what the list shows of an article."""
        return FirstRow(
            self._connection.execute(f"SELECT {_COLUMNS} FROM article WHERE id = ?", (id,)).fetchone()  # noqa: S608
        )

    def _story(self, story: int, head: int, listed: str) -> Story | None:
        """Return what a row tells of the others of its story in the list; None if there are none."""
        others = self._connection.execute(
            "SELECT coalesce(nullif(title, ''), nullif(url, ''), 'Untitled'), site, text"  # noqa: S608
            " FROM report CROSS JOIN article NOT INDEXED ON article.id = article_id"
            f" WHERE story_id = ? AND article.id <> ? AND {listed} ORDER BY saved DESC, article.id DESC",
            (story, head),
        ).fetchall()
        (own,) = self._connection.execute("SELECT text FROM report WHERE article_id = ?", (head,)).fetchone()
        texts = {own, *(text for _, _, text in others)}
        told = [(title, site) for title, site, _ in others[:MOST_TOLD]]
        return (told, len(others), len(others) + 1 - len(texts)) if others else None
