"""The dialog that saves articles: addresses or files, typed, pasted, or taken from the clipboard."""

from __future__ import annotations

import os
from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui_reader.harmless import harmless_line
from tui_reader.library import Library
from tui_reader.models import ArticleId
from tui_reader.ui.adding import Added, add_typed
from tui_reader.ui.clipboard import addresses_in, read_clipboard
from tui_reader.ui.widgets.line_input import LineInput


class AddScreen(ModalScreen[tuple[ArticleId, ...]]):
    """Asks for addresses and returns the articles that are being saved; none if it is left."""

    BINDING_GROUP_TITLE = "Adding"
    BINDINGS = [Binding("escape", "leave", "leave", id="add.leave")]

    @dataclass
    class Taken(Message):
        """What was typed has been saved as far as it could be."""

        added: Added

    field = query_one("#add-input", LineInput)
    """Where it is typed."""
    fault = query_one("#add-fault", Static)
    """Why something typed could not be taken."""

    def __init__(self, library: Library, text: str = "") -> None:
        """Take the library, and what the field holds at first; if nothing, the clipboard is asked."""
        super().__init__()
        self._library = library
        self._text = text
        self._added: tuple[ArticleId, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out title, field, fault and keys."""
        with Vertical(classes="dialog"):
            yield Static("Save an article", classes="dialog-title")
            yield LineInput(self._text, placeholder="https://…  or a file", id="add-input", compact=True)
            yield Static("", id="add-fault", markup=False)
            yield Static(
                "Several may stand side by side.   Enter saves   Esc leaves",
                classes="dialog-hint",
                markup=False,
            )

    def on_mount(self) -> None:
        """Begin with what is on the clipboard if nothing else was given."""
        self.field.cursor_blink = False
        self.fault.display = False
        if not self._text:
            self._look_at_clipboard()

    @work(thread=True, exit_on_error=False)
    def _look_at_clipboard(self) -> None:
        """Offer the addresses on the clipboard."""
        found = addresses_in(read_clipboard(os.environ))
        if found:
            self.app.call_from_thread(self.offer, " ".join(found))

    def offer(self, text: str) -> None:
        """Put a text into the field, to be replaced by typing; what was typed meanwhile stays."""
        if not self.field.value:
            self.field.value = harmless_line(text)
            self.field.action_select_all()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save what was typed; leave if that is nothing."""
        if not event.value.strip():
            self.action_leave()
        elif not self.field.disabled:
            self.field.disabled = True
            self._save(event.value)

    @work(thread=True)
    def _save(self, text: str) -> None:
        """Save it in the background: it may be a long list, or another program may be writing."""
        self.post_message(self.Taken(add_typed(self._library, text)))

    def on_add_screen_taken(self, message: Taken) -> None:
        """Close; but what could not be saved stays in the field, with the reason."""
        added = message.added
        self._added += added.ids
        if not added.rest:
            self.dismiss(self._added)
            return
        self.field.value = added.rest
        self.field.disabled = False
        self.field.focus()
        self.fault.update(harmless_line(added.reason))
        self.fault.display = True

    def action_leave(self) -> None:
        """Close; what was saved already is being saved."""
        self.dismiss(self._added)
