"""Changes marks on articles, and says in a sentence what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui_reader.harmless import harmless_line
from tui_reader.library import Library
from tui_reader.models import ArticleRow, Flag
from tui_reader.reading.cells import clip

_SENTENCES: Final = {
    Flag.READ: ("Read", "Unread"),
    Flag.STARRED: ("Starred", "No longer starred"),
    Flag.ARCHIVED: ("Archived", "Out of the archive"),
    Flag.TRASHED: ("In the trash", "Put back"),
}


def toggle(library: Library, ids: Sequence[int], flag: Flag) -> str:
    """Set the mark, or clear it if all the articles have it; return what was done."""
    value = not all(_has(row, flag) for row in library.rows(ids))
    library.mark(ids, flag, value)
    return f"{_SENTENCES[flag][0 if value else 1]}: {called(library, ids)}"


def called(library: Library, ids: Sequence[int]) -> str:
    """Return what a message calls these articles: the title of one, the number of several."""
    rows = library.rows(ids) if len(ids) == 1 else []
    return f"“{clip(harmless_line(rows[0].title), 36)}”" if rows else f"{len(ids):,} articles"


def tags_of(library: Library, ids: Sequence[int]) -> tuple[list[str], list[str]]:
    """Return the tags that all the articles have, and those that only some have."""
    tags = [set(row.tags) for row in library.rows(ids)]
    common = set.intersection(*tags) if tags else set()
    return sorted(common), sorted(set().union(*tags) - common)


def why_not(row: ArticleRow | None, retry: str) -> str:
    """Return why an article without a text can't be opened; `retry` is the key that fetches it again."""
    if row is None:
        return "The article is gone."
    if row.stage.is_pending:
        return "It is still being saved, and opens as soon as it is here."
    return f"There is no text: {row.reason.rstrip('.')}. {retry} tries again."


def _has(row: ArticleRow, flag: Flag) -> bool:
    """Whether the article has the mark."""
    return {
        Flag.READ: row.is_read,
        Flag.STARRED: row.is_starred,
        Flag.ARCHIVED: row.is_archived,
        Flag.TRASHED: row.is_trashed,
    }[flag]
