"""What the library answers when it is asked which articles a listing has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from tui_reader.values import field, value


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
