"""What is told of an article outside the reader: the fields of `--json` and of front matter."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

from tui_reader.harmless import harmless_line
from tui_reader.models import ArticleRow


class Record(TypedDict):
    """An article as a JSON object; its keys and their meaning are documented in the README."""

    id: int
    url: str
    title: str
    authors: list[str]
    site: str
    published: str | None
    saved: str
    language: str
    words: int
    state: str
    starred: bool
    tags: list[str]


def record(row: ArticleRow) -> Record:
    """Return the article's fields, harmless to print, with times in ISO 8601."""
    return {
        "id": row.id,
        "url": harmless_line(row.url),
        "title": harmless_line(row.title),
        "authors": [harmless_line(author) for author in row.authors],
        "site": harmless_line(row.site),
        "published": timestamp(row.published) if row.published else None,
        "saved": timestamp(row.saved),
        "language": harmless_line(row.language),
        "words": row.words,
        "state": row.state,
        "starred": row.is_starred,
        "tags": [harmless_line(tag) for tag in row.tags],
    }


def timestamp(moment: datetime) -> str:
    """Return the moment as `2026-03-04T05:06:07Z`, or with its offset from UTC instead of the Z."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
