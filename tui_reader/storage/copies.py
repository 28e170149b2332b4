"""Keeps a copy of a library before its tables are changed, so that an update can be taken back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from tui_reader.errors import StorageError

_NAME: Final = "library-before-{}.db"
_MEGABYTE: Final = 1_000_000


def keep_copy(connection: sqlite3.Connection, path: Path, target: int) -> None:
    """Keep a copy of a library that holds articles beside it, in place of the copy before it.

    One that was made before the first steps of the same migration stays, though it was interrupted meanwhile.

    Args:
        connection: a transaction that reads; nobody may write meanwhile.
        path: the library.
        target: the version that it is brought to.

    Raises:
        StorageError: if there is no room for it, or it can't be written.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    copy = path.with_name(_NAME.format(target))
    if not holds_articles(connection, version) or _is_begun(connection, copy, version):
        return
    (size,) = connection.execute(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    ).fetchone()
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError as error:
        raise StorageError(f"{path.parent} can't be looked at: {error.strerror}.") from error
    if free < size:
        raise StorageError(
            f"{path} must be updated, and a copy of it is kept before that. It takes"
            f" {size / _MEGABYTE:,.1f} MB, but only {free / _MEGABYTE:,.1f} MB are free."
            " Make room and try again."
        )
    unfinished = copy.with_suffix(".new")
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        with closing(sqlite3.connect(unfinished)) as written:
            connection.backup(written)
            written.execute("PRAGMA journal_mode = DELETE")  # One file, whoever looks into it.
        os.replace(unfinished, copy)
        for other in path.parent.glob(_NAME.format("*")):
            if other != copy:
                other.unlink()
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise StorageError(f"{copy} can't be written: {error}.") from error


def holds_articles(connection: sqlite3.Connection, version: int) -> bool:
    """Whether a library of that version has anything that could be lost."""
    return version > 0 and connection.execute("SELECT 1 FROM article").fetchone() is not None


def _is_begun(library: sqlite3.Connection, copy: Path, version: int) -> bool:
    """Whether a copy is of this library, from before the steps that brought it to its version."""
    try:
        with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as copied:
            (before,) = copied.execute("PRAGMA user_version").fetchone()
            return 0 < before < version and _newest(copied) == _newest(library)
    except sqlite3.Error:
        return False


def _newest(connection: sqlite3.Connection) -> object:
    """Return what tells one library from another: the article that came last. No step changes these."""
    return connection.execute("SELECT id, url, saved FROM article ORDER BY id DESC LIMIT 1").fetchone()
