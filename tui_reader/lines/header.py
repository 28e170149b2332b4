"""Sets the first line of a screen: the program's name to the left, how much there is to the right."""

from __future__ import annotations

from tui_reader.lines.pieces import Line
from tui_reader.reading.cells import clip, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

NAME: Final = "newsreader"


def header(numbers: str, room: int, *, saving: str = "", remark: str = "") -> Line:
    """Return name, remark, how far saving has come, and numbers, parted as far as there is room."""
    room -= len(NAME)
    saving = clip(saving, room - 1)
    numbers = clip(numbers, room - 1 - width(saving))
    room -= width(saving) + width(numbers)
    remark = clip(remark, room - 6) if remark and room > 16 else ""
    gap = "   " if remark else ""
    blank = " " * max(1, room - width(remark) - len(gap))
    return [
        (NAME, "name"),
        (gap + remark, "remark"),
        (blank, "text"),
        (saving, "saving"),
        (numbers, "text"),
    ]


def numbers(saved: int, unread: int, failed: int) -> str:
    """Return the numbers of a library: "1,204 saved · 38 unread"."""
    parts = [f"{saved:,} saved", f"{unread:,} unread"]
    if failed:
        parts.append(f"{failed:,} failed")
    return " · ".join(parts)


def saving(pending: int, most: int) -> str:
    """Return how far saving has come: what is left, and what it was at most since there was none."""
    if not pending:
        return ""
    return "saving 1 · " if most < 2 else f"saving {most - pending + 1} of {most} · "
