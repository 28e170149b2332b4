"""The commands `list` and `search`: a table on a terminal, fields parted by tabs in a pipe, or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console, Look, Marked
from tui_reader.cli.exits import Exit
from tui_reader.harmless import harmless_line
from tui_reader.library import Library, parse_query
from tui_reader.models import ArticleRow, Snippet, Sort
from tui_reader.queries import Filter, Query

if TYPE_CHECKING:
    from tui_reader.dossiers import TakenIn

_AT_A_TIME = 200  # rows read at once, so that the first line of a large library appears at once
_SITE_CELLS = 16
_NAMES_TOLD = 8
_FULL_TABLE_CELLS = 60  # below this width the table drops day and site


def show_list(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Print a view of the library."""
    views = {"unread": arguments.unread, "archived": arguments.archive, "trashed": arguments.trash}
    filters = [Filter("is", value) for value, is_wanted in views.items() if is_wanted]
    if arguments.starred:
        filters.append(Filter("is", "starred"))
    filters += [Filter("tag", tag) for tag in arguments.tag]
    is_empty = _print_found(library, Query(filters=tuple(filters)), arguments, console)
    if is_empty:
        console.advise(
            "Nothing here." if filters else "No articles yet: newsreader add URL saves the first one."
        )
    return Exit.FINE


def show_found(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Print what a search finds, each article with a line around the words."""
    query = parse_query(" ".join(arguments.words))
    if console.is_terminal:
        for wanted, names in library.names.taken_in(query).items():
            console.advise(_taken_in(wanted, names))
    if _print_found(library, query, arguments, console):
        console.advise("No article matches.")
    return Exit.FINE


def _taken_in(wanted: Filter, names: TakenIn) -> str:
    """Say which names a condition on a name means."""
    told = [entity.name for entity in names.entities[:_NAMES_TOLD]]
    if more := names.number - len(told):
        told.append(f"{more:,} more")
    return f"{wanted.typed} is {', '.join(told) or 'in no name'}."


def _print_found(library: Library, query: Query, arguments: Arguments, console: Console) -> bool:
    """Print the articles, and return whether there are none."""
    ids = library.ids(query, Sort(arguments.sort), reverse=arguments.reverse)[: arguments.limit]
    found = _read(library, query, ids)
    if arguments.json:
        from tui_reader.export import json_array

        stories = library.stories.numbers(ids)
        console.write(
            json_array(
                _as_object(row, snippet, bool(query.terms), stories.get(row.id)) for row, snippet in found
            )
        )
        return False
    print_row = _table_row if console.is_terminal else _fields
    digits = len(str(max(ids, default=0)))
    for row, snippet in found:
        print_row(row, snippet, digits, console)
    return not ids


def _read(library: Library, query: Query, ids: Sequence[int]) -> Iterator[tuple[ArticleRow, Snippet | None]]:
    """Yield each article with its snippet, if words were searched for."""
    for start in range(0, len(ids), _AT_A_TIME):
        some = ids[start : start + _AT_A_TIME]
        snippets = library.snippets(query, some) if query.terms else {}
        for row in library.rows(some):
            yield row, snippets.get(row.id)


def _as_object(
    row: ArticleRow, snippet: Snippet | None, is_search: bool, story: int | None
) -> dict[str, object]:
    from tui_reader.export import record

    found: dict[str, object] = {**record(row), "story": story}
    if is_search:
        found["snippet"] = harmless_line(snippet.text) if snippet else ""
    return found


def _fields(row: ArticleRow, snippet: Snippet | None, digits: int, console: Console) -> None:
    """Print one full line for other programs."""
    fields = [str(row.id), row.state, row.saved.date().isoformat(), row.site, row.title]
    if snippet:
        fields.append(snippet.text)
    console.line("\t".join(harmless_line(field) for field in fields))


def _table_row(row: ArticleRow, snippet: Snippet | None, digits: int, console: Console) -> None:
    """Print one line for a reader, cut to the width, and below it the snippet."""
    from tui_reader.reading.cells import clip, width

    is_full = console.width >= _FULL_TABLE_CELLS
    parts: list[str | Marked] = [Marked(f"{row.id:>{digits}}", Look.DIM), f"  {row.state:<8}  "]
    taken = digits + 12
    if is_full:
        site = clip(harmless_line(row.site), _SITE_CELLS)
        site += " " * (_SITE_CELLS - width(site))
        parts += (Marked(f"{row.saved.date().isoformat()}  {site}  ", Look.DIM),)
        taken += 10 + 2 + _SITE_CELLS + 2
    title = clip(_headline(row), max(console.width - taken, 1))
    is_news = not row.is_read and row.is_readable
    parts.append(Marked(title, Look.BOLD) if is_news else title)
    console.line(*parts)
    if snippet and snippet.text:
        margin = " " * (digits + 2)
        console.line(margin, *_with_hits(snippet, clip(snippet.text, max(console.width - len(margin), 1))))


def _headline(row: ArticleRow) -> str:
    """Return the headline with its star, or why there is none yet, as far as that is known."""
    parts = ("★" if row.is_starred else "", f"{row.reason} ·" if row.reason else "", row.title)
    return harmless_line(" ".join(parts))


def _with_hits(snippet: Snippet, shown: str) -> Iterator[str | Marked]:
    """Yield the shown part of the snippet, with the found words bold."""
    shown_whole = len(shown) if shown == snippet.text else len(shown) - 1
    at = 0
    for start, end in snippet.hits:
        end = min(end, shown_whole)
        if start >= end:
            break
        yield shown[at:start]
        yield Marked(shown[start:end], Look.BOLD)
        at = end
    yield shown[at:]
