"""The commands that change marks: `remove`, `tag`, `undo` and `redo`."""

from __future__ import annotations

from array import array

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console
from tui_reader.cli.exits import Exit
from tui_reader.cli.selection import each
from tui_reader.harmless import harmless_line
from tui_reader.library import Library
from tui_reader.models import Flag
from tui_reader.queries import Filter, Query


def remove(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Put articles into the trash, or delete them from it for good."""
    if arguments.forever and not arguments.words:
        return _delete(library, list(_trash(library)), arguments.yes, console)
    ids, is_complete = each(library, arguments.words, console)
    if arguments.forever:
        trashed = {row.id for row in library.rows(ids) if row.is_trashed}
        for id in ids:
            if id not in trashed:
                console.complain(f"{id} is not in the trash; newsreader remove {id} puts it there.")
                is_complete = False
        done = _delete(library, [id for id in ids if id in trashed], arguments.yes, console)
        return done if is_complete else Exit.NOT_DONE
    if ids:
        library.mark(ids, Flag.TRASHED, True)
    return Exit.FINE if is_complete else Exit.NOT_DONE


def tag(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Give tags to articles, or take them away: all in one step that can be undone."""
    ids, is_complete = each(library, arguments.words, console)
    if ids:
        library.tag(ids, add=arguments.added, remove=arguments.removed)
    return Exit.FINE if is_complete else Exit.NOT_DONE


def undo(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Take back the last change, and say which it was."""
    return _say("Undone", library.undo(), "There is nothing to undo.", console)


def redo(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Repeat the change that was taken back, and say which it was."""
    return _say("Done again", library.redo(), "There is nothing to redo.", console)


def _say(what: str, change: str, otherwise: str, console: Console) -> Exit:
    if not change:
        console.complain(otherwise)
        return Exit.NOT_DONE
    console.line(f"{what}: {harmless_line(change)}.")
    return Exit.FINE


def _trash(library: Library) -> array[int]:
    return library.ids(Query(filters=(Filter("is", "trashed"),)))


def _delete(library: Library, ids: list[int], is_agreed: bool, console: Console) -> Exit:
    """Delete the articles once the reader agrees; without anybody to ask, only --yes is agreement."""
    if not ids:
        return Exit.FINE
    articles = "1 article" if len(ids) == 1 else f"{len(ids)} articles"
    if not is_agreed:
        if not console.stdin.isatty():
            console.complain(f"{articles} would be lost for good; add --yes to delete without a question.")
            return Exit.NOT_DONE
        if not console.confirm(f"Delete {articles} for good? This can't be undone."):
            return Exit.NOT_DONE
    library.delete(ids)
    return Exit.FINE
