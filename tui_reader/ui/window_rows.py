"""Gives the list its rows a window at a time: however many there are, only those in sight are read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.lines.stories import Together
from tui_reader.models import ArticleId, ArticleRow
from tui_reader.ui.folding import Folding
from tui_reader.ui.rows import RowSource
from tui_reader.ui.views import ALL, ARCHIVE, STARRED, TRASH, UNREAD, Listing
from tui_reader.values import replace
from tui_reader.windows import Ladder, Ordered, Part, Window

MOST_WINDOWS: Final = 16
"""Windows kept; the longest unseen goes first."""
_FIRST, _LAST = 0, -1
_PARTS: Final = {
    UNREAD.query: Part.UNREAD,
    ALL.query: Part.ALL,
    STARRED.query: Part.STARRED,
    ARCHIVE.query: Part.ARCHIVED,
    TRASH.query: Part.TRASHED,
}


def ordered(listing: Listing, lingering: AbstractSet[int], folding: Folding) -> Ordered | None:
    """Return a listing as one that can be read a window at a time; None if it can't be."""
    part = _PARTS.get(listing.view.query)
    if listing.search is not None or part is None:
        return None
    return Ordered(
        part,
        listing.sort,
        listing.is_reversed,
        lingering=frozenset(lingering if part is Part.UNREAD else ()),
        is_folded=folding.is_on and part is not Part.TRASHED,
        unfolded=folding.unfolded,
    )


class WindowRows:
    """The articles of a listing that is read a window at a time."""

    def __init__(
        self,
        library: Library,
        listed: Ordered,
        first: Window,
        length: int,
        ladder: Ladder | None,
        *,
        report: Callable[[ReaderError], None],
    ) -> None:
        """Take what is known of the list.

        Args:
            library: where the rows are.
            listed: what is listed.
            first: its first window.
            length: how many rows there are, as far as that is known.
            ladder: where the windows begin; without it there are only the first and the last one.
            report: called with the reason when rows can't be read.
        """
        self._library = library
        self._listed = listed
        if not first.is_full:
            length = len(first.folded.ids)
            ladder = Ladder(length=length)
        self._ladder = ladder
        self._length = length if ladder is None else ladder.length
        self._report = report
        self._sources: OrderedDict[int, RowSource] = OrderedDict()
        if ladder is None or not ladder.spots:
            self._sources[_FIRST] = self._source_of(first)

    def __len__(self) -> int:
        return self._length

    @property
    def has_snippets(self) -> bool:
        """Whether the rows have a line around what was searched for; never."""
        return False

    @property
    def words(self) -> tuple[str, ...]:
        """What was searched for: nothing."""
        return ()

    @property
    def ids(self) -> Sequence[ArticleId]:
        """All articles in order, read anew: a walk through the whole list."""
        return list(self._walk())

    def id_at(self, index: int) -> ArticleId | None:
        """Return the article in that place; None if there is no such place, or it isn't known yet."""
        source, start = self._place(index)
        return None if source is None else source.id_at(index - start)

    def row(self, index: int) -> ArticleRow | None:
        """Return the row in that place; None if the article has gone meanwhile."""
        source, start = self._place(index)
        return None if source is None else source.row(index - start)

    def together(self, index: int) -> Together | None:
        """Return what a row shows of its story; None if it is by itself in the list."""
        source, start = self._place(index)
        return None if source is None else source.together(index - start)

    def snippet(self, index: int) -> None:
        """Return no line, as nothing is searched for."""

    def index_of(self, id: ArticleId) -> int | None:
        """Return the place of an article; None if it isn't in the list."""
        try:
            if self._ladder is None:
                numbers = [_FIRST, _LAST]
            else:
                spot = self._library.windows.spot(self._listed, id)
                numbers = [] if spot is None else [self._ladder.window_at(self._listed, spot)]
            for number in numbers:
                source = self._source(number)
                index = source.index_of(id)
                if index is not None:
                    return self._start(number, source) + index
        except ReaderError as error:
            self._report(error)
        return None

    def story_of(self, id: ArticleId) -> list[ArticleId]:
        """Return all articles of its story in the list, the first one first; none if there is no other."""
        return self._library.windows.story(self._listed, id)

    def shown_for(self, id: ArticleId) -> ArticleId:
        """Return the article under which this one is folded; itself if it is under none."""
        try:
            story = self.story_of(id)
        except ReaderError:
            return id
        return id if not story or not self._listed.unfolded.isdisjoint(story) else story[0]

    def with_folded(self, ids: Sequence[ArticleId]) -> list[ArticleId]:
        """Return these articles, each with those that are folded under it."""
        if not self._listed.is_folded:
            return [*ids]
        shared = self._library.stories.numbers(ids)
        return [each for id in ids for each in (self._row_of(id) if id in shared else [id])]

    def _row_of(self, id: ArticleId) -> list[ArticleId]:
        """Return the articles that one row stands for."""
        story = self.story_of(id)
        return story if story[:1] == [id] and self._listed.unfolded.isdisjoint(story) else [id]

    def in_order(self, ids: Iterable[ArticleId]) -> list[ArticleId]:
        """Return those of these articles that have a row, in order."""
        wanted = list(ids)
        try:
            return self._library.windows.among(self._listed, wanted) if wanted else []
        except ReaderError as error:
            self._report(error)
            return []

    def way_from(self, id: ArticleId) -> WindowSiblings:
        """Return the way from an article to its neighbours."""
        return WindowSiblings(self._library, self._listed, id)

    def _place(self, index: int) -> tuple[RowSource | None, int]:
        """Return the window with a place, and where it starts; none if it isn't known."""
        if not 0 <= index < self._length:
            return None, 0
        try:
            if self._ladder is not None:
                number = self._ladder.window_of(index)
                return self._source(number), self._ladder.starts[number]
            first = self._source(_FIRST)
            if index < len(first):
                return first, 0
            last = self._source(_LAST)
            start = self._length - len(last)
            return (last, start) if index >= start else (None, 0)
        except ReaderError as error:
            self._report(error)
            return None, 0

    def _start(self, number: int, source: RowSource) -> int:
        """Return how many rows stand before a window."""
        if self._ladder is not None:
            return self._ladder.starts[number]
        return 0 if number == _FIRST else self._length - len(source)

    def _source(self, number: int) -> RowSource:
        """Return a window, from the store or the library."""
        source = self._sources.get(number)
        if source is None:
            if self._ladder is None:
                window = self._library.windows.window(self._listed, is_last=number == _LAST)
            else:
                window = self._library.windows.window(self._listed, *self._ladder.bounds(number))
            source = self._sources[number] = self._source_of(window)
            if len(self._sources) > MOST_WINDOWS:
                self._sources.popitem(last=False)
        self._sources.move_to_end(number)
        return source

    def _source_of(self, window: Window) -> RowSource:
        """Return the rows of a window."""
        return RowSource(self._library, window.folded, report=self._report)

    def _walk(self) -> Iterator[ArticleId]:
        """Go through the whole list."""
        for index in range(self._length):
            id = self.id_at(index)
            if id is not None:
                yield id


class WindowSiblings:
    """The way from an article to its neighbours in a list that is read a window at a time."""

    def __init__(self, library: Library, listed: Ordered, current: ArticleId) -> None:
        """Start at an article of the list."""
        self._library = library
        self._listed = listed
        self.visited = [current]
        """The articles that were read, the last one last."""

    def next(self, id: ArticleId) -> ArticleId | None:
        """Return the article below; None at the end."""
        return self._visit(self._library.windows.beside(self._now, id, 1))

    def previous(self, id: ArticleId) -> ArticleId | None:
        """Return the article above; None at the top."""
        return self._visit(self._library.windows.beside(self._now, id, -1))

    def next_unread(self, id: ArticleId) -> ArticleId | None:
        """Return the first unread article below, or else from the top; None if all are read."""
        return self._visit(self._library.windows.next_unread(self._now, id))

    @property
    def _now(self) -> Ordered:
        """The list, in which those that were read meanwhile keep their places."""
        return replace(self._listed, lingering=self._listed.lingering | frozenset(self.visited))

    def _visit(self, id: ArticleId | None) -> ArticleId | None:
        """Remember the article, so that the list can go to where reading ended."""
        if id is not None:
            self.visited.append(id)
        return id
