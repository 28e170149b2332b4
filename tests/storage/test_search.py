"""What was saved is found again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shelf import Shelf, document
from tui_reader.errors import QueryError
from tui_reader.models import Counts, Flag, Sort
from tui_reader.queries import Query
from tui_reader.storage.entities import Entities
from tui_reader.storage.marks import Marks
from tui_reader.storage.query import parse_query
from tui_reader.storage.search import Search


@pytest.fixture
def search(shelf: Shelf) -> Search:
    """Return the search over four articles."""
    shelf.put(document("Floods in the steppe", "The Ural river left its bed.", site="steppe Post", words=90))
    shelf.put(document("Crème brûlée", "Sugar burns at the top.", site="Zest", words=500, language="fr"))
    shelf.put(document("气候变化", "气候变化影响粮食安全。", site="Écho", words=50, language="zh"))
    shelf.put(document("A call after the floods", "They spoke of the Aral Sea.", site="Wire", words=200))
    return Search(shelf.database)


def _titles(shelf: Shelf, search: Search, text: str, *, is_typing: bool = False) -> list[str]:
    ids = search.ids(parse_query(text, is_typing=is_typing), Sort.SAVED)
    return [row.title for row in shelf.rows(ids)]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("floods", ["A call after the floods", "Floods in the steppe"]),
        ("FLOODS ural", ["Floods in the steppe"]),
        ('"aral sea"', ["A call after the floods"]),
        ('"sea aral"', []),
        ("flo*", ["A call after the floods", "Floods in the steppe"]),
        ("floods -aral", ["Floods in the steppe"]),
        ("-floods", ["气候变化", "Crème brûlée"]),
        ("title:ural", []),
        ("title:steppe", ["Floods in the steppe"]),
        ("creme brulee", ["Crème brûlée"]),
        ("粮食", ["气候变化"]),
        ("食粮", []),
        ("site:post", ["Floods in the steppe"]),
        ("site:example.org -site:wire lang:en", ["Floods in the steppe"]),
        ("site:%", []),
        ("site:éCHO", ["气候变化"]),
        ("lang:zh", ["气候变化"]),
        ("after:2026-02-01 before:2026-02-02 floods", ["A call after the floods", "Floods in the steppe"]),
        ("after:2026-02-02", []),
        ("is:failed", []),
        ("...", ["A call after the floods", "气候变化", "Crème brûlée", "Floods in the steppe"]),
    ],
)
def test_a_query_finds_the_articles_it_asks_for(
    shelf: Shelf, search: Search, query: str, titles: list[str]
) -> None:
    assert _titles(shelf, search, query) == titles


def test_an_unfinished_word_finds_longer_ones(shelf: Shelf, search: Search) -> None:
    assert _titles(shelf, search, "step", is_typing=True) == ["Floods in the steppe"]
    assert _titles(shelf, search, "粮", is_typing=True) == ["气候变化"]


def test_marks_and_tags_are_found(shelf: Shelf, search: Search) -> None:
    first = search.ids(parse_query("ural"), Sort.SAVED)
    marks = Marks(shelf.database)
    marks.tag(first, add=["asia"])
    marks.mark(first, Flag.READ, True)
    assert _titles(shelf, search, "tag:asia is:read") == ["Floods in the steppe"]
    assert "Floods in the steppe" not in _titles(shelf, search, "is:unread")
    marks.mark(first, Flag.TRASHED, True)
    assert _titles(shelf, search, "tag:asia") == []
    assert _titles(shelf, search, "is:trashed") == ["Floods in the steppe"]
    assert search.counts() == Counts(saved=3, unread=3, trashed=1)


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        (Sort.SAVED, "A call after the floods"),
        (Sort.PUBLISHED, "A call after the floods"),
        (Sort.LENGTH, "Crème brûlée"),
        (Sort.SITE, "Floods in the steppe"),
    ],
)
def test_a_list_has_four_orders_and_each_can_be_turned(
    shelf: Shelf, search: Search, sort: Sort, first: str
) -> None:
    ids = search.ids(Query(), sort)
    assert shelf.rows(ids[:1])[0].title == first
    assert list(search.ids(Query(), sort, reverse=True)) == list(reversed(ids))


def test_a_snippet_shows_the_word_in_its_sentence(shelf: Shelf, search: Search) -> None:
    query = parse_query("aral")
    (id,) = search.ids(query, Sort.SAVED)
    snippet = search.snippets(query, [id])[id]
    assert [snippet.text[start:end] for start, end in snippet.hits] == ["Aral"]
    assert "They spoke of the Aral Sea." in snippet.text


@pytest.mark.parametrize("text", ["ste*", "steppe*", "floods"])
def test_snippets_of_several_articles_are_those_of_each(shelf: Shelf, search: Search, text: str) -> None:
    shelf.put(document("Rivers", "Floods in a steppe.", "Not asked for: steppe, floods."))
    shelf.put(document("Steppes", "The floods of steppes."))
    query = parse_query(text)
    ids = [id for id in search.ids(query, Sort.SAVED) if id != 5]
    assert len(ids) > 1
    together = search.snippets(query, ids)
    assert together == {id: search.snippets(query, [id])[id] for id in ids}
    assert search.snippets(query, []) == {}


def test_a_search_of_headlines_has_no_line_around_it(search: Search) -> None:
    for text in ("f", "title:floods"):
        query = parse_query(text, is_typing=True)
        assert search.snippets(query, search.ids(query, Sort.SAVED)) == {}


def test_a_chinese_snippet_has_its_characters_side_by_side(shelf: Shelf, search: Search) -> None:
    query = parse_query("粮食")
    (id,) = search.ids(query, Sort.SAVED)
    snippet = search.snippets(query, [id])[id]
    assert "气候变化影响粮食安全。" in snippet.text
    assert "".join(snippet.text[start:end] for start, end in snippet.hits) == "粮食"


def test_the_index_forgets_what_was_replaced(shelf: Shelf, search: Search) -> None:
    shelf.put(document("Floods in the steppe", "Entirely new words."))
    assert _titles(shelf, search, "ural") == []
    assert _titles(shelf, search, "entirely") == ["Floods in the steppe"]
    with shelf.database.read() as connection:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


@given(
    st.builds("{}{}".format, st.sampled_from(["", "", "person:", "-org:", 'other:"']), st.text(max_size=30)),
    st.booleans(),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_upsets_the_database(shelf: Shelf, text: str, is_typing: bool) -> None:
    search = Search(shelf.database)
    try:
        query = parse_query(text, today=date(2026, 3, 1), is_typing=is_typing)
    except QueryError:
        return
    search.ids(query, Sort.SAVED)
    search.snippets(query, [1])
    Entities(shelf.database).taken_in(query)
