"""The list of the articles that have something to do with the one that is read, to open one of them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.harmless import harmless_line
from tui_reader.models import ArticleId
from tui_reader.reading.cells import clip
from tui_reader.reading.foot import facts
from tui_reader.related import Related
from tui_reader.ui.screens.choosing import ChoosingScreen

_ROOM = 62


class RelatedScreen(ChoosingScreen[ArticleId]):
    """Shows each article with its number and what it shares with the one that is read; answers with one."""

    BINDING_GROUP_TITLE = "Related"
    BINDINGS = [
        Binding("j", "move(1)", "down", id="related.down", show=False),
        Binding("k", "move(-1)", "up", id="related.up", show=False),
        Binding("escape,q,h", "leave", "leave", id="related.leave"),
        *(
            Binding(
                str(number), f"take({number})", f"open number {number}", id=f"related.{number}", show=False
            )
            for number in range(1, 6)
        ),
    ]
    DEFAULT_CSS = """
    RelatedScreen .dialog OptionList { max-height: 16; scrollbar-size-vertical: 1; }
    """

    def __init__(self, related: Sequence[Related]) -> None:
        """Take the articles, by number."""
        super().__init__()
        self._related = related

    def compose(self) -> ComposeResult:
        """Lay out title, list and hint."""
        lines = (_line(number, other) for number, other in enumerate(self._related, 1))
        with Vertical(classes="dialog"):
            yield Static("Related articles", classes="dialog-title", markup=False)
            yield OptionList(*map(Option, lines), compact=True)
            yield Static("Enter or its number opens one   Esc leaves", classes="dialog-hint", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the article."""
        event.stop()
        self.action_take(event.option_index + 1)

    def action_take(self, number: int) -> None:
        """Answer with the article that has this number, if one has."""
        if number <= len(self._related):
            self.dismiss(self._related[number - 1].row.id)


def _line(number: int, other: Related) -> Text:
    """Return the article in two lines: its title, and below it what is told of it."""
    line = Text(no_wrap=True)
    line.append(f"{number:>3}  ", "bold")
    line.append(clip(harmless_line(other.row.title), _ROOM - 5))
    line.append("\n     " + clip(facts(other), _ROOM - 5), "dim")
    return line
