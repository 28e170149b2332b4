"""Decides which articles of a listing stand under others: reports of one event are one row."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from tui_reader.coverage import Folded
from tui_reader.library import Library
from tui_reader.models import ArticleId
from tui_reader.ui.views import TRASH, Listing
from tui_reader.values import replace, value


@value
class Folding:
    """Whether stories are folded, and which are not."""

    is_on: bool = True
    """Whether the others of a story are kept under its first article in the list."""
    unfolded: frozenset[ArticleId] = frozenset()
    """Articles whose story is shown whole."""

    def applied(self, library: Library, listing: Listing, ids: array[int]) -> Folded:
        """Return the articles that are shown, and what is under them.

        A search shows every hit, and the trash everything in it.
        """
        if not self.is_on or listing.search is not None or listing.view is TRASH:
            return Folded(ids)
        return library.stories.fold(ids, self.unfolded)

    def turned(self, story: Sequence[ArticleId]) -> Folding:
        """Return this with a story of a list folded if it is open, else unfolded."""
        if self.unfolded.isdisjoint(story):
            return replace(self, unfolded=self.unfolded | {story[0]})
        return replace(self, unfolded=self.unfolded - set(story))
