"""Brings a library up to the tables of today."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Final

from tui_reader.errors import StorageError
from tui_reader.storage.connection import Database
from tui_reader.storage.copies import holds_articles, keep_copy
from tui_reader.storage.folding import folded
from tui_reader.storage.steps import STEPS

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first SQLite with STRICT tables."""

MIGRATIONS: Final = STEPS
"""What is done in turn; see steps/."""


def _folded(name: str, kind: str) -> str:
    """Return the key of a name where nobody knows better."""
    return folded(name) or name


def _tell_nobody(number: int, of: int) -> None:
    """Stand in for who is told how far it is."""


def migrate(
    database: Database,
    identity: Callable[[str, str], str] = _folded,
    progress: Callable[[int, int], None] = _tell_nobody,
) -> None:
    """Bring the database to the newest version, each step whole or not at all.

    A copy of what it was is kept beside it; see copies.py.

    Args:
        database: what is brought up to date.
        identity: gives for a name and its kind the key that all its spellings share.
        progress: told before each step, the copy being the first, which it is and of how many; not if the
            library holds no article, which takes no time.

    Raises:
        StorageError: if it was written by a newer newsreader, or can't be opened, or there is no room for
            the copy.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        raise StorageError(
            f"This Python has SQLite {sqlite3.sqlite_version}; newsreader needs {oldest} or newer."
        )
    target = len(MIGRATIONS)
    with database.read() as connection:
        version = first = _version(connection)
        if version > target:
            raise StorageError(
                f"{database.path} was written by a newer newsreader; update this one to open it."
            )
        if version == target:
            return
        if not holds_articles(connection, version):
            progress = _tell_nobody
    steps = 1 + target - first
    progress(1, steps)
    while version < target:
        with database.write() as connection:
            # Another process may have done this step since the version was read.
            version = _version(connection)
            if version == first:
                with database.read() as reader:  # SQLite copies nothing for who may write.
                    keep_copy(reader, database.path, target)
            if version < target:
                progress(2 + version - first, steps)
                connection.create_function("identity", 2, identity)
                for statement in _statements(MIGRATIONS[version]):
                    connection.execute(statement)
                version += 1
                connection.execute(f"PRAGMA user_version = {version:d}")


def _version(connection: sqlite3.Connection) -> int:
    """Return how many steps a database has behind it."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """Split a script, as `executescript` would commit the transaction that it runs in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        # SQLite itself knows that a trigger holds semicolons.
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
