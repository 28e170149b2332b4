"""A list of entries of any height, drawn only as far as it is looked at; more are asked for near its end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.lines.pieces import Line
from tui_reader.models import Kind
from tui_reader.ui.widgets.document_painter import lit

T = TypeVar("T")

Draw = Callable[[T, int, bool], Sequence[Line]]
"""Returns the lines of an entry for a width, and whether the cursor is on it."""

_KINDS = {kind.value: kind for kind in Kind if kind.is_name}


class EntryList(ScrollView, Generic[T], can_focus=True, inherit_bindings=False):
    """Entries one below the other, with a cursor."""

    BINDING_GROUP_TITLE = "The list"
    BINDINGS = [
        Binding("enter,l", "open", "open", id="entries.open"),
        Binding("j,down", "move(1)", "down", id="entries.down", show=False),
        Binding("k,up", "move(-1)", "up", id="entries.up", show=False),
        Binding("gg,home", "edge(-1)", "top", id="entries.top", show=False),
        Binding("G,end", "edge(1)", "bottom", id="entries.bottom", show=False),
        Binding("ctrl+d", "page(0.5)", "half a page down", id="entries.half-page-down", show=False),
        Binding("ctrl+u", "page(-0.5)", "half a page up", id="entries.half-page-up", show=False),
        Binding("space,ctrl+f,pagedown", "page(1)", "page down", id="entries.page-down", show=False),
        Binding("b,ctrl+b,pageup", "page(-1)", "page up", id="entries.page-up", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"entry-list--{look}" for look in ("text", "title", "dim", "cursor", "current-row", *_KINDS)
    }
    DEFAULT_CSS = """
    EntryList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;

        & > .entry-list--text { color: $foreground; }
        & > .entry-list--title { color: $text-bright; }
        & > .entry-list--dim { color: $text-dim; }
        & > .entry-list--cursor { color: $headline; text-style: bold; }
        & > .entry-list--current-row { background: $cursor-ground; }
        & > .entry-list--person { color: $entity-person; }
        & > .entry-list--place { color: $entity-place; }
        & > .entry-list--organisation { color: $entity-organisation; }
        & > .entry-list--other { color: $entity-other; }

        &:ansi > .entry-list--dim { text-style: dim; }
    }
    """

    @dataclass
    class Opened(Message):
        """What the entry at the cursor stands for shall be shown."""

        list: EntryList[object]
        """Where it is."""
        index: int
        """Which it is."""

        @property
        def control(self) -> EntryList[object]:
            """The list, by which handlers are chosen."""
            return self.list

    @dataclass
    class NearEnd(Message):
        """The end has come near, beyond which there may be more entries."""

        list: EntryList[object]

        @property
        def control(self) -> EntryList[object]:
            """The list, by which handlers are chosen."""
            return self.list

    def __init__(self, draw: Draw[T], none: str, *, can_open: bool = True, id: str) -> None:
        """Start without entries.

        Args:
            draw: draws an entry.
            none: a sentence for when there are none.
            can_open: whether entries stand for something that can be shown.
            id: the id of the widget.
        """
        super().__init__(id=id)
        self.entries: list[T] = []
        """What is listed so far."""
        self.cursor = 0
        """Index of the current entry."""
        self._draw_entry = draw
        self._none = none
        self._can_open = can_open
        self._width = 0
        self._ends: list[int] = []
        self._lines: dict[int, list[Strip]] = {}

    def show(self, entries: Sequence[T], cursor: int = 0) -> None:
        """Show these entries instead, with the cursor on one of them, or as near to it as the list goes."""
        self.entries = []
        self._ends.clear()
        self.cursor = max(0, min(cursor, len(entries) - 1))
        self.extend(entries)
        if self._ends:
            self._move_to(self.cursor)

    def extend(self, entries: Sequence[T]) -> None:
        """Add entries at the end; the cursor stays."""
        self.entries += entries
        self._measure()
        self._forget()
        self.refresh_bindings()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        ground = self._style("text")
        if not self.entries:
            line: Line = [("  ", "text"), (self._none if y == 0 else "", "dim")]
            return self._strip(line, ground)
        row = y + self.scroll_offset.y
        index = bisect_right(self._ends, row)
        if index >= len(self._ends):
            return Strip.blank(self.size.width, ground)
        if index not in self._lines:
            self._lines[index] = self._strips(index)
        return self._lines[index][row - self._top_of(index)]

    def notify_style_update(self) -> None:
        """Draw again when colours change."""
        super().notify_style_update()
        self._forget()

    def on_resize(self) -> None:
        """Set the entries for the new width; the current one stays in sight, and so does the end."""
        self._measure()
        self._forget()
        if self.entries:
            self._move_to(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the entry; open it if the cursor is there already."""
        index = bisect_right(self._ends, event.y + self.scroll_offset.y)
        if index < len(self._ends):
            was_there = index == self.cursor
            self._move_to(index)
            if was_there:
                self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open only where there is something."""
        return action != "open" or (self._can_open and bool(self.entries))

    def action_open(self) -> None:
        """Ask for what the current entry stands for."""
        if self._can_open and self.entries:
            self.post_message(self.Opened(self, self.cursor))  # type: ignore[arg-type]

    def action_move(self, entries: int) -> None:
        """Move the cursor by that many entries."""
        self._move_to(self.cursor + entries)

    def action_edge(self, direction: int) -> None:
        """Move the cursor to the first entry, or to the last of those that are there."""
        self._move_to(len(self.entries) if direction > 0 else 0)

    def action_page(self, pages: float) -> None:
        """Move cursor and screen together, with two lines kept for the eye."""
        if self._ends:
            rows = int(pages * max(self.size.height - 2, 2))
            row = self._top_of(self.cursor) + rows
            self._scroll(self.scroll_offset.y + rows)
            index = bisect_right(self._ends, max(row, 0))
            # An entry may be higher than the page.
            self._move_to(index if index != self.cursor else self.cursor + (1 if pages > 0 else -1))

    def _move_to(self, index: int) -> None:
        """Put the cursor there, or as near as the list goes, and scroll as little as needed."""
        index = max(0, min(index, len(self.entries) - 1))
        for changed in (self.cursor, index):
            self._lines.pop(changed, None)
        self.cursor = index
        if self._ends:
            top, bottom = self._top_of(index), self._ends[index] - self.size.height
            self._scroll(min(top, max(bottom, self.scroll_offset.y)))
            # A screen ahead, so that it is there when it is looked at.
            if self._ends[-1] - self._ends[index] < self.size.height:
                self.post_message(self.NearEnd(self))  # type: ignore[arg-type]
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for more when the wheel brings the end near."""
        super().watch_scroll_y(old_value, new_value)
        if self._ends and self._ends[-1] - new_value < 2 * self.size.height:
            self.post_message(self.NearEnd(self))  # type: ignore[arg-type]

    def _scroll(self, y: int) -> None:
        """Scroll to that line at once."""
        self.scroll_to(y=max(0, y), animate=False, force=True, immediate=True)

    def _top_of(self, index: int) -> int:
        """Return the first row of an entry."""
        return self._ends[index - 1] if index else 0

    def _measure(self) -> None:
        """Find out which rows the entries take."""
        width = self.size.width
        if not width:
            return
        if width != self._width:
            self._width = width
            self._ends.clear()
        row = self._ends[-1] if self._ends else 0
        for entry in self.entries[len(self._ends) :]:
            row += len(self._draw_entry(entry, width, False))
            self._ends.append(row)
        self.virtual_size = Size(width, row)

    def _forget(self) -> None:
        """Draw every entry again."""
        self._lines.clear()
        self.refresh()

    def _strips(self, index: int) -> list[Strip]:
        """Return an entry as it is drawn."""
        is_current = index == self.cursor
        ground = self._style("text")
        if is_current:
            ground += self._style("current-row")
        lines = self._draw_entry(self.entries[index], self._width, is_current)
        strips = [self._strip(line, ground) for line in lines]
        if strips and not lines[-1]:  # The blank line between two entries belongs to neither.
            strips[-1] = Strip.blank(self.size.width, self._style("text"))
        return strips

    def _strip(self, line: Line, ground: Style) -> Strip:
        """Return a line with its looks turned into colours, and names into the forms of their kinds."""
        segments: list[Segment] = []
        for text, look in line:
            style = ground + self._style(look, is_partial=True)
            segments += lit(text, _KINDS[look], style) if look in _KINDS else [Segment(text, style)]
        return Strip(segments).adjust_cell_length(self.size.width, ground)

    def _style(self, look: str, *, is_partial: bool = False) -> Style:
        """Return the style of a look."""
        return self.get_component_rich_style(f"entry-list--{look}", partial=is_partial)
