"""Follows a name or no longer, and says in a sentence what was done."""

from __future__ import annotations

from tui_reader.dossiers import EntityRow
from tui_reader.harmless import harmless_line
from tui_reader.library import Library


def toggle_following(library: Library, row: EntityRow) -> str:
    """Follow the name, or no longer if it is followed; return what was done."""
    library.names.follow(row.id, not row.is_followed)
    name = harmless_line(row.name)
    if row.is_followed:
        return f"“{name}” is no longer followed."
    return f"Following “{name}”: its unread articles are a view of the library."
