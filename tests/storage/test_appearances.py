"""What is counted along is always what a count from scratch gives, whatever happens to the articles."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shelf import Shelf, document, names
from tui_reader.dossiers import EntityId
from tui_reader.errors import NotFoundError
from tui_reader.models import ArticleId, Flag, Names, Page
from tui_reader.storage import schema
from tui_reader.storage.connection import Database
from tui_reader.storage.entities import Entities
from tui_reader.storage.folding import folded
from tui_reader.storage.marks import Marks
from tui_reader.values import replace

_NAMES = ("Oslo", "Ada Lind", "Ural", "Zorn Ltd", "3 May")
_KINDS = {"Oslo": "place", "Ada_Lind": "person", "Ural": "place", "Zorn_Ltd": "organisation", "3_May": "date"}
_FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def counted(connection: sqlite3.Connection) -> dict[str, object]:
    """Return what the tables hold of appearances and words."""
    return {
        "appearances": set(connection.execute("SELECT entity_id, moment, article_id FROM appearance")),
        "entities": set(connection.execute("SELECT id, articles, last FROM entity")),
        "weeks": set(connection.execute("SELECT entity_id, week, articles FROM tally")),
        "words": set(connection.execute("SELECT word, entity_id FROM name_word")),
        "news": set(connection.execute("SELECT entity_id, article_id FROM news")),
    }


def from_scratch(connection: sqlite3.Connection) -> dict[str, object]:
    """Return the same, told from articles and mentions alone."""
    found = connection.execute(
        "SELECT entity_id, coalesce(published, saved), article.id FROM mention"
        " JOIN article ON article.id = article_id JOIN entity ON entity.id = entity_id"
        " WHERE is_trashed = 0 AND kind IN ('person', 'place', 'organisation', 'other')"
    )
    appearances = set(found)
    articles = Counter(entity for entity, _, _ in appearances)
    weeks = Counter((entity, _week(moment)) for entity, moment, _ in appearances)
    known = connection.execute("SELECT id, kind, name, also FROM entity").fetchall()
    followed = {id for (id,) in connection.execute("SELECT id FROM entity WHERE followed > 0")}
    unread = {id for (id,) in connection.execute("SELECT id FROM article WHERE is_read + is_archived = 0")}
    return {
        "appearances": appearances,
        "entities": {
            (id, articles[id], max((m for entity, m, _ in appearances if entity == id), default=None))
            for id, *_ in known
        },
        "weeks": {(entity, week, number) for (entity, week), number in weeks.items()},
        "words": {
            (word, id)
            for id, kind, name, also in known
            if kind not in ("date", "")
            for word in [*folded(name).split(), *also.split()]
        },
        "news": {
            (entity, article)
            for entity, _, article in appearances
            if entity in followed and article in unread
        },
    }


def _week(moment: int) -> int:
    day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=moment)).date()
    return (day - date(1, 1, 1)).days // 7


def _assert_counted_right(database: Database) -> None:
    with database.read() as connection:
        assert counted(connection) == from_scratch(connection)


_SOME_NAMES = st.lists(st.sampled_from(_NAMES), max_size=4)
_ARTICLE = st.integers(1, 5)
_ACTIONS = st.one_of(
    st.tuples(st.just("put"), st.integers(0, 3), _SOME_NAMES, st.integers(-9, 30)),
    st.tuples(st.just("annotate"), _ARTICLE, _SOME_NAMES),
    st.tuples(
        st.just("mark"), _ARTICLE, st.sampled_from([Flag.TRASHED, Flag.READ, Flag.ARCHIVED]), st.booleans()
    ),
    st.tuples(st.just("follow"), st.integers(1, 5), st.booleans()),
    st.tuples(st.just("delete"), _ARTICLE),
    st.tuples(st.just("join"), _ARTICLE, st.integers(0, 3)),
    st.tuples(st.just("add"), st.integers(0, 3)),
    st.just(("undo",)),
    st.just(("redo",)),
)


def _found(shelf: Shelf, number: int) -> bool:
    with shelf.database.read() as connection:
        return bool(connection.execute("SELECT 1 FROM article WHERE id = ?", (number,)).fetchone())


def _act(shelf: Shelf, marks: Marks, action: tuple[object, ...]) -> None:
    match action:
        case ("put", int(number), list(some), int(day)):
            text = document(f"Story {number}", " and ".join(some) or "Nothing.")
            text = replace(text, published=_FIRST + timedelta(days=day) if day >= -5 else None)
            shelf.put(text, names(text, **_KINDS))
        case ("annotate", int(id), list(some)):
            task = shelf.articles.settled(ArticleId(id))
            if task is not None:
                text = document("Again", " and ".join(some))
                shelf.articles.store_names(task, names(text, **_KINDS))
        case ("mark", int(id), Flag() as flag, bool(value)):
            marks.mark([id], flag, value)
        case ("follow", int(id), bool(value)):
            with suppress(NotFoundError):
                Entities(shelf.database).follow(EntityId(id), value)
        case ("delete", int(id)):
            shelf.articles.delete([id])
        case ("join", int(id), int(number)):
            if _found(shelf, id):
                page = Page(b"<p>moved</p>", "https://example.org/moved", "text/html")
                shelf.articles.keep_page(ArticleId(id), page, f"https://example.org/story-{number}")
        case ("add", int(number)):
            url = f"https://example.org/story-{number}"
            shelf.articles.add_address(url, url)
        case ("undo",):
            marks.undo()
        case ("redo",):
            marks.redo()


@given(st.lists(_ACTIONS, max_size=25))
@settings(deadline=None, max_examples=60)
def test_what_is_counted_along_is_what_a_count_from_scratch_gives(actions: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        marks = Marks(shelf.database)
        for action in actions:
            _act(shelf, marks, action)
            _assert_counted_right(shelf.database)
        shelf.close()


def test_a_renamed_entity_is_found_by_its_new_words_only(shelf: Shelf) -> None:
    text = document("Ice", "Ada Lind went home.")
    shelf.put(text, names(text, Ada_Lind="person"))
    with shelf.database.write() as connection:
        connection.execute("UPDATE entity SET name = 'Ada Berg'")
        words = connection.execute("SELECT word FROM name_word").fetchall()
        (kept,) = connection.execute("SELECT folded FROM entity").fetchone()
    assert sorted(words) == [("ada",), ("berg",)]
    assert kept == "ada berg"


def test_a_library_of_the_version_before_is_counted_once_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:3])
        Shelf(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.executescript(_OLD_LIBRARY)
    shelf = Shelf(tmp_path)
    _assert_counted_right(shelf.database)
    with shelf.database.read() as connection:
        counts = connection.execute("SELECT name, articles FROM entity ORDER BY id").fetchall()
        (words,) = connection.execute("SELECT count(*) FROM name_word").fetchone()
    assert counts == [("Zoë Quist", 2), ("3 May", 0), ("Oslo", 1), ("Nowhere", 0)]
    assert words == 4
    shelf.articles.store_names(shelf.articles.settled(ArticleId(1)) or pytest.fail("it has no text"), Names())
    _assert_counted_right(shelf.database)
    shelf.close()


_OLD_LIBRARY = """
INSERT INTO article (id, url, title, saved, published, words, stage, is_trashed)
VALUES (1, 'https://example.org/1', 'One', 1700000000, NULL, 9, 'ready', 0),
    (2, 'https://example.org/2', 'Two', 1700000000, 1690000000, 9, 'ready', 0),
    (3, 'https://example.org/3', 'Three', 1700000000, 1680000000, 9, 'ready', 1);
INSERT INTO content SELECT id, '', '[]', '', '{}' FROM article;
INSERT INTO entity VALUES (1, 'person', 'Zoë Quist'), (2, 'date', '3 May'), (3, 'place', 'Oslo'),
    (4, 'place', 'Nowhere');
INSERT INTO mention (article_id, block, start, "end", entity_id)
VALUES (1, 0, 0, 4, 1), (1, 0, 9, 12, 1), (1, 0, 20, 25, 2), (2, 0, 0, 4, 1), (2, 0, 5, 9, 3),
    (3, 0, 0, 4, 3), (3, 1, 0, 4, 4);
"""
