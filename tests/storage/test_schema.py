"""Libraries that older versions have left are brought up to date, and nothing in them is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.shelf import Shelf
from tests.storage.test_appearances import counted, from_scratch
from tui_reader.errors import StorageError
from tui_reader.library import Library
from tui_reader.models import ArticleId
from tui_reader.storage import schema
from tui_reader.storage.connection import Database
from tui_reader.storage.steps import parted
from tui_reader.storage.story_places import read_place

_OLD_ARTICLE = """
INSERT INTO article (id, url, title, saved, published, words, stage, is_starred)
VALUES (7, 'https://example.org/harbour', 'The harbour', 1700000000, 1690000000, 3, 'ready', 1);
INSERT INTO content VALUES (7, 'Ships wait outside.', '[["paragraph", 19, [], 0, 0, "", ""]]', '');
"""


def test_an_article_of_the_first_version_is_read_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        Shelf(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.executescript(_OLD_ARTICLE)
    shelf = Shelf(tmp_path)
    article = shelf.articles.article(ArticleId(7))
    shelf.close()
    assert [block.text for block in article.document.blocks] == ["Ships wait outside."]
    assert article.row.is_starred
    assert article.row.published == datetime(2023, 7, 22, 4, 26, 40, tzinfo=UTC)
    assert article.document.doubts == ()


_OLD_AMOUNTS = """
INSERT INTO article (id, url, title, saved, words, stage)
VALUES (7, 'https://example.org/dues', 'Dues', 1700000000, 9, 'ready');
INSERT INTO content VALUES (7, '', '[]', '', '{}');
INSERT INTO entity VALUES (1, 'amount', '5 euros'), (2, 'amount', '4 %'), (3, 'amount', 'four per cent'),
    (4, 'amount', '3 percent'), (5, 'amount', '50 Basis points'), (6, 'amount', '50 cents'),
    (7, 'place', 'Oslo');
INSERT INTO mention VALUES (7, 0, 0, 7, 1), (7, 0, 9, 12, 2), (7, 0, 14, 27, 3), (7, 0, 29, 38, 4),
    (7, 0, 40, 55, 5), (7, 0, 57, 65, 6), (7, 0, 69, 73, 7);
"""


def test_amounts_of_the_second_version_become_money_and_per_cent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:2])
        Shelf(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.executescript(_OLD_AMOUNTS)
    shelf = Shelf(tmp_path)
    names = shelf.articles.article(ArticleId(7)).names
    shelf.close()
    assert [entity.kind.value for entity in names.entities] == [
        *("money", "percent", "percent", "percent", "percent", "money", "place")
    ]
    assert {(mention.score, mention.value) for mention in names.mentions} == {(1.0, "")}


_OLD_NAMES = """
INSERT INTO article (id, url, title, saved, words, stage)
VALUES (7, 'https://example.org/a', 'A', 1700000000, 9, 'ready'),
    (8, 'https://example.org/b', 'B', 1700000500, 9, 'ready');
INSERT INTO content VALUES (7, 'The UN and Lind.', '[]', 'test', '{}'), (8, '', '[]', 'test', '{}');
INSERT INTO entity (id, kind, name) VALUES (1, 'organisation', 'UN'), (2, 'organisation', 'United Nations'),
    (3, 'person', 'Lind'), (4, 'date', 'Friday'), (5, 'date', 'FRIDAY');
INSERT INTO mention (article_id, block, start, "end", entity_id)
VALUES (7, 0, 0, 6, 1), (7, 0, 11, 15, 3), (7, 0, 16, 20, 4), (7, 0, 21, 25, 5), (8, 0, 0, 14, 2),
    (8, 0, 20, 22, 1);
INSERT INTO appearance SELECT DISTINCT entity_id, moment, article_id FROM appearing;
"""


def test_names_of_the_fourth_version_meet_by_what_their_spellings_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:4])
        Shelf(tmp_path).close()
    database = Database(tmp_path / "library.db")
    with database.write() as connection:
        for statement in _OLD_NAMES.strip().split(";\n"):
            connection.execute(statement)
    database.close()
    with Library(tmp_path) as library:
        (nations, lind) = sorted(library.names.listed(None), key=lambda each: -each.articles)
        assert (nations.name, nations.articles, nations.is_single) == ("UN", 2, False)
        assert (lind.name, lind.articles, lind.is_single) == ("Lind", 1, True)
        assert [row.name for row in library.names.in_article(ArticleId(8))] == ["UN"]
        assert [each.name for each in library.names.named("united nations")] == ["UN"]
        names = library.article(ArticleId(7)).names.entities
        assert [entity.name for entity in names] == ["UN", "Lind", "Friday", "FRIDAY"]
    database = Database(tmp_path / "library.db")
    with database.read() as connection:
        assert counted(connection) == from_scratch(connection)
    database.close()


def test_names_of_the_eleventh_version_are_found_by_their_initials(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:10])
        database = Database(tmp_path / "library.db")
        schema.migrate(database)
        with database.write() as connection:
            connection.execute("INSERT INTO article (id, url, saved, stage) VALUES (1, '', 0, 'ready')")
            for number, kind, name in (
                (1, "organisation", "National Water Authority"),
                (2, "person", "Ada Lind"),
            ):
                entity = "INSERT INTO entity (id, kind, key, name, written) VALUES (?, ?, ?, ?, ?)"
                connection.execute(entity, (number, kind, name.lower(), name, name))
                connection.execute("INSERT INTO appearance VALUES (?, 0, 1)", (number,))
            assert not connection.execute("SELECT 1 FROM name_word WHERE word = 'nwa'").fetchone()
        database.close()
    with Library(tmp_path) as library:
        assert [each.name for each in library.names.named("NWA")] == ["National Water Authority"]
        assert library.names.named("AL") == []


def test_what_was_split_in_an_older_library_stays_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[: schema.MIGRATIONS.index(parted.SQL)])
        database = Database(tmp_path / "library.db")
        schema.migrate(database)
        with database.write() as connection:
            connection.execute("INSERT INTO article (id, url, saved, stage) VALUES (1, '', 0, 'ready')")
            connection.execute("INSERT INTO story VALUES (3), (4)")
            connection.execute("INSERT INTO report VALUES (1, 4, 1, 1, 3)")
            connection.execute("INSERT INTO change (id, label, is_undone) VALUES (1, 'split', 0)")
            sides = '{"report": [3, 1, 0, null]}', '{"report": [4, 1, 1, 3]}'
            connection.execute("INSERT INTO change_item VALUES (1, 1, ?, ?)", sides)
        database.close()
    with Library(tmp_path) as library:
        places = [_story_place(tmp_path)]
        for step in (library.undo, library.redo):
            step()
            places.append(_story_place(tmp_path))
    assert places == [[4, 1, 1, 3], [3, 1, 0], [4, 1, 1, 3]]


def _story_place(folder: Path) -> list[int]:
    """Return where the first article stands."""
    database = Database(folder / "library.db")
    with database.read() as connection:
        place = read_place(connection, 1)
    database.close()
    return place


def _old(folder: Path, monkeypatch: pytest.MonkeyPatch, version: int, *, is_empty: bool = False) -> Path:
    """Make a library of an older version, and return its file."""
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:version])
        Shelf(folder).close()
    file = folder / "library.db"
    if not is_empty:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute(
                "INSERT INTO article (url, title, saved, stage) VALUES ('', 'Ice', 0, 'ready')"
            )
    return file


def _copy_in(folder: Path) -> tuple[int, list[str]]:
    """Return the version of the only copy of a library there, and the headlines in it."""
    (copy,) = folder.glob("library-before-*")
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return version, [title for (title,) in connection.execute("SELECT title FROM article")]


def test_a_copy_of_an_older_library_is_kept_and_all_steps_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _old(tmp_path, monkeypatch, 9)
    (tmp_path / "library-before-9.db").write_bytes(b"of the last time")
    told: list[tuple[int, int]] = []
    Library(tmp_path, updating=lambda number, of: told.append((number, of))).close()
    steps = len(schema.MIGRATIONS) - 9 + 1
    assert told == [(number, steps) for number in range(1, steps + 1)]
    assert _copy_in(tmp_path) == (9, ["Ice"])
    told.clear()
    Library(tmp_path, updating=lambda number, of: told.append((number, of))).close()
    assert told == []


def test_nothing_is_kept_or_told_of_a_library_without_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _old(tmp_path / "old", monkeypatch, 9, is_empty=True)
    told: list[int] = []
    for folder in ("old", "new"):
        Library(tmp_path / folder, updating=lambda number, of: told.append(number)).close()
        assert not list((tmp_path / folder).glob("library-before-*"))
    assert told == []


def test_who_goes_on_with_an_interrupted_migration_keeps_the_copy_from_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _old(tmp_path, monkeypatch, 8)
    with monkeypatch.context() as patch:
        patch.setattr(
            schema, "MIGRATIONS", (*schema.MIGRATIONS[:10], "SELECT no_such_column;", *schema.MIGRATIONS[11:])
        )
        with pytest.raises(StorageError):
            Library(tmp_path)
    Library(tmp_path).close()
    assert _copy_in(tmp_path) == (8, ["Ice"])


def test_a_library_that_was_put_back_is_copied_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _old(tmp_path, monkeypatch, 9)
    Library(tmp_path).close()
    (copy,) = tmp_path.glob("library-before-*")
    file.write_bytes(copy.read_bytes())
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE article SET title = 'Snow'")
    Library(tmp_path).close()
    assert _copy_in(tmp_path) == (9, ["Snow"])


def test_without_room_for_a_copy_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _old(tmp_path, monkeypatch, 9)
    with monkeypatch.context() as patch:
        patch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=0))
        with pytest.raises(StorageError, match="Make room"):
            Library(tmp_path)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (9,)
    assert not list(tmp_path.glob("library-before-*"))
    Library(tmp_path).close()
