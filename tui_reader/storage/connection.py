"""Opens the database, lends its connections, and says SQLite's errors as sentences."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from tui_reader.errors import StorageError

BUSY_SECONDS = 5.0
"""How long a writer waits for another one to finish."""

_FUNCTIONS: Final = (
    ("segment", "segments", 1),
    ("folded", "folding", 1),
    ("initials", "folding", 2),
    ("is_single", "folding", 2),
    ("other_names", "folding", -1),
    ("takes_in", "folding", 2),
)
"""Functions that SQL may use: their names, where they are, and how many values each takes."""


class Database:
    """A SQLite file that any thread may use: each read and each write has a connection to itself."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: list[sqlite3.Connection] = []
        self._watcher: sqlite3.Connection | None = None
        self._busy = 0
        self._is_closed = False
        self._change = threading.Condition()

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Give a connection on which everything that is read belongs to one moment.

        Raises:
            StorageError: if SQLite refuses.
        """
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Give a connection on which everything that is changed holds as a whole or not at all.

        Raises:
            StorageError: if SQLite refuses; nothing has changed then.
        """
        # IMMEDIATE takes the write lock before anything is read, so that no other process can change in
        # between what is decided on here.
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    def version(self) -> int:
        """Return a number that changes whenever this or another process has changed the database."""
        with self._change, self._explained():
            if self._is_closed:
                raise StorageError("The library is closed.")
            # SQLite counts for each connection what the others did, so this one does nothing itself.
            self._watcher = self._watcher or self._opened()
            (version,) = self._watcher.execute("PRAGMA data_version").fetchone()
        return int(version)

    def close(self) -> None:
        """Close the file as soon as nobody reads or writes."""
        with self._change:
            self._is_closed = True
            self._change.wait_for(lambda: not self._busy, timeout=2 * BUSY_SECONDS)
            connections, self._idle = [*self._idle, self._watcher], []
            self._watcher = None
        for connection in connections:
            if connection is not None:
                connection.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        """Give a connection inside a transaction."""
        with self._explained(), self._lent() as connection:
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that nobody uses, a new one if need be, and take it back."""
        with self._change:
            if self._is_closed:
                raise StorageError("The library is closed.")
            connection = self._idle.pop() if self._idle else self._opened()
            self._busy += 1
        try:
            yield connection
        finally:
            with self._change:
                self._busy -= 1
                self._idle.append(connection)
                self._change.notify_all()

    def _opened(self) -> sqlite3.Connection:
        """Return a new connection."""
        # SQLite gives its journal the permissions of the file: what is read is nobody else's business.
        with suppress(FileExistsError, OSError):
            self.path.touch(mode=0o600, exist_ok=False)
        connection = sqlite3.connect(
            self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            connection.create_function("casefold", 1, str.casefold, deterministic=True)
            for name, module, arguments in _FUNCTIONS:
                connection.create_function(name, arguments, _later(module, name), deterministic=True)
            connection.executescript(
                "PRAGMA journal_mode = WAL;"
                "PRAGMA synchronous = NORMAL;"  # safe against crashes in WAL mode, and much faster than FULL
                "PRAGMA foreign_keys = ON;"
                "PRAGMA temp_store = MEMORY;"
            )
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Translate SQLite's errors into sentences that say what to do."""
        try:
            yield
        except sqlite3.Error as error:
            raise self._explanation(str(error)) from error

    def _explanation(self, text: str) -> StorageError:
        """Return what an error of SQLite means for the user."""
        if "locked" in text or "busy" in text:
            return StorageError(f"{self.path} is in use by another program; try again.", is_passing=True)
        if "full" in text:
            return StorageError(
                f"The disk is full: nothing was changed in {self.path}. Make room and try again.",
                is_passing=True,
            )
        if "readonly" in text:
            return StorageError(
                f"{self.path} can't be written to. Check who owns it and its folder.", is_passing=True
            )
        if "not a database" in text or "malformed" in text:
            return StorageError(f"{self.path} is damaged ({text}). Keep a copy of it before anything else.")
        if "unable to open" in text:
            return StorageError(f"{self.path} can't be opened. Check that its folder exists and is yours.")
        return StorageError(f"{self.path} can't be used: {text}.")


@cache
def _later(module: str, name: str) -> Callable[..., Any]:
    """Return a function for SQL that is imported when it is called first: most reads need none."""

    @cache
    def function() -> Callable[..., Any]:
        found: Callable[..., Any] = getattr(import_module(f"tui_reader.storage.{module}"), name)
        return found

    return lambda *values: function()(*values)
