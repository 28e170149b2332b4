"""Paints the library in the cells in which the screens will show it."""

from __future__ import annotations

from math import ceil

from tui_reader.limits import MOST_TAGS, MOST_UNREAD
from tui_reader.lines.header import header, numbers, saving
from tui_reader.lines.hints import hint_line
from tui_reader.lines.pieces import Line, filled
from tui_reader.lines.rows import Setting, row_lines, width_beside
from tui_reader.lines.stories import Together
from tui_reader.lines.views import ALL, FIXED, UNREAD, tabs, views

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from typing import Final

    from tui_reader.start.memory import Memory
    from tui_reader.storage.first_look import FirstLook, FirstRow

    Age = Callable[[datetime], str]

ORDER: Final = "by saved ▾"
"""The order that the library begins with."""
_AROUND: Final = 5
"""Lines around the list: header, views between two blank ones, and hints."""
_MARGIN: Final = 2
"""Blank cells on both sides of those lines."""
_NARROWEST: Final = 30
"""Columns of a terminal that there is a first frame for."""
_LOWEST: Final = 8
"""Lines, likewise."""
_EIGHTHS: Final = " ▇▆▅▄▃▂▁"
"""Ends of the scroll bar's thumb, by how many eighths of the cell belong to it."""


def frame(
    look: FirstLook, memory: Memory, width: int, height: int, now: datetime, *, age: Age | None = None
) -> str:
    """Return the library as text with escape sequences; empty if there is nothing to show.

    Args:
        look: the library.
        memory: how it looks.
        width: columns of the terminal.
        height: its lines.
        now: the moment from which ages count.
        age: what tells them instead, if anything.
    """
    saved, unread, failed, pending = look.numbers()
    room = height - _AROUND
    rows, total = look.top(room, unread or saved, is_unread=unread > 0, is_folded=memory.is_folding)
    if not rows or width < _NARROWEST or height < _LOWEST:
        return ""
    setting = Setting(width_beside(width, room, total), now, retry=memory.retry, age=age)
    followed, tags = look.followed(MOST_UNREAD), look.tags(MOST_TAGS)
    inner = width - 2 * _MARGIN
    top = header(numbers(saved, unread, failed), inner, saving=saving(pending, pending))
    bar = views(tabs(followed, tags), FIXED.index(UNREAD if unread else ALL), ORDER, inner)
    blank = memory.drawn("views edge", " " * width)
    lines = [
        _line(memory, "header", top, width),
        blank,
        _line(memory, "views", bar, width),
        blank,
        *_list(memory, rows, setting, total, room),
        _line(memory, "status", hint_line(memory.hints, inner), width),
    ]
    return "".join(f"\x1b[{number};1H{line}" for number, line in enumerate(lines, 1))


def _list(memory: Memory, rows: Sequence[FirstRow], setting: Setting, total: int, room: int) -> list[str]:
    """Return the lines of the list from its first article, with a scroll bar if it is longer than that."""
    has_bar = total * setting.height > room
    lines: list[str] = []
    for row in rows:
        is_first = not lines
        ground = "current" if is_first else "plain"
        lines += [
            "".join(memory.drawn(f"list {ground} {look}", text) for text, look in line)
            for line in row_lines(
                row,
                setting,
                is_current=is_first,
                is_selected=False,
                together=None if row.story is None else Together(*row.story),
            )
        ]
    empty = memory.drawn("list plain text", " " * setting.width)
    lines = [*lines, *[empty] * (room - len(lines))][:room]
    if not has_bar:
        return lines
    bar = _scroll_bar(memory, total * setting.height, room)
    return [line + end for line, end in zip(lines, bar, strict=True)]


def _scroll_bar(memory: Memory, length: int, room: int) -> list[str]:
    """Return the cells of a scroll bar for so many lines, at the first of them, as Textual draws it."""
    whole, eighths = divmod(ceil(max(1, room / (length / room)) * 8), 8)
    thumb = [memory.drawn("scroll thumb", " ")] * whole
    if eighths:
        thumb.append(memory.drawn("scroll end", _EIGHTHS[eighths]))
    return (thumb + [memory.drawn("scroll track", " ")] * room)[:room]


def _line(memory: Memory, widget: str, line: Line, width: int) -> str:
    """Return a line of a widget that leaves a margin on both sides."""
    edge: Line = [(" " * _MARGIN, "edge")]
    whole = edge + filled(line, width - 2 * _MARGIN) + edge
    return "".join(memory.drawn(f"{widget} {look}", text) for text, look in whole)
