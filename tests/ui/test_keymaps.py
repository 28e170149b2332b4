"""Presets and rebindings: none gets in the way of another without being told."""

from __future__ import annotations

import pytest
from textual.binding import Binding

from tests.ui.conftest import AppMaker
from tests.ui.driving import library_screen, press, screen_text, settle, titles
from tests.ui.shelf import SAMPLES
from tui_reader.library import Library
from tui_reader.ui.app import ReaderApp, bindings_of, key_complaints
from tui_reader.ui.keymaps import PRESETS, complaints, keymap, unknown_ids, written
from tui_reader.ui.screens.article import ArticleScreen
from tui_reader.ui.screens.library import LibraryScreen
from tui_reader.ui.screens.shelf import Shelf
from tui_reader.ui.widgets.article_list import ArticleList


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_has_a_clash_or_an_unknown_action(preset: str) -> None:
    assert key_complaints(keymap(preset, {})) == []


def test_every_binding_has_an_id_a_description_and_no_id_twice() -> None:
    owners = (ReaderApp, LibraryScreen, Shelf, ArticleList, ArticleScreen)
    declared = [binding for owner in owners for binding in owner.BINDINGS]
    assert all(isinstance(binding, Binding) and binding.id and binding.description for binding in declared)
    ids = [binding.id for owner in owners for binding in bindings_of(owner)]
    assert len(ids) == len(set(ids))


def test_a_clash_names_the_key_and_both_actions() -> None:
    bindings = [Binding("a", "one", "one", id="test.one"), Binding("b", "two", "two", id="test.two")]
    assert complaints(bindings, {"test.two": "a"}) == [
        "a is the key of “test.one” and of “test.two”; only one can have it."
    ]
    assert complaints(bindings, {"test.two": "c"}) == []


def test_a_sequence_hidden_by_its_first_key_is_told() -> None:
    bindings = [Binding("dd", "one", "one", id="test.one"), Binding("b", "two", "two", id="test.two")]
    assert complaints(bindings, {"test.two": "d"}) == [
        "dd of “test.one” can't be typed: d alone is “test.two”."
    ]


def test_an_unknown_action_gets_the_nearest_name() -> None:
    assert unknown_ids(["library.star", "library.add"], {"library.stra": "x"}) == [
        "There is no action “library.stra”. Did you mean “library.star”?"
    ]


@pytest.mark.parametrize(
    ("key", "expected"),
    [("ctrl+d", "C-d"), ("question_mark", "?"), ("enter", "Enter"), ("gg", "gg"), ("m?", "m…"), ("up", "↑")],
)
def test_keys_are_written_as_people_write_them(key: str, expected: str) -> None:
    assert written(key) == expected


async def test_a_rebound_key_works_and_shows_in_the_hints(library: Library, make_app: AppMaker) -> None:
    app = make_app(library, keys={"library.star": "*,zz"})
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "* star" in screen_text(app)
        await press(pilot, "3", "s")
        assert titles(app) == [SAMPLES[0].title]
        await press(pilot, "z", "z")
        assert titles(app) == []


async def test_clashes_are_told_at_the_start(library: Library, make_app: AppMaker) -> None:
    app = make_app(library, keys={"library.add": "s", "library.nothing": "x"})
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        told = [notification.message for notification in app._notifications]
        assert any("“library.add”" in message and "“library.star”" in message for message in told)
        assert any("There is no action “library.nothing”" in message for message in told)
        assert library_screen(app).is_current


async def test_an_unknown_theme_is_told_and_replaced(library: Library, make_app: AppMaker) -> None:
    app = make_app(library, theme="nonsense")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert app.theme == "newsreader-dark"
        assert [n.message for n in app._notifications] == [
            "There is no theme “nonsense”. The command palette lists those there are."
        ]
