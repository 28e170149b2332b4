"""The command `export`: writes articles into files, or all into one stream."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console
from tui_reader.cli.exits import Exit
from tui_reader.cli.selection import each_or_query
from tui_reader.export import Format, export, file_name
from tui_reader.files import write_whole
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
    if textless := len(chosen) - len(names):
        has = "1 article has no text and is" if textless == 1 else f"{textless} articles have no text and are"
        console.complain(f"{has} left out.")
    try:
        is_complete &= _write_to(arguments.output, library, names, form, console, may_replace=arguments.force)
    except BrokenPipeError:
        raise
    except OSError as error:
        console.complain(f"{arguments.output or 'standard output'} can't be written: {error.strerror}.")
        return Exit.NOT_DONE
    return Exit.FINE if is_complete else Exit.NOT_DONE


def _rows(library: Library, ids: Sequence[int]) -> Iterator[ArticleRow]:
    for start in range(0, len(ids), _AT_A_TIME):
        yield from library.rows(ids[start : start + _AT_A_TIME])


def _write_to(
    output: str,
    library: Library,
    names: Mapping[ArticleId, str],
    form: Format,
    console: Console,
    *,
    may_replace: bool,
) -> bool:
    """Write to standard output, into one file, or into a folder with a file for each article.

    Returns:
        whether it was written; a single file that exists is not, unless it may be replaced.
    """
    articles = (library.article(id) for id in names)
    path = Path(os.path.expanduser(output))
    if output in ("", "-"):
        console.write(export(articles, form, highlights=library.highlights.in_article))
    elif path.is_dir() or output.endswith("/") or not (path.exists() or path.suffix):
        _write_folder(path, library, names, form, console, may_replace=may_replace)
    elif path.exists() and not may_replace:
        console.complain(f"{path} exists already; --force replaces it.")
        return False
    else:
        write_whole(path, export(articles, form, highlights=library.highlights.in_article))
    return True


def _write_folder(
    folder: Path,
    library: Library,
    names: Mapping[ArticleId, str],
    form: Format,
    console: Console,
    *,
    may_replace: bool,
) -> None:
    """Write a file for each article, so that the same export once more adds only what is new."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = 0
    for id, name in names.items():
        if not may_replace and (folder / name).exists():
            kept += 1
            continue
        article = library.article(id)
        pieces = export(
            [article], form, title=article.document.title, highlights=library.highlights.in_article
        )
        write_whole(folder / name, pieces)
    if kept == 1:
        console.complain("1 file exists already and stays as it is; --force replaces it.")
    elif kept:
        console.complain(f"{kept} files exist already and stay as they are; --force replaces them.")
