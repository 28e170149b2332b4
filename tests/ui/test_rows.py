"""The rows behind the list, and the way from one article to the next."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from tests.ui.shelf import Sample, put, rename
from tui_reader.coverage import Folded
from tui_reader.errors import ReaderError, StorageError
from tui_reader.library import Library, parse_query
from tui_reader.models import ArticleId, Flag, Snippet
from tui_reader.queries import Query
from tui_reader.ui.rows import PAGE, RowSource, Siblings
from tui_reader.ui.views import ALL, TRASH, UNREAD, Listing, views


def test_rows_come_from_whichever_page_they_are_on(empty_library: Library) -> None:
    for number in range(PAGE + 3):
        put(empty_library, Sample(f"Article {number}", "Site", "Text.", 0), number)
    ids = empty_library.ids()
    rows = RowSource(empty_library, Folded(ids), report=_fail)
    assert [row.title for index in (0, PAGE, PAGE + 2) if (row := rows.row(index))] == [
        f"Article {PAGE + 2}", "Article 2", "Article 0",
    ]  # fmt: skip
    assert rows.row(PAGE + 3) is None
    assert rows.id_at(-1) is None
    assert rows.index_of(ArticleId(ids[5])) == 5
    assert rows.index_of(ArticleId(9999)) is None


def test_a_row_that_is_gone_is_none(library: Library) -> None:
    rows = RowSource(library, Folded(array("q", [9999, *library.ids()])), report=_fail)
    assert rows.row(0) is None
    assert rows.row(1) is not None


def test_snippets_come_with_a_search_only(library: Library) -> None:
    query = parse_query("wording")
    wanted: list[Sequence[int]] = []
    rows = RowSource(library, Folded(library.ids(query)), search=query, want=wanted.append, report=_fail)
    assert rows.has_snippets
    assert rows.snippet(0) == rows.snippet(0) == Snippet("", ())
    assert [list(ids) for ids in wanted] == [list(rows.ids)]
    rows.take_snippets(wanted[0], library.snippets(query, wanted[0]))
    snippet = rows.snippet(0)
    assert snippet is not None
    assert [snippet.text[start:end] for start, end in snippet.hits] == ["wording"]
    assert not RowSource(
        library, Folded(library.ids()), search=parse_query("is:unread"), report=_fail
    ).has_snippets


def test_what_cannot_be_read_is_reported_once_and_read_as_soon_as_it_can_be(library: Library) -> None:
    ids = library.ids()
    rename(library, "article", "elsewhere")
    reported: list[ReaderError] = []
    rows = RowSource(library, Folded(ids), report=reported.append)
    assert rows.row(0) is None
    assert rows.row(1) is None
    assert [type(error) for error in reported] == [StorageError]
    rename(library, "elsewhere", "article")
    assert rows.row(0) is not None


def test_neighbours_without_a_text_are_passed_over(library: Library) -> None:
    ids = library.ids()
    way = Siblings(library, Query(), ids, ArticleId(ids[2]))
    assert way.previous(ArticleId(ids[2])) is None
    assert way.next(ArticleId(ids[2])) == ids[3]
    assert way.next(ArticleId(ids[-1])) is None
    assert way.visited == [ids[2], ids[3]]


def test_the_next_unread_is_looked_for_from_the_top_again(library: Library) -> None:
    ids = library.ids()
    last = ArticleId(ids[-1])
    library.mark([last], Flag.READ, True)
    assert Siblings(library, Query(), ids, last).next_unread(last) == ids[2]
    library.mark(list(ids), Flag.READ, True)
    assert Siblings(library, Query(), ids, last).next_unread(last) is None


def test_the_next_unread_is_found_in_the_trash_too(library: Library) -> None:
    first, second, *_ = (row.id for row in library.rows(library.ids()) if row.is_readable and not row.is_read)
    library.mark([first, second], Flag.TRASHED, True)
    ids = Listing(TRASH).ids(library)
    assert Siblings(library, TRASH.query, ids, first).next_unread(first) == second


def test_lingering_rows_keep_their_place_in_the_order(library: Library) -> None:
    before = Listing(UNREAD).ids(library)
    library.mark([before[3]], Flag.READ, True)
    assert before[3] not in Listing(UNREAD).ids(library)
    assert Listing(UNREAD).ids(library, {before[3]}) == before


def test_a_lingering_row_leaves_when_it_is_archived(library: Library) -> None:
    before = Listing(UNREAD).ids(library)
    library.mark([before[3]], Flag.READ, True)
    library.mark([before[3]], Flag.ARCHIVED, True)
    assert before[3] not in Listing(UNREAD).ids(library, {before[3]})


def test_a_filter_holds_within_the_view_and_a_search_everywhere(library: Library) -> None:
    query = parse_query("contents")
    assert len(Listing(UNREAD, query, is_within=True).ids(library)) == 0
    assert len(Listing(UNREAD, query).ids(library)) == 1


def test_the_most_used_tags_have_views(library: Library) -> None:
    names = [view.name for view in views(library.counts())]
    assert names[:5] == ["Unread", "All", "Starred", "Archive", "Trash"]
    assert set(names[5:]) == {"#economy", "#science", "#asia", "#books"}
    tagged = next(view for view in views(library.counts()) if view.name == "#economy")
    assert len(Listing(tagged).ids(library)) == 2
    assert len(Listing(ALL).ids(library)) == 10


def _fail(error: ReaderError) -> None:
    raise error
