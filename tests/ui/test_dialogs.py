"""The dialogs: help, palette, tags, order, and what becomes of a chosen theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandPalette

from tests.ui.conftest import AppMaker
from tests.ui.driving import drawn_lines, library_screen, press, screen_text, settle, titles, write
from tests.ui.shelf import SAMPLES
from tui_reader.config.settings import load
from tui_reader.errors import StorageError
from tui_reader.library import Library
from tui_reader.ui.actions import live_actions
from tui_reader.ui.reports import told
from tui_reader.ui.screens.help import HelpScreen
from tui_reader.ui.screens.tags import TagChange, TagsScreen, TagSuggester, change, split_tags


async def test_help_lists_every_live_action_and_narrows_as_one_types(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=(120, 90)) as pilot:
        await settle(pilot)
        ids = {action.id for action in live_actions(app.screen)}
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        text = screen_text(app)
        assert {id for id in ids if id in text} == ids
        assert "1 … 9" in text
        await write(pilot, "star")
        text = screen_text(app)
        assert "Give a star or take it away" in text
        assert "Undo the last change" not in text
        await press(pilot, "escape")
        assert app.screen_stack[-1] is library_screen(app)


async def test_the_palette_finds_an_action_and_runs_it(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "3", "ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await write(pilot, "give a star")
        await press(pilot, "enter")
        await settle(pilot)
        assert library.counts().starred == 0


async def test_the_palette_offers_nothing_that_needs_a_letter_behind_its_key(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "enter")
        assert any("{}" in action.call for action in live_actions(app.screen))
        await press(pilot, "ctrl+p")
        await write(pilot, "remember this place")
        assert "Remember this place" not in screen_text(app)


async def test_a_long_title_leaves_room_for_the_tags(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = TagsScreen("word " * 600, (), (), ())
        app.push_screen(screen)
        await settle(pilot)
        assert screen.field.region.bottom < 24
        assert "…" in screen_text(app)


async def test_a_theme_chosen_in_the_palette_is_kept(
    library: Library, make_app: AppMaker, tmp_path: Path
) -> None:
    app = make_app(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await write(pilot, "newsreader-light")
        await press(pilot, "enter")
        await settle(pilot)
        assert app.theme == "newsreader-light"
    assert load(tmp_path / "config.toml").theme == "newsreader-light"


async def test_a_theme_that_was_only_started_with_is_not_written(
    library: Library, make_app: AppMaker, tmp_path: Path
) -> None:
    app = make_app(library, theme="light")
    async with app.run_test() as pilot:
        await settle(pilot)
    assert not (tmp_path / "config.toml").exists()


@pytest.mark.parametrize("theme", ["dracula", "ansi", "textual-light"])
async def test_every_theme_of_textual_can_be_used(library: Library, make_app: AppMaker, theme: str) -> None:
    app = make_app(library, theme=theme)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert SAMPLES[1].title in screen_text(app)


async def test_without_colours_nothing_has_a_colour(
    library: Library, make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "rate")
        styles = [segment.style for line in drawn_lines(app) for segment in line if segment.style]
        assert {style.color.is_default for style in styles if style.color} == {True}
        assert {style.bgcolor.is_default for style in styles if style.bgcolor} == {True}
        assert any(style.bold for style in styles)
        assert any(style.reverse for style in styles)


async def test_an_error_of_ours_in_an_action_is_told_and_not_fatal(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library)
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        with told(app):
            raise StorageError("The [b]disk[/b] is full.\x1b[31m")
        await settle(pilot)
        notification = next(iter(app._notifications))
        assert notification.message == "The [b]disk[/b] is full."
        assert not notification.markup


async def test_an_address_that_the_browser_must_not_get_is_told(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "o")
        await settle(pilot)
        assert titles(app)
        assert len(app._notifications) == 1


async def test_control_c_quits_from_everywhere(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert not app.is_running or app._exit


async def test_q_quits_from_the_library(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("q")
        await pilot.pause()
        assert app._exit


def test_tags_are_parted_by_blanks_and_commas() -> None:
    assert split_tags("#Asia, economy  asia,,") == ["asia", "economy"]


def test_only_what_was_changed_is_changed() -> None:
    assert change(["asia", "old"], "asia new") == TagChange(add=("new",), remove=("old",))
    assert change(["asia"], "asia ") == TagChange(add=(), remove=())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ec", "economy"),
        ("asia ec", "asia economy"),
        ("economy ec", "economy ecology"),
        ("x", None),
        ("", None),
    ],
)
async def test_the_most_used_tag_completes_the_last_word(typed: str, expected: str | None) -> None:
    assert await TagSuggester(["economy", "ecology"]).get_suggestion(typed) == expected
