"""The library: the shelf, and what can be done with the articles on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.getters import query_one
from textual.screen import Screen

from tui_reader.library import Library
from tui_reader.models import ArticleId, Flag
from tui_reader.ui.actions import key_of, run
from tui_reader.ui.browser import browse
from tui_reader.ui.changing import carry_out
from tui_reader.ui.clipboard import addresses_in
from tui_reader.ui.folding import Folding
from tui_reader.ui.hints import hints
from tui_reader.ui.marking import called, redo, toggle, undo, why_not
from tui_reader.ui.reading_settings import ReadingSettings
from tui_reader.ui.reports import told
from tui_reader.ui.screens.add import AddScreen
from tui_reader.ui.screens.confirm import ConfirmScreen
from tui_reader.ui.screens.shelf import Shelf
from tui_reader.ui.sequences import KeySequences
from tui_reader.ui.tagging import edit_tags
from tui_reader.ui.widgets.article_list import ArticleList
from tui_reader.ui.widgets.header_line import HeaderLine
from tui_reader.ui.widgets.status_line import StatusLine


class LibraryScreen(KeySequences, Screen[None], inherit_bindings=False):
    """Lists articles, saves new ones, and marks them."""

    BINDING_GROUP_TITLE = "Library"
    BINDINGS = [
        Binding("a", "add", "add", tooltip="save an article", id="library.add"),
        Binding("!", "samples", "try the samples", tooltip="add the sample articles", id="library.samples"),
        Binding("m", "mark('read')", "read", tooltip="mark as read or unread", id="library.read"),
        Binding("s", "mark('starred')", "star", tooltip="give a star or take it away", id="library.star"),
        Binding("A", "mark('archived')", "archive", tooltip="archive or take out", id="library.archive"),
        Binding("t", "tags", "tags", tooltip="edit the tags", id="library.tags"),
        Binding("u", "undo", "undo", tooltip="undo the last change", id="library.undo"),
        Binding("E", "names", "names", tooltip="who and what the articles name", id="library.names"),
        Binding("p", "put_back", "put back", tooltip="put back from the trash", id="library.put-back"),
        Binding("dd", "trash", "delete", tooltip="move to the trash", id="library.trash", show=False),
        Binding("ctrl+r", "redo", "redo", tooltip="redo what was undone", id="library.redo", show=False),
        Binding("z", "fold", "fold", tooltip="show or fold the story", id="library.fold", show=False),
        Binding("Z", "fold_all", "stories", tooltip="fold stories or not", id="library.fold-all", show=False),
        Binding("X", "split", "split", tooltip="not the same story", id="library.split", show=False),
        Binding("r", "retry", "fetch again", id="library.retry", show=False),
        Binding("o", "browse", "browser", tooltip="open in the browser", id="library.browser", show=False),
        Binding("y", "copy", "copy", tooltip="copy the address", id="library.copy", show=False),
        Binding("q", "app.quit", "quit", id="library.quit", show=False),
    ]
    AUTO_FOCUS = "#articles"

    header = query_one(HeaderLine)
    """Name and numbers."""
    shelf = query_one(Shelf)
    """Views, list and search."""
    status = query_one(StatusLine)
    """Hints and messages."""

    def __init__(
        self,
        library: Library,
        *,
        now: Callable[[], datetime],
        stopwatch: Callable[[], float],
        reading: ReadingSettings,
        folding: Folding,
        seen: Callable[[], object],
        banner: str = "",
    ) -> None:
        """Take the library and what the parts of the screen need.

        Args:
            library: where the articles are.
            now: tells the time, in UTC.
            stopwatch: tells how long something takes, in seconds.
            reading: how articles are shown.
            folding: whether reports of one event are one row.
            seen: called when there is something to be seen: each time that the list has changed.
            banner: a remark for the first line.
        """
        super().__init__()
        self._library = library
        self._now = now
        self._stopwatch = stopwatch
        self._reading = reading
        self._folding = folding
        self._seen = seen
        self._banner = banner

    def compose(self) -> ComposeResult:
        """Lay out the lines from top to bottom."""
        yield HeaderLine(self._banner)
        shelf = Shelf(self._library, now=self._now, stopwatch=self._stopwatch)
        shelf.folding = self._folding
        yield shelf
        yield StatusLine().data_bind(LibraryScreen.held)

    def on_mount(self) -> None:
        """Keep the hints up to date."""
        self.bindings_updated_signal.subscribe(self, lambda _: self._show_hints())

    def on_screen_resume(self) -> None:
        """Go to where reading ended."""
        self.shelf.come_back()

    # Messages from below

    async def on_article_list_opened(self, message: ArticleList.Opened) -> None:
        """Open the article, or say why it can't be."""
        from tui_reader.ui.screens.article import ArticleScreen

        if self.app.screen is not self:  # Enter was pressed twice.
            return
        with told(self):
            row = next(iter(self._library.rows([message.id])), None)
            if row is None or not (row.is_readable or row.stage.is_pending):
                self.status.say(why_not(row, key_of(self, "library.retry")))
            else:
                way = self.shelf.neighbours_of(row.id)
                await self.app.push_screen(ArticleScreen(self._library, row.id, way, self._reading))

    def on_article_list_changed(self) -> None:
        """Show how many articles are selected."""
        self.status.selected = len(self.shelf.articles.selected)

    def on_shelf_counted(self, message: Shelf.Counted) -> None:
        """Show the numbers."""
        self.header.counts = message.counts

    def on_shelf_shown(self) -> None:
        """Tell that there is something to be seen."""
        self.call_after_refresh(self._seen)

    def on_shelf_told(self, message: Shelf.Told) -> None:
        """Show what there is to say."""
        self.status.say(message.text)

    async def on_status_line_clicked(self, message: StatusLine.Clicked) -> None:
        """Do what was clicked."""
        await run(self, message.binding)

    async def on_paste(self, event: events.Paste) -> None:
        """Offer to save addresses that are pasted into the list."""
        if addresses := addresses_in(event.text):
            event.stop()
            await self._open_add(" ".join(addresses))

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense: samples to begin with, marks where there are articles."""
        if not self.is_mounted:
            return True
        if action == "samples":
            return self.shelf.is_empty
        if action == "put_back":
            return self.shelf.is_trash
        return not self.shelf.is_empty or action in ("add", "names", "app.quit")

    async def action_add(self) -> None:
        """Ask for addresses to save."""
        await self._open_add("")

    def action_samples(self) -> None:
        """Save the sample articles."""
        number = len(self._library.add_samples())
        self._done(f"{number} sample articles are on their way.")

    def action_retry(self) -> None:
        """Fetch the articles again."""
        if ids := self.shelf.chosen:
            self._library.retry(ids)
            self._done(f"Fetching {called(self._library, ids)} again.")

    def action_mark(self, flag: str) -> None:
        """Set a mark; clear it if all the articles have it."""
        if ids := self.shelf.targets:
            if flag == Flag.READ:
                self.shelf.linger(ids)
            self._done(toggle(self._library, ids, Flag(flag)))

    def action_put_back(self) -> None:
        """Take out of the trash."""
        if ids := self.shelf.targets:
            self._done(toggle(self._library, ids, Flag.TRASHED))

    def action_fold(self) -> None:
        """Show the other reports of the story, or fold them again."""
        if story := self.shelf.story:
            self.shelf.refold(self.shelf.folding.turned(story), story[0])
        else:
            self.status.say("No other article here reports it.")

    def action_fold_all(self) -> None:
        """Fold stories from now on, or no longer."""
        is_on = not self.shelf.folding.is_on
        self.status.say("A story is one row." if is_on else "Every report has a row of its own.")
        self.shelf.refold(Folding(is_on))

    def action_split(self) -> None:
        """Take out of their stories for good."""
        if ids := [ArticleId(id) for id in self._library.stories.numbers(self.shelf.chosen)]:
            self._library.stories.split(ids)
            undo = key_of(self, "library.undo")
            self._done(f"A story of its own: {called(self._library, ids)} · {undo} takes it back")
        else:
            self.status.say("No other article reports it.")

    async def action_trash(self) -> None:
        """Move to the trash; from the trash, delete for good after a question."""
        ids = self.shelf.targets
        if ids and self.shelf.is_trash:
            question = f"Delete {called(self._library, ids)} for good? This can't be undone."
            await self.app.push_screen(
                ConfirmScreen(question, "delete"), lambda yes: self._delete(ids) if yes else None
            )
        elif ids:
            done = toggle(self._library, ids, Flag.TRASHED)
            undo = key_of(self, "library.undo")
            self._done(f"{done} · {undo} takes it back" if undo else done)

    async def action_tags(self) -> None:
        """Edit the tags."""
        if ids := self.shelf.targets:
            await edit_tags(self, self._library, ids, self._done)

    async def action_names(self) -> None:
        """Show the names of the library, or say why there are none."""
        if self.shelf.is_empty:
            key = key_of(self, "library.add")
            self.status.say(f"Nothing is saved, so nobody is named yet; {key} saves an article.")
            return
        from tui_reader.ui.screens.entities import EntitiesScreen

        await self.app.push_screen(EntitiesScreen(self._library, now=self._now, reading=self._reading))

    def action_undo(self) -> None:
        """Take back the last change."""
        carry_out(self, partial(undo, self._library), self._done)

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        carry_out(self, partial(redo, self._library), self._done)

    def action_copy(self) -> None:
        """Put the addresses on the clipboard."""
        urls = [row.url for row in self._library.rows(self.shelf.chosen) if row.url]
        if urls:
            self.app.copy_to_clipboard("\n".join(urls))
            self.status.say(f"Copied {urls[0]}" if len(urls) == 1 else f"Copied {len(urls)} addresses.")
        else:
            self.status.say("It has no address.")

    def action_browse(self) -> None:
        """Open the article in the browser."""
        rows = self._library.rows(self.shelf.chosen[:1])
        if rows and rows[0].url:
            self.status.say(f"Opening {rows[0].url}")
            browse(self, rows[0].url)
        else:
            self.status.say("It has no address.")

    async def _open_add(self, text: str) -> None:
        """Ask for addresses, with some filled in, and go to what is saved."""
        await self.app.push_screen(
            AddScreen(self._library, text), lambda ids: self.shelf.show_new(ids[-1]) if ids else None
        )

    def _delete(self, ids: list[ArticleId]) -> None:
        """Delete for good."""
        with told(self):
            what = called(self._library, ids)
            self._library.delete(ids)
            self._done(f"Deleted: {what}")

    def _done(self, message: str) -> None:
        """Say what was done and show it."""
        self.status.say(message)
        self.shelf.articles.select(set())
        self.shelf.reload()

    def _show_hints(self) -> None:
        """Show the keys that are worth a hint: of the search while it is typed, else of everything else."""
        search = self.shelf.search
        without = ("library.names",) if self.shelf.is_empty else ()
        self.status.hints = hints(self, of=search if search.field.has_focus else None, without=without)
