"""The part of the library screen that finds articles: views, order, search, and the list."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.worker import get_current_worker

from tui_reader.coverage import Folded
from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.lines.rows import Setting
from tui_reader.models import ArticleId, Counts, Sort
from tui_reader.queries import Query
from tui_reader.ui.actions import key_of
from tui_reader.ui.answers import Answer
from tui_reader.ui.finding import Listed, SnippetsRead, answers
from tui_reader.ui.folding import Folding
from tui_reader.ui.notices import notice
from tui_reader.ui.reports import report, told
from tui_reader.ui.rows import RowSource
from tui_reader.ui.screens.searching import Searching
from tui_reader.ui.screens.shelf_keys import KEYS
from tui_reader.ui.screens.shelf_messages import ShelfMessages
from tui_reader.ui.screens.sort import Order, SortScreen
from tui_reader.ui.sources import Followable, Source, source_of, way_from
from tui_reader.ui.views import ALL, TRASH, UNREAD, Listing, View, beside
from tui_reader.ui.widgets.article_list import ArticleList
from tui_reader.ui.widgets.search_bar import SearchBar
from tui_reader.ui.widgets.view_bar import ViewBar
from tui_reader.values import replace

POLL: Final = 0.25
"""Seconds between two looks at whether the library has changed."""
AGE: Final = 30.0
"""Seconds after which ages are counted again."""


class Shelf(ShelfMessages, Vertical):
    """Shows the articles of a view or a search, always as they are in the library now."""

    BINDING_GROUP_TITLE = "Finding"
    BINDINGS = [*KEYS]

    bar = query_one(ViewBar)
    """Views and order."""
    articles = query_one("#articles", ArticleList)
    """The list."""
    search = query_one(SearchBar)
    """The search."""

    def __init__(
        self, library: Library, *, now: Callable[[], datetime], stopwatch: Callable[[], float]
    ) -> None:
        """Take the library and two clocks: the time, and seconds to measure with."""
        super().__init__()
        self._library = library
        self._now = now
        self._stopwatch = stopwatch
        self.counts = Counts()
        """The numbers of the library; all zero until it has answered for the first time."""
        self._views: Sequence[View] = ()
        self._is_new = True
        self._listing = Listing(UNREAD)
        self._source: Source = RowSource(library, Folded(array("q")), report=partial(report, self))
        self.folding = Folding()
        """Which stories are one row; see `refold`."""
        self._lingering: set[int] = set()
        self._siblings: Followable | None = None
        self._seen = -1
        self._asked: tuple[Listing, bool] | None = None
        self._is_partial = False
        self._wanted: ArticleId | None = None

    def compose(self) -> ComposeResult:
        """Lay out views, list and search."""
        yield ViewBar()
        yield ArticleList(id="articles")
        yield Searching(self._library, now=self._now)

    def on_mount(self) -> None:
        """Fill the list and keep it up to date."""
        self.set_interval(POLL, self.poll)
        self.set_interval(AGE, self._count_ages)
        self._count_ages()
        self.reload(keep_place=False)

    @property
    def is_empty(self) -> bool:
        """Whether the library is known to hold nothing."""
        return not (self._is_new or self.counts.saved or self.counts.trashed)

    @property
    def is_trash(self) -> bool:
        """Whether the list shows what was deleted."""
        return self._listing.view is TRASH

    @property
    def ids(self) -> Sequence[int]:
        """The articles in the list, in order."""
        return self._source.ids

    @property
    def targets(self) -> list[ArticleId]:
        """What a change is for: the articles of the chosen rows, those that are folded under them too."""
        return self._source.with_folded(self.chosen)

    @property
    def chosen(self) -> list[ArticleId]:
        """The selected rows in the order of the list, or the current one, each as the article it shows."""
        if self.articles.selected:
            return self._source.in_order(self.articles.selected)
        return [] if self.articles.current is None else [self.articles.current]

    @property
    def story(self) -> Sequence[ArticleId]:
        """All articles here of the story at the cursor; none if there is no other than the one there."""
        return () if self.articles.current is None else self._source.story_of(self.articles.current)

    def refold(self, folding: Folding, head: ArticleId | None = None) -> None:
        """Fold otherwise, and go to the first article of a story."""
        self.folding, self._wanted = folding, head
        self.reload()

    def neighbours_of(self, id: ArticleId) -> Followable:
        """Return the way from this article to its neighbours, to be followed with `come_back`."""
        self._siblings = self._way_from(id)
        return self._siblings

    def come_back(self) -> None:
        """Go to where reading ended, and leave what was read in its place."""
        if self._siblings is not None:
            self.linger(self._siblings.visited)
            self.articles.go_to(self._siblings.visited[-1])
            self._siblings = None
            self.reload()

    def linger(self, ids: list[ArticleId]) -> None:
        """Let these articles stay in the view until it is left, though they may be read now."""
        self._lingering |= set(ids)

    def show_new(self, id: ArticleId) -> None:
        """Go to an article that was just saved."""
        self._wanted = id
        if self._listing.search is not None or self._listing.view not in (UNREAD, ALL):
            self.show_view(ALL)
        else:
            self.reload()

    def show_view(self, view: View) -> None:
        """Show a view from its top and end the search."""
        self.search.close()
        self._lingering.clear()
        self.articles.select(set())
        self._listing = replace(self._listing, view=view, search=None)
        self.articles.focus()
        self.reload(keep_place=False)
        self.refresh_bindings()

    def reload(self, *, keep_place: bool = True) -> None:
        """Ask the library again, in the background; only the last question's answer counts."""
        try:
            self._seen = self._library.version()
        except ReaderError as error:
            report(self, error)
            return
        # The question before, if it has no answer yet, gets none: what it wanted is wanted of this one.
        if self._asked is not None and self._asked[0] == self._listing:
            keep_place = keep_place and self._asked[1]
        self._asked, self._is_partial = (self._listing, keep_place), False
        read_now = self._siblings.visited if self._siblings is not None else ()
        self._ask(self._listing, self._lingering.union(read_now), keep_place)

    @work(thread=True, exclusive=True, group="list", exit_on_error=False)
    def _ask(self, listing: Listing, lingering: set[int], keep_place: bool) -> None:
        """Post which articles the listing has, unless something else was asked meanwhile."""
        worker = get_current_worker()
        asked = partial(answers, self._library, listing, lingering, self.folding, self._stopwatch)
        try:
            for found in asked(keep_place=keep_place, is_over=lambda: worker.is_cancelled):
                self.post_message(Listed(found, keep_place))
                keep_place = True
        except ReaderError as error:
            self.post_message(self.Unanswered(error))

    def on_shelf_unanswered(self, message: ShelfMessages.Unanswered) -> None:
        """Tell why the library can't say what it has."""
        message.stop()
        self._asked = None
        report(self, message.error)

    def on_shelf_listed(self, message: Listed) -> None:
        """Show the articles unless something else is wanted by now."""
        message.stop()
        found = message.answer
        if found.listing != self._listing:
            return
        self._asked = None if found.is_last else (found.listing, True)
        is_longer, self._is_partial = self._is_partial, not found.is_whole
        if found.is_whole:
            is_all_read = self._is_new and self._listing.view is UNREAD and not found.counts.unread
            if is_all_read:
                self._listing = Listing(ALL)
            self._show_counts(found)
            if is_all_read:
                self.reload(keep_place=False)
                return
        elif not found.listing.view_name:
            self.bar.active = ""
        key, search = partial(key_of, self.screen), found.listing.search
        if is_longer and isinstance(self._source, RowSource):
            self._source.lengthen(found.folded)
        else:
            self._source = source = source_of(
                self._library,
                found,
                want=lambda ids: self._read_snippets(source, search, ids),
                report=partial(report, self),
            )
        self.articles.notice = notice(found.listing, found.counts, key) if found.is_whole else ()
        self.articles.show(self._source, keep_place=is_longer or message.keep_place)
        if self._wanted is not None:
            self.articles.go_to(self._source.shown_for(self._wanted))
            self._wanted = None
        if search is not None:
            self.search.tell_found(len(self._source), found.seconds, is_whole=found.is_whole)
        self.post_message(self.Shown())

    @work(thread=True, group="snippets", exit_on_error=False)
    def _read_snippets(self, source: Source, search: Query | None, ids: Sequence[int]) -> None:
        """Post the lines around what was searched for, unless the list shows something else by now."""
        if search is None or source is not self._source:
            return
        with told(self):
            self.post_message(SnippetsRead(source, ids, self._library.snippets(search, ids)))

    def on_shelf_snippets_read(self, message: SnippetsRead) -> None:
        """Show the lines around what was searched for."""
        message.stop()
        if isinstance(message.source, RowSource):
            message.source.take_snippets(message.ids, message.snippets)
        if message.source is self._source:
            self.articles.redraw()

    # Messages from below

    def on_view_bar_chosen(self, message: ViewBar.Chosen) -> None:
        """Show the view that was clicked."""
        for view in self._views:
            if view.name == message.name:
                self.show_view(view)

    async def on_view_bar_sort_clicked(self) -> None:
        """Choose the order."""
        await self.action_sort()

    def on_searching_asked(self, message: Searching.Asked) -> None:
        """Show what is searched for."""
        self._look_for(replace(self._listing, search=message.query, is_within=self.search.is_within))

    def on_searching_accepted(self) -> None:
        """Go to the results; an empty search ends."""
        if self._listing.search is None and not self.search.text.strip():
            self.search.close()
        self.articles.focus()

    def on_searching_cancelled(self) -> None:
        """End the search."""
        self._end_search()

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to look for articles only where there are some."""
        return not (
            self.is_empty
            and action in ("search", "filter", "match", "next_unread", "sort", "fold", "fold_all")
        )

    def action_search(self) -> None:
        """Type a search through the whole library."""
        self._open_search(is_within=False)

    def action_filter(self) -> None:
        """Type a search within the view."""
        self._open_search(is_within=True)

    def action_match(self, step: int) -> None:
        """Go to the next result, from the last one to the first."""
        if self._listing.search is None:
            key = key_of(self.screen, "library.search")
            self.post_message(self.Told(f"Nothing is searched for; {key} begins a search."))
        elif len(self._source):
            current = self.articles.current
            index = (self._source.index_of(current) if current is not None else None) or 0
            id = self._source.id_at((index + step) % len(self._source))
            if id is not None:
                self.articles.go_to(id)

    def action_next_unread(self) -> None:
        """Go to the next unread article of the list."""
        current = self.articles.current
        if current is not None:
            found = self._way_from(current).next_unread(current)
            if found is None:
                self.post_message(self.Told("Everything here is read."))
            else:
                self.articles.go_to(found)

    def action_view(self, number: int) -> None:
        """Show the view in that place of the bar."""
        if number <= len(self._views):
            self.show_view(self._views[number - 1])

    def action_next_view(self, step: int) -> None:
        """Show the view beside this one."""
        if self._views:
            self.show_view(beside(self._views, self._listing.view, step))

    async def action_sort(self) -> None:
        """Choose the order."""
        screen = SortScreen(self._listing.sort, is_reversed=self._listing.is_reversed)
        await self.app.push_screen(screen, self._order)

    def action_clear(self) -> None:
        """Select nothing; if nothing was selected, end the search."""
        if self.articles.selected:
            self.articles.select(set())
        elif self.search.display:
            self._end_search()

    def _way_from(self, id: ArticleId) -> Followable:
        """Return the way from this article to its neighbours in the list."""
        return way_from(self._library, self._listing, self._source, id)

    def _order(self, order: Order | None) -> None:
        """Put the list into another order."""
        if order is not None:
            self._listing = replace(self._listing, sort=order[0], is_reversed=order[1])
            self._count_ages()
            self.reload()

    def _open_search(self, *, is_within: bool) -> None:
        """Type a search of this kind."""
        if is_within != self.search.is_within:
            self._look_for(replace(self._listing, search=None))
        self.search.open(is_within=is_within)

    def _end_search(self) -> None:
        """Show the view again, at the article where the search ended."""
        self.search.close()
        self._look_for(replace(self._listing, search=None), keep_place=True)
        self.articles.focus()

    def _look_for(self, listing: Listing, *, keep_place: bool = False) -> None:
        """Show what was found, from its top."""
        if listing != self._listing:
            self._listing = listing
            self.reload(keep_place=keep_place)

    def poll(self) -> None:
        """Look whether anything has changed, by whichever program."""
        try:
            has_changed = self._library.version() != self._seen
        except ReaderError:
            return  # The library can't be read just now; whoever asks it for something tells why.
        # While much is being saved, each question is still answered; the next look asks again.
        if has_changed and self._asked is None:
            self.reload()

    def _count_ages(self) -> None:
        """Count the ages of the articles from now."""
        by_published, retry = self._listing.sort is Sort.PUBLISHED, key_of(self.screen, "library.retry")
        self.articles.reset(Setting(80, self._now(), retry=retry, is_by_published=by_published))

    def _show_counts(self, answer: Answer) -> None:
        """Show the views and the order, and pass the numbers on."""
        was_empty, self.counts, self._is_new = self.is_empty, answer.counts, False
        self._views, self.bar.tabs = answer.views, answer.tabs
        # By what is in it, for a followed name may be called otherwise by now.
        name = next((view.name for view in self._views if view.query == self._listing.view.query), "")
        self.bar.active = name if self._listing.view_name else ""
        self.bar.sort = self._listing.order_name
        self.post_message(self.Counted(self.counts))
        if was_empty != self.is_empty:
            self.refresh_bindings()
