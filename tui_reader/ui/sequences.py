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

from tui_reader.ui.keymaps import is_sequence

if TYPE_CHECKING:
    from textual.screen import Screen

    Base = Screen[None]
else:
    Base = object


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


class KeySequences(Base):
    """A mixin for screens: holds the first keys of a sequence until it is complete or can't be any more."""

    held: var[str] = var("")
    """The keys typed so far; a status line shows them."""

    async def on_key(self, event: events.Key) -> None:
        """Take the keys that belong to a sequence and leave all others to their own meaning."""
        held, self.held = self.held, ""
        if held and event.key == "escape":
            event.stop()
            return
        character = event.character
        if character is None or not character.isprintable():
            return
        active = self.active_bindings
        sequences = [key for key in active if is_sequence(key)]
        for typed in (held + character, character) if held else (character,):
            sequence, letter = match(typed, sequences)
            if sequence:
                event.stop()
                node, binding, is_enabled, _ = active[sequence]
                if is_enabled:
                    await self.app.run_action(binding.action.replace("{}", letter), node)
                return
            if is_beginning(typed, sequences) and not (typed == character and event.key in active):
                event.stop()
                self.held = typed
                return
