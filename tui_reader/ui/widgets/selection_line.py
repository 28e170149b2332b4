"""The line that is shown while words are selected, and the keys that select them."""

from __future__ import annotations

from typing import Final, Protocol

from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui_reader.reading.selection import Motion


def _motion(key: str, motion: Motion, name: str) -> Binding:
    """Return the binding of a motion."""
    return Binding(key, f"move('{motion.value}')", name, id=f"selection.{motion.value}", show=False)


KEYS: Final = [
    Binding("H", "highlight", "highlight", tooltip="highlight the selection", id="selection.highlight"),
    Binding("c", "note", "note", tooltip="highlight it with a note", id="selection.note"),
    Binding("y", "copy", "copy", tooltip="copy the selection", id="selection.copy"),
    Binding("o", "swap", "other end", tooltip="move the other end", id="selection.swap"),
    Binding("escape,v,q", "leave", "leave", tooltip="select no longer", id="selection.leave"),
    _motion("l,right", Motion.RIGHT, "one character further"),
    _motion("h,left", Motion.LEFT, "one character back"),
    _motion("w", Motion.WORD, "next word"),
    _motion("e", Motion.WORD_END, "end of the word"),
    _motion("b", Motion.WORD_BACK, "word before"),
    _motion(")", Motion.SENTENCE, "end of the sentence"),
    _motion("(", Motion.SENTENCE_BACK, "beginning of the sentence"),
    _motion("}", Motion.PARAGRAPH, "end of the paragraph"),
    _motion("{", Motion.PARAGRAPH_BACK, "beginning of the paragraph"),
    _motion("$,end", Motion.LINE_END, "end of the line"),
    _motion("0,home", Motion.LINE_START, "beginning of the line"),
    _motion("j,down", Motion.DOWN, "down"),
    _motion("k,up", Motion.UP, "up"),
    _motion("G", Motion.BOTTOM, "end of the article"),
    _motion("gg", Motion.TOP, "beginning of the article"),
]
"""One declaration for each action; hints, palette, help and keymap are derived from it."""


class Selects(Protocol):
    """What the keys act on."""

    def extend_selection(self, motion: Motion) -> None:
        """Move the end that moves."""

    def swap_ends(self) -> None:
        """Let the other end be moved."""

    def copy_selection(self) -> None:
        """Copy what is selected."""

    def stop_selecting(self) -> None:
        """Let go of what is selected."""

    def selection_left(self) -> None:
        """Let go of it, as something else has the keyboard."""

    def action_highlight(self) -> None:
        """Highlight what is selected."""

    def action_note(self) -> None:
        """Highlight what is selected, with a note."""


class SelectionLine(Widget, can_focus=True, inherit_bindings=False):
    """One line, hidden unless words are selected: how many they are."""

    BINDING_GROUP_TITLE = "While selecting"
    BINDINGS = [*KEYS]
    COMPONENT_CLASSES = {"selection-line--mode"}
    DEFAULT_CSS = """
    SelectionLine {
        height: 1;
        padding: 0 2;
        display: none;
        color: $text-dim;

        & > .selection-line--mode { color: $headline; text-style: bold; }
    }
    """

    number: reactive[int] = reactive(0)
    """How many words are selected."""

    def __init__(self, owner: Selects) -> None:
        """Take what the keys act on."""
        super().__init__()
        self._owner = owner

    def on_blur(self) -> None:
        """End selecting when the keyboard goes elsewhere, but not to another window."""
        # A selection that was begun meanwhile goes on.
        if self.app.app_focus and self.screen.focused is not self:
            self._owner.selection_left()

    def render(self) -> Content:
        """Return the line."""
        number = f"  {self.number:,} {'word' if self.number == 1 else 'words'}"
        return Content.assemble(("SELECT", self.get_visual_style("selection-line--mode")), number)

    def action_move(self, motion: str) -> None:
        """Move the end that moves."""
        self._owner.extend_selection(Motion(motion))

    def action_swap(self) -> None:
        """Let the other end be moved."""
        self._owner.swap_ends()

    def action_copy(self) -> None:
        """Copy what is selected."""
        self._owner.copy_selection()

    def action_highlight(self) -> None:
        """Highlight what is selected."""
        self._owner.action_highlight()

    def action_note(self) -> None:
        """Highlight what is selected, with a note."""
        self._owner.action_note()

    def action_leave(self) -> None:
        """Let go of what is selected."""
        self._owner.stop_selecting()
