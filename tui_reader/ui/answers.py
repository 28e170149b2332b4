"""What the library answers when it is asked which articles a listing has."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from tui_reader.coverage import Folded
from tui_reader.dossiers import Followed
from tui_reader.library import Library
from tui_reader.limits import MOST_TAGS
from tui_reader.lines.views import tabs
from tui_reader.models import Counts
from tui_reader.ui.folding import Folding
from tui_reader.ui.views import Listing, View, views
from tui_reader.ui.widgets.view_bar import Tab
from tui_reader.values import field, replace, value
from tui_reader.windows import Ladder, Ordered, Window


@value
class Windowed:
    """A list that is read a window at a time."""

    listed: Ordered
    """What is listed."""
    first: Window
    """Its beginning."""
    length: int
    """How many rows it has, as far as that is known."""
    ladder: Ladder | None = None
    """Where its windows begin; None if that is still to be told."""


@value
class Answer:
    """The articles, and what else there is in the library at the time."""

    listing: Listing
    """What was asked for."""
    folded: Folded
    """The articles in order, and those that are kept under others."""
    counts: Counts = field(default_factory=Counts)
    """The numbers of the library."""
    followed: Sequence[Followed] = ()
    """The names that the user follows."""
    seconds: float = 0.0
    """How long it took to find the articles, or the first of them if they came one after another."""
    is_whole: bool = True
    """Whether these are all; before that the numbers aren't known."""
    windowed: Windowed | None = None
    """The list in place of `folded`, if it is read a window at a time."""

    @property
    def is_last(self) -> bool:
        """Whether no more is to be told of the list."""
        return self.is_whole and (self.windowed is None or self.windowed.ladder is not None)

    @property
    def views(self) -> tuple[View, ...]:
        """The views that there are, in the order of the bar."""
        return views(self.counts, self.followed)

    @property
    def tabs(self) -> tuple[Tab, ...]:
        """The same as the bar shows them."""
        followed = [(each.entity.name, each.entity.kind, each.unread) for each in self.followed]
        shown = tabs(followed, [tag for tag, _ in self.counts.tags[:MOST_TAGS]])
        return tuple(Tab(view.name, each) for view, each in zip(self.views, shown, strict=True))


def answer(
    library: Library,
    listing: Listing,
    lingering: AbstractSet[int],
    folding: Folding,
    stopwatch: Callable[[], float],
) -> Answer:
    """Return which articles a listing has; the lingering ones stay as `Listing.ids` tells."""
    started = stopwatch()
    folded = folding.applied(library, listing, listing.ids(library, lingering))
    seconds = stopwatch() - started
    return Answer(listing, folded, library.counts(), library.names.followed(), seconds)


def windowed_answers(
    library: Library, listing: Listing, listed: Ordered, *, is_new: bool
) -> Iterator[Answer]:
    """Give the windows of a listing that is read so.

    A list that begins anew is told at once, before it is known where all of its windows begin. Otherwise
    there is one answer, as places in the list are to be kept.
    """
    first = library.windows.window(listed)
    length = library.windows.number(listed)
    known = Answer(listing, Folded(array("q")), library.counts(), library.names.followed())
    if is_new and first.is_full:
        yield replace(known, windowed=Windowed(listed, first, length))
    ladder = library.windows.ladder(listed) if first.is_full else Ladder()
    yield replace(known, windowed=Windowed(listed, first, length, ladder))
