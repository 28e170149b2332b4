"""The line in which a list is narrowed: it stays as long as the list is."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from tui_reader.ui.widgets.line_input import LineInput


class FilterLine(Horizontal):
    """A line to type in; hidden until it is opened."""

    BINDING_GROUP_TITLE = "While typing"
    BINDINGS = [
        Binding("escape", "cancel", "end", tooltip="show everything again", id="filter.cancel"),
        # The field has uses of its own for these keys, so they must be taken before it gets them.
        Binding("enter", "accept", "to the list", id="filter.accept", priority=True),
        Binding("down", "accept", "to the list", id="filter.down", priority=True, show=False),
    ]
    DEFAULT_CSS = """
    FilterLine {
        height: 1;
        padding: 0 2;
        display: none;

        #filter-sign { width: 3; color: $headline; text-style: bold; }
        #filter-input { width: 1fr; border: none; padding: 0; background: $background; color: $text-bright; }
        #filter-note { width: auto; margin-left: 2; color: $text-dim; }
    }
    """

    field = query_one("#filter-input", LineInput)
    """Where it is typed."""
    note = query_one("#filter-note", Static)
    """What came of it."""

    @dataclass
    class Typed(Message):
        """The line says something else now."""

        text: str

    class Accepted(Message):
        """What is left of the list shall be walked through."""

    class Cancelled(Message):
        """The list shall be whole again."""

    def __init__(self, placeholder: str) -> None:
        """Take what is to be typed."""
        super().__init__()
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Lay out sign, field and note."""
        yield Static("/", id="filter-sign", markup=False)
        yield LineInput(placeholder=self._placeholder, id="filter-input", compact=True, select_on_focus=False)
        yield Static("", id="filter-note", markup=False)

    def on_mount(self) -> None:
        """Keep the cursor still."""
        self.field.cursor_blink = False

    def open(self) -> None:
        """Show the line and type in it."""
        self.display = True
        # Widget.focus() would wait for its turn, and the next key with it.
        self.screen.set_focus(self.field)

    def close(self) -> None:
        """Hide the line and forget what was typed."""
        self.display = False
        with self.field.prevent(Input.Changed):
            self.field.value = ""
        self.note.update("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list at once."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def action_accept(self) -> None:
        """Leave the line for the list."""
        self.post_message(self.Accepted())

    def action_cancel(self) -> None:
        """Show everything again."""
        self.post_message(self.Cancelled())
