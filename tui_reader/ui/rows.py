"""Gives the list its rows: all ids at once, the rows a page at a time when they are looked at.

Lines around what was searched for take longer than may pass between a key and the screen, so they are
asked for when they are looked at, and given when they are there.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tui_reader.coverage import Under
from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.models import ArticleId, ArticleRow, Snippet
from tui_reader.queries import Filter, Query
from tui_reader.ui.views import both
from tui_reader.ui.widgets.story_line import MOST_TOLD, Together

PAGE: Final = 64
"""Rows read at once: more than fit on most screens."""
MOST_PAGES: Final = 32
"""Pages kept; the longest unseen goes first."""
SNIPPETS: Final = 16
"""Snippets asked for at once."""

_ON_ITS_WAY: Final = Snippet("", ())
_UNREAD: Final = Query(filters=(Filter("is", "unread"),))

Page = dict[int, ArticleRow]


class RowSource:
    """The articles of one listing; a row takes well under a millisecond wherever it stands."""

    def __init__(
        self,
        library: Library,
        ids: array[int],
        *,
        search: Query | None = None,
        under: Mapping[int, Under] = MappingProxyType({}),
        want: Callable[[Sequence[int]], object] = lambda ids: None,
        report: Callable[[ReaderError], None],
    ) -> None:
        """Take the articles.

        Args:
            library: where the rows are.
            ids: the articles in order.
            search: what was searched for, if anything.
            under: what is folded under articles, and what stands below those that are unfolded.
            want: called with articles whose snippets are looked at for the first time.
            report: called with the reason when rows can't be read.
        """
        self.ids = ids
        self._library = library
        self._search = search if search is not None and search.terms else None
        self._under = under
        self._heads = {id: head for head, each in under.items() if each.is_open for id in each.ids}
        self._want = want
        self._report = report
        self._has_failed = False
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._snippets: dict[int, dict[int, Snippet] | None] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def has_snippets(self) -> bool:
        """Whether the rows have a line around what was searched for."""
        return self._search is not None

    @property
    def words(self) -> tuple[str, ...]:
        """What was searched for, to be marked in headlines."""
        return tuple(term.text for term in self._search.terms if not term.is_excluded) if self._search else ()

    def id_at(self, index: int) -> ArticleId | None:
        """Return the article in that place; None if there is no such place."""
        return ArticleId(self.ids[index]) if 0 <= index < len(self.ids) else None

    def index_of(self, id: ArticleId) -> int | None:
        """Return the place of an article; None if it isn't in the list."""
        try:
            return self.ids.index(id)
        except ValueError:
            return None

    def row(self, index: int) -> ArticleRow | None:
        """Return the row in that place; None if the article has gone meanwhile."""
        id = self.id_at(index)
        return None if id is None else self._page(index).get(id)

    def together(self, index: int) -> Together | None:
        """Return what a row shows of its story; None if it is by itself in the list."""
        id = self.id_at(index)
        if id is None:
            return None
        head = self._heads.get(id, id)
        under = self._under.get(head)
        if under is None:
            return None
        rows = self._page(index)
        others = [rows[each] for each in under.ids[:MOST_TOLD] if each in rows]
        told = tuple((row.title, row.site) for row in others) if id == head else ()
        is_last = id == under.ids[-1]
        return Together(told, len(under.ids), under.copies, under.is_open, id != head, is_last)

    def story_of(self, id: ArticleId) -> tuple[ArticleId, Under] | None:
        """Return the first article of its story in the list, and the others; None if there is no other."""
        for head, under in self._under.items():
            if id == head or id in under.ids:
                return ArticleId(head), under
        return None

    def shown_for(self, id: ArticleId) -> ArticleId:
        """Return the article under which this one is folded; itself if it is under none."""
        story = self.story_of(id)
        return id if story is None or story[1].is_open else story[0]

    def snippet(self, index: int) -> Snippet | None:
        """Return the line around what was searched for: None if there is none, empty if it is on its way."""
        id = self.id_at(index)
        if id is None or self._search is None:
            return None
        number = index // SNIPPETS
        if number not in self._snippets:
            self._snippets[number] = None
            self._want(self.ids[number * SNIPPETS : (number + 1) * SNIPPETS])
        found = self._snippets[number]
        return _ON_ITS_WAY if found is None else found.get(id)

    def take_snippets(self, ids: Sequence[int], snippets: dict[int, Snippet]) -> None:
        """Take the snippets of articles that were asked for."""
        first = self.index_of(ArticleId(ids[0]))
        if first is not None:
            self._snippets[first // SNIPPETS] = snippets

    def _page(self, index: int) -> Page:
        """Return the page around a place, from the store or the library."""
        number = index // PAGE
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        ids = self.ids[number * PAGE : (number + 1) * PAGE]
        folded = [id for head in ids if head in self._under for id in self._under[head].ids[:MOST_TOLD]]
        try:
            page: Page = {row.id: row for row in self._library.rows([*ids, *folded])}
        except ReaderError as error:
            # The rows are asked for again when they are next drawn; the reason is told once.
            if not self._has_failed:
                self._has_failed = True
                self._report(error)
            return {}
        self._has_failed = False
        self._pages[number] = page
        if len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)
        return page


class Siblings:
    """The way from an article to its neighbours in the list from which it was opened."""

    def __init__(self, library: Library, query: Query, ids: array[int], current: ArticleId) -> None:
        """Start at an article of the list with what the query asked for."""
        self._library = library
        self._query = query
        self._ids = ids
        self.visited = [current]
        """The articles that were read, the last one last."""

    def next(self, id: ArticleId) -> ArticleId | None:
        """Return the article below; None at the end."""
        return self._step(id, 1)

    def previous(self, id: ArticleId) -> ArticleId | None:
        """Return the article above; None at the top."""
        return self._step(id, -1)

    def next_unread(self, id: ArticleId) -> ArticleId | None:
        """Return the first unread article below, or else from the top; None if all are read."""
        place = self._place(id)
        unread = set(self._library.ids(both(self._query, _UNREAD)))
        order = [id for id in self._ids[place + 1 :] + self._ids[: max(0, place)] if id in unread]
        for start in range(0, len(order), PAGE):
            for row in self._library.rows(order[start : start + PAGE]):
                if row.is_readable:
                    return self._visit(row.id)
        return None

    def _step(self, id: ArticleId, step: int) -> ArticleId | None:
        """Return the nearest article in that direction that has a text."""
        place = self._place(id) + step
        while 0 <= place < len(self._ids):
            rows = self._library.rows(self._ids[place : place + 1])
            if rows and rows[0].is_readable:
                return self._visit(rows[0].id)
            place += step
        return None

    def _place(self, id: ArticleId) -> int:
        """Return where the article stands; before the first if it doesn't."""
        try:
            return self._ids.index(id)
        except ValueError:
            return -1

    def _visit(self, id: ArticleId) -> ArticleId:
        """Remember the article, so that the list can go to where reading ended."""
        self.visited.append(id)
        return id
