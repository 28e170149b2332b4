"""Sets the line of views: as many as there is room for, the active one among them, and the order."""

from __future__ import annotations

from tui_reader.harmless import harmless_line
from tui_reader.limits import MOST_UNREAD
from tui_reader.lines.pieces import Line
from tui_reader.reading.cells import SUPERSCRIPTS, clip, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

UNREAD: Final = "Unread"
ALL: Final = "All"
FIXED: Final = (UNREAD, ALL, "Starred", "Archive", "Trash")
"""The views that every library has."""
LONGEST_NAME: Final = 18
"""Characters of a person's name up to which the bar shows all of it."""
_GAP: Final = 3
_LONGEST: Final = 18
_BEFORE: Final = "‹ "
_AFTER: Final = " ›"
"""Stand where there are more views than there is room for."""

Place = tuple[int, str, int]
"""Where something begins, what stands there, and the number of the view that it leads to."""


def tab(label: str, number: str = "") -> str:
    """Return what the bar shows of a view, with how much in it is new: "Tokayev ⁴"."""
    label = clip(harmless_line(label), _LONGEST)
    return f"{label} {number.translate(SUPERSCRIPTS).replace('+', '⁺')}" if number else label


def named(followed: Sequence[tuple[str, str]]) -> list[str]:
    """Return what the views of these names, each with its kind, are called.

    A river may be called as a person is, and a band "All".
    """
    known = set(FIXED)
    called: list[str] = []
    for name, kind in followed:
        called.append(f"{name} ({kind})" if name in known else name)
        known.add(called[-1])
    return called


def tabs(followed: Sequence[tuple[str, str, int]], tags: Sequence[str]) -> list[str]:
    """Return what the bar shows: the fixed views, names with their kinds and what is unread, tags."""
    names = named([(name, kind) for name, kind, _ in followed])
    shown = [
        tab(_short(called, kind), unread_number(unread) if unread else "")
        for called, (_, kind, unread) in zip(names, followed, strict=True)
    ]
    return [*FIXED, *shown, *(tab(f"#{tag}") for tag in tags)]


def unread_number(unread: int) -> str:
    """Return a number of unread articles as far as they were counted."""
    return f"{unread:,}" if unread < MOST_UNREAD else f"{MOST_UNREAD - 1:,}+"


def views(tabs: Sequence[str], active: int | None, order: str, room: int) -> Line:
    """Return the line, the active view set off, and the order at the right edge."""
    line: Line = []
    end = 0
    for start, text, number in places(tabs, active, order, room):
        is_active = number == active and text == tabs[number]
        line += [(" " * (start - end), "text"), (text, "active" if is_active else "inactive")]
        end = start + width(text)
    return [*line, (" " * max(0, room - end - width(order)), "text"), (order, "sort")]


def places(tabs: Sequence[str], active: int | None, order: str, room: int) -> list[Place]:
    """Return what stands where: views, and signs for the nearest view for which there is no room."""
    room -= width(order) + _GAP
    active = active or 0
    first, last = 0, _fitting(tabs, 0, room)
    while last <= active and first < active:
        first += 1
        last = _fitting(tabs, first, room)
    found: list[Place] = []
    start = 0
    if first:
        found.append((0, _BEFORE.strip(), first - 1))
        start = width(_BEFORE)
    for number in range(first, last):
        found.append((start, tabs[number], number))
        start += width(tabs[number]) + _GAP
    if last < len(tabs):
        found.append((max(0, start - _GAP) + 1, _AFTER.strip(), last))
    return found


def _short(name: str, kind: str) -> str:
    """Return what a bar with little room calls somebody: a person with a long name by the last word of it."""
    return name.split()[-1] if kind == "person" and len(name) > LONGEST_NAME and name.split() else name


def _fitting(tabs: Sequence[str], first: int, room: int) -> int:
    """Return before which view there is no more room, if the bar begins with that one."""
    end = width(_BEFORE) if first else 0
    for place in range(first, len(tabs)):
        end += width(tabs[place])
        if end + (width(_AFTER) if place + 1 < len(tabs) else 0) > room:
            return place
        end += _GAP
    return len(tabs)
