"""Gives the list its rows: all ids at once, the rows a page at a time when they are looked at.

Lines around what was searched for take longer than may pass between a key and the screen, so they are
asked for when they are looked at, and given when they are there.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from tui_reader.coverage import Folded
from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.limits import MOST_TOLD
from tui_reader.lines.stories import Together
from tui_reader.models import ArticleId, ArticleRow, Snippet
from tui_reader.queries import Filter, Query
from tui_reader.ui.views import both

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
        folded: Folded,
        *,
        search: Query | None = None,
        want: Callable[[Sequence[int]], object] = lambda ids: None,
        report: Callable[[ReaderError], None],
    ) -> None:
        """Take the articles.

        Args:
            library: where the rows are.
            folded: the articles in order, and those that are kept under others.
            search: what was searched for, if anything.
            want: called with articles whose snippets are looked at for the first time.
            report: called with the reason when rows can't be read.
        """
        self.ids = folded.ids
        self._library = library
        self._search = search if search is not None and search.terms else None
        self._folded = folded
        self._heads = {id: head for head in folded.opened for id in folded.under[head]}
        self._texts: dict[int, int] = {}
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

    def lengthen(self, folded: Folded) -> None:
        """Take an answer that begins with the articles that are there, and goes on."""
        self._pages.pop(len(self.ids) // PAGE, None)
        self._snippets.pop(len(self.ids) // SNIPPETS, None)
        self.ids, self._folded = folded.ids, folded

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
        under = self._folded.under.get(head)
        if under is None:
            return None
        rows = self._page(index)
        others = [rows[each] for each in under[:MOST_TOLD] if each in rows] if id == head else []
        texts = {self._texts.get(each, each) for each in (head, *under)}
        return Together(
            others=tuple((row.title, row.site) for row in others),
            number=len(under),
            copies=len(under) + 1 - len(texts),
            is_open=head in self._folded.opened,
            is_under=id != head,
            is_last=id == under[-1],
        )

    def story_of(self, id: ArticleId) -> list[ArticleId]:
        """Return all articles of its story in the list, the first one first; none if there is no other."""
        for head, under in self._folded.under.items():
            if id == head or id in under:
                return [ArticleId(each) for each in (head, *under)]
        return []

    def shown_for(self, id: ArticleId) -> ArticleId:
        """Return the article under which this one is folded; itself if it is under none."""
        story = self.story_of(id)
        return id if not story or story[0] in self._folded.opened else story[0]

    def with_folded(self, ids: Sequence[ArticleId]) -> list[ArticleId]:
        """Return these articles, each with those that are folded under it."""
        folded = self._folded
        under = {id: folded.under.get(id, ()) for id in ids if id not in folded.opened}
        return [ArticleId(each) for id in ids for each in (id, *under.get(id, ()))]

    def in_order(self, ids: Iterable[ArticleId]) -> list[ArticleId]:
        """Return those of these articles that have a row, in order."""
        wanted = set(ids)
        return [ArticleId(id) for id in self.ids if id in wanted] if wanted else []

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
        # Those of the last articles are asked for again if more have come after them meanwhile.
        if first is not None and len(ids) == len(self.ids[first : first + SNIPPETS]):
            self._snippets[first // SNIPPETS] = snippets

    def _page(self, index: int) -> Page:
        """Return the page around a place, from the store or the library."""
        number = index // PAGE
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        ids = self.ids[number * PAGE : (number + 1) * PAGE]
        there = [head for head in ids if head in self._folded.under]
        told = [id for head in there for id in self._folded.under[head][:MOST_TOLD]]
        try:
            page: Page = {row.id: row for row in self._library.rows([*ids, *told])}
            if there:
                whole = [id for head in there for id in (head, *self._folded.under[head])]
                self._texts |= self._library.stories.texts(whole)
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
