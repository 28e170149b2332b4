"""What the list of names can show: names of a kind, or what is followed, in an order, with some words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from tui_reader.dossiers import EntityId, NameSort
from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.lines.pieces import Line
from tui_reader.models import Kind
from tui_reader.ui.name_rows import KnownNames, NumberedNames
from tui_reader.ui.widgets.name_list import NameRows
from tui_reader.values import field, value

FOLLOWED: Final = "Followed"
KINDS: Final = {
    "All": None,
    "People": Kind.PERSON,
    "Places": Kind.PLACE,
    "Organisations": Kind.ORGANISATION,
    "Other": Kind.OTHER,
}
"""Each kind's view."""
VIEWS: Final = (*KINDS, FOLLOWED)
"""What the view bar calls the views, in its order."""
SORT_NAMES: Final = {
    NameSort.ARTICLES: "by articles",
    NameSort.RECENT: "by last seen",
    NameSort.RISING: "by what rises",
}
"""What the view bar calls the orders."""
MOST_FOUND: Final = 1_000
"""Names that are listed of those in which words begin as was typed."""
_FIRST: Final = 200
"""Names that are listed before all are, if they are many: more than fit on a screen."""


@value
class NameListing:
    """Everything that decides which names the list shows, and in which order."""

    view: str = "All"
    """One of `VIEWS`."""
    sort: NameSort = NameSort.ARTICLES
    """What is followed is in the order in which that began, whatever this says."""
    words: str = ""
    """What words of the names begin with."""

    @property
    def order_name(self) -> str:
        """What the view bar calls the order; empty where there is no choice."""
        return "" if self.view == FOLLOWED else f"{SORT_NAMES[self.sort]} ▾"


@value
class NamesFound:
    """The names of a listing."""

    rows: NameRows
    is_complete: bool = True
    """Whether these are all; if not, they are the first."""
    unread: Mapping[EntityId, int] = field(default_factory=dict)
    """How many unread articles each followed name has, where that is told."""


def found(
    library: Library, listing: NameListing, report: Callable[[ReaderError], None], *, is_new: bool
) -> Iterator[NamesFound]:
    """Yield the names; if there are very many and the listing is new, the first ones before."""
    names = library.names
    if listing.view == FOLLOWED:
        followed = names.followed(listing.words)
        unread = {each.entity.id: each.unread for each in followed}
        yield NamesFound(KnownNames([each.entity for each in followed]), unread=unread)
        return
    kind = KINDS[listing.view]
    if listing.sort is NameSort.RISING:
        yield NamesFound(KnownNames(names.rising(kind, listing.words)))
        return
    if is_new and not listing.words:
        first = names.ids(kind, listing.sort, limit=_FIRST)
        is_all = len(first) < _FIRST
        yield NamesFound(NumberedNames(library, first, report), is_complete=is_all)
        if is_all:
            return
    ids = names.ids(kind, listing.sort, words=listing.words, limit=MOST_FOUND if listing.words else -1)
    yield NamesFound(NumberedNames(library, ids, report))


def number_of(listing: NameListing, number: int) -> str:
    """Return how many names there are, in words."""
    if listing.words and number >= MOST_FOUND and listing.sort is not NameSort.RISING:
        return f"the first {MOST_FOUND:,} names"
    return f"{number:,} name{'' if number == 1 else 's'}"


def names_notice(listing: NameListing, key: Callable[[str], str]) -> list[Line]:
    """Return the lines for an empty list; `key` gives the main key of an action by its id."""
    if listing.words:
        return [
            [("No name here has words that begin so.", "title")],
            [],
            [("Esc", "key"), ("   shows all again", "text")],
        ]
    if listing.view == FOLLOWED:
        return [
            [("No name is followed.", "title")],
            [],
            [(key("entities.follow") or "f", "key"), ("   follows the name at the cursor", "text")],
            [],
            [("The unread articles about it get a view of their own in the library.", "dim")],
        ]
    if listing.sort is NameSort.RISING:
        return [
            [("No name rises.", "title")],
            [],
            [(key("entities.sort"), "key"), ("   chooses another order", "text")],
            [],
            [("A name rises if it stands in three articles of the last seven days", "dim")],
            [("or more, and in more than is usual.", "dim")],
        ]
    what = "names" if KINDS[listing.view] is None else listing.view.lower()
    return [
        [(f"There are no {'other names' if what == 'other' else what} yet.", "title")],
        [],
        [("Names are found in an article when it is saved.", "dim")],
    ]
