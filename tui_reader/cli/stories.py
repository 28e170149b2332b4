"""The command `story`: who else reports what an article reports, and how to correct that."""

from __future__ import annotations

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console, Look, Marked
from tui_reader.cli.exits import Exit
from tui_reader.cli.selection import counted, each, one
from tui_reader.coverage import Report
from tui_reader.export import json_array, record
from tui_reader.harmless import harmless_line
from tui_reader.library import Library

_SITE_CELLS = 16


def story(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Print the reports of a story, or do with them what is asked for."""
    if arguments.again:
        return _tell_again(library, console)
    if arguments.split or arguments.join:
        return _correct(library, arguments, console)
    reports = library.stories.reports(one(library, arguments.words[0]))
    if arguments.json:
        console.write(json_array({**record(each.row), "copy": each.is_copy} for each in reports))
        return Exit.FINE
    for report in reports:
        _print_row(report, console)
    copies = sum(report.is_copy for report in reports)
    if len(reports) == 1:
        console.advise("No other article reports it.")
    else:
        console.advise(told(len(reports), copies))
    return Exit.FINE


def told(articles: int, copies: int) -> str:
    """Say how many articles of a story were written anew, and how many are copies of them."""
    reports = articles - copies
    words = [f"{reports} {'report' if reports == 1 else 'reports'}"]
    if copies:
        words.append(f"{copies} {'copy' if copies == 1 else 'copies'}")
    return ", ".join(words)


def _correct(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Take articles out of their stories, or put them into another."""
    ids, is_complete = each(library, arguments.words, console)
    if arguments.split:
        number = library.stories.split(ids)
        whose = "its story" if number == 1 else "their stories"
        said = f"Took {counted(number)} out of {whose}." if number else "No other article reports that."
    else:
        other = one(library, arguments.join)
        number = len([id for id in ids if id != other])
        is_new = library.stories.join(ids, other)
        said = (
            f"Put {counted(number)} into the story of {other}." if is_new else "They share a story already."
        )
        number *= is_new
    if ids:
        console.advise(f"{said} newsreader undo takes it back." if number else said)
    return Exit.FINE if is_complete else Exit.NOT_DONE


def _tell_again(library: Library, console: Console) -> Exit:
    """Compare all articles anew."""
    number = left = library.stories.begin_again()
    while left:
        left = library.stories.catch_up()
    console.advise(f"Compared {counted(number)}.")
    return Exit.FINE


def _print_row(report: Report, console: Console) -> None:
    """Print one article."""
    row = report.row
    day = (row.published or row.saved).date().isoformat()
    kind = "copy" if report.is_copy else "report"
    if not console.is_terminal:
        fields = (str(row.id), kind, day, row.site, row.title)
        console.line("\t".join(harmless_line(field) for field in fields))
        return
    from tui_reader.reading.cells import clip, width

    site = clip(harmless_line(row.site), _SITE_CELLS)
    lead = f"{row.id:>4}  {kind:<6}  {day}  {site}{' ' * (_SITE_CELLS - width(site))}  "
    title = clip(harmless_line(row.title), max(console.width - width(lead), 1))
    is_news = not row.is_read and row.is_readable
    console.line(Marked(lead, Look.DIM), Marked(title, Look.BOLD) if is_news else title)
