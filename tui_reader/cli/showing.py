"""The command `show`: the text of an article, wrapped as in the app."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console, Look, Marked
from tui_reader.cli.exits import Exit
from tui_reader.cli.pager import page
from tui_reader.cli.selection import one
from tui_reader.export import body_text, json_array, record
from tui_reader.harmless import harmless, harmless_line
from tui_reader.library import Library
from tui_reader.models import Article, BlockKind, Mention


def show(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Print an article; a long one opens in the pager if there is a terminal."""
    article = library.article(one(library, arguments.words[0]))
    if arguments.json:
        console.write(json_array([{**record(article.row), "text": harmless(body_text(article))}]))
        return Exit.FINE
    if not article.row.is_readable:
        reason = article.row.reason or "it is still being saved."
        console.complain(f"{harmless_line(article.row.title)} has no text yet: {harmless_line(reason)}")
        return Exit.NOT_DONE
    lines = [console.styled(*parts) for parts in _lines(article, _measure(arguments, console))]
    if console.has_looks and len(lines) >= console.height:
        page(lines, console)
    else:
        console.stdout.writelines(f"{line}\n" for line in lines)
    return Exit.FINE


def _measure(arguments: Arguments, console: Console) -> int:
    """Return how wide the text is set: as asked for, else by the settings, as far as the terminal allows."""
    if arguments.width:
        return arguments.width
    from tui_reader.config.paths import config_file
    from tui_reader.config.settings import load

    measure = load(config_file()).measure
    return min(measure, console.width) if console.is_terminal else measure


def _lines(article: Article, measure: int) -> Iterator[list[str | Marked]]:
    """Yield the parts of each line, and below the text the addresses that its numbers stand for."""
    from tui_reader.reading.cells import SUPERSCRIPTS
    from tui_reader.reading.layout import Layout
    from tui_reader.reading.lines import HEAD, Role
    from tui_reader.reading.links import links

    mentions: dict[int, list[Mention]] = {}
    for mention in article.names.mentions:
        mentions.setdefault(mention.block, []).append(mention)
    blocks = article.document.blocks
    layout = Layout(article.document, measure)
    layout.complete()
    for line in layout.lines:
        is_heading = line.block == HEAD or blocks[line.block].kind is BlockKind.HEADING
        parts: list[str | Marked] = []
        for run in line.runs:
            if run.role is not Role.TEXT:
                parts.append(run.text)
            elif is_heading:
                parts.append(Marked(run.text, Look.BOLD))
            else:
                parts += _with_names(run.text, run.start, mentions.get(line.block, ()))
        yield _without_trailing_space(parts)
    targets = links(article.document)
    if targets:
        yield []
    for link in targets:
        yield [f"{str(link.number).translate(SUPERSCRIPTS)} {link.target}"]


def _with_names(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[str | Marked]:
    """Yield the text, which begins at `start` in its block, with the names in it underlined."""
    at, end = start, start + len(text)
    first = bisect_right(mentions, start, key=lambda mention: mention.end)
    for mention in mentions[first:]:
        if mention.start >= end:
            break
        if mention.kind.is_name:
            opening, closing = max(mention.start, at), min(mention.end, end)
            yield text[at - start : opening - start]
            yield Marked(text[opening - start : closing - start], Look.UNDERLINE)
            at = closing
    yield text[at - start :]


def _without_trailing_space(parts: list[str | Marked]) -> list[str | Marked]:
    """Return the line's parts without the space at its end, which only fills a column."""
    while parts:
        last = parts[-1]
        if isinstance(last, Marked):
            break
        parts.pop()
        if kept := last.rstrip():
            parts.append(kept)
            break
    return parts
