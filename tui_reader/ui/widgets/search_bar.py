"""The line in which a search is typed: names offered above, what was found beside it, what is wrong below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from tui_reader.dossiers import EntityRow, TakenIn
from tui_reader.harmless import harmless_line
from tui_reader.queries import Filter
from tui_reader.reading.cells import width
from tui_reader.ui.widgets.line_input import LineInput
from tui_reader.ui.widgets.offers import Offers
from tui_reader.ui.widgets.taken_in_line import TakenInLine

_INDENT = 3


class SearchBar(Vertical):
    """A search as you type, through everything ("/") or within the view ("&")."""

    BINDING_GROUP_TITLE = "While searching"
    BINDINGS = [
        Binding("escape", "cancel", "end", tooltip="end the search", id="search.cancel"),
        # The field has uses of its own for these keys, so they must be taken before it gets them.
        Binding("enter", "accept", "results", tooltip="go to the results", id="search.accept", priority=True),
        Binding(
            "down",
            "down",
            "results",
            tooltip="next name, or results",
            id="search.down",
            priority=True,
            show=False,
        ),
        Binding("up", "up", "name above", id="search.up", priority=True, show=False),
        Binding("tab", "take_in", "take in", tooltip="take the name in", id="search.take-in", priority=True),
        Binding("right", "take_in", "take in", id="search.right", priority=True, show=False),
    ]

    field = query_one("#search-input", LineInput)
    """Where it is typed."""
    sign = query_one("#search-sign", Static)
    """What kind of search it is."""
    found = query_one("#search-found", Static)
    """What it found."""
    fault = query_one("#search-fault", Static)
    """What is wrong with it."""
    offers = query_one(Offers)
    """The names that may be meant."""
    meant = query_one(TakenInLine)
    """The names that are meant."""

    @dataclass
    class Typed(Message):
        """The search says something else now."""

        text: str

    @dataclass
    class Chosen(Message):
        """A name that was offered shall be taken in."""

        name: str

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
        """Lay out what is offered, sign, field, result, what is meant and fault."""
        yield Offers()
        with Horizontal():
            yield Static("/", id="search-sign", markup=False)
            yield LineInput(id="search-input", compact=True, select_on_focus=False)
            yield Static("", id="search-found", markup=False)
        yield TakenInLine()
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
            "within this view" if is_within else 'word, "a phrase", person:, site:, tag:, -not'
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
        self.offer(())
        self.tell_meant({})

    def offer(self, names: Sequence[EntityRow]) -> None:
        """Offer names in place of any before; while there are some, nothing is told of what is meant."""
        if names != self.offers.names:
            self.offers.names = names
            self._show_meant()
            self.refresh_bindings()

    def tell_meant(self, meant: Mapping[Filter, TakenIn]) -> None:
        """Tell which names the conditions of the search mean."""
        self.meant.taken_in = meant
        self._show_meant()

    def write(self, text: str, cursor: int) -> None:
        """Put another search into the field, with the cursor in this place."""
        self.field.value = text
        self.field.cursor_position = cursor

    def tell(self, found: str) -> None:
        """Say what was found."""
        self.found.update(found)
        self.fault.display = False

    def tell_found(self, articles: int, seconds: float, *, is_whole: bool = True) -> None:
        """Say how many articles were found, and in what time; a complaint about what is typed now stays.

        Args:
            articles: how many.
            seconds: the time until the first of them were there.
            is_whole: whether these are all.
        """
        if self.fault.display:
            return
        if not articles and not is_whole:
            self.tell("searching …")
            return
        more = "" if is_whole else "+"
        found = f"{articles:,}{more} article{'' if articles == 1 and is_whole else 's'}"
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

    def on_offers_clicked(self, message: Offers.Clicked) -> None:
        """Take in the name that was clicked."""
        message.stop()
        self._take_in(message.index)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take keys from the field only where there is a use for them."""
        if action == "up":
            return self.offers.display
        if action == "take_in":
            return self.offers.display and self.field.cursor_at_end
        return True

    def action_accept(self) -> None:
        """Take in the name that was chosen; if none was, leave the field for the results."""
        if self.offers.cursor is not None:
            self._take_in(self.offers.cursor)
        else:
            self.offer(())
            self.post_message(self.Accepted())

    def action_down(self) -> None:
        """Choose the next name; without any, leave the field for the results."""
        if self.offers.display:
            cursor = self.offers.cursor
            self.offers.cursor = 0 if cursor is None else min(cursor + 1, len(self.offers.names) - 1)
        else:
            self.action_accept()

    def action_up(self) -> None:
        """Choose the name above; above the first one choose none."""
        self.offers.cursor = (self.offers.cursor or 0) - 1 if self.offers.cursor else None

    def action_take_in(self) -> None:
        """Take in the name that was chosen, or else the first one."""
        self._take_in(self.offers.cursor or 0)

    def action_cancel(self) -> None:
        """Choose no name; if none was chosen, end the search."""
        if self.offers.cursor is not None:
            self.offers.cursor = None
        else:
            self.post_message(self.Cancelled())

    def _take_in(self, index: int) -> None:
        """Let a name be taken in."""
        name = self.offers.names[index].name
        self.offer(())
        self.post_message(self.Chosen(name))

    def _show_meant(self) -> None:
        """Tell which names are meant where there are any, and none is offered."""
        self.meant.display = bool(self.meant.taken_in) and not self.offers.display
