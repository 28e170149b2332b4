"""Copies what is selected of the laid out lines: the text itself, without what only its setting put in."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.harmless import harmless
from tui_reader.models import Document
from tui_reader.reading.blocks import is_close
from tui_reader.reading.lines import HEAD, Line, Role
from tui_reader.reading.masthead import byline


def copied(document: Document, selected: Iterable[tuple[Line, int, int | None]]) -> str:
    """Return the text between two characters of each line; None stands for the end of the line.

    Line breaks are those of the text, and blank lines stand between its blocks; indents, bullets, the
    numbers of links and the breaks of long lines are not copied.
    """
    stretches: dict[tuple[int, Role], tuple[int, int]] = {}
    for line, start, end in selected:
        offset = 0
        for run in line.runs:
            first = max(start - offset, 0)
            last = len(run.text) if end is None else min(end - offset, len(run.text))
            offset += len(run.text)
            if run.role in (Role.TEXT, Role.BYLINE) and first < last:
                part = (line.block, run.role)
                s, e = stretches.get(part, (run.start + first, 0))
                stretches[part] = (min(s, run.start + first), max(e, run.start + last))
    text = ""
    above: int | None = None
    for (block, role), (s, e) in stretches.items():
        if above is not None:
            is_near = HEAD not in (above, block) and is_close(document.blocks[above], document.blocks[block])
            text += "\n" if is_near else "\n\n"
        text += harmless(_text_of(document, block, role)[s:e])
        above = block
    return text


def _text_of(document: Document, block: int, role: Role) -> str:
    """Return the text that offsets on a line count in."""
    if role is Role.BYLINE:
        return byline(document)
    return document.title if block == HEAD else document.blocks[block].text
