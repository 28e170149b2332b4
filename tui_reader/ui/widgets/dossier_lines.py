"""Sets what a dossier lists into lines: articles with the sentence, companions, outlets; pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from tui_reader.dossiers import Appearance, Companion, Passage
from tui_reader.harmless import harmless_line, masked
from tui_reader.lines.pieces import Line
from tui_reader.models import Kind
from tui_reader.reading.cells import clip, width
from tui_reader.reading.wrap import wrap

_GUTTER: Final = 2
_INDENT: Final = 4
_END: Final = 3
_DAY: Final = 11
_SITE: Final = 18
_COUNT: Final = 6
_SENTENCE: Final = 88
"""Cells from which a sentence would be too wide to read."""
_NARROW: Final = 64
"""Columns below which there is no room for the outlet beside the headline."""


def mention_lines(appearance: Appearance, kind: Kind, cells: int, is_current: bool) -> list[Line]:
    """Return an article with its day, outlet and headline, below it the sentence with the name in it lit.

    If only the headline has the name, it is lit there and the headline is not cut.
    """
    row, passage = appearance.row, appearance.passage
    site = "" if cells < _NARROW else clip(harmless_line(row.site), _SITE)
    lead = f"{day(appearance.moment):>{_DAY}}  " + (site + "  " if site else "")
    times = f"  ×{appearance.mentions}" if appearance.mentions > 1 else ""
    room = max(cells - _GUTTER - width(lead) - width(times) - _END, 1)
    lines: list[Line]
    if appearance.place.block < 0:
        lines = [
            [_cursor(is_current), (" " * width(lead), "text"), *headline]
            for headline in _wrapped(passage, kind, room, "title")
        ]
    else:
        lines = [[_cursor(is_current), ("", "text"), (clip(harmless_line(row.title), room), "title")]]
        for sentence in _wrapped(passage, kind, max(min(cells - _INDENT - _END, _SENTENCE), 1), "text"):
            lines.append([_cursor(is_current), (" " * (_INDENT - _GUTTER), "text"), *sentence])
    lines[0][1] = (lead, "dim")
    lines[0] += [(" " * (cells - _END - width(times) - _cells(lines[0])), "text"), (times, "dim")]
    return [*lines, []]


def companion_line(companion: Companion, cells: int, is_current: bool) -> list[Line]:
    """Return a name with its kind, and in how many of the articles it stands."""
    entity = companion.entity
    kind = f"  {entity.kind.value}"
    name = clip(harmless_line(entity.name), cells - _GUTTER - _COUNT - _END - 1 - width(kind))
    count = f"{companion.together:>{_COUNT},}  "
    return [[_cursor(is_current), (count, "dim"), (name, entity.kind.value), (kind, "dim")]]


def outlet_line(outlet: tuple[str, int], cells: int, is_current: bool) -> list[Line]:
    """Return an outlet, and how many of the articles came from it."""
    site, number = outlet
    name = clip(harmless_line(site) or "unknown", cells - _GUTTER - _COUNT - _END - 1)
    return [[_cursor(is_current), (f"{number:>{_COUNT},}  ", "dim"), (name, "title")]]


def day(moment: datetime) -> str:
    """Return the day as it is written in dossiers: 14 May 2024."""
    return f"{moment.day} {moment:%b %Y}"


def _cursor(is_current: bool) -> tuple[str, str]:
    return ("▌ " if is_current else "  ", "cursor")


def _wrapped(passage: Passage, kind: Kind, cells: int, look: str) -> Iterator[Line]:
    """Yield the passage in lines of that width, with the name in it lit."""
    text = masked(passage.text)  # which keeps its length, as the name's place is an offset
    for start, end in wrap(text, cells):
        opening, closing = min(max(passage.start, start), end), max(min(passage.end, end), start)
        if opening < closing:
            pieces = ((start, opening, look), (opening, closing, kind.value), (closing, end, look))
            yield [(text[first:last], each) for first, last, each in pieces]
        else:
            yield [(text[start:end], look)]


def _cells(line: Line) -> int:
    return sum(width(text) for text, _ in line)
