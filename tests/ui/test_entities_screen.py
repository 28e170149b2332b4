"""The screen of names on a real library."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.ui.conftest import AppMaker
from tests.ui.driving import burst, press, screen_text, settle, write
from tests.ui.shelf import NOW, rename
from tui_reader.dossiers import EntityId, EntityRow, NameSort
from tui_reader.library import Library
from tui_reader.models import ArticleId, Flag, Kind
from tui_reader.reading.cells import width
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.name_rows import PAGE, KnownNames
from tui_reader.ui.screens.entities import EntitiesScreen
from tui_reader.ui.screens.library import LibraryScreen
from tui_reader.ui.widgets.name_lines import NameSetting, name_line
from tui_reader.ui.widgets.name_list import NameList

SIZE = (80, 24)


def shown(app: ReaderApp) -> list[str]:
    """Return the names in the list, from top to bottom."""
    names = app.screen.query_one(NameList)
    rows = [names._rows.row(index) for index in range(len(names)) if names._rows is not None]
    return [row.name for row in rows if row is not None]


async def test_names_are_listed_by_articles_by_last_seen_and_by_what_rises(
    named_library: Library, make_app: AppMaker
) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "E")
        assert isinstance(app.screen, EntitiesScreen)
        assert shown(app)[0] == "Astana"
        assert "7 names" in screen_text(app)
        assert "4 articles" in screen_text(app)
        await press(pilot, "S")
        assert set(shown(app)[:2]) == {"Ust-Ilim", "World Cup"}
        await press(pilot, "S")
        assert shown(app) == ["Ust-Ilim"]
        assert "3 this week    0.0 usual" in screen_text(app)
        await press(pilot, "S")
        assert shown(app)[0] == "Astana"


async def test_digits_tab_and_clicks_choose_a_kind(named_library: Library, make_app: AppMaker) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "E", "2")
        assert shown(app) == ["Kassym-Jomart Tokayev", "Shavkat Mirziyoyev"]
        await press(pilot, "tab")
        assert set(shown(app)) == {"Astana", "Ust-Ilim", "Tashkent"}
        await press(pilot, "right", "right")
        assert shown(app) == ["World Cup"]
        await press(pilot, "shift+tab")
        assert shown(app) == ["UNESCO"]
        column = screen_text(app).splitlines()[2].index("People")
        await pilot.click("ViewBar", offset=(column + 1, 1))
        await settle(pilot)
        assert shown(app)[0] == "Kassym-Jomart Tokayev"


async def test_words_narrow_the_list_and_escape_shows_all_again(
    named_library: Library, make_app: AppMaker
) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "E", "slash")
        await write(pilot, "tas")
        assert shown(app) == ["Tashkent"]
        assert "1 name" in screen_text(app)
        await press(pilot, "backspace", "x")
        assert "No name here has words that begin so." in screen_text(app)
        await press(pilot, "backspace", "enter", "j")
        assert shown(app) == ["Tashkent"]
        await press(pilot, "escape")
        assert len(shown(app)) == 7
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_filter_that_is_typed_fast_shows_for_as_long_as_it_narrows(
    named_library: Library, make_app: AppMaker
) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "E", "slash")
        await burst(pilot, *"tas", "enter")
        assert shown(app) == ["Tashkent"]
        assert "/  tas" in screen_text(app)
        await press(pilot, "escape")
        assert len(shown(app)) == 7
        await press(pilot, "slash")
        await burst(pilot, *"tas", "escape")
        assert len(shown(app)) == 7
        assert isinstance(app.screen, EntitiesScreen)


async def test_f_follows_a_name_and_follows_it_no_longer(named_library: Library, make_app: AppMaker) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "E", "f")
        assert [each.entity.name for each in named_library.names.followed()] == ["Astana"]
        assert "◆ Astana" in screen_text(app)
        await press(pilot, "6")
        assert shown(app) == ["Astana"]
        assert "4 unread" in screen_text(app)
        await press(pilot, "f")
        assert named_library.names.followed() == []
        assert "No name is followed." in screen_text(app)


async def test_a_followed_name_is_a_view_with_the_number_of_its_unread_articles(
    named_library: Library, make_app: AppMaker
) -> None:
    tokayev = named_library.names.named("tokayev")[0]
    named_library.names.follow(tokayev.id, True)
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Tokayev ²" in screen_text(app).splitlines()[2]
        await press(pilot, "6")
        lines = screen_text(app)
        assert "Story 0" in lines
        assert "Story 1" in lines
        assert "Story 2" not in lines
        await press(pilot, "m")
        assert "Tokayev ¹" in screen_text(app).splitlines()[2]
        await press(pilot, "j", "m")
        assert "Tokayev  " in screen_text(app).splitlines()[2]
        await press(pilot, "1", "6")
        assert "No unread article names Kassym-Jomart Tokayev." in screen_text(app)


async def test_the_list_follows_what_becomes_of_the_library(
    named_library: Library, make_app: AppMaker
) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "E", "3", "j")
        assert isinstance(app.screen, EntitiesScreen)
        names = app.screen.names
        current = names.current
        named_library.mark([ArticleId(1)], Flag.TRASHED, True)
        app.screen.poll()
        await settle(pilot)
        assert "Tashkent" not in shown(app)
        assert names.current == current


async def test_the_cursor_moves_by_names_pages_and_ends_in_a_list_of_many(
    named_library: Library, make_app: AppMaker
) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "E")
        names = app.screen.query_one(NameList)
        rows = [_row(f"Name {number}", id=number) for number in range(1, 10 * PAGE)]
        names.show(KnownNames(rows), NameSetting(80, NOW), keep_place=False)
        await press(pilot, "j", "down", "k")
        assert names.current == 2
        await press(pilot, "ctrl+d")
        assert names.current == names.scroll_offset.y + 2 == 11
        await press(pilot, "G")
        assert names.current == 10 * PAGE - 1
        assert f"Name {10 * PAGE - 1}" in screen_text(app)
        await press(pilot, "g", "g")
        assert names.current == 1
        await pilot.click(NameList, offset=(6, 4))
        assert names.current == 5


async def test_the_first_of_very_many_names_are_shown_before_the_others(
    named_library: Library, make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.ui.name_views._FIRST", 2)
    numbers: list[int] = []
    show = NameList.show

    def watched(self: NameList, rows: KnownNames, setting: NameSetting, *, keep_place: bool) -> None:
        numbers.append(len(rows))
        show(self, rows, setting, keep_place=keep_place)

    monkeypatch.setattr(NameList, "show", watched)
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "E")
        assert numbers == [2, 7]
        assert "7 names" in screen_text(app)


async def test_a_library_without_names_says_how_they_come(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "E")
        assert "There are no names yet." in screen_text(app)
        await press(pilot, "2")
        assert "There are no people yet." in screen_text(app)
        await press(pilot, "S", "S")
        assert "No name rises." in screen_text(app)
        await press(pilot, "f", "enter", "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_what_cannot_be_read_is_told(named_library: Library, make_app: AppMaker) -> None:
    app = make_app(named_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        rename(named_library, "entity", "elsewhere")
        await press(pilot, "E")
        assert "The names can’t be read." in screen_text(app)
        rename(named_library, "elsewhere", "entity")
        assert isinstance(app.screen, EntitiesScreen)
        app.screen.poll()
        await settle(pilot)
        assert shown(app)[0] == "Astana"


def _row(name: str, kind: Kind = Kind.PERSON, *, id: int = 1, articles: int = 12_345) -> EntityRow:
    last = datetime(2024, 5, 14, tzinfo=UTC)
    return EntityRow(EntityId(id), kind, name, articles, last, recent=1_234, expected=987.6)


@pytest.mark.parametrize("cells", [20, 33, 34, 40, 49, 50, 63, 64, 80, 120, 200])
@pytest.mark.parametrize("sort", list(NameSort))
@pytest.mark.parametrize(
    "name", ["Al", "Kassym-Jomart Tokayev " * 9, "习近平 " * 40, "\x1b[31mred\x1b[0m\u202e"]
)
def test_a_line_is_as_wide_as_asked_and_harmless(name: str, sort: NameSort, cells: int) -> None:
    setting = NameSetting(cells, NOW, sort=sort, unread={EntityId(1): 1_000} if cells >= 80 else {})
    line = name_line(_row(name), setting, is_current=True)
    text = "".join(piece for piece, _ in line)
    assert width(text) == cells
    assert not set(text) & set("\x1b\u202e")
