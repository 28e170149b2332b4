"""Presets and rebindings: none gets in the way of another without being told."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from tests.ui.conftest import AppMaker
from tests.ui.driving import library_screen, press, screen_text, settle, titles
from tests.ui.shelf import SAMPLES
from tui_reader.library import Library
from tui_reader.models import Naming
from tui_reader.ui import screens, widgets
from tui_reader.ui.actions import live_actions
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.key_places import bindings_of, key_complaints, places
from tui_reader.ui.keymaps import PRESETS, complaints, keymap, unknown_ids, unreadable, written

PLACES = places(ReaderApp)


def declaring() -> Iterator[type[DOMNode]]:
    """Yield every class of a screen or a widget that declares keys."""
    for package in (screens, widgets):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for thing in vars(importlib.import_module(module.name)).values():
                is_class = isinstance(thing, type) and thing.__module__ == module.name
                if is_class and issubclass(thing, DOMNode) and "BINDINGS" in vars(thing):
                    yield thing


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_has_a_clash_or_an_unknown_action(preset: str) -> None:
    assert key_complaints(PLACES, keymap(preset, {})) == []


def test_every_screen_and_widget_with_keys_is_known() -> None:
    assert {owner for place in PLACES for owner in place} == {ReaderApp, *declaring()}


def test_every_binding_has_an_id_a_description_and_no_id_twice() -> None:
    owners: list[type[DOMNode]] = [ReaderApp, *declaring()]
    declared = [binding for owner in owners for binding in owner.BINDINGS]
    assert all(isinstance(binding, Binding) and binding.id and binding.description for binding in declared)
    ids = [binding.id for owner in owners for binding in bindings_of(owner)]
    assert len(ids) == len(set(ids))


async def test_every_key_of_the_library_can_be_rebound(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test() as pilot:
        await settle(pilot)
        nameless = {key for key, active in app.screen.active_bindings.items() if not active.binding.id}
        assert nameless == set()


def test_the_keys_of_dialogs_and_lines_can_be_rebound_too() -> None:
    rebound = {
        "add.leave": "ctrl+g", "confirm.no": "n", "help.leave": "ctrl+g", "prompt.cancel": "ctrl+g",
        "search.cancel": "ctrl+g", "sort.reverse": "R", "tags.leave": "ctrl+g", "links.leave": "ctrl+g",
    }  # fmt: skip
    assert key_complaints(PLACES, rebound) == []


def test_keys_may_be_written_as_the_help_screen_writes_them() -> None:
    assert (
        keymap("default", {"test.one": "C-d, <c-x>,M-o,gg,ctrl+a"})["test.one"]
        == "ctrl+d,ctrl+x,alt+o,gg,ctrl+a"
    )


def test_a_list_of_keys_may_have_blanks_but_no_gaps() -> None:
    typed = {"test.one": "a, b", "test.two": ",", "test.three": "gg,", "test.four": ""}
    assert keymap("default", typed)["test.one"] == "a,b"
    assert {"test.two", "test.three"}.isdisjoint(keymap("default", typed))
    assert unreadable(typed) == [
        "“,” isn’t a list of keys for “test.two”. Write one key, or several with a comma between.",
        "“gg,” isn’t a list of keys for “test.three”. Write one key, or several with a comma between.",
    ]


async def test_an_action_without_keys_does_nothing_and_shows_nowhere(
    library: Library, make_app: AppMaker
) -> None:
    app = make_app(library, keys={"library.star": "", "library.add": ",", "library.tags": ""})
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        before = library.counts()
        await press(pilot, "j", "j", "s", "t")
        assert library.counts() == before
        assert app.screen is library_screen(app)
        shown = {action.id for action in live_actions(app.screen)}
        assert shown.isdisjoint({"library.star", "library.tags"})
        assert "library.add" in shown
        assert [n.message for n in app._notifications] == unreadable({"library.add": ","})


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
    app = make_app(library, keys={"library.star": "*,xx"})
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "* star" in screen_text(app)
        await press(pilot, "3", "s")
        assert titles(app) == [SAMPLES[0].title]
        await press(pilot, "x", "x")
        assert titles(app) == []


async def test_clashes_are_told_at_the_start(library: Library, make_app: AppMaker) -> None:
    app = make_app(library, keys={"library.add": "s", "library.nothing": "x"})
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        told = [notification.message for notification in app._notifications]
        assert any("“library.add”" in message and "“library.star”" in message for message in told)
        assert any("There is no action “library.nothing”" in message for message in told)
        assert app.screen is library_screen(app)


async def test_a_pipeline_that_is_not_installed_is_told(library: Library, make_app: AppMaker) -> None:
    app = make_app(library, names=Naming(("zz_no_such",)))
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        (told,) = [notification.message for notification in app._notifications]
        assert "“zz_no_such”" in told
        assert "take it out of [names] in config.toml" in told


async def test_an_unknown_theme_is_told_and_replaced(library: Library, make_app: AppMaker) -> None:
    app = make_app(library, theme="nonsense")
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert app.theme == "newsreader-dark"
        assert [n.message for n in app._notifications] == [
            "There is no theme “nonsense”. The command palette lists those there are."
        ]
