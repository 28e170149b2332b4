"""The command `related`: which articles have something to do with one, and what."""

from __future__ import annotations

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console, Look, Marked
from tui_reader.cli.exits import Exit
from tui_reader.cli.selection import one
from tui_reader.export import json_array, related_record
from tui_reader.harmless import harmless_line
from tui_reader.library import Library
from tui_reader.related import Related

_MOST = 5
"""Articles that are shown unless another number is asked for: as many as below an article in the reader."""
_NARROWEST = 30
"""Cells that a title has at least, however narrow the terminal is."""


def show_related(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Print the articles that share an article's rare names and words."""
    found = library.related.to(one(library, arguments.words[0]), arguments.limit or _MOST)
    if arguments.json:
        console.write(json_array(map(related_record, found)))
        return Exit.FINE
    for other in found:
        print_row = _table_row if console.is_terminal else _fields
        print_row(other, console)
    if not found:
        console.advise("No article has much to do with this one.")
    return Exit.FINE


def _fields(other: Related, console: Console) -> None:
    """Print one line for other programs."""
    row = other.row
    day = (row.published or row.saved).date().isoformat()
    console.line("\t".join((str(row.id), day, *map(harmless_line, (row.site, row.title, other.reason)))))


def _table_row(other: Related, console: Console) -> None:
    """Print two lines for a reader, cut to the width: the article, and what is shared."""
    from tui_reader.reading.cells import clip, width

    row = other.row
    site = f"{harmless_line(row.site)}  " if row.site else ""
    day = (row.published or row.saved).date().isoformat()
    lead = f"{row.id:>5}  {day}  {site}"
    room = max(console.width - width(lead), _NARROWEST)
    console.line(Marked(lead, Look.DIM), clip(harmless_line(row.title), room))
    reason = clip(harmless_line(other.reason), max(console.width - 7, _NARROWEST))
    console.line(Marked(f"{'':7}{reason}", Look.DIM))
