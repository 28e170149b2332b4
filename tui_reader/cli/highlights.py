"""The command `highlights`: what the user has marked in articles."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console, Look, Marked
from tui_reader.cli.exits import Exit
from tui_reader.cli.selection import each_or_query
from tui_reader.export import by_article, highlighted_record, highlights_markdown, json_array
from tui_reader.harmless import harmless_line
from tui_reader.highlights import Highlight, Highlighted
from tui_reader.library import Library

_NARROWEST = 30
"""Cells that a highlight has at least, however narrow the terminal is."""


def show_highlights(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Print the highlights of the articles that were asked for, article by article."""
    chosen, is_complete = each_or_query(library, arguments.words, console)
    found = library.highlights.among(chosen)
    if arguments.json:
        console.write(json_array(map(highlighted_record, found)))
    elif arguments.markdown:
        console.write(highlights_markdown(found))
    elif not print_highlights(found, console):
        console.advise("Nothing is highlighted there." if arguments.words else "Nothing is highlighted yet.")
    return Exit.FINE if is_complete else Exit.NOT_DONE


def print_highlights(found: Iterable[Highlighted], console: Console) -> bool:
    """Print highlights, and return whether there were any."""
    from tui_reader.reading.cells import clip, width

    are_any = False
    for together in by_article(found):
        are_any = True
        if not console.is_terminal:
            for each in together:
                _fields(each, console)
            continue
        row = together[0].row
        day = (row.published or row.saved).date().isoformat()
        site = f"{harmless_line(row.site)}  " if row.site else ""
        lead = f"{day}  {row.id:>4}  {site}"
        title = clip(harmless_line(row.title), max(console.width - width(lead), _NARROWEST))
        console.line(Marked(lead, Look.DIM), title)
        for each in together:
            _print_one(each.highlight, console)
        console.line()
    return are_any


def _fields(found: Highlighted, console: Console) -> None:
    """Print one line for other programs."""
    row, highlight = found.row, found.highlight
    state = "lost" if highlight.is_lost else ""
    texts = (row.title, highlight.words, highlight.note, state)
    made = highlight.made.date().isoformat()
    console.line("\t".join((str(row.id), made, *map(harmless_line, texts))))


def _print_one(highlight: Highlight, console: Console) -> None:
    """Print the words beside a bar, and below them the note."""
    from tui_reader.reading.wrap import wrap

    room = max(console.width - 2, _NARROWEST)
    for paragraph in filter(None, map(harmless_line, highlight.words.split("\n"))):
        for start, end in wrap(paragraph, room):
            console.line(Marked("▎ ", Look.DIM), paragraph[start:end])
    if highlight.is_lost:
        console.line(Marked("  no longer in the text", Look.DIM))
    note = harmless_line(highlight.note)
    for number, (start, end) in enumerate(wrap(note, room) if note else ()):
        console.line(Marked("  " if number else "✎ ", Look.DIM), note[start:end])
