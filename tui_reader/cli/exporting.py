"""The command `export`: writes articles into files, or all into one stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tui_reader.cli.console import Console
from tui_reader.cli.exits import Exit
from tui_reader.cli.parser import Arguments
from tui_reader.cli.selection import each_or_query
from tui_reader.export import Format, export, file_name
from tui_reader.library import Library
from tui_reader.models import ArticleId, ArticleRow

_AT_A_TIME = 200


def write_export(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Write the articles that have a text to where --output says."""
    chosen, is_complete = each_or_query(library, arguments.words, console)
    form = Format(arguments.format)
    names = {row.id: file_name(row, form.suffix) for row in _rows(library, chosen) if row.is_readable}
    if not names:
        console.complain("there is no article with a text to export.")
        return Exit.NOT_DONE
    try:
        _write_to(arguments.output, library, names, form, console, may_replace=arguments.force)
    except FileExistsError as error:
        console.complain(f"{error.filename} exists already; --force replaces it.")
        return Exit.NOT_DONE
    except BrokenPipeError:
        raise
    except OSError as error:
        console.complain(f"{error.filename or arguments.output} can't be written: {error.strerror}.")
        return Exit.NOT_DONE
    return Exit.FINE if is_complete else Exit.NOT_DONE


def _rows(library: Library, ids: Sequence[int]) -> Iterator[ArticleRow]:
    for start in range(0, len(ids), _AT_A_TIME):
        yield from library.rows(ids[start : start + _AT_A_TIME])


def _write_to(
    output: str,
    library: Library,
    names: dict[ArticleId, str],
    form: Format,
    console: Console,
    *,
    may_replace: bool,
) -> None:
    """Write to standard output, into one file, or into a folder with a file for each article."""
    articles = (library.article(id) for id in names)
    path = Path(output).expanduser()
    if output in ("", "-"):
        console.write(export(articles, form))
    elif not (path.is_dir() or output.endswith("/") or not (path.exists() or path.suffix)):
        _write(path, export(articles, form), may_replace)
    else:
        path.mkdir(parents=True, exist_ok=True)
        if not may_replace:
            # Nothing is written at all if something is in the way.
            for name in names.values():
                if (path / name).exists():
                    raise FileExistsError(None, None, str(path / name))
        for article in articles:
            title = article.document.title
            _write(path / names[article.row.id], export([article], form, title=title), may_replace)


def _write(path: Path, pieces: Iterable[str], may_replace: bool) -> None:
    """Write a file as a whole or not at all; an existing one stays until the new one is complete."""
    target = path.with_name(f".{path.name}.part") if may_replace else path
    try:
        with target.open("w" if may_replace else "x", encoding="utf-8") as file:
            file.writelines(pieces)
        if may_replace:
            target.replace(path)
    except FileExistsError:
        raise
    except BaseException:
        target.unlink(missing_ok=True)
        raise
