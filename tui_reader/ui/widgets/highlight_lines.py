"""Sets a highlight into lines: its article, its words beside a bar, and its note; pure."""

from __future__ import annotations

from typing import Final

from tui_reader.harmless import harmless_line, masked
from tui_reader.highlights import Highlighted
from tui_reader.lines.pieces import Line
from tui_reader.models import Kind
from tui_reader.reading.cells import clip, width
from tui_reader.reading.wrap import wrap
from tui_reader.ui.widgets.dossier_lines import day

MOST: Final = 6
"""Lines of its words that are shown."""

_DAY: Final = 11
_SITE: Final = 18
_BROADEST: Final = 88
"""Cells from which words would be too wide to read."""
_NARROW: Final = 64
"""Columns below which there is no room for the outlet beside the headline."""
_END: Final = 3


def highlight_lines(found: Highlighted, kind: Kind, cells: int, is_current: bool) -> list[Line]:
    """Return the article with its day, outlet and headline, and below it the words with the name lit."""
    row, highlight = found.row, found.highlight
    cursor = ("▌ " if is_current else "  ", "cursor")
    site = "" if cells < _NARROW else clip(harmless_line(row.site), _SITE)
    lead = f"{day(row.published or row.saved):>{_DAY}}  " + (site + "  " if site else "")
    title = clip(harmless_line(row.title), max(cells - 2 - width(lead) - _END, 1))
    lines: list[Line] = [[cursor, (lead, "dim"), (title, "title")]]
    room = max(min(cells - 4 - _END, _BROADEST), 1)
    # It keeps its length, as the name's place is an offset.
    words = masked(highlight.words.replace("\n", " "))
    stretches = wrap(words, room)
    for number, (start, end) in enumerate(stretches[:MOST]):
        is_cut = number == MOST - 1 and len(stretches) > MOST
        text = clip(words[start:end] + " …", room) if is_cut else words[start:end]
        first = min(max(found.named[0] - start, 0), len(text))
        last = max(min(found.named[1] - start, len(text)), first)
        pieces = ((text[:first], "text"), (text[first:last], kind.value), (text[last:], "text"))
        lines.append([cursor, ("▎ ", "cursor"), *(piece for piece in pieces if piece[0])])
    if highlight.note:
        lines.append([cursor, ("✎ ", "cursor"), (clip(harmless_line(highlight.note), room), "dim")])
    return [*lines, []]
