"""A search is answered from the newest article on, a window at a time, as the whole list would be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shelf import Shelf, document, names
from tui_reader.errors import StorageError
from tui_reader.models import Flag, Page, Sort
from tui_reader.queries import Query
from tui_reader.storage import rare, walk
from tui_reader.storage.marks import Marks
from tui_reader.storage.query import parse_query
from tui_reader.storage.search import Search
from tui_reader.storage.walk import Walk, statement_for

WORDS = ("tall", "tale", "tide", "ebb", "État", "潮汐", "vitamin c")
SITES = ("Wire", "steppe Post")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Return a shelf of sixty articles in which words, names, tags and marks fall together in many ways."""
    shelf = Shelf(tmp_path_factory.mktemp("many"))
    ids = []
    for number in range(60):
        title = f"{WORDS[number % 7]} {number}"
        text = f"{WORDS[number % 5]} and {WORDS[number % 3]} {'Tokayev' if number % 4 else 'Tokyo'}"
        found = document(title, text, site=SITES[number % 2], language=("en", "fr")[number % 3 // 2])
        ids.append(shelf.put(found, names(found, Tokayev="person", Tokyo="place")))
    marks = Marks(shelf.database)
    marks.tag(ids[::6], add=["asia"])
    marks.mark(ids[::2], Flag.READ, True)
    marks.mark(ids[::9], Flag.STARRED, True)
    marks.mark(ids[5::13], Flag.TRASHED, True)
    yield shelf
    shelf.close()


def _walked(shelf: Shelf, query: Query, limit: int) -> list[int]:
    """Return all articles of a query, window by window."""
    found: list[int] = []
    below: int | None = None
    while True:
        window = Walk(shelf.database).window(query, below=below, limit=limit)
        found += window.ids
        if window.is_last:
            return found
        below = found[-1]


PARTS = st.sampled_from(
    [
        *(
            "tall",
            "ta*",
            "TIDE",
            '"tall and tall"',
            "etat",
            "潮",
            "and",
            "title:tale",
            "vitamin",
            '"vitamin c"',
        ),
        *("-tall", "-ebb", "-title:ta*", "tag:asia", "-tag:asia", "is:unread", "is:starred", "is:trashed"),
        *("-is:archived", "site:post", "-site:wire", "lang:fr", "after:2026-02-01", "before:2026-02-01"),
        *("person:tokayev", "person:tok*", "-place:tokyo", "place:nowhere", "is:failed"),
    ]
)


@given(
    parts=st.lists(PARTS, max_size=4),
    limit=st.integers(1, 70),
    most=st.sampled_from([0, 3, 12, 5_000]),
    most_names=st.sampled_from([0, 1, 1_000]),
    looking_up=st.sampled_from([0, 10**9]),
)
@settings(deadline=None)
def test_the_windows_of_a_search_are_the_whole_list_whichever_way_is_taken(
    many: Shelf, parts: list[str], limit: int, most: int, most_names: int, looking_up: int
) -> None:
    query = parse_query(" ".join(parts), today=date(2026, 3, 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rare, "MOST", most)
        patch.setattr(rare, "MOST_NAMES", most_names)
        patch.setattr(walk, "_LOOKING_UP", looking_up)
        patch.setattr(walk, "_SAMPLE", 3)
        walked = _walked(many, query, limit)
    assert walked == list(Search(many.database).ids(query, Sort.SAVED))


@pytest.mark.parametrize("condition", ["tag:asia", "is:starred", "is:trashed", "site:wire", "person:tok*"])
def test_few_articles_are_looked_up_in_the_index_of_words(
    many: Shelf, monkeypatch: pytest.MonkeyPatch, condition: str
) -> None:
    monkeypatch.setattr(walk, "_LOOKING_UP", 0)
    monkeypatch.setattr(walk, "_SAMPLE", 3)
    query = parse_query(f"and {condition}")
    with many.database.read() as connection:
        assert "json_each(?) AS few" in statement_for(connection, query)[0]
    assert _walked(many, query, 7) == list(Search(many.database).ids(query, Sort.SAVED))


def _titles(shelf: Shelf, text: str) -> set[str]:
    ids = Walk(shelf.database).window(parse_query(text, is_typing=True), limit=100).ids
    return {row.title.rsplit(" ", 1)[0] for row in shelf.rows(ids)}


def test_one_letter_finds_the_headlines_with_a_word_that_begins_so(many: Shelf) -> None:
    assert _titles(many, "t") == {"tall", "tale", "tide"}
    assert _titles(many, "e") == _titles(many, "É") == _titles(many, "E\u0301") == {"ebb", "État"}
    assert _titles(many, "c") == {"vitamin c"}
    assert _titles(many, "x") == set()


def test_a_headline_that_waits_for_its_text_is_not_found(shelf: Shelf) -> None:
    shelf.articles.add_page(Page(b"<p>", "", "text/html"), "", title="Tides")
    assert _titles(shelf, "t") == _titles(shelf, "title:tides") == set()


def test_one_character_of_a_script_without_spaces_is_a_word_of_any_text(shelf: Shelf) -> None:
    shelf.put(document("Tides", "潮汐"))
    assert len(Walk(shelf.database).window(parse_query("潮", is_typing=True), limit=9).ids) == 1


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("tall t", "tall"),
        ('"tall t', '"tall"'),
        ("t tall", "t tall"),
        ("tall.t", "tall"),
        ("tall 潮t", "tall 潮"),
        ("title:t", "title:t*"),
        ("tall te\u0301", "tall te*"),
    ],
)
def test_after_other_words_one_letter_waits_for_the_next(many: Shelf, typed: str, same: str) -> None:
    typing, finished = parse_query(typed, is_typing=True), parse_query(same)
    assert _walked(many, typing, 100) == list(Search(many.database).ids(finished, Sort.SAVED))


def test_a_search_that_is_over_ends_with_what_was_found(many: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "_INSTRUCTIONS", 50)
    query = parse_query("and -place:tokyo")
    everything = _walked(many, query, 100)
    lengths = set()
    for last in range(20):
        asked: list[bool] = []

        def is_over(last: int = last, asked: list[bool] = asked) -> bool:
            asked.append(len(asked) >= last)
            return asked[-1]

        window = Walk(many.database).window(query, limit=100, is_over=is_over)
        assert list(window.ids) == everything[: len(window.ids)]
        assert window.is_last is not any(asked)
        assert sum(asked) <= 1  # nobody is asked any more
        lengths.add(len(window.ids))
    assert len(lengths) > 2
    assert Walk(many.database).window(query, limit=100).is_last


def test_an_error_is_no_end(many: Shelf, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with shelf.database.write() as connection:
        connection.execute("DROP TABLE search")
    with pytest.raises(StorageError):
        Walk(shelf.database).window(parse_query("tall"), limit=1)
    shelf.close()


@pytest.mark.parametrize(
    "text",
    ["tall", "ta*", "tall tide", '"tall tide"', "t*", "title:t*", "tall -tide", "tall is:unread",
     "is:starred", "tall tag:asia", "tall person:tokayev", "site:wire", "tall after:2026-02-01"],
)  # fmt: skip
def test_no_search_is_put_in_order_or_goes_through_all_articles(many: Shelf, text: str) -> None:
    with many.database.read() as connection:
        statement, values = statement_for(connection, parse_query(text), below=50)
        plan = [
            str(step[3]) for step in connection.execute(f"EXPLAIN QUERY PLAN {statement} LIMIT 50", values)
        ]
    assert not [step for step in plan if "B-TREE" in step]
    assert not [step for step in plan if step.startswith("SCAN") and "VIRTUAL TABLE" not in step]
    assert any("PRIMARY KEY" in step and "article" in step for step in plan)


def test_a_window_is_one_statement_and_those_that_begin_and_end_it(many: Shelf) -> None:
    statements: list[str] = []
    with many.database.read() as connection:
        connection.set_trace_callback(statements.append)
    Walk(many.database).window(parse_query("tall is:unread"), limit=50)
    with many.database.read() as connection:
        connection.set_trace_callback(None)
    asked = [each for each in statements if not each.startswith(("--", "BEGIN", "COMMIT"))]
    assert len(asked) == 1


def test_the_index_of_headlines_follows_what_is_stored(shelf: Shelf) -> None:
    id = shelf.put(document("Tides", "Words.", url="https://example.org/a"))
    shelf.put(document("Ebbs", "Words.", url="https://example.org/a"))
    assert _titles(shelf, "t") == set()
    Marks(shelf.database).mark([id], Flag.TRASHED, True)
    shelf.articles.delete([id])
    with shelf.database.write() as connection:
        connection.execute("INSERT INTO title_search (title_search, rank) VALUES ('integrity-check', 1)")
        assert connection.execute("SELECT count(*) FROM title_search('e*')").fetchone() == (0,)
