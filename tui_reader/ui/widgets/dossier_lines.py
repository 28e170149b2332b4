"""Sets what a dossier lists into lines: articles with the sentence, companions, outlets; pure."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tui_reader.dossiers import Appearance, Companion
from tui_reader.harmless import harmless_line, masked
from tui_reader.models import Kind
from tui_reader.reading.cells import clip, width
from tui_reader.reading.wrap import wrap
from tui_reader.ui.widgets.row_lines import Line

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
    """Return an article with its day, outlet and headline, below it the sentence with the name in it lit."""
    row, passage = appearance.row, appearance.passage
    site = "" if cells < _NARROW else clip(harmless_line(row.site), _SITE)
    lead = f"{day(appearance.moment):>{_DAY}}  " + (site + "  " if site else "")
    times = f"  ×{appearance.mentions}" if appearance.mentions > 1 else ""
    room = cells - _GUTTER - width(lead) - width(times) - _END
    is_headline = appearance.place.block < 0
    headline: Line
    if is_headline and width(passage.text) <= room:
        # The name in the headline is lit there, and there is no sentence.
        headline = _named(
            masked(passage.text), 0, len(passage.text), passage.start, passage.end, kind, "title"
        )
    else:
        headline = [(clip(harmless_line(row.title), room), "title")]
    first = [_cursor(is_current), (lead, "dim"), *headline]
    lines = [[*first, (" " * (cells - _END - width(times) - _cells(first)), "text"), (times, "dim")]]
    if not is_headline or len(headline) == 1:
        text = masked(passage.text)  # which keeps its length, as the name's place is an offset
        for start, end in wrap(text, max(min(cells - _INDENT - _END, _SENTENCE), 1)):
            sentence = _named(text, start, end, passage.start, passage.end, kind, "text")
            lines.append([_cursor(is_current), (" " * (_INDENT - _GUTTER), "text"), *sentence])
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


def _named(text: str, start: int, end: int, named_from: int, named_to: int, kind: Kind, look: str) -> Line:
    """Return one line of the text, with what of the name is in it lit."""
    opening, closing = min(max(named_from, start), end), max(min(named_to, end), start)
    if opening >= closing:
        return [(text[start:end], look)]
    return [(text[start:opening], look), (text[opening:closing], kind.value), (text[closing:end], look)]


def _cells(line: Line) -> int:
    return sum(width(text) for text, _ in line)
