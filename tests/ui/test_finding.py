"""What a search finds at once is shown at once, and the rest when it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, islice, pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.shelf import Shelf, document
from tests.ui.conftest import AppMaker
from tests.ui.driving import library_screen, press, settle, write
from tui_reader.coverage import Folded
from tui_reader.errors import ReaderError
from tui_reader.library import Library, parse_query
from tui_reader.models import Sort
from tui_reader.ui import finding
from tui_reader.ui.answers import Answer
from tui_reader.ui.finding import FIRST, answers
from tui_reader.ui.folding import Folding
from tui_reader.ui.rows import SNIPPETS, RowSource
from tui_reader.ui.views import ALL, UNREAD, Listing

NUMBER = 150
FOUND = 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library in which two articles of three have the word."""
    folder = tmp_path_factory.mktemp("many")
    shelf = Shelf(folder)
    for number in range(NUMBER):
        shelf.put(document(f"Number {number}", "Ebb." if number % 3 == 2 else "The tide."))
    shelf.close()
    return folder


@pytest.fixture
def many(folder: Path) -> Iterator[Library]:
    """Return that library."""
    with Library(folder) as library:
        yield library


def _listing(text: str = "tide", *, sort: Sort = Sort.SAVED, is_within: bool = False) -> Listing:
    return Listing(UNREAD if is_within else ALL, parse_query(text), is_within, sort)


def _told(
    library: Library,
    listing: Listing,
    *,
    keep_place: bool = False,
    is_over: Callable[[], bool] = lambda: False,
    stopwatch: Callable[[], float] = lambda: 0.0,
    lingering: frozenset[int] = frozenset(),
) -> list[Answer]:
    return list(
        answers(library, listing, lingering, Folding(), stopwatch, keep_place=keep_place, is_over=is_over)
    )


def test_the_first_page_comes_before_the_rest_and_the_numbers(many: Library) -> None:
    first, *_, last = told = _told(many, _listing())
    assert len(first.folded.ids) == FIRST
    assert (first.is_whole, first.counts.saved) == (False, 0)
    assert list(last.folded.ids) == list(many.ids(parse_query("tide")))
    assert (last.is_whole, last.counts.saved) == (True, NUMBER)
    for before, after in pairwise(told):
        assert after.folded.ids[: len(before.folded.ids)] == before.folded.ids


def test_what_fits_on_a_screen_is_whole_at_once(many: Library) -> None:
    (only,) = _told(many, _listing('"number 2"'))
    assert (only.is_whole, len(only.folded.ids)) == (True, 1)


def test_a_list_that_is_only_brought_up_to_date_comes_as_a_whole(many: Library) -> None:
    (only,) = _told(many, _listing(), keep_place=True)
    assert (only.is_whole, len(only.folded.ids)) == (True, FOUND)


def test_another_order_comes_as_a_whole(many: Library) -> None:
    listing = _listing(sort=Sort.LENGTH)
    (only,) = _told(many, listing)
    assert list(only.folded.ids) == list(listing.ids(many))


def test_a_view_comes_as_a_window_and_then_with_where_the_others_begin(many: Library) -> None:
    told = _told(many, Listing(ALL))
    newest = list(many.ids())
    for each in told:
        assert each.windowed is not None
        ids = list(each.windowed.first.folded.ids)
        assert ids == newest[: len(ids)]
    assert [each.is_last for each in told][-1]


def test_a_search_within_a_view_leaves_what_lingers_in_its_place(many: Library) -> None:
    listing = _listing(is_within=True)
    lingering = frozenset(many.ids()[:1])
    (only,) = _told(many, listing, lingering=lingering)
    assert list(only.folded.ids) == list(listing.ids(many, lingering))
    assert len(_told(many, listing)) > 1


def test_nothing_comes_once_something_else_is_asked(many: Library) -> None:
    assert _told(many, _listing(), is_over=lambda: True) == []
    asked = answers(many, _listing(), frozenset(), Folding(), lambda: 0.0, is_over=lambda: is_over)
    is_over = False
    assert not next(asked).is_whole
    is_over = True
    assert list(asked) == []


def test_what_takes_long_shows_what_is_there_and_is_finished(
    many: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.storage.walk._INSTRUCTIONS", 50)
    seconds = count(step=finding.SECONDS / 4)
    told = _told(many, _listing(), stopwatch=lambda: next(seconds))
    assert 0 < len(told[0].folded.ids) < FIRST
    assert list(told[-1].folded.ids) == list(many.ids(parse_query("tide")))


def _unreadable(error: ReaderError) -> None:
    raise error


def test_rows_go_on_where_an_answer_gets_longer(many: Library) -> None:
    ids = many.ids()
    wanted: list[list[int]] = []
    source = RowSource(
        many, Folded(ids[:70]), search=parse_query("number"),
        want=lambda ids: wanted.append(list(ids)), report=_unreadable,
    )  # fmt: skip
    assert source.row(69) is not None
    assert source.snippet(69) is not None
    source.lengthen(Folded(ids))
    assert source.row(70) is not None
    source.take_snippets(wanted[0], {})  # those of a shorter list come late
    assert source.snippet(75) is not None
    assert wanted[1] == list(ids[64 : 64 + SNIPPETS])


async def test_the_list_grows_under_the_cursor_until_all_are_there(many: Library, make_app: AppMaker) -> None:
    app = make_app(many)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "tid")
        shelf = library_screen(app).shelf
        assert len(shelf.ids) == FOUND
        assert str(shelf.search.found.content) == f"{FOUND} articles · 1 ms"
        assert shelf.articles.scroll_offset.y == 0


async def test_a_part_of_what_is_found_belongs_to_no_view(many: Library, make_app: AppMaker) -> None:
    app = make_app(many)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shelf = library_screen(app).shelf
        assert shelf.bar.active
        await press(pilot, "slash")
        with pytest.MonkeyPatch.context() as patch:
            # As if the rest never came.
            patch.setattr("tui_reader.ui.screens.shelf.answers", _first)
            await write(pilot, "tide")
        assert (len(shelf.ids), shelf.bar.active) == (FIRST, "")
        assert str(shelf.search.found.content) == f"{FIRST}+ articles · 1 ms"


def _first(*args: Any, **options: Any) -> Iterator[Answer]:
    return islice(answers(*args, **options), 1)


async def test_it_is_told_that_there_may_be_more(many: Library, make_app: AppMaker) -> None:
    app = make_app(many)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        bar = library_screen(app).shelf.search
        bar.tell_found(64, 0.003, is_whole=False)
        assert str(bar.found.content) == "64+ articles · 3 ms"
        bar.tell_found(0, 0.012, is_whole=False)
        assert str(bar.found.content) == "searching …"
