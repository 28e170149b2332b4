"""Names are offered while a search is typed, and it is told which were taken in."""

from __future__ import annotations

import pytest

from tests.ui.conftest import AppMaker
from tests.ui.driving import library_screen, press, screen_text, settle, titles, write
from tui_reader.dossiers import EntityId, EntityRow, TakenIn
from tui_reader.library import Library
from tui_reader.models import Kind
from tui_reader.queries import Filter
from tui_reader.reading.cells import width
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.widgets.search_bar import SearchBar
from tui_reader.ui.widgets.taken_in_line import told

SIZE = (80, 24)


def bar(app: ReaderApp) -> SearchBar:
    """Return the search line."""
    return library_screen(app).shelf.search


def offered(app: ReaderApp) -> list[str]:
    """Return the names that are offered and seen."""
    return [row.name for row in bar(app).offers.names] if bar(app).offers.display else []


async def test_names_of_the_kind_are_offered_and_tab_takes_in_the_first(
    named_library: Library, make_app: AppMaker
) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "floods person:")
        assert offered(app) == ["Kassym-Jomart Tokayev", "Shavkat Mirziyoyev"]
        await press(pilot, "t")
        assert offered(app) == ["Kassym-Jomart Tokayev"]
        assert "2 articles" in screen_text(app)
        await press(pilot, "tab")
        assert bar(app).text == 'floods person:"Kassym-Jomart Tokayev" '
        assert offered(app) == []
        await write(pilot, "x")
        assert bar(app).text.endswith(" x")


async def test_arrows_choose_a_name_and_enter_takes_it_in_then_goes_to_the_results(
    named_library: Library, make_app: AppMaker
) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "place:")
        assert offered(app) == ["Astana", "Ust-Ilim", "Tashkent"]
        await press(pilot, "down", "down", "down", "down", "up", "enter")
        assert bar(app).text == "place:Ust-Ilim "
        assert bar(app).field.has_focus
        assert len(titles(app)) == 3
        await press(pilot, "enter")
        assert not bar(app).field.has_focus


async def test_enter_without_a_choice_goes_to_the_results_and_offers_nothing_more(
    named_library: Library, make_app: AppMaker
) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "place:ast")
        assert offered(app) == ["Astana"]
        await press(pilot, "enter")
        assert offered(app) == []
        assert not bar(app).field.has_focus
        assert len(titles(app)) == 4


async def test_escape_drops_the_choice_and_then_ends_the_search(
    named_library: Library, make_app: AppMaker
) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "org:")
        await press(pilot, "down", "escape")
        assert (bar(app).offers.cursor, bar(app).display) == (None, True)
        await press(pilot, "escape")
        assert not bar(app).display
        await press(pilot, "slash")
        assert offered(app) == []


async def test_a_click_takes_a_name_in_and_right_does_at_the_end_only(
    named_library: Library, make_app: AppMaker
) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "place:t")
        await press(pilot, "left", "right")
        assert bar(app).text == "place:t"
        await press(pilot, "right")
        assert bar(app).text == "place:Tashkent "
        await write(pilot, "place:")
        await pilot.click("Offers", offset=(5, 1))
        await settle(pilot)
        assert bar(app).text == "place:Tashkent place:Ust-Ilim "


async def test_it_is_told_which_names_a_search_took_in(named_library: Library, make_app: AppMaker) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "person:tokayev -place:nowhere ")
        assert "person:tokayev = Kassym-Jomart Tokayev · -place:nowhere = no name" in screen_text(app)
        await press(pilot, "enter")
        assert "person:tokayev = Kassym-Jomart Tokayev" in screen_text(app)
        await press(pilot, "escape", "slash")
        await write(pilot, "floods")
        assert " = " not in screen_text(app)


async def test_a_fault_is_told_and_no_name_beside_it(named_library: Library, make_app: AppMaker) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "place:astana is:x")
        assert "Nothing “is:x”" in screen_text(app)
        assert "place:astana =" not in screen_text(app)
        assert offered(app) == []


def _taken_in(*names: str, number: int) -> TakenIn:
    return TakenIn(tuple(EntityRow(EntityId(1), Kind.PERSON, name, 1, None) for name in names), number)


@pytest.mark.parametrize(
    ("names", "number", "line"),
    [
        ((), 0, "person:a = no name"),
        (("Ada",), 1, "person:a = Ada"),
        (("Ada", "Abe"), 2, "person:a = Ada and Abe"),
        (("Ada", "Abe", "Al", "Ann", "Amy"), 1_205, "person:a = Ada, Abe, Al, Ann and 1,201 more"),
    ],
)
def test_names_are_told_as_a_sentence_would(names: tuple[str, ...], number: int, line: str) -> None:
    assert told({Filter("person", "a"): _taken_in(*names, number=number)}, 80) == line


@pytest.mark.parametrize("room", [10, 20, 30, 45, 60])
def test_fewer_names_are_told_where_there_is_less_room(room: int) -> None:
    meant = {Filter("organisation", "a"): _taken_in("Ada", "Abe\x1b[2J", "Al", "Ann", number=9)}
    line = told(meant, room)
    assert line.startswith("org:a = A"[:room])
    assert width(line) <= room
    assert "\x1b" not in line


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        (Filter("person", "ada lind"), 'person:"ada lind" = Ada Lind'),
        (Filter("organisation", "nwa", is_excluded=True), "-org:nwa = Ada Lind"),
        (Filter("person", "ad", is_prefix=True), "person:ad = Ada Lind"),
    ],
)
def test_a_condition_is_told_as_it_would_be_typed(wanted: Filter, line: str) -> None:
    assert told({wanted: _taken_in("Ada Lind", number=1)}, 80) == line
