"""The database is opened once a thread, changes whole or not at all, and explains itself."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from tests.shelf import Shelf, document
from tui_reader.errors import StorageError
from tui_reader.storage.connection import Database
from tui_reader.storage.schema import MIGRATIONS, migrate


def test_a_change_that_fails_leaves_nothing_behind(shelf: Shelf) -> None:
    def change_and_fail() -> None:
        with shelf.database.write() as connection:
            connection.execute("INSERT INTO article (url, saved, stage) VALUES ('x', 0, 'queued')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_and_fail()
    with shelf.database.read() as connection:
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (0,)


def test_the_version_tells_of_changes_here_and_elsewhere(tmp_path: Path, shelf: Shelf) -> None:
    before = shelf.database.version()
    assert shelf.database.version() == before
    shelf.put(document("Ice", "Text."))
    here = shelf.database.version()
    assert here > before
    with shelf.database.write() as connection:
        connection.execute("UPDATE article SET title = 'Steam' WHERE id = 999")
    assert shelf.database.version() == here
    other = Shelf(tmp_path)
    other.put(document("Fire", "Text."))
    other.close()
    assert shelf.database.version() > here


def test_a_change_in_another_thread_is_told_too(shelf: Shelf) -> None:
    before = shelf.database.version()
    thread = threading.Thread(target=shelf.put, args=(document("Ice", "Text."),))
    thread.start()
    thread.join()
    assert shelf.database.version() > before


def test_a_library_from_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")
    migrate(database)
    with database.write() as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(StorageError, match="newer newsreader"):
        migrate(database)
    database.close()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"this is no database at all" * 100)
    database = Database(path)
    with pytest.raises(StorageError, match=r"library\.db is damaged"):
        migrate(database)
    database.close()
    assert path.read_bytes().startswith(b"this is no database")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    database = Database(tmp_path / "missing" / "library.db")
    with pytest.raises(StorageError, match="can't be opened"):
        migrate(database)
    database.close()


def test_closing_waits_for_who_reads_and_then_nobody_gets_in(shelf: Shelf) -> None:
    is_reading, go_on = threading.Event(), threading.Event()
    counts: list[int] = []

    def read() -> None:
        with shelf.database.read() as connection:
            is_reading.set()
            go_on.wait(20)
            counts.extend(connection.execute("SELECT count(*) FROM article").fetchone())

    reader = threading.Thread(target=read)
    reader.start()
    assert is_reading.wait(20)
    closer = threading.Thread(target=shelf.database.close)
    closer.start()
    go_on.set()
    reader.join()
    closer.join()
    assert counts == [0]
    with pytest.raises(StorageError, match="closed"), shelf.database.read():
        pass


def test_what_is_read_belongs_to_one_moment(shelf: Shelf) -> None:
    with shelf.database.read() as connection:
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (0,)
        shelf.put(document("Ice", "Text."))
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (0,)


def test_the_library_is_for_its_owner_only(tmp_path: Path, shelf: Shelf) -> None:
    shelf.put(document("Ice", "Text."))
    assert {path.stat().st_mode & 0o077 for path in tmp_path.glob("library.db*")} == {0}


def test_a_library_in_use_says_try_again(
    tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.storage.connection.BUSY_SECONDS", 0.01)
    holder = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    other = Database(tmp_path / "library.db")
    with pytest.raises(StorageError, match="in use by another program"), other.write():
        pass
    holder.close()
    other.close()
