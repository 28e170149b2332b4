"""The names that may be meant by what is typed, one below the other, to be taken in with a key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style as Look
from rich.text import Text
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui_reader.dossiers import EntityRow
from tui_reader.harmless import harmless_line
from tui_reader.models import Kind
from tui_reader.reading.cells import clip, width
from tui_reader.ui.widgets.document_painter import lit

MOST: int = 6
"""Names offered at once: more would hide what was found."""
_INDENT = 3
_NUMBER = 17


class Offers(Widget):
    """A short list without the keyboard: who owns the line that is typed moves its cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "offers--number", "offers--cursor", "offers--current",
        *(f"offers--{kind.value}" for kind in Kind if kind.is_name),
    }  # fmt: skip
    DEFAULT_CSS = """
    Offers {
        height: auto;
        display: none;

        & > .offers--number { color: $text-dim; }
        & > .offers--cursor { color: $headline; text-style: bold; }
        & > .offers--current { background: $cursor-ground; }
        & > .offers--person { color: $entity-person; }
        & > .offers--place { color: $entity-place; }
        & > .offers--organisation { color: $entity-organisation; }
        & > .offers--other { color: $entity-other; }
        &:ansi > .offers--number { text-style: dim; }
    }
    """

    names: reactive[Sequence[EntityRow]] = reactive((), layout=True)
    """What is offered; the list is hidden without any."""
    cursor: reactive[int | None] = reactive(None)
    """Which of them was chosen; None before any is."""

    @dataclass
    class Clicked(Message):
        """A name was clicked."""

        index: int

    def watch_names(self, names: Sequence[EntityRow]) -> None:
        """Show the list where there is something in it."""
        self.cursor = None
        self.display = bool(names)

    def render(self) -> Text:
        """Return a line for each name: the name in the hue and form of its kind, and its articles."""
        return Text("\n").join(self._line(index, row) for index, row in enumerate(self.names))

    def on_click(self, event: events.Click) -> None:
        """Tell which name was clicked."""
        if event.y < len(self.names):
            self.post_message(self.Clicked(event.y))

    def _line(self, index: int, row: EntityRow) -> Text:
        is_current = index == self.cursor
        ground = self._look("current") if is_current else Look.null()
        number = f"{row.articles:,} article{' ' if row.articles == 1 else 's'}"
        room = max(1, self.size.width - _INDENT - _NUMBER)
        name = clip(harmless_line(row.name), room)
        line = Text(no_wrap=True)
        line.append("▌" if is_current else " ", ground + self._look("cursor"))
        line.append(" " * (_INDENT - 1), ground)
        for segment in lit(name, row.kind, ground + self._look(row.kind.value)):
            line.append(segment.text, segment.style)
        line.append(" " * (room - width(name)), ground)
        line.append(f"{number:>{_NUMBER}}", ground + self._look("number"))
        return line

    def _look(self, part: str) -> Look:
        """Return what the style sheet says of a part."""
        return self.get_component_rich_style(f"offers--{part}", partial=True)
