"""Where the list of the library screen gets its rows from, whichever way they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.models import ArticleId
from tui_reader.ui.answers import Answer
from tui_reader.ui.rows import RowSource, Siblings
from tui_reader.ui.views import Listing
from tui_reader.ui.window_rows import WindowRows, WindowSiblings

Source = RowSource | WindowRows
"""Rows that are known all at once, or a window at a time."""
Followable = Siblings | WindowSiblings
"""The way from an article to its neighbours in one of them."""


def source_of(
    library: Library,
    answer: Answer,
    *,
    want: Callable[[Sequence[int]], object],
    report: Callable[[ReaderError], None],
) -> Source:
    """Return the rows of an answer; see `RowSource` for the rest."""
    windowed = answer.windowed
    if windowed is None:
        search = answer.listing.search
        return RowSource(library, answer.folded, search=search, want=want, report=report)
    return WindowRows(
        library, windowed.listed, windowed.first, windowed.length, windowed.ladder, report=report
    )


def way_from(library: Library, listing: Listing, source: Source, id: ArticleId) -> Followable:
    """Return the way from this article to its neighbours in the list."""
    if isinstance(source, WindowRows):
        return source.way_from(id)
    return Siblings(library, listing.query, source.ids, id)
