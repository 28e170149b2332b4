"""Sets the last line of a screen: hints at keys as far as whole ones fit."""

from __future__ import annotations

from tui_reader.lines.pieces import Line
from tui_reader.reading.cells import width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

Hint = tuple[str, str]
"""A key as people write it, and what it does."""

_GAP: Final = 3


def hint_line(hints: Sequence[Hint], room: int) -> Line:
    """Return the hints that there is room for."""
    line: Line = []
    end = 0
    for start, number in places(hints, room):
        key, text = hints[number]
        line += [(" " * (start - end), "text"), (key, "key"), (f" {text}", "hint")]
        end = start + _cells(hints[number])
    return line


def places(hints: Sequence[Hint], room: int) -> list[tuple[int, int]]:
    """Return where each hint that there is room for begins, and its number; the last one always stays."""
    found: list[tuple[int, int]] = []
    if not hints:
        return found
    start = 0
    for number, hint in enumerate(hints[:-1]):
        if start + _cells(hint) + _GAP + _cells(hints[-1]) > room:
            break
        found.append((start, number))
        start += _cells(hint) + _GAP
    return [*found, (start, len(hints) - 1)]


def _cells(hint: Hint) -> int:
    """Return how wide a hint is."""
    return width(hint[0]) + 1 + width(hint[1])
