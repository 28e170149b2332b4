"""Brings a library up to the tables of today."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Final

from tui_reader.errors import StorageError
from tui_reader.storage.connection import Database
from tui_reader.storage.folding import folded
from tui_reader.storage.steps import STEPS

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first SQLite with STRICT tables."""

MIGRATIONS: Final = STEPS
"""What is done in turn; see steps/."""


def _folded(name: str, kind: str) -> str:
    """Return the key of a name where nobody knows better."""
    return folded(name) or name


def migrate(database: Database, identity: Callable[[str, str], str] = _folded) -> None:
    """Bring the database to the newest version, each step whole or not at all.

    Args:
        database: what is brought up to date.
        identity: gives for a name and its kind the key that all its spellings share.

    Raises:
        StorageError: if it was written by a newer newsreader, or can't be opened.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        raise StorageError(
            f"This Python has SQLite {sqlite3.sqlite_version}; newsreader needs {oldest} or newer."
        )
    with database.read() as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise StorageError(f"{database.path} was written by a newer newsreader; update this one to open it.")
    while version < len(MIGRATIONS):
        with database.write() as connection:
            # Another process may have done this step since the version was read.
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version < len(MIGRATIONS):
                connection.create_function("identity", 2, identity)
                for statement in _statements(MIGRATIONS[version]):
                    connection.execute(statement)
                version += 1
                connection.execute(f"PRAGMA user_version = {version:d}")


def _statements(script: str) -> Iterator[str]:
    """Split a script, as `executescript` would commit the transaction that it runs in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        # SQLite itself knows that a trigger holds semicolons.
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
