"""Turns rows of the database into values."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from tui_reader.models import ArticleId, ArticleRow, Stage
from tui_reader.storage.connection import Database

_COLUMNS: Final = """
    id, url, title, site, authors, language, saved, published, zone, words, excerpt, names,
    (SELECT json_group_array(name) FROM tag WHERE article_id = article.id),
    is_read, is_starred, is_archived, is_trashed, progress, stage, reason
"""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Rows:
    """Reads what lists show of articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """Return the rows of these articles in this order; articles that are gone are left out."""
        with self._database.read() as connection:
            return read_rows(connection, ids)


def read_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[ArticleRow]:
    """Return the rows of these articles in this order; articles that are gone are left out."""
    found = {
        row[0]: row
        for row in connection.execute(
            f"SELECT {_COLUMNS} FROM article WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608
            (json.dumps(list(ids)),),
        )
    }
    return [_article_row(found[id]) for id in ids if id in found]


def to_seconds(moment: datetime | None) -> int | None:
    """Return the moment as seconds since 1970."""
    return None if moment is None else int(moment.timestamp())


def to_zone(moment: datetime | None) -> int:
    """Return how many minutes the moment's clock is ahead of UTC."""
    ahead = None if moment is None else moment.utcoffset()
    return 0 if ahead is None else round(ahead.total_seconds() / 60)


def to_moment(seconds: int, zone: int = 0) -> datetime:
    """Return the moment that is so many seconds after 1970, on a clock so many minutes ahead of UTC."""
    # On Windows fromtimestamp() refuses what lies before 1970.
    moment = _EPOCH + timedelta(seconds=seconds)
    return moment.astimezone(timezone(timedelta(minutes=zone))) if zone else moment


def _article_row(row: Iterable[object]) -> ArticleRow:
    """Return one row of `_COLUMNS` as a value."""
    (id, url, title, site, authors, language, saved, published, zone, words, excerpt, names,
     tags, is_read, is_starred, is_archived, is_trashed, progress, stage, reason) = row  # fmt: skip
    return ArticleRow(
        id=ArticleId(_number(id)),
        url=str(url),
        title=str(title) or str(url) or "Untitled",
        site=str(site),
        authors=_texts(authors),
        language=str(language),
        saved=to_moment(_number(saved)),
        published=None if published is None else to_moment(_number(published), _number(zone)),
        words=_number(words),
        excerpt=str(excerpt),
        names=_texts(names),
        tags=tuple(sorted(_texts(tags))),
        is_read=bool(is_read),
        is_starred=bool(is_starred),
        is_archived=bool(is_archived),
        is_trashed=bool(is_trashed),
        progress=float(str(progress)),
        stage=Stage(str(stage)),
        reason=str(reason),
    )


def _number(value: object) -> int:
    """Return a column that is declared INTEGER."""
    if not isinstance(value, int):
        raise TypeError(f"expected a whole number, not {value!r}")
    return value


def _texts(value: object) -> tuple[str, ...]:
    """Return a column that holds a JSON array of texts."""
    return tuple(str(text) for text in json.loads(str(value)))
