"""Sets tables: columns that share the measure, or rows one under the other where it is too narrow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from tui_reader.reading.cells import width
from tui_reader.reading.lines import Role, Run
from tui_reader.reading.setting import Numbers, numbers_within, set_text
from tui_reader.values import value

GUTTER = 2
"""Cells between two columns."""
NARROWEST = 8
"""Cells below which a column that wants more is not squeezed."""

_AMOUNT = re.compile(r"[-+−–±~≈<>$€£¥₹]*\s?\d[\d\s.,'’]*\s?[%‰°a-zA-Z$€£¥₹²³]{0,4}|[-–—]|")


@value
class Cell:
    """A stretch of a table's text."""

    start: int
    """Offset of the first character in the block's text."""
    end: int
    """Offset after the last character."""


def rows_of(text: str) -> list[list[Cell]]:
    """Return the cells of a table's text, row by row; a row may be shorter than others."""
    rows: list[list[Cell]] = []
    start = 0
    for line in text.split("\n"):
        row: list[Cell] = []
        for cell in line.split("\t"):
            row.append(Cell(start, start + len(cell)))
            start += len(cell) + 1
        rows.append(row)
    return rows


def set_table(text: str, has_header: bool, measure: int, numbers: Numbers = ()) -> list[tuple[Run, ...]]:
    """Return the lines of a table, none wider than the measure."""
    rows = rows_of(text)
    wanted = _wanted_widths(text, rows, numbers)
    widths = _share(wanted, measure - GUTTER * (len(wanted) - 1))
    if widths is None:
        return _stack(text, rows, has_header, measure, numbers)
    body = rows[1:] if has_header else rows
    is_right = [_is_amounts(text, [row[i] for row in body if i < len(row)]) for i in range(len(widths))]
    lines: list[tuple[Run, ...]] = []
    for index, row in enumerate(rows):
        if index == 1 and has_header:
            lines.append((Run("─" * (sum(widths) + GUTTER * (len(widths) - 1)), Role.RULE),))
        lines.extend(_set_row(text, row, widths, is_right, numbers))
    return lines


def _wanted_widths(text: str, rows: Sequence[Sequence[Cell]], numbers: Numbers) -> list[int]:
    """Return the cells that each column takes if nothing is wrapped."""
    wanted = [1] * max(map(len, rows))
    for row in rows:
        for i, cell in enumerate(row):
            here = numbers_within(numbers, cell.start, cell.end)
            signs = sum(len(str(number)) for _, number in here)
            wanted[i] = max(wanted[i], width(text[cell.start : cell.end]) + signs)
    return wanted


def _share(wanted: Sequence[int], room: int) -> list[int] | None:
    """Return the widths by which the columns fit the room, narrow ones untouched; None if none do."""
    if sum(wanted) <= room:
        return list(wanted)
    left, columns = room, len(wanted)
    for want in sorted(wanted):
        if want * columns > left:
            break
        left, columns = left - want, columns - 1
    most, spare = divmod(left, columns) if columns and left > 0 else (0, 0)
    if most < NARROWEST:
        return None
    widths: list[int] = []
    for want in wanted:
        extra = 1 if want > most and spare > 0 else 0
        spare -= extra
        widths.append(min(want, most + extra))
    return widths


def _is_amounts(text: str, cells: Sequence[Cell]) -> bool:
    """Whether a column holds nothing but numbers, which line up at the right."""
    words = [text[cell.start : cell.end].strip() for cell in cells]
    return any(words) and all(_AMOUNT.fullmatch(word) for word in words)


def _set_row(
    text: str, row: Sequence[Cell], widths: Sequence[int], is_right: Sequence[bool], numbers: Numbers
) -> list[tuple[Run, ...]]:
    """Return the lines of one row, its cells side by side."""
    columns = [set_text(text, cell.start, cell.end, widths[i], numbers) for i, cell in enumerate(row)]
    lines: list[tuple[Run, ...]] = []
    for parts in zip_longest(*columns, fillvalue=()):
        runs: list[Run] = []
        edge = reached = 0
        for i, part in enumerate(parts):
            cells = sum(width(run.text) for run in part)
            begin = edge + (max(widths[i] - cells, 0) if is_right[i] else 0)
            if cells:
                runs.append(Run(" " * (begin - reached)))
                reached = begin + cells
            runs.extend(part)
            edge += widths[i] + GUTTER
        lines.append(tuple(run for run in runs if run.text or run.role is Role.TEXT))
    return lines


def _stack(
    text: str, rows: Sequence[Sequence[Cell]], has_header: bool, measure: int, numbers: Numbers
) -> list[tuple[Run, ...]]:
    """Return the lines of a table that is too wide: each cell under its column's name."""
    header = rows[0] if has_header and len(rows) > 1 else []
    lines: list[tuple[Run, ...]] = []
    for index, row in enumerate(rows[1:] if header else rows):
        if index:
            lines.append((Run("─" * min(NARROWEST, measure), Role.RULE),))
        for label, cell in zip_longest(header, row):
            if label is not None:
                lines.extend(set_text(text, label.start, label.end, measure, numbers))
            if cell is not None:
                indent = 2 if label is not None else 0
                pad = (Run(" " * indent),) if indent else ()
                cell_lines = set_text(text, cell.start, cell.end, measure - indent, numbers)
                lines.extend((*pad, *runs) for runs in cell_lines)
    return lines
