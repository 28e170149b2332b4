"""Changes marks on articles, and says in a sentence what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui_reader.harmless import harmless_line
from tui_reader.library import Library
from tui_reader.models import ArticleRow, Flag
from tui_reader.reading.cells import clip

GONE: Final = "The article is gone."
_SENTENCES: Final = {
    Flag.READ: ("Read", "Unread"),
    Flag.STARRED: ("Starred", "No longer starred"),
    Flag.ARCHIVED: ("Archived", "Out of the archive"),
    Flag.TRASHED: ("In the trash", "Put back"),
}


def toggle(library: Library, ids: Sequence[int], flag: Flag) -> str:
    """Set the mark, or clear it if all the articles have it; return what was done."""
    rows = library.rows(ids)
    if not rows:
        return GONE if len(ids) == 1 else "The articles are gone."
    value = not all(_has(row, flag) for row in rows)
    library.mark(ids, flag, value)
    return f"{_SENTENCES[flag][0 if value else 1]}: {called(library, ids)}"


def undo(library: Library) -> str:
    """Take back the last change; return what was undone."""
    done = library.undo()
    return f"Undone: {done}" if done else "Nothing is left to undo."


def redo(library: Library) -> str:
    """Make the change again that was undone last; return what was done again."""
    done = library.redo()
    return f"Done again: {done}" if done else "Nothing is left to redo."


def called(library: Library, ids: Sequence[int]) -> str:
    """Return what a message calls these articles: the title of one, the number of several."""
    rows = library.rows(ids) if len(ids) == 1 else []
    if rows:
        return f"“{clip(harmless_line(rows[0].title), 36)}”"
    return "1 article" if len(ids) == 1 else f"{len(ids):,} articles"


def tags_of(library: Library, ids: Sequence[int]) -> tuple[list[str], list[str]]:
    """Return the tags that all the articles have, and those that only some have."""
    tags = [set(row.tags) for row in library.rows(ids)]
    common = set.intersection(*tags) if tags else set()
    return sorted(common), sorted(set().union(*tags) - common)


def why_not(row: ArticleRow | None, retry: str) -> str:
    """Return why an article without a text can't be opened; `retry` is the key that tries again, if any."""
    if row is None:
        return GONE
    return f"There is no text: {row.reason.rstrip('.')}.{f' {retry} tries again.' if retry else ''}"


def _has(row: ArticleRow, flag: Flag) -> bool:
    """Whether the article has the mark."""
    return {
        Flag.READ: row.is_read,
        Flag.STARRED: row.is_starred,
        Flag.ARCHIVED: row.is_archived,
        Flag.TRASHED: row.is_trashed,
    }[flag]
