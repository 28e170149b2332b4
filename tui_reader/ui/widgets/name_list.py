"""The list of the library's names: draws only what is on the screen, whatever the length of the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.dossiers import EntityId, EntityRow
from tui_reader.lines.pieces import Line
from tui_reader.models import Kind
from tui_reader.ui.widgets.document_painter import lit
from tui_reader.ui.widgets.name_lines import NameSetting, name_line
from tui_reader.values import replace


class NameRows(Protocol):
    """Where the list gets its names from."""

    def __len__(self) -> int: ...

    def id_at(self, index: int) -> EntityId | None:
        """Return the name in that place."""

    def index_of(self, id: EntityId) -> int | None:
        """Return the place of a name."""

    def row(self, index: int) -> EntityRow | None:
        """Return the row in that place."""


class NameList(ScrollView, can_focus=True, inherit_bindings=False):
    """Names one below the other, each in the hue and form of its kind, with a cursor."""

    BINDING_GROUP_TITLE = "The list"
    BINDINGS = [
        Binding("enter,l", "open", "open", tooltip="what is known of the name", id="entities.open"),
        Binding("f", "follow", "follow", tooltip="follow the name, or no longer", id="entities.follow"),
        Binding("C", "correct", "correct", tooltip="rename, merge, or no name", id="entities.correct"),
        Binding("j,down", "move(1)", "down", id="entities.down", show=False),
        Binding("k,up", "move(-1)", "up", id="entities.up", show=False),
        Binding("gg,home", "edge(-1)", "top", id="entities.top", show=False),
        Binding("G,end", "edge(1)", "bottom", id="entities.bottom", show=False),
        Binding("ctrl+d", "page(0.5)", "half a page down", id="entities.half-page-down", show=False),
        Binding("ctrl+u", "page(-0.5)", "half a page up", id="entities.half-page-up", show=False),
        Binding("space,ctrl+f,pagedown", "page(1)", "page down", id="entities.page-down", show=False),
        Binding("b,ctrl+b,pageup", "page(-1)", "page up", id="entities.page-up", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"name-list--{look}"
        for look in (
            "text", "title", "dim", "bright", "followed", "cursor", "key", "current-row",
            *(kind.value for kind in Kind if kind.is_name),
        )
    }  # fmt: skip

    @dataclass
    class Opened(Message):
        """What is known of a name shall be shown."""

        id: EntityId

    @dataclass
    class Correcting(Message):
        """A name shall be corrected."""

        row: EntityRow

    @dataclass
    class Followed(Message):
        """A name shall be followed from now on, or no longer."""

        row: EntityRow

    def __init__(self, *, id: str | None = None) -> None:
        """Start without names."""
        super().__init__(id=id)
        self.setting = NameSetting(width=80, now=datetime.fromtimestamp(0, UTC))
        self.notice: Sequence[Line] = ()
        """What stands in place of names where there are none."""
        self._rows: NameRows | None = None
        self._cursor = 0

    def __len__(self) -> int:
        return 0 if self._rows is None else len(self._rows)

    @property
    def current(self) -> EntityId | None:
        """The name at the cursor; None if the list is empty."""
        return None if self._rows is None else self._rows.id_at(self._cursor)

    def show(self, rows: NameRows, setting: NameSetting, *, keep_place: bool) -> None:
        """Show other names: from the top, or with the cursor at the same name on the same line."""
        current, offset, was_empty = self.current, self._cursor - self.scroll_offset.y, not len(self)
        self._rows = rows
        self.setting = replace(setting, width=self.setting.width)
        found = rows.index_of(current) if keep_place and current is not None else None
        if found is not None:
            self._cursor = found
        else:
            self._cursor = min(self._cursor, max(0, len(rows) - 1)) if keep_place else 0
        self._resize()
        self._scroll(self._cursor - offset if keep_place else 0)
        self.refresh()
        if was_empty != (not len(self)):
            self.refresh_bindings()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        ground = self._style("text")
        if not len(self):
            return self._notice_line(y, ground)
        index = y + self.scroll_offset.y
        if index == self._cursor:
            ground += self._style("current-row")
        row = self._rows.row(index) if self._rows is not None else None
        if row is None:
            return Strip.blank(self.size.width, ground)
        return self._strip(name_line(row, self.setting, is_current=index == self._cursor), ground)

    def on_resize(self) -> None:
        """Keep the cursor's name on its line, or in sight, when the height changes."""
        self._resize()
        self._move_to(self._cursor)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the name; open it if the cursor is there already."""
        index = event.y + self.scroll_offset.y
        if index < len(self):
            was_there = index == self._cursor
            self._move_to(index)
            if was_there or event.chain > 1:
                self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open and to follow only where there is something."""
        return len(self) > 0 or action not in ("open", "follow", "correct")

    def action_open(self) -> None:
        """Ask for what is known of the name at the cursor."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def action_follow(self) -> None:
        """Ask for the name at the cursor to be followed, or no longer."""
        row = self._rows.row(self._cursor) if self._rows is not None else None
        if row is not None:
            self.post_message(self.Followed(row))

    def action_correct(self) -> None:
        """Ask for the name at the cursor to be corrected."""
        row = self._rows.row(self._cursor) if self._rows is not None else None
        if row is not None:
            self.post_message(self.Correcting(row))

    def action_move(self, rows: int) -> None:
        """Move the cursor by that many names."""
        self._move_to(self._cursor + rows)

    def action_edge(self, direction: int) -> None:
        """Move the cursor to the first or the last name."""
        self._move_to(len(self) if direction > 0 else 0)

    def action_page(self, pages: float) -> None:
        """Move cursor and screen together."""
        rows = int(pages * self.size.height) or (1 if pages > 0 else -1)
        self._scroll(self.scroll_offset.y + rows)
        self._move_to(self._cursor + rows)

    def _move_to(self, index: int) -> None:
        """Put the cursor there, or as near as the list goes, and scroll as little as needed."""
        self._cursor = max(0, min(index, len(self) - 1))
        self._scroll(min(self._cursor, max(self._cursor + 1 - self.size.height, self.scroll_offset.y)))
        self.refresh()

    def _scroll(self, y: int) -> None:
        """Scroll to that line at once."""
        self.scroll_to(y=max(0, y), animate=False, force=True, immediate=True)

    def _resize(self) -> None:
        """Take the width of the screen and give the scroll bar the height of the list."""
        if self.size.width:
            self.setting = replace(self.setting, width=self.size.width)
        self.virtual_size = Size(self.size.width, len(self))

    def _strip(self, line: Line, ground: Style) -> Strip:
        """Return a line with its looks turned into colours and forms."""
        return Strip(self._segments(line, ground)).adjust_cell_length(self.size.width, ground)

    def _segments(self, line: Line, ground: Style) -> Iterator[Segment]:
        for text, look in line:
            style = ground + self._style(look, is_partial=True)
            if look in _KINDS:
                yield from lit(text, Kind(look), style)
            elif text:
                yield Segment(text, style)

    def _notice_line(self, y: int, ground: Style) -> Strip:
        """Return a line of what stands in place of names, a third of the way down."""
        index = y - max(1, (self.size.height - len(self.notice)) // 3)
        if not 0 <= index < len(self.notice):
            return Strip.blank(self.size.width, ground)
        indent = max(2, min(12, (self.size.width - 60) // 2))
        return self._strip([(" " * indent, "text"), *self.notice[index]], ground)

    def _style(self, look: str, *, is_partial: bool = False) -> Style:
        """Return the style of a look."""
        return self.get_component_rich_style(f"name-list--{look}", partial=is_partial)


_KINDS = frozenset(kind.value for kind in Kind if kind.is_name)
