"""The dialog that chooses the order of the list."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.models import Sort
from tui_reader.ui.screens.choosing import ChoosingScreen
from tui_reader.ui.views import SORT_NAMES

Order = tuple[Sort, bool]


class SortScreen(ChoosingScreen[Order]):
    """Offers the orders; the one in use is offered the other way round."""

    BINDING_GROUP_TITLE = "Order"
    BINDINGS = [
        Binding("j", "move(1)", "down", id="sort.down", show=False),
        Binding("k", "move(-1)", "up", id="sort.up", show=False),
        Binding("r", "reverse", "the other way round", id="sort.reverse"),
        Binding("escape,q,S", "leave", "leave", id="sort.leave"),
    ]

    def __init__(self, sort: Sort, *, is_reversed: bool) -> None:
        """Take the order in use."""
        super().__init__()
        self._sort = sort
        self._is_reversed = is_reversed

    def compose(self) -> ComposeResult:
        """Lay out the orders."""
        with Vertical(classes="dialog -narrow"):
            yield Static("Order", classes="dialog-title")
            yield OptionList(*(Option(self._line(sort), id=sort.value) for sort in SORT_NAMES), compact=True)
            yield Static("Enter chooses   r the other way round", classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """Put the cursor on the order in use."""
        self.query_one(OptionList).highlighted = list(SORT_NAMES).index(self._sort)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the order; the one in use stays as it is."""
        sort = Sort(event.option_id or self._sort)
        self.dismiss((sort, self._is_reversed if sort is self._sort else False))

    def action_reverse(self) -> None:
        """Close with the order at the cursor, the other way round."""
        index = self.query_one(OptionList).highlighted or 0
        sort = list(SORT_NAMES)[index]
        self.dismiss((sort, not self._is_reversed if sort is self._sort else True))

    def _line(self, sort: Sort) -> Content:
        """Return the line of an order."""
        name, forwards, backwards = SORT_NAMES[sort]
        first = backwards if sort is self._sort and self._is_reversed else forwards
        return Content(f"{name:<16}{first}")
