"""Windows put together are the whole list, whatever its order and however it is folded."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.coverage import Folded
from tui_reader.library import Library
from tui_reader.models import ArticleId, Sort
from tui_reader.storage import windows
from tui_reader.storage.connection import Database
from tui_reader.storage.window_sql import HELD, ORDER, SORTED_BY, base, numbered
from tui_reader.windows import Ladder, Ordered, Part, Window

_IS = {
    Part.ALL: "1",
    Part.UNREAD: "NOT is_read AND NOT is_archived",
    Part.STARRED: "is_starred",
    Part.ARCHIVED: "is_archived",
    Part.TRASHED: "is_trashed",
}
_BY = {
    Sort.SAVED: "saved DESC, id DESC",
    Sort.PUBLISHED: "published DESC, id DESC",
    Sort.LENGTH: "words DESC, id DESC",
    Sort.SITE: "site COLLATE NOCASE ASC, id DESC",
}
_FLAG = st.integers(0, 1)
_ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(["", "a", "B", "b", "Ä", "zeta"]),
        st.integers(0, 4),
        st.none() | st.integers(-2, 3),
        st.integers(0, 3),
        _FLAG, _FLAG, _FLAG, st.sampled_from([0, 0, 0, 1]),
        st.none() | st.integers(1, 4),
    ),
    min_size=1,
    max_size=40,
)  # fmt: skip
_SOME = st.frozensets(st.integers(1, 40), max_size=5)
_ORDERED = st.builds(
    Ordered,
    st.sampled_from(Part), st.sampled_from(Sort), st.booleans(),
    lingering=_SOME, is_folded=st.booleans(), unfolded=_SOME,
)  # fmt: skip


@contextmanager
def _filled(articles: Sequence[tuple[object, ...]]) -> Iterator[tuple[Library, sqlite3.Connection]]:
    """Give a library with these articles, and a way to ask what is in it."""
    with TemporaryDirectory() as folder, Library(Path(folder)) as library:
        database = Database(Path(folder) / "library.db")
        with database.write() as connection:
            connection.executemany("INSERT INTO story VALUES (?)", [(number,) for number in range(1, 5)])
            for number, (*marks, story) in enumerate(articles, 1):
                connection.execute(
                    "INSERT INTO article (id, url, stage, site, saved, published, words,"
                    " is_read, is_starred, is_archived, is_trashed)"
                    " VALUES (?, '', 'ready', ?, ?, ?, ?, ?, ?, ?, ?)",
                    (number, *marks),
                )
                if story is not None:
                    connection.execute(
                        "INSERT INTO report (article_id, story_id, text) VALUES (?1, ?2, ?1)", (number, story)
                    )
        with database.read() as connection:
            yield library, connection
        database.close()


def _naive(library: Library, connection: sqlite3.Connection, listed: Ordered) -> Folded:
    """Return the list as one statement and one pass over all of it give it."""
    belongs = _IS[listed.part]
    if listed.part is Part.UNREAD:
        ids = ", ".join(map(str, listed.lingering)) or "NULL"
        belongs = f"NOT is_archived AND (NOT is_read OR id IN ({ids}))"
    trashed = "is_trashed" if listed.part is Part.TRASHED else "NOT is_trashed"
    order = _BY[listed.sort]
    if listed.is_reversed:
        order = order.replace("DESC", "_").replace("ASC", "DESC").replace("_", "ASC")
    ids_found = [
        id
        for (id,) in connection.execute(
            f"SELECT id FROM article WHERE {belongs} AND {trashed} ORDER BY {order}"
        )
    ]
    found = array("q", ids_found)
    return library.stories.fold(found, listed.unfolded) if listed.is_folded else Folded(found)


def _windows(library: Library, listed: Ordered) -> tuple[Ladder, list[Window]]:
    """Return all windows of a list."""
    ladder = library.windows.ladder(listed)
    return ladder, [
        library.windows.window(listed, *ladder.bounds(number)) for number in range(len(ladder.starts))
    ]


@pytest.fixture(autouse=True)
def _small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let windows and steps have few articles, so that small libraries have many of them."""
    monkeypatch.setattr(windows, "WINDOW", 4)
    monkeypatch.setattr(windows, "_STEP", 3)
    monkeypatch.setattr(windows.Windows.window, "__kwdefaults__", {"is_last": False, "limit": 4})


@settings(max_examples=40, deadline=None)
@given(articles=_ARTICLES, listed=_ORDERED)
def test_windows_put_together_are_the_whole_list(articles: list[tuple[object, ...]], listed: Ordered) -> None:
    with _filled(articles) as (library, connection):
        whole = _naive(library, connection, listed)
        ladder, parts = _windows(library, listed)
        assert [id for part in parts for id in part.folded.ids] == whole.ids.tolist()
        assert {head: list(under) for part in parts for head, under in part.folded.under.items()} == {
            head: list(under) for head, under in whole.under.items()
        }
        assert {id for part in parts for id in part.folded.opened} == whole.opened
        assert ladder.length == len(whole.ids)
        assert [len(part.folded.ids) for part in parts[:-1]] == [
            after - before for before, after in zip(ladder.starts, ladder.starts[1:], strict=False)
        ]
        for index, id in enumerate(whole.ids):
            spot = library.windows.spot(listed, id)
            assert spot is not None
            assert ladder.window_at(listed, spot) == ladder.window_of(index)


@settings(max_examples=30, deadline=None)
@given(articles=_ARTICLES, listed=_ORDERED)
def test_the_first_and_the_last_window_need_nothing_else_to_be_known(
    articles: list[tuple[object, ...]], listed: Ordered
) -> None:
    with _filled(articles) as (library, connection):
        whole = _naive(library, connection, listed).ids.tolist()
        first, last = library.windows.window(listed), library.windows.window(listed, is_last=True)
        assert first.folded.ids.tolist() == whole[: len(first.folded.ids)]
        assert last.folded.ids.tolist() == whole[len(whole) - len(last.folded.ids) :]
        assert first.is_full or len(first.folded.ids) == len(whole)
        assert library.windows.number(listed) >= len(whole)


@settings(max_examples=30, deadline=None)
@given(articles=_ARTICLES, listed=_ORDERED)
def test_neighbours_are_those_of_the_whole_list(articles: list[tuple[object, ...]], listed: Ordered) -> None:
    with _filled(articles) as (library, connection):
        ids = _naive(library, connection, listed).ids.tolist()
        rows = {row.id: row for row in library.rows(ids)}
        for place, id in enumerate(ids):
            below = [other for other in ids[place + 1 :] if rows[ArticleId(other)].is_readable]
            above = [other for other in ids[:place] if rows[ArticleId(other)].is_readable]
            assert library.windows.beside(listed, id, 1) == (below[0] if below else None)
            assert library.windows.beside(listed, id, -1) == (above[-1] if above else None)
        assert set(library.windows.among(listed, range(1, 50))) == set(ids)


@settings(max_examples=30, deadline=None)
@given(articles=_ARTICLES, listed=_ORDERED)
def test_the_next_unread_is_that_of_the_whole_list(
    articles: list[tuple[object, ...]], listed: Ordered
) -> None:
    # Where a story is unfolded, those below its first are looked for where they would stand by themselves.
    listed = Ordered(listed.part, listed.sort, listed.is_reversed, listed.lingering, listed.is_folded)
    with _filled(articles) as (library, connection):
        ids = _naive(library, connection, listed).ids.tolist()
        rows = {row.id: row for row in library.rows(ids)}
        for place, id in enumerate(ids):
            there = ids[place + 1 :] + ids[:place]
            wanted = [
                each
                for each in there
                if rows[ArticleId(each)].is_readable and not rows[ArticleId(each)].is_read
            ]
            assert library.windows.next_unread(listed, id) == (wanted[0] if wanted else None)


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("is_reversed", [False, True])
def test_no_window_is_sorted_or_sought_through(
    library: Library, part: Part, sort: Sort, is_reversed: bool
) -> None:
    listed = Ordered(part, sort, is_reversed)
    key, order = SORTED_BY[sort], ORDER[sort, is_reversed]
    connection = sqlite3.connect(library.folder / "library.db")
    unread = [selection.format(key=key, sort=sort) for selection in HELD[part]]
    for selection in (base(listed), *unread):
        for beyond, by in ((f"AND {key} = 1 AND id < 1", "id DESC"), (f"AND {key} < 1", order), ("", order)):
            plan = _plan(connection, f"{selection} {beyond} ORDER BY {by} LIMIT 9")
            assert "TEMP B-TREE" not in plan
            assert "COVERING INDEX list_" in plan
            # Without a spot to begin at, the walk along the index ends after the first few.
            assert "SEARCH" in plan or not beyond
    assert "TEMP B-TREE" not in _plan(connection, numbered(listed))
    connection.close()


def _plan(connection: sqlite3.Connection, statement: str) -> str:
    """Return how SQLite goes about a statement."""
    return "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Give an empty library."""
    with Library(tmp_path) as library:
        yield library
