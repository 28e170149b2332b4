"""Tables: those that hold data become one block, those that only arrange a page are told apart."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.extract.flow import Flow
from tui_reader.extract.inline import write_line
from tui_reader.extract.tree import Element, text_of
from tui_reader.models import Block, BlockKind

_NEVER_IN_DATA = ("table", "pre", "blockquote", "figure", "form", "h1", "h2", "h3", "hr", "dl")
_MOST_IN_A_CELL = 800
_MOST_SPAN = 100
_SECTIONS = {"thead": 0, "tfoot": 2}
"""Where rows stand; all others are between these."""


def is_data(table: Element) -> bool:
    """Whether the table has rows and columns to compare, rather than being a frame for a layout."""
    if table.get("role") in ("presentation", "none"):
        return False
    if any(element is not table for element in table.iter(*_NEVER_IN_DATA)):
        return False
    rows = list(_rows(table))
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return False
    return all(len(text_of(cell)) <= _MOST_IN_A_CELL for row in rows for cell in row)


def table_block(table: Element, base: str, quote: int) -> Block:
    """Return the table as a block that stands in `quote` quotations; links are relative to `base`."""
    rows = list(_rows(table))
    flow = Flow()
    pending: dict[int, int] = {}
    for number, row in enumerate(rows):
        if number:
            flow.write_break("\n")
        _write_row(row, flow, base, pending)
    text, inlines = flow.take()
    return Block(BlockKind.TABLE, text, inlines, level=int(_has_header(table, rows)), quote=quote)


def _write_row(row: list[Element], flow: Flow, base: str, pending: dict[int, int]) -> None:
    """Write the cells of a row; `pending` counts for each column the rows that a cell above still takes."""
    column = 0

    def begin() -> None:
        nonlocal column
        if column:
            flow.write_break("\t")
        column += 1

    for cell in row:
        while pending.get(column, 0):
            pending[column] -= 1
            begin()
        height, first = _span(cell, "rowspan") - 1, column
        begin()
        write_line(cell, flow, base)
        for _ in range(_span(cell, "colspan") - 1):
            begin()
        for taken in range(first, column):
            pending[taken] = height
    while pending.get(column, 0):
        pending[column] -= 1
        begin()


def _rows(table: Element) -> Iterator[list[Element]]:
    """Return the cells of each row in the order of a browser: the head first, the foot last."""
    for row in sorted(table.iter("tr"), key=_section):
        if cells := [cell for cell in row if cell.tag in ("td", "th")]:
            yield cells


def _section(row: Element) -> int:
    parent = row.getparent()
    return _SECTIONS.get(str(parent.tag), 1) if parent is not None else 1


def _has_header(table: Element, rows: list[list[Element]]) -> bool:
    """Whether the first row names the columns; the corner above a column of names may be empty."""
    first, *others = rows[0]
    is_corner = bool(others) and not text_of(first)
    is_named = (first.tag == "th" or is_corner) and all(cell.tag == "th" for cell in others)
    return is_named or table.find("thead/tr") is not None


def _span(cell: Element, name: str) -> int:
    value = cell.get(name, "")
    return min(max(int(value), 1), _MOST_SPAN) if value.isascii() and value.isdigit() else 1
