"""Lets a binding's key be a run of characters, such as "gg", "dd" or "[[", to be typed one after the other.

A sequence is an ordinary `Binding`, so footer, palette, help and keymap know it like any other. One that
ends in "?" takes any letter in that place and hands it to its action where the action says `{}`:
`Binding("m?", "set_mark('{}')", …)`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.reactive import var
from textual.widgets import Input

from tui_reader.ui.keymaps import is_sequence

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    AppBase = App[None]
    ScreenBase = Screen[None]
else:
    AppBase = ScreenBase = object


def match(typed: str, sequences: Iterable[str]) -> tuple[str, str]:
    """Return the sequence that the typed characters complete and the letter at its "?"; both may be empty."""
    for sequence in sequences:
        if typed == sequence:
            return sequence, ""
        if sequence.endswith("?") and len(typed) == len(sequence) and typed[:-1] == sequence[:-1]:
            letter = typed[-1]
            if letter.isascii() and letter.isalpha():
                return sequence, letter
    return "", ""


def is_beginning(typed: str, sequences: Iterable[str]) -> bool:
    """Whether more characters could complete a sequence."""
    return any(len(typed) < len(sequence) and sequence.startswith(typed) for sequence in sequences)


class KeySequences(ScreenBase):
    """A mixin for screens: holds the first keys of a sequence until it is complete or can't be any more."""

    held: var[str] = var("")
    """The keys typed so far; a status line shows them."""

    async def take(self, event: events.Key) -> bool:
        """Act on the key, or hold it if a sequence begins with it; return whether it meant anything here.

        While a line is typed every key is left to the line.
        """
        held, self.held = self.held, ""
        if isinstance(self.focused, Input):
            return False
        if held and event.key == "escape":
            return True
        active = self.active_bindings
        sequences = [key for key in active if is_sequence(key)]
        character = event.character if event.character is not None and event.character.isprintable() else ""
        for typed in [held + character, character] if held and character else [character]:
            sequence, letter = match(typed, sequences)
            if sequence:
                await self._act(sequence, letter)
                return True
            if typed and is_beginning(typed, sequences) and not (typed == character and event.key in active):
                self.held = typed
                return True
        if event.key not in active:
            return False
        await self._act(event.key)
        return True

    async def _act(self, key: str, letter: str = "") -> None:
        """Carry out what the key is bound to."""
        node, binding, is_enabled, _ = self.active_bindings[key]
        if is_enabled:
            await self.app.run_action(binding.action.replace("{}", letter), node)


class KeysInTurn(AppBase):
    """A mixin for apps: acts on a key before the next one is looked at.

    Textual sends a key on its way through the widgets and looks at the next one meanwhile, so that what is
    typed ahead of a dialog would be taken for keys of the screen below.
    """

    async def on_event(self, event: events.Event) -> None:
        """Let the screen act on a key, if it can, and send everything else on its way."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            screen = self.screen
            if isinstance(screen, KeySequences) and await screen.take(event):
                return
        await super().on_event(event)
