"""Sets a name of the library into a line of a list: pure, and exactly as wide as asked.

A line is a list of pieces; a piece is a text and its look, the name of one of the list's component classes.
The looks of names are the kinds of names.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from tui_reader.dossiers import EntityId, EntityRow, NameSort
from tui_reader.harmless import harmless_line
from tui_reader.lines.pieces import Line, Piece
from tui_reader.lines.rows import age_of
from tui_reader.lines.views import unread_number
from tui_reader.reading.cells import clip, width
from tui_reader.values import field, value

FOLLOWED: Final = "◆"
"""Marks what is followed."""
_GUTTER: Final = 4
_KINDS_FROM: Final = 64
"""Width from which the kind is told."""
_MORE_FROM: Final = 34
"""Width from which more is told than one number."""
_WORDS_FROM: Final = 50
"""Width from which it is told what a number counts."""


@value
class NameSetting:
    """What decides how lines look, besides the names."""

    width: int
    """Cells a line has."""
    now: datetime
    """The moment from which ages count."""
    sort: NameSort = NameSort.ARTICLES
    """What is told of a name: what it is in this place of the list for."""
    has_kinds: bool = True
    """Whether names of several kinds are listed."""
    unread: Mapping[EntityId, int] = field(default_factory=dict)
    """How many unread articles each followed name has, if that is to be told."""


def name_line(row: EntityRow, setting: NameSetting, *, is_current: bool) -> Line:
    """Return the line of a name."""
    columns = _columns(row, setting)
    room = setting.width - _GUTTER - sum(width(text) for text, _ in columns)
    name = clip(harmless_line(row.name), max(1, room))
    return [
        ("▌", "cursor") if is_current else (" ", "text"),
        (" ", "text"),
        (FOLLOWED if row.is_followed else " ", "followed"),
        (" ", "text"),
        (name, row.kind.value),
        (" " * (room - width(name)), "text"),
        *columns,
    ]


def _columns(row: EntityRow, setting: NameSetting) -> Line:
    """Return what is told of the name, as much as there is room for."""
    if setting.width < _MORE_FROM:
        number = row.recent if setting.sort is NameSort.RISING else row.articles
        return [_right(f"{number:,}", 8, "dim"), ("  ", "text")]
    has_words = setting.width >= _WORDS_FROM
    columns: Line = [("  ", "text")]
    if setting.has_kinds and setting.width >= _KINDS_FROM:
        columns.append((f"{row.kind.value:<12}", "dim"))
    if row.id in setting.unread:
        number = setting.unread[row.id]
        told = f"{unread_number(number)}{' unread' if has_words else ''}" if number else ""
        columns.append(_right(told, 14 if has_words else 7, "bright"))
    if setting.sort is NameSort.RISING:
        week, usual = (" this week", " usual") if has_words else ("", "")
        columns.append(_right(f"{row.recent:,}{week}", 17 if has_words else 7, "bright"))
        columns.append(_right(f"{row.expected:,.1f}{usual}", 13 if has_words else 8, "dim"))
    else:
        word = ("", " article", " articles")[0 if not has_words else 1 if row.articles == 1 else 2]
        padding = " " if word == " article" else ""
        columns.append(_right(f"{row.articles:,}{word}{padding}", 17 if has_words else 9, "dim"))
        columns.append(_right(age_of(row.last, setting.now) if row.last else "", 8, "dim"))
    return [*columns, ("  ", "text")]


def _right(text: str, cells: int, look: str) -> Piece:
    """Return the text set to the right of that many cells."""
    return " " * (cells - width(text)) + text, look
