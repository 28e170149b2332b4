"""Keys that are typed one after the other."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from tui_reader.ui.keymaps import is_sequence
from tui_reader.ui.sequences import KeySequences, KeysInTurn, is_beginning, match


class SequenceScreen(KeySequences, Screen[None]):
    BINDINGS = [
        Binding("gg", "note('top')", "top", id="test.top"),
        Binding("g?", "note('go {}')", "go", id="test.go"),
        Binding("]]", "note('heading')", "heading", id="test.heading"),
        Binding("dd", "note('delete')", "delete", id="test.delete"),
        Binding("j", "note('down')", "down", id="test.down"),
        Binding("x", "note('single')", "single", id="test.single"),
        Binding("xx", "note('never')", "never", id="test.never"),
        Binding("escape", "note('escape')", "escape", id="test.escape"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def action_note(self, what: str) -> None:
        self.noted.append(what)


class SequenceApp(KeysInTurn, App[None]):
    def get_default_screen(self) -> SequenceScreen:
        return SequenceScreen()


async def noted(*keys: str, keymap: dict[str, str] | None = None) -> tuple[list[str], str]:
    """Return what the keys did, and what is still held."""
    app = SequenceApp()
    app.set_keymap(keymap or {})
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert isinstance(app.screen, SequenceScreen)
        return app.screen.noted, app.screen.held


@pytest.mark.parametrize(
    ("keys", "expected", "held"),
    [
        ("gg", ["top"], ""),
        ("g", [], "g"),
        ("ga", ["go a"], ""),
        ("gj", ["go j"], ""),
        ("dj", ["down"], ""),
        ("dgg", ["top"], ""),
        ("ddd", ["delete"], "d"),
        ("xx", ["single", "single"], ""),
        ("d1d", [], "d"),
    ],
)
async def test_a_sequence_acts_when_it_is_complete_and_eats_no_other_key(
    keys: str, expected: list[str], held: str
) -> None:
    assert await noted(*keys) == (expected, held)


async def test_punctuation_can_be_a_sequence() -> None:
    assert await noted("right_square_bracket", "right_square_bracket") == (["heading"], "")


async def test_escape_only_lets_go_of_what_is_held() -> None:
    assert await noted("d", "escape") == ([], "")
    assert await noted("escape") == (["escape"], "")


async def test_a_sequence_can_be_rebound_to_a_key_and_a_key_to_a_sequence() -> None:
    keymap = {"test.delete": "D", "test.down": "zz"}
    assert await noted("D", "z", "z", keymap=keymap) == (["delete", "down"], "")
    assert await noted("d", "d", "j", keymap=keymap) == ([], "")


def test_a_wildcard_takes_letters_only() -> None:
    assert match("ma", ["m?"]) == ("m?", "a")
    assert match("m1", ["m?"]) == ("", "")
    assert match("m'", ["m?"]) == ("", "")


def test_a_beginning_is_shorter_than_its_sequence() -> None:
    assert is_beginning("g", ["gg"])
    assert not is_beginning("gg", ["gg"])
    assert not is_beginning("x", ["gg"])


@pytest.mark.parametrize("key", ["up", "end", "tab", "f1", "f12", "home", "ctrl+d", "j", "at", "slash"])
def test_names_of_keys_are_no_sequences(key: str) -> None:
    assert not is_sequence(key)
