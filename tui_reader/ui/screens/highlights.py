"""The list of what is highlighted in the article that is read, to go to one of them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.harmless import harmless_line
from tui_reader.highlights import Highlight, HighlightId
from tui_reader.reading.cells import clip
from tui_reader.ui.screens.choosing import ChoosingScreen

_ROOM = 62


class HighlightsScreen(ChoosingScreen[HighlightId]):
    """Shows each highlight with its note; answers with one that is in the text."""

    BINDING_GROUP_TITLE = "Highlights"
    BINDINGS = [
        Binding("j", "move(1)", "down", id="highlights.down", show=False),
        Binding("k", "move(-1)", "up", id="highlights.up", show=False),
        Binding("escape,q,h", "leave", "leave", id="highlights.leave"),
    ]
    DEFAULT_CSS = """
    HighlightsScreen .dialog OptionList { max-height: 16; scrollbar-size-vertical: 1; }
    """

    def __init__(self, highlights: Sequence[Highlight]) -> None:
        """Take the highlights, those that are lost last."""
        super().__init__()
        self._highlights = highlights

    def compose(self) -> ComposeResult:
        """Lay out title, list and hint."""
        number = len(self._highlights)
        with Vertical(classes="dialog"):
            title = "1 highlight" if number == 1 else f"{number} highlights"
            yield Static(title, classes="dialog-title", markup=False)
            yield OptionList(*(Option(_lines(each)) for each in self._highlights), compact=True)
            yield Static("Enter goes there   Esc leaves", classes="dialog-hint", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the highlight, if it is in the text."""
        event.stop()
        chosen = self._highlights[event.option_index]
        if not chosen.is_lost:
            self.dismiss(chosen.id)


def _lines(highlight: Highlight) -> Text:
    """Return the words in a line, and below them the note, or that the words are lost."""
    text = Text(no_wrap=True)
    text.append(clip(harmless_line(highlight.words), _ROOM), "dim" if highlight.is_lost else "")
    if highlight.note:
        text.append("\n✎ " + clip(harmless_line(highlight.note), _ROOM - 2), "dim")
    if highlight.is_lost:
        text.append("\nno longer in the text", "dim italic")
    return text
