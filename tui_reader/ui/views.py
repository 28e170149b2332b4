"""What the library screen can list: the views, the search on top of one, and the order."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from tui_reader.dossiers import EntityRow, Followed
from tui_reader.library import Library
from tui_reader.limits import MOST_TAGS
from tui_reader.lines.views import named
from tui_reader.models import Counts, Sort
from tui_reader.queries import Filter, Query
from tui_reader.values import replace, value


@value
class View:
    """A named part of the library."""

    name: str
    """What the view bar calls it."""
    query: Query
    """What belongs to it."""
    empty: str
    """Why nothing may be in it, in a sentence."""
    lasting: Query | None = None
    """What rows that were in it still belong to after they were read, so that they stay until it is left."""


UNREAD: Final = View(
    "Unread",
    Query(filters=(Filter("is", "unread"), Filter("is", "archived", is_excluded=True))),
    "Everything is read.",
    lasting=Query(filters=(Filter("is", "archived", is_excluded=True),)),
)
ALL: Final = View("All", Query(), "Nothing is saved.")
STARRED: Final = View("Starred", Query(filters=(Filter("is", "starred"),)), "No article has a star.")
ARCHIVE: Final = View("Archive", Query(filters=(Filter("is", "archived"),)), "Nothing is archived.")
TRASH: Final = View("Trash", Query(filters=(Filter("is", "trashed"),)), "The trash is empty.")

SORT_NAMES: Final = {
    Sort.SAVED: ("by saved", "newest first", "oldest first"),
    Sort.PUBLISHED: ("by published", "newest first", "oldest first"),
    Sort.LENGTH: ("by length", "longest first", "shortest first"),
    Sort.SITE: ("by site", "A to Z", "Z to A"),
}
"""Each order's name, and what it and its reverse put first."""


def tag_view(tag: str) -> View:
    """Return the view of the articles with that tag."""
    return View(f"#{tag}", Query(filters=(Filter("tag", tag),)), f"No article has the tag “{tag}”.")


def followed_view(entity: EntityRow, name: str) -> View:
    """Return the view of the unread articles that name somebody or something, under this name."""
    names_it = Filter("entity", str(entity.id))
    return View(
        name,
        Query(filters=(*UNREAD.query.filters, names_it)),
        f"No unread article names {entity.name}.",
        lasting=Query(filters=(Filter("is", "archived", is_excluded=True), names_it)),
    )


def views(counts: Counts, followed: Sequence[Followed] = ()) -> tuple[View, ...]:
    """Return the views in the order of the view bar: the fixed ones, what is followed, the most used tags."""
    fixed = (UNREAD, ALL, STARRED, ARCHIVE, TRASH)
    names = named([(each.entity.name, each.entity.kind) for each in followed])
    about = [followed_view(each.entity, name) for each, name in zip(followed, names, strict=True)]
    return (*fixed, *about, *(tag_view(tag) for tag, _ in counts.tags[:MOST_TAGS]))


def beside(there: Sequence[View], view: View, step: int) -> View:
    """Return the view that stands so many places after another one, round the end."""
    queries = [each.query for each in there]
    index = queries.index(view.query) if view.query in queries else 0
    return there[(index + step) % len(there)]


@value
class Listing:
    """Everything that decides which articles the list shows, and in which order."""

    view: View
    search: Query | None = None
    """What was searched for; None if nothing."""
    is_within: bool = False
    """Whether the search keeps to the view; otherwise it goes through the whole library."""
    sort: Sort = Sort.SAVED
    is_reversed: bool = False

    @property
    def query(self) -> Query:
        """The view and the search in one."""
        if self.search is None:
            return self.view.query
        if not self.is_within:
            return self.search
        return both(self.view.query, self.search)

    @property
    def view_name(self) -> str:
        """The view that the articles are in; empty if they come from the whole library."""
        return self.view.name if self.search is None or self.is_within else ""

    @property
    def order_name(self) -> str:
        """What the view bar calls the order."""
        return f"{SORT_NAMES[self.sort][0]} {'▴' if self.is_reversed else '▾'}"

    def ids(self, library: Library, lingering: AbstractSet[int] = frozenset()) -> array[int]:
        """Return the articles in order.

        The lingering ones stay where they are although they were read meanwhile, so that nothing
        vanishes from under the cursor.
        """
        ids = library.ids(self.query, self.sort, reverse=self.is_reversed)
        if not lingering or self.view.lasting is None or (self.search is not None and not self.is_within):
            return ids
        wanted = lingering | set(ids)
        wider = replace(self, view=replace(self.view, query=self.view.lasting)).query
        more = library.ids(wider, self.sort, reverse=self.is_reversed)
        return array("q", (id for id in more if id in wanted))


def both(first: Query, second: Query) -> Query:
    """Return the query that both hold for."""
    return Query(first.terms + second.terms, first.filters + second.filters)
