"""The list of articles: draws only what is on the screen, whatever the length of the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

from tui_reader.lines.pieces import Line
from tui_reader.lines.rows import Setting, row_lines, width_beside
from tui_reader.lines.stories import Together
from tui_reader.models import ArticleId, ArticleRow, Snippet

MOST_DRAWN = 500
"""Rows kept as they were drawn: several screens of them."""


class Rows(Protocol):
    """Where the list gets its rows from."""

    def __len__(self) -> int: ...

    @property
    def has_snippets(self) -> bool:
        """Whether the rows have a line around what was searched for."""

    @property
    def words(self) -> tuple[str, ...]:
        """What was searched for, to be marked in headlines."""

    def id_at(self, index: int) -> ArticleId | None:
        """Return the article in that place."""

    def index_of(self, id: ArticleId) -> int | None:
        """Return the place of an article."""

    def shown_for(self, id: ArticleId) -> ArticleId:
        """Return the article under which this one is folded, or itself."""

    def in_order(self, ids: Iterable[ArticleId]) -> list[ArticleId]:
        """Return those of these articles that have a row, in order."""

    def row(self, index: int) -> ArticleRow | None:
        """Return the row in that place."""

    def snippet(self, index: int) -> Snippet | None:
        """Return the line around what was searched for."""

    def together(self, index: int) -> Together | None:
        """Return what the row shows of its story."""


class ArticleList(ScrollView, can_focus=True, inherit_bindings=False):
    """Articles one below the other, with a cursor and a selection."""

    BINDING_GROUP_TITLE = "The list"
    BINDINGS = [
        Binding("enter,l", "open", "open", tooltip="open the article", id="list.open"),
        Binding("j,down,J", "move(1)", "down", tooltip="next article", id="list.down", show=False),
        Binding("k,up,K", "move(-1)", "up", tooltip="previous article", id="list.up", show=False),
        Binding("gg,home", "edge(-1)", "top", tooltip="first article", id="list.top", show=False),
        Binding("G,end", "edge(1)", "bottom", tooltip="last article", id="list.bottom", show=False),
        Binding("ctrl+d", "page(0.5)", "half a page down", id="list.half-page-down", show=False),
        Binding("ctrl+u", "page(-0.5)", "half a page up", id="list.half-page-up", show=False),
        Binding("space,ctrl+f,pagedown", "page(1)", "page down", id="list.page-down", show=False),
        Binding("b,ctrl+b,pageup", "page(-1)", "page up", id="list.page-up", show=False),
        Binding(
            "v", "select", "select", tooltip="select the article, and go on", id="list.select", show=False
        ),
        Binding("V", "deselect", "select nothing", id="list.deselect", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article-list--{look}"
        for look in (
            "text", "title", "unread", "unread-mark", "dim", "names", "snippet", "hit", "star", "cursor",
            "pending", "failure", "key", "current-row", "selected-row",
        )
    }  # fmt: skip

    @dataclass
    class Opened(Message):
        """An article shall be read."""

        id: ArticleId

    class Changed(Message):
        """The cursor or the selection is elsewhere now."""

    def __init__(self, *, id: str | None = None) -> None:
        """Start without rows."""
        super().__init__(id=id)
        self.setting = Setting(width=80, now=datetime.fromtimestamp(0, UTC))
        self.notice: Sequence[Line] = ()
        """What stands in place of rows where there are none."""
        self.selected: set[ArticleId] = set()
        self._rows: Rows | None = None
        self._cursor = 0
        self._drawn: dict[int, list[Strip]] = {}

    def __len__(self) -> int:
        return 0 if self._rows is None else len(self._rows)

    @property
    def current(self) -> ArticleId | None:
        """The article at the cursor; None if the list is empty."""
        return None if self._rows is None else self._rows.id_at(self._cursor)

    def show(self, rows: Rows, *, keep_place: bool = True) -> None:
        """Show other rows.

        The cursor stays with its article and that article stays on its line of the screen; if it has
        gone, the cursor stays where it is in the list. Otherwise the list begins at the top.
        """
        current, height, was_empty = self.current, self.setting.height, not len(self)
        offset = self._cursor * height - self.scroll_offset.y
        self._rows = rows
        self.selected = set(rows.in_order(self.selected))
        self._set(self.setting, is_searching=rows.has_snippets, words=rows.words)
        found = rows.index_of(rows.shown_for(current)) if keep_place and current is not None else None
        if found is not None:
            self._cursor = found
        else:
            self._cursor = min(self._cursor, max(0, len(rows) - 1)) if keep_place else 0
        self._resize()
        self._scroll(self._cursor * self.setting.height - offset if keep_place else 0)
        self.redraw()
        self.post_message(self.Changed())
        if was_empty != (not len(self)):
            self.refresh_bindings()

    def reset(self, setting: Setting) -> None:
        """Draw the rows by another setting; width and search are the list's own matter."""
        self._set(setting)
        self.redraw()

    def go_to(self, id: ArticleId) -> None:
        """Move the cursor to an article, if it is in the list."""
        index = None if self._rows is None else self._rows.index_of(id)
        if index is not None:
            self._move_to(index)

    def select(self, ids: set[ArticleId]) -> None:
        """Select exactly these articles."""
        self.selected = ids
        self.redraw()
        self.post_message(self.Changed())

    def looks(self) -> dict[str, dict[str, Style]]:
        """Return the styles of rows as they stand and of the row at the cursor, and of the scroll bar."""
        names = [name.partition("--")[2] for name in self.COMPONENT_CLASSES]
        plain = self._style("text")
        grounds = {"list plain": plain, "list current": plain + self._style("current-row")}
        bar, track = self.styles.scrollbar_color.rich_color, self.styles.scrollbar_background.rich_color
        return {
            **{
                ground: {name: style + self._style(name, is_partial=True) for name in names}
                for ground, style in grounds.items()
            },
            "scroll": {
                "thumb": Style(color=bar, bgcolor=plain.bgcolor, reverse=True),
                "end": Style(color=bar, bgcolor=track, reverse=True),
                "track": Style(color=plain.color, bgcolor=track),
            },
        }

    def redraw(self) -> None:
        """Draw every row again."""
        self._drawn.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        if not len(self):
            return self._notice_line(y)
        index, part = divmod(y + self.scroll_offset.y, self.setting.height)
        if index >= len(self):
            return Strip.blank(self.size.width, self._style("text"))
        if index in self._drawn:
            return self._drawn[index][part]
        row = self._rows.row(index) if self._rows is not None else None
        lines = self._draw(index, row)
        if row is not None:  # Otherwise it is asked for again: it may be readable by then.
            if len(self._drawn) >= MOST_DRAWN:
                self._drawn.clear()
            self._drawn[index] = lines
        return lines[part]

    def notify_style_update(self) -> None:
        """Draw again when colours change."""
        super().notify_style_update()
        self._drawn.clear()

    def on_resize(self) -> None:
        """Keep the cursor's row on its line when the width, and with it the height of rows, changes."""
        offset = self._cursor * self.setting.height - self.scroll_offset.y
        self._resize()
        self._scroll(self._cursor * self.setting.height - offset)
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row; open it if the cursor is there already; with ctrl, select it."""
        index = (event.y + self.scroll_offset.y) // self.setting.height
        if index >= len(self):
            return
        was_there = index == self._cursor
        self._move_to(index)
        if event.ctrl:
            self.action_select(0)
        elif was_there or event.chain > 1:
            self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open and select only where there is something."""
        return len(self) > 0 or action not in ("open", "select", "deselect")

    def action_open(self) -> None:
        """Ask for the article at the cursor to be opened."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def action_move(self, rows: int) -> None:
        """Move the cursor by that many rows."""
        self._move_to(self._cursor + rows)

    def action_edge(self, direction: int) -> None:
        """Move the cursor to the first or the last row."""
        self._move_to(len(self) if direction > 0 else 0)

    def action_page(self, pages: float) -> None:
        """Move cursor and screen together."""
        rows = int(pages * (self.size.height // self.setting.height)) or (1 if pages > 0 else -1)
        self._scroll(self.scroll_offset.y + rows * self.setting.height)
        self._move_to(self._cursor + rows)

    def action_select(self, step: int = 1) -> None:
        """Select the row at the cursor, or no longer, and go on to the next."""
        if self.current is not None:
            self.select(self.selected ^ {self.current})
            self._move_to(self._cursor + step)

    def action_deselect(self) -> None:
        """Select nothing."""
        self.select(set())

    def _move_to(self, index: int) -> None:
        """Put the cursor there, or as near as the list goes, and scroll as little as needed."""
        index = max(0, min(index, len(self) - 1))
        self._drawn.pop(self._cursor, None)
        self._drawn.pop(index, None)
        self._cursor = index
        height = self.setting.height
        top, bottom = index * height, (index + 1) * height - self.size.height
        self._scroll(min(top, max(bottom, self.scroll_offset.y)))
        self.refresh()
        self.post_message(self.Changed())

    def _scroll(self, y: int) -> None:
        """Scroll to that line at once."""
        self.scroll_to(y=max(0, y), animate=False, force=True, immediate=True)

    def _resize(self) -> None:
        """Take the width of the screen and give the scroll bar the height of the list."""
        width, height = self.outer_size
        if width:
            self._set(
                self.setting,
                width=width_beside(width, height, len(self), is_searching=self.setting.is_searching),
            )
        self.virtual_size = Size(self.size.width, len(self) * self.setting.height)

    def _set(
        self,
        setting: Setting,
        *,
        width: int | None = None,
        is_searching: bool | None = None,
        words: Sequence[str] | None = None,
    ) -> None:
        """Take a setting but for what is the list's own matter, which changes only where it is given."""
        self.setting = Setting(
            self.setting.width if width is None else width,
            setting.now,
            retry=setting.retry,
            is_by_published=setting.is_by_published,
            is_searching=self.setting.is_searching if is_searching is None else is_searching,
            words=self.setting.words if words is None else words,
        )

    def _draw(self, index: int, row: ArticleRow | None) -> list[Strip]:
        """Return the lines of a row; blank ones if there is none to be had."""
        is_current = index == self._cursor
        is_selected = row is not None and row.id in self.selected
        ground = self._style("text")
        if is_selected or is_current:
            ground += self._style("selected-row" if is_selected else "current-row")
        if row is None:
            return [Strip.blank(self.setting.width, ground)] * self.setting.height
        snippet = self._rows.snippet(index) if self._rows is not None and self.setting.is_searching else None
        together = self._rows.together(index) if self._rows is not None else None
        lines = row_lines(
            row,
            self.setting,
            is_current=is_current,
            is_selected=is_selected,
            snippet=snippet,
            together=together,
        )
        return [self._strip(line, ground) for line in lines]

    def _strip(self, line: Line, ground: Style) -> Strip:
        """Return a line with its looks turned into colours."""
        segments = [Segment(text, ground + self._style(look, is_partial=True)) for text, look in line if text]
        return Strip(segments).adjust_cell_length(self.size.width, ground)

    def _notice_line(self, y: int) -> Strip:
        """Return a line of what stands in place of rows, a third of the way down."""
        ground = self._style("text")
        index = y - max(1, (self.size.height - len(self.notice)) // 3)
        if not 0 <= index < len(self.notice):
            return Strip.blank(self.size.width, ground)
        indent = max(2, min(12, (self.size.width - 60) // 2))
        return self._strip([(" " * indent, "text"), *self.notice[index]], ground)

    def _style(self, look: str, *, is_partial: bool = False) -> Style:
        """Return the style of a look."""
        return self.get_component_rich_style(f"article-list--{look}", partial=is_partial)
