"""Opens the database: one connection a thread, and SQLite's errors as sentences."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui_reader.errors import StorageError

SEPARATOR = "\u200b"
"""Stands between the characters of scripts that write no spaces, in what the full-text index sees."""

_UNSPACED = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")

BUSY_SECONDS = 5.0
"""How long a writer waits for another one to finish."""


def segment(text: str) -> str:
    """Return the text with every Chinese, Japanese, Thai, Lao, Khmer or Burmese character on its own.

    FTS5's tokeniser takes an unspaced run for one word, so that no part of it could be found. A
    zero-width space parts the characters without showing; text in the library holds none of its own.
    """
    return text if text.isascii() else _UNSPACED.sub(rf"{SEPARATOR}\1{SEPARATOR}", text)


class Database:
    """A SQLite file that any thread may use; each gets a connection of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._writes = 0

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Give a connection for reading.

        Raises:
            StorageError: if SQLite refuses.
        """
        try:
            yield self._connection()
        except sqlite3.Error as error:
            raise self._explained(error) from error

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Give a connection inside a transaction, which holds as a whole or not at all.

        Raises:
            StorageError: if SQLite refuses; nothing has changed then.
        """
        with self.read() as connection:
            # IMMEDIATE takes the write lock before anything is read, so that no other process can
            # change in between what is decided on here.
            connection.execute("BEGIN IMMEDIATE")
            before = connection.total_changes
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            if connection.total_changes != before:
                with self._lock:
                    self._writes += 1

    def version(self) -> int:
        """Return a number that grows whenever this or another process has changed the database.

        Numbers are comparable within one thread only: SQLite counts for each connection what others did.
        """
        with self.read() as connection:
            (others,) = connection.execute("PRAGMA data_version").fetchone()
        return int(others) + self._writes

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            connections, self._open = self._open, []
        for connection in connections:
            connection.close()
        self._local = threading.local()

    def _connection(self) -> sqlite3.Connection:
        """Return this thread's connection and open it first if need be."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(
                self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            connection.create_function("segment", 1, segment, deterministic=True)
            connection.executescript(
                "PRAGMA journal_mode = WAL;"
                "PRAGMA synchronous = NORMAL;"  # safe against crashes in WAL mode, and much faster than FULL
                "PRAGMA foreign_keys = ON;"
                "PRAGMA temp_store = MEMORY;"
            )
            self._local.connection = connection
            with self._lock:
                self._open.append(connection)
        return connection

    def _explained(self, error: sqlite3.Error) -> StorageError:
        """Return SQLite's error as a sentence that says what to do."""
        text = str(error)
        if "locked" in text or "busy" in text:
            return StorageError(f"{self.path} is in use by another program; try again in a moment.")
        if "not a database" in text or "malformed" in text:
            return StorageError(f"{self.path} is damaged ({text}). Keep a copy of it before anything else.")
        if "full" in text:
            return StorageError(
                f"The disk is full: nothing was changed in {self.path}. Make room and try again."
            )
        if "readonly" in text:
            return StorageError(f"{self.path} can't be written to. Check who owns it and its folder.")
        if "unable to open" in text:
            return StorageError(f"{self.path} can't be opened. Check that its folder exists and is yours.")
        return StorageError(f"{self.path} can't be used: {text}.")
