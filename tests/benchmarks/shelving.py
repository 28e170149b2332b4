"""Puts any number of articles on a shelf, in the tables of an early version.

Bringing them up to date is left to the steps that do it for a library of that age: so whatever triggers or
tables are added to what is counted, the counts are right. The full-text index is written in batches.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.benchmarks.invention import KINDS, Invented, Plan, articles
from tui_reader.codec import encode_blocks
from tui_reader.library import Library
from tui_reader.storage.segments import segment
from tui_reader.storage.steps import STEPS, details, first, values

STORIES: Final = 10
"""Every so manyth article shares a story with the one before it."""
FOLLOWED: Final = range(20, 25)
"""Names that are followed, by how common they are."""
_OLD: Final = (first.SQL, details.SQL, values.SQL)
_BATCH: Final = 10_000
_EXCERPT: Final = 200


def fill(folder: Path, size: int, plan: Plan) -> None:
    """Make a library of that many articles in a folder that has none."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / "library.db", isolation_level=None)) as connection:
        connection.create_function("segment", 1, segment, deterministic=True)
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;"
        )
        assert STEPS[: len(_OLD)] == _OLD
        for script in _OLD:
            connection.executescript(script)
        connection.execute(f"PRAGMA user_version = {len(_OLD)}")
        _fill(connection, size, plan)
    with Library(folder) as library:
        names = plan.names(size)
        listed = library.names.listed(None, size=FOLLOWED.stop)
        for entity in listed[FOLLOWED.start :] if len(names) > FOLLOWED.stop else ():
            library.names.follow(entity.id, True)
    with closing(sqlite3.connect(folder / "library.db", isolation_level=None)) as connection:
        _tell_stories(connection, size)


def _fill(connection: sqlite3.Connection, size: int, plan: Plan) -> None:
    # An index is made sooner at once than row by row.
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    known = plan.names(size)
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO entity (id, kind, name) VALUES (?, ?, ?)",
        ((id, KINDS[id % len(KINDS)], name) for id, name in enumerate(known, 1)),
    )
    batch: list[Invented] = []
    for article in articles(size, plan):
        batch.append(article)
        if len(batch) == _BATCH:
            _insert(connection, batch, known)
            batch.clear()
    _insert(connection, batch, known)
    connection.execute("COMMIT")
    for _, sql in indexes:
        connection.execute(sql)
    for start in range(1, size + 1, _BATCH):
        connection.execute(
            "INSERT INTO search (rowid, title, text) SELECT id, title, text FROM searchable"
            " WHERE id >= ? AND id < ?",
            (start, start + _BATCH),
        )


def _insert(connection: sqlite3.Connection, batch: list[Invented], names: tuple[str, ...]) -> None:
    """Write what the tables of that version hold of some articles."""
    connection.executemany(
        "INSERT INTO article (id, url, title, site, authors, language, saved, published, words, excerpt,"
        " names, stage, is_read, is_starred, is_archived, is_trashed)"
        " VALUES (?, ?, ?, ?, ?, 'en', ?, ?, ?, ?, ?, 'ready', ?, ?, ?, ?)",
        (
            (
                each.id,
                each.url,
                each.title,
                each.site,
                json.dumps(each.authors),
                each.saved,
                each.published,
                sum(len(block.text.split()) for block in each.blocks),
                each.blocks[0].text[:_EXCERPT],
                json.dumps(list(dict.fromkeys(names[number] for _, _, number in each.mentions))[:3]),
                each.is_read,
                each.is_starred,
                each.is_archived,
                each.is_trashed,
            )
            for each in batch
        ),
    )
    connection.executemany(
        "INSERT INTO content (article_id, text, structure, recogniser) VALUES (?, ?, ?, 'invented')",
        ((each.id, *encode_blocks(each.blocks)) for each in batch),
    )
    connection.executemany(
        'INSERT INTO mention (article_id, block, start, "end", entity_id, score) VALUES (?, ?, ?, ?, ?, 0.9)',
        _mentions(batch, names),
    )
    connection.executemany("INSERT INTO address VALUES (?, ?)", sorted((each.url, each.id) for each in batch))
    connection.executemany(
        "INSERT INTO tag VALUES (?, ?)", sorted((tag, each.id) for each in batch for tag in each.tags)
    )


def _mentions(batch: list[Invented], names: tuple[str, ...]) -> Iterator[tuple[int, int, int, int, int]]:
    for each in batch:
        for block, start, number in sorted(each.mentions):
            yield each.id, block, start, start + len(names[number]), number + 1


def _tell_stories(connection: sqlite3.Connection, size: int) -> None:
    """Let some articles share stories, and leave no article to be compared, which takes long."""
    pairs = [(id // STORIES, id) for id in range(STORIES, size + 1, STORIES)]
    connection.execute("BEGIN")
    connection.execute("DELETE FROM unsketched")
    connection.executemany("INSERT INTO story (id) VALUES (?)", ((story,) for story, _ in pairs))
    connection.executemany(
        "INSERT INTO report (article_id, story_id, text) VALUES (?, ?, ?)",
        ((each, story, each) for story, id in pairs for each in (id - 1, id)),
    )
    connection.execute("COMMIT")
