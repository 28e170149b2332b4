"""The list of an article's links, to open one of them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.harmless import harmless_line
from tui_reader.reading.cells import clip
from tui_reader.reading.links import Link
from tui_reader.ui.screens.choosing import ChoosingScreen

_ROOM = 62


class LinksScreen(ChoosingScreen[str]):
    """Shows every link with its number, its words and its address; answers with the address chosen."""

    BINDING_GROUP_TITLE = "Links"
    BINDINGS = [
        Binding("j", "move(1)", "down", id="links.down", show=False),
        Binding("k", "move(-1)", "up", id="links.up", show=False),
        Binding("escape,q,h", "leave", "leave", id="links.leave"),
    ]
    DEFAULT_CSS = """
    LinksScreen .dialog OptionList { max-height: 16; scrollbar-size-vertical: 1; }
    """

    def __init__(self, links: Sequence[Link]) -> None:
        """Take the links, by number."""
        super().__init__()
        self._links = links

    def compose(self) -> ComposeResult:
        """Lay out title, list and hint."""
        with Vertical(classes="dialog"):
            yield Static("Links of this article", classes="dialog-title", markup=False)
            yield OptionList(*(Option(_line(link)) for link in self._links), compact=True)
            yield Static("Enter opens it in the browser   Esc leaves", classes="dialog-hint", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the address."""
        event.stop()
        self.dismiss(self._links[event.option_index].target)


def _line(link: Link) -> Text:
    """Return the link in two lines: its words, and its address below."""
    line = Text(no_wrap=True)
    line.append(f"{link.number:>3}  ", "bold")
    line.append(clip(harmless_line(link.text), _ROOM - 5) or "(no words)")
    line.append("\n     " + clip(harmless_line(link.target), _ROOM - 5), "dim")
    return line
