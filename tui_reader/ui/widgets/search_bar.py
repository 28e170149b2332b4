"""The line in which a search is typed: what was found to its right, what is wrong with it below."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from tui_reader.harmless import harmless_line
from tui_reader.reading.cells import width
from tui_reader.ui.widgets.line_input import LineInput

_INDENT = 3


class SearchBar(Vertical):
    """A search as you type, through everything ("/") or within the view ("&")."""

    BINDING_GROUP_TITLE = "While searching"
    BINDINGS = [
        Binding("escape", "cancel", "end", tooltip="end the search", id="search.cancel"),
        # The field has uses of its own for these keys, so they must be taken before it gets them.
        Binding("enter", "accept", "results", tooltip="go to the results", id="search.accept", priority=True),
        Binding("down", "accept", "results", id="search.down", priority=True, show=False),
    ]

    field = query_one("#search-input", LineInput)
    """Where it is typed."""
    sign = query_one("#search-sign", Static)
    """What kind of search it is."""
    found = query_one("#search-found", Static)
    """What it found."""
    fault = query_one("#search-fault", Static)
    """What is wrong with it."""

    @dataclass
    class Typed(Message):
        """The search says something else now."""

        text: str

    class Accepted(Message):
        """The results shall be walked through."""

    class Cancelled(Message):
        """The search shall end."""

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.is_within = False
        """Whether it keeps to the view."""
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay out sign, field, result and fault."""
        with Horizontal():
            yield Static("/", id="search-sign", markup=False)
            yield LineInput(id="search-input", compact=True, select_on_focus=False)
            yield Static("", id="search-found", markup=False)
        yield Static("", id="search-fault", markup=False)

    def on_mount(self) -> None:
        """Keep the cursor still."""
        self.field.cursor_blink = False

    @property
    def text(self) -> str:
        """What was typed."""
        return self.field.value

    def open(self, *, is_within: bool) -> None:
        """Show the line and type in it; another kind of search begins empty."""
        if is_within != self.is_within or not self.display:
            self.is_within = is_within
            self.field.value = ""
        self.sign.update("&" if is_within else "/")
        self.field.placeholder = (
            "within this view" if is_within else 'word, "a phrase", site:, tag:, is:unread, -not'
        )
        self.display = True
        # Widget.focus() would wait for its turn, and the next key with it.
        self.screen.set_focus(self.field)

    def close(self) -> None:
        """Hide the line and forget what was typed."""
        self.display = False
        with self.field.prevent(Input.Changed):
            self.field.value = ""
        self.tell("")

    def tell(self, found: str) -> None:
        """Say what was found."""
        self.found.update(found)
        self.fault.display = False

    def tell_found(self, articles: int, seconds: float) -> None:
        """Say how many articles were found, and in what time; a complaint about what is typed now stays."""
        if self.fault.display:
            return
        found = f"{articles:,} article{'' if articles == 1 else 's'}"
        self.tell(f"{found} · {max(1, round(seconds * 1000))} ms")

    def complain(self, reason: str, position: int) -> None:
        """Say what is wrong, with a mark under the place."""
        reason = harmless_line(reason)
        place = _INDENT + width(self.text[:position]) - int(self.field.scroll_x)
        place = max(_INDENT, min(place, self.size.width - 1))
        room = self.size.width
        if place + 2 + width(reason) <= room:
            line = Content.assemble(" " * place, ("▲ ", "bold"), reason)
        elif width(reason) < place:
            line = Content.assemble(" " * (place - width(reason) - 1), reason, (" ▲", "bold"))
        else:
            line = Content.assemble(" " * place, ("▲\n", "bold"), reason)
        self.fault.update(line)
        self.fault.display = True
        self.found.update("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search at once."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def action_accept(self) -> None:
        """Leave the field for the results."""
        self.post_message(self.Accepted())

    def action_cancel(self) -> None:
        """End the search."""
        self.post_message(self.Cancelled())
