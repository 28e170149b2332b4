"""The library screen on a real library: what the keys do to the list and to the articles."""

from __future__ import annotations

import sqlite3
import sys
import threading
from importlib import resources
from pathlib import Path

import pytest
from textual import events

from tests.ui.conftest import AppMaker
from tests.ui.driving import (
    articles,
    burst,
    current_title,
    library_screen,
    press,
    screen_text,
    settle,
    titles,
    write,
)
from tests.ui.shelf import NOW, SAMPLES, Sample, put, rename
from tui_reader.coverage import Folded
from tui_reader.library import Library
from tui_reader.models import Flag
from tui_reader.queries import Filter, Query
from tui_reader.storage.connection import Database
from tui_reader.storage.first_look import WINDOW
from tui_reader.storage.windows import Windows
from tui_reader.ui.answers import Answer
from tui_reader.ui.finding import Listed
from tui_reader.ui.screens.add import AddScreen
from tui_reader.ui.screens.article import ArticleScreen
from tui_reader.ui.screens.confirm import ConfirmScreen
from tui_reader.ui.screens.help import HelpScreen
from tui_reader.ui.screens.sort import SortScreen
from tui_reader.ui.screens.tags import TagsScreen
from tui_reader.ui.views import TRASH as TRASH_VIEW
from tui_reader.ui.views import Listing
from tui_reader.windows import Ordered, Part, Spot, Window

SIZE = (80, 24)
FLOODS = SAMPLES[0].title
BANKS = SAMPLES[1].title
TRASH = Query(filters=(Filter("is", "trashed"),))


async def test_it_begins_with_the_unread_articles_newest_first(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert titles(app)[:4] == [
            "https://example.net/coming-soon", "https://example.org/2024/05/gone", FLOODS, BANKS,
        ]  # fmt: skip
        assert "10 saved · 7 unread · 1 failed" in screen_text(app)


async def test_digits_and_arrows_choose_views(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        assert titles(app) == [FLOODS]
        await press(pilot, "right")
        assert titles(app) == [SAMPLES[5].title]
        await press(pilot, "6")
        assert library_screen(app).shelf.bar.active.startswith("#")


async def test_a_click_on_a_view_shows_it(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        column = screen_text(app).splitlines()[2].index("Starred")
        await pilot.click("ViewBar", offset=(column + 1, 1))
        await settle(pilot)
        assert titles(app) == [FLOODS]


async def test_the_cursor_moves_by_rows_ends_and_pages(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "2", "j", "down", "k")
        assert current_title(app) == "https://example.org/2024/05/gone"
        await press(pilot, "G")
        assert current_title(app) == titles(app)[-1]
        await press(pilot, "g", "g")
        assert current_title(app) == titles(app)[0]
        await press(pilot, "ctrl+d")
        assert current_title(app) == titles(app)[9]


async def test_a_read_article_stays_in_unread_until_the_view_is_left(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        before = titles(app)
        await press(pilot, "j", "j", "m")
        assert titles(app) == before
        assert library.counts().unread == 6
        await press(pilot, "1")
        assert FLOODS not in titles(app)


async def test_marks_go_to_all_selected_articles_and_come_back_in_one_step(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "v", "v", "A")
        assert library.counts().archived == 3
        assert not articles(app).selected
        await press(pilot, "u")
        assert library.counts().archived == 1
        assert "archived 2 articles" in screen_text(app)
        await press(pilot, "ctrl+r")
        assert library.counts().archived == 3


async def test_the_star_is_a_toggle(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "3", "s")
        assert library.counts().starred == 0
        assert "No article has a star." in screen_text(app)


async def test_d_twice_moves_to_the_trash_and_once_does_nothing(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "d")
        assert "d …" in screen_text(app)
        assert library.counts().trashed == 0
        await press(pilot, "d")
        assert library.counts().trashed == 1
        assert FLOODS not in titles(app)
        await press(pilot, "5", "p")
        assert library.counts().trashed == 0


async def test_from_the_trash_an_article_goes_for_good_only_after_a_yes(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "d", "d", "5", "d", "d")
        assert isinstance(app.screen, ConfirmScreen)
        await press(pilot, "n")
        assert len(library.ids(TRASH)) == 1
        await press(pilot, "d", "d", "y")
        assert len(library.ids(TRASH)) == 0


async def test_the_cursors_row_keeps_its_line_when_articles_arrive_above(
    library: Library, make_app: AppMaker
) -> None:
    for number in range(40):
        put(library, Sample(f"Filler {number}", "Site", "Text.", 0), 100 + number)
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *["j"] * 25)
        title = current_title(app)
        line = next(n for n, text in enumerate(screen_text(app).splitlines()) if text.startswith("▌"))
        for number in range(3):
            put(library, Sample(f"New {number}", "Site", "Text.", 0), 200 + number)
        library_screen(app).shelf.reload()
        await settle(pilot)
        assert current_title(app) == title
        assert screen_text(app).splitlines()[line].startswith("▌")
        assert "New 2" in titles(app)[0]


async def test_a_search_narrows_the_list_with_every_key(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "rate")
        assert set(titles(app)) == {BANKS, "Rates stay put"}
        assert "2 articles · 1 ms" in screen_text(app)
        await press(pilot, "enter", "n")
        assert current_title(app) == titles(app)[1]
        await press(pilot, "n")
        assert current_title(app) == titles(app)[0]
        await press(pilot, "escape")
        assert len(titles(app)) == 7


async def test_what_is_typed_fast_all_reaches_the_search(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, "slash", *"a/d")
        assert library_screen(app).shelf.search.text == "a/d"


@pytest.mark.parametrize(
    ("key", "screen", "typed"), [("a", AddScreen, "dd.org"), ("t", TagsScreen, "ddt")], ids=["add", "tags"]
)
async def test_what_is_typed_fast_reaches_the_dialog_and_not_the_list(
    library: Library, make_app: AppMaker, key: str, screen: type[AddScreen | TagsScreen], typed: str
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, key, *typed)
        assert isinstance(app.screen, screen)
        assert app.screen.field.value == typed
        assert library.counts().trashed == 0


async def test_keys_typed_fast_are_acted_on_in_their_order(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, *"jjt")
        assert "Tags of “Presidents of Kazakhstan" in screen_text(app)
        await press(pilot, "escape")
        await burst(pilot, *"Sjj", "enter")
        assert library_screen(app).shelf.bar.sort.startswith("by length")


async def test_help_takes_what_is_typed_fast(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, "question_mark", *"dds")
        assert isinstance(app.screen, HelpScreen)
        assert app.screen.field.value == "dds"


async def test_an_ill_formed_search_says_where_and_keeps_what_was_typed(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "rate is:x")
        lines = screen_text(app).splitlines()
        typed = next(n for n, line in enumerate(lines) if "rate is:x" in line)
        assert lines[typed + 1].index("▲") == lines[typed].index("is:x") + len("is:")
        assert library_screen(app).shelf.search.text == "rate is:x"
        assert set(titles(app)) == {BANKS, "Rates stay put"}


async def test_a_complaint_stays_whatever_was_found_before(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, "slash", *"is:bogus")
        library.mark(library.ids()[:1], Flag.STARRED, True)
        await settle(pilot)
        assert "Nothing “is:bogus”" in screen_text(app)
        await press(pilot, *["backspace"] * 5)
        await write(pilot, "read")
        assert "Nothing “is:" not in screen_text(app)


async def test_an_article_that_is_still_being_saved_opens_and_says_so(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, ArticleScreen)
        assert "It will appear here." in screen_text(app)


async def test_a_filter_keeps_to_the_view(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "ampersand")
        await write(pilot, "the")
        assert titles(app) == [SAMPLES[5].title]


async def test_a_search_without_hits_says_how_to_widen_it(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "ampersand")
        await write(pilot, "zzz")
        assert "Nothing found in Unread." in screen_text(app)
        assert "searches the whole library" in screen_text(app)


async def test_an_answer_to_a_question_asked_before_is_not_shown(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        shelf = library_screen(app).shelf
        before = titles(app)
        stale = Listed(
            Answer(Listing(TRASH_VIEW), Folded(library.ids(TRASH)), counts=library.counts()), keep_place=True
        )
        shelf.post_message(stale)
        await settle(pilot)
        assert titles(app) == before


class SlowWindows(Windows):
    """Lists whose next answer can be held back."""

    def __init__(self, folder: Path) -> None:
        super().__init__(Database(folder / "library.db"))
        self.held: Part | None = None
        self.is_asked, self.may_answer = threading.Event(), threading.Event()

    def window(
        self,
        listed: Ordered,
        start: Spot | None = None,
        end: Spot | None = None,
        *,
        is_last: bool = False,
        limit: int = WINDOW,
    ) -> Window:
        window = super().window(listed, start, end, is_last=is_last, limit=limit)
        if listed.part is self.held and not self.is_asked.is_set():
            self.is_asked.set()
            self.may_answer.wait()
        return window


async def test_a_slow_answer_does_not_replace_a_newer_one(library: Library, make_app: AppMaker) -> None:
    with Library(library.folder) as slow:
        slow.windows = windows = SlowWindows(library.folder)
        app = make_app(slow)
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            await press(pilot, "2")
            windows.held = Part.ALL
            shelf = library_screen(app).shelf
            shelf.reload()
            while not windows.is_asked.is_set():
                await pilot.pause()
            slow.mark(list(shelf.ids)[:1], Flag.TRASHED, True)
            shelf.reload()
            while len(shelf.ids) != 9:
                await pilot.pause()
            windows.may_answer.set()
            await settle(pilot)
            assert len(shelf.ids) == 9


async def test_a_library_that_cannot_be_read_is_told_and_does_not_end_the_start(
    library: Library, make_app: AppMaker
) -> None:
    rename(library, "article", "elsewhere")
    app = make_app(library)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        assert app.screen is library_screen(app)
        assert {n.severity for n in app._notifications} == {"error"}


async def test_where_all_is_read_it_begins_with_all(library: Library, make_app: AppMaker) -> None:
    library.mark(list(library.ids()), Flag.READ, True)
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert library_screen(app).shelf.bar.active == "All"
        assert len(titles(app)) == 10


async def test_enter_twice_opens_one_article(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j")
        await burst(pilot, "enter", "enter")
        assert isinstance(app.screen, ArticleScreen)
        assert sum(isinstance(screen, ArticleScreen) for screen in app.screen_stack) == 1


async def test_enter_opens_an_article_and_the_list_follows_where_reading_ended(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "enter")
        assert isinstance(app.screen, ArticleScreen)
        await press(pilot, "J", "q")
        assert current_title(app) == BANKS


async def test_a_click_moves_the_cursor_and_a_second_one_opens(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.click("#articles", offset=(20, 3))
        await settle(pilot)
        assert current_title(app) == BANKS
        await pilot.click("#articles", offset=(20, 3))
        await settle(pilot)
        assert isinstance(app.screen, ArticleScreen)


async def test_an_article_without_a_text_says_why_it_does_not_open(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        assert "There is no text: 404: the page is gone. r tries again." in screen_text(app)
        await press(pilot, "r")
        assert library.counts().failed == 0


async def test_tab_goes_to_the_next_unread_article(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "2", "j", "j", "j", "tab")
        assert current_title(app) == SAMPLES[3].title


async def test_the_order_can_be_chosen_and_turned_round(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "2", "S", "j", "j", "enter")
        assert titles(app)[0] == SAMPLES[2].title
        await press(pilot, "S", "r")
        assert titles(app)[-1] == SAMPLES[2].title
        assert "by length ▴" in screen_text(app)


async def test_the_dialog_saves_addresses_and_files_and_goes_to_the_last(
    library: Library, make_app: AppMaker, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>Kept</title><p>A page at hand.</p>")
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await write(pilot, f"{page} example.com/new")
        await press(pilot, "enter")
        assert library.counts().saved == 12
        assert current_title(app) == "https://example.com/new"


async def test_what_cannot_be_saved_stays_in_the_dialog_with_the_reason(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await write(pilot, "https://example.com/fine ./nowhere.html")
        await press(pilot, "enter")
        assert isinstance(app.screen, AddScreen)
        assert app.screen.field.value == "./nowhere.html"
        assert "There is no file" in screen_text(app)
        assert library.counts().saved == 11


async def test_adding_waits_for_another_program_without_holding_up_the_screen(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    other = sqlite3.connect(library.folder / "library.db", isolation_level=None)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        assert isinstance(app.screen, AddScreen)
        await write(pilot, "example.com/new")
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, AddScreen)
        assert app.screen.field.disabled
        other.execute("ROLLBACK")
        await settle(pilot)
        assert current_title(app) == "https://example.com/new"
    other.close()


async def test_a_pasted_address_opens_the_dialog_with_it(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        articles(app).post_message(events.Paste("Look: https://example.org/a?b=c."))
        await settle(pilot)
        assert isinstance(app.screen, AddScreen)
        assert app.screen.field.value == "https://example.org/a?b=c"


async def test_tags_are_edited_with_completion(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "t")
        await write(pilot, "eco")
        await press(pilot, "tab")
        await write(pilot, "New")
        await press(pilot, "enter")
        row = library.rows(library.ids(Query(filters=(Filter("is", "starred"),))))[0]
        assert row.tags == ("asia", "economy", "new")


async def test_an_empty_library_says_how_to_begin(empty_library: Library, make_app: AppMaker) -> None:
    app = make_app(empty_library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "Nothing is saved yet." in text
        assert "try the samples" in text
        assert "star" not in text
        assert "E names" not in text
        await press(pilot, "E")
        assert "nobody is named yet; a saves an article" in screen_text(app)
        await press(pilot, "!")
        samples = list(resources.files("tui_reader.samples").iterdir())
        assert empty_library.counts().saved == sum(file.name.endswith(".html") for file in samples) > 1
        assert "Nothing is saved yet." not in screen_text(app)


async def test_hostile_titles_are_drawn_as_text(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "[link=https://example.org]Win[/link] a prize [/x] ezirp" in text
        assert "[red]Nobody[/red]" in text
        assert not set(text) & set("\x1b\x07\u202e\x9b")
        await press(pilot, "G", "t")
        assert "Tags of “[link=https://example.org]Win" in screen_text(app)


async def test_a_change_by_another_program_is_seen(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    with Library(library.folder) as other:
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            other.mark(list(other.ids()), Flag.READ, True)
            library_screen(app).shelf.poll()
            await settle(pilot)
            assert "0 unread" in screen_text(app)


async def test_a_rows_age_is_counted_from_the_given_clock(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        line = next(line for line in screen_text(app).splitlines() if "Central banks" in line)
        assert line.split()[-4:] == ["5", "h", "7", "min"]
        assert articles(app).setting.now == NOW


@pytest.mark.parametrize("size", [(30, 8), (50, 12), (80, 24), (200, 60)])
async def test_every_size_of_terminal_is_filled_exactly(
    library: Library, make_app: AppMaker, size: tuple[int, int]
) -> None:
    app = make_app(library)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "2", "slash")
        await write(pilot, "the")
        strips = app.screen._compositor.render_strips()
        assert [strip.cell_length for strip in strips] == [size[0]] * size[1]


async def test_a_click_on_a_hint_does_what_it_says(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        column = screen_text(app).splitlines()[-1].index("a add")
        await pilot.click("StatusLine", offset=(column, 0))
        await settle(pilot)
        assert isinstance(app.screen, AddScreen)


async def test_a_click_on_the_order_offers_others(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.click("ViewBar", offset=(SIZE[0] - 4, 1))
        await settle(pilot)
        assert isinstance(app.screen, SortScreen)


@pytest.mark.skipif(sys.platform == "darwin", reason="the clipboard's tool has another name there")
async def test_the_dialog_begins_with_the_address_on_the_clipboard(
    library: Library, make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tool = tmp_path / "no-programs" / "xclip"
    tool.parent.mkdir()
    tool.write_text("#!/bin/sh\necho 'read this: https://example.org/copied'\n")
    tool.chmod(0o755)
    monkeypatch.setenv("DISPLAY", ":0")
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        assert isinstance(app.screen, AddScreen)
        assert app.screen.field.value == "https://example.org/copied"
        await write(pilot, "x")
        assert app.screen.field.value == "x"


async def test_a_selection_is_counted_and_escape_ends_it(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "v")
        assert "2 selected" in screen_text(app)
        assert screen_text(app).count("✓") == 2
        await press(pilot, "escape")
        assert "selected" not in screen_text(app)


async def test_what_is_selected_but_not_found_is_no_longer_selected(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "slash")
        await write(pilot, "glacier")
        await press(pilot, "enter", "s")
        assert library.rows(library_screen(app).shelf.ids)[0].is_starred
        assert library.counts().starred == 2


async def test_the_addresses_are_copied(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "v", "y")
        assert app.clipboard.splitlines() == [
            "https://example.net/coming-soon", "https://example.org/2024/05/gone",
        ]  # fmt: skip


async def test_tags_of_several_articles_are_those_that_all_have(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "v", "v", "t")
        assert isinstance(app.screen, TagsScreen)
        assert app.screen.field.value == ""
        assert "Tags of 2 articles" in screen_text(app)
        assert "Some of them have #asia  #economy" in screen_text(app)
        await write(pilot, "both")
        await press(pilot, "enter")
        rows = library.rows(library.ids(Query(filters=(Filter("tag", "both"),))))
        assert [row.tags for row in rows] == [("asia", "both"), ("both", "economy")]
