"""The line in which something about the article is typed: text to find in it, or the number of a link."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from tui_reader.ui.widgets.line_input import LineInput


class Purpose(StrEnum):
    """What is typed."""

    FIND = "/"
    """Text to find."""
    LINK = ";"
    """The number of a link."""
    NOTE = "✎"
    """What is to be said of a highlight."""


_PLACEHOLDERS = {
    Purpose.FIND: "text in this article",
    Purpose.LINK: "number of a link",
    Purpose.NOTE: "note; Enter keeps it",
}


class PromptBar(Horizontal):
    """A line to type in; hidden until it is opened, and again when it loses the focus."""

    BINDING_GROUP_TITLE = "While typing"
    BINDINGS = [Binding("escape", "cancel", "cancel", id="prompt.cancel")]
    DEFAULT_CSS = """
    PromptBar {
        height: 1;
        padding: 0 2;
        display: none;

        #prompt-sign { width: 3; color: $headline; text-style: bold; }
        #prompt-input { width: 1fr; border: none; padding: 0; background: $background; color: $text-bright; }
        #prompt-note { width: auto; margin-left: 2; color: $text-dim; }
    }
    """

    field = query_one("#prompt-input", LineInput)
    """Where it is typed."""
    sign = query_one("#prompt-sign", Static)
    """What it is for."""
    note = query_one("#prompt-note", Static)
    """What came of it."""

    @dataclass
    class Typed(Message):
        """The line says something else now."""

        purpose: Purpose
        text: str

    @dataclass
    class Accepted(Message):
        """Typing has ended with Enter."""

        purpose: Purpose
        text: str

    @dataclass
    class Cancelled(Message):
        """Typing has ended with Escape."""

        purpose: Purpose

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self._purpose = Purpose.FIND

    def compose(self) -> ComposeResult:
        """Lay out sign, field and note."""
        yield Static("", id="prompt-sign", markup=False)
        yield LineInput(id="prompt-input", compact=True, select_on_focus=False)
        yield Static("", id="prompt-note", markup=False)

    def open(self, purpose: Purpose, text: str = "") -> None:
        """Show the line with a text in it, and type there."""
        self._purpose = purpose
        self.sign.update(purpose.value)
        self.field.placeholder = _PLACEHOLDERS[purpose]
        with self.field.prevent(Input.Changed):
            self.field.value = text
        self.field.cursor_position = len(text)
        self.tell("")
        self.display = True
        # Widget.focus() would wait for its turn, and the next key with it.
        self.screen.set_focus(self.field)

    def close(self) -> None:
        """Hide the line."""
        self.display = False
        self.refresh_bindings()

    def tell(self, note: str) -> None:
        """Say what came of what was typed."""
        self.note.update(note)

    def on_descendant_blur(self) -> None:
        """Close when typing goes on elsewhere, but not while another window has the keyboard."""
        if self.app.app_focus:
            self.close()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed."""
        event.stop()
        self.post_message(self.Typed(self._purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell what was typed."""
        event.stop()
        self.post_message(self.Accepted(self._purpose, event.value))

    def action_cancel(self) -> None:
        """End typing."""
        self.post_message(self.Cancelled(self._purpose))
