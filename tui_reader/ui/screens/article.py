"""The screen on which an article is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from tui_reader.library import Library
from tui_reader.models import ArticleId, ArticleRow, Document, Flag, Names, Position
from tui_reader.places import carried_over
from tui_reader.reading.notice import names_remark, notice
from tui_reader.ui.actions import key_of, run
from tui_reader.ui.changing import carry_out
from tui_reader.ui.hints import hints
from tui_reader.ui.marking import redo, toggle, undo
from tui_reader.ui.neighbours import NONE_LEFT, Neighbours, Way, neighbour
from tui_reader.ui.open_article import OpenArticle
from tui_reader.ui.reading_settings import ReadingSettings
from tui_reader.ui.related_foot import RelatedFoot
from tui_reader.ui.reports import told
from tui_reader.ui.screens.article_keys import KEYS
from tui_reader.ui.screens.article_marks import ArticleMarks
from tui_reader.ui.screens.article_ways import ArticleWays
from tui_reader.ui.sequences import KeySequences
from tui_reader.ui.tagging import edit_tags
from tui_reader.ui.trail import Trail, Visit
from tui_reader.ui.widgets.page_view import PageView
from tui_reader.ui.widgets.progress_line import marks
from tui_reader.ui.widgets.reader import Reader
from tui_reader.ui.widgets.status_line import StatusLine

TALL = 30
"""Rows from which a blank one parts the text from the lines below it."""
SETTLING = 1.0
"""Seconds that a place is looked at before it is remembered."""
LOOKING = 0.5
"""Seconds between two looks at an article that is on its way."""


class ArticleScreen(KeySequences, ArticleWays, ArticleMarks, inherit_bindings=False):
    """Shows one article of a list, and from there its neighbours."""

    BINDING_GROUP_TITLE = "Article"
    BINDINGS = [*KEYS]
    AUTO_FOCUS = "#text"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (TALL, "-tall")]
    CSS = """
    ArticleScreen {
        StatusLine { margin: 0; padding: 0 2; }
        &.-tall ProgressLine { height: 2; padding: 1 2 0 2; }
        &.-zen StatusLine { display: none; }
    }
    """

    reader = query_one(Reader)
    """The article."""
    status = query_one(StatusLine)
    """Hints and messages."""

    @dataclass
    class WholePage(Message):
        """The whole page has been read from the bytes that were kept."""

        id: ArticleId
        document: Document

    def __init__(
        self,
        library: Library,
        id: ArticleId,
        neighbours: Neighbours,
        settings: ReadingSettings | None = None,
        *,
        visit: Visit | None = None,
    ) -> None:
        """Take what is read and how.

        Args:
            library: where the articles are.
            id: the article to begin with.
            neighbours: the list that it stands in.
            settings: how articles are shown.
            visit: for who comes from a dossier, where the name stands; the list of jumps leads back there.
        """
        super().__init__()
        self._library = library
        self._neighbours = neighbours
        self._settings = settings or ReadingSettings()
        self._article = OpenArticle(library, id)
        self._visit = visit
        self._trail = Trail(self, library, self._settings)
        self._foot = RelatedFoot(self, library, self._open_above)
        self._settled: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the article and the hints."""
        yield Reader(self._settings)
        yield StatusLine()

    def on_mount(self) -> None:
        """Open the article, or go back if it can't be read."""
        self.bindings_updated_signal.subscribe(self, self._show_hints)
        self.set_interval(LOOKING, self.look)
        with told(self):
            self._open(self._article.id, self._visit.at if self._visit is not None else None)
        if self._article.row is None:
            self.dismiss()

    def on_unmount(self) -> None:
        """Remember the place when the app ends."""
        self._remember()

    def watch_held(self, held: str) -> None:
        """Show the keys that wait for another."""
        self.status.held = held

    # Messages from below

    def on_page_view_moved(self, message: PageView.Moved) -> None:
        """Remember the place when the eye has settled on it."""
        if not self._article.is_being_read:
            return
        self._article.move_to(message.position, message.share)
        if self._settled is not None:
            self._settled.stop()
        self._settled = self.set_timer(SETTLING, self._remember)

    def on_marking_reader_said(self, message: Reader.Said) -> None:
        """Say it."""
        self.status.say(message.text)

    def on_status_line_clicked(self, message: StatusLine.Clicked) -> None:
        """Do what the hint says."""
        self.run_worker(run(self, message.binding))

    def on_article_screen_whole_page(self, message: WholePage) -> None:
        """Show the whole page."""
        if message.id == self._article.id:
            self._article.is_whole = True
            self._show(message.document, Names(), Position())
            self.status.say(f"The whole page, not cleaned; {self._whole_key} shows the article again.")

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let every key be text while typing."""
        return not (self.is_mounted and self.reader.is_typing)

    def action_back(self) -> None:
        """Remember the place and go back to the list, or to the dossier."""
        self._leave()
        if self._visit is not None:
            self._visit.id, self._visit.at = self._article.id, self.reader.text.position
        self.dismiss()

    def action_escape(self) -> None:
        """Let go of the hits and of the chosen name; with neither, go back."""
        if self.reader.is_bare:
            self.action_zen()
        elif not self.reader.let_go():
            self.action_back()

    def action_go(self, way: Way) -> None:
        """Read a neighbour: the next, the previous, or the next unread article."""
        target = neighbour(self._neighbours, self._article.id, way)
        if target is None:
            self.status.say(NONE_LEFT[way])
        else:
            self._leave()
            self._open(target)

    def action_mark(self, flag: str) -> None:
        """Set a mark of the article, or clear it."""
        self._done(toggle(self._library, [self._article.id], Flag(flag)))

    def action_trash(self) -> None:
        """Move the article to the trash and read the next one; after the last, go back to the list."""
        if self._article.row is not None and self._article.row.is_trashed:
            self.status.say("It is in the trash already.")
            return
        done = toggle(self._library, [self._article.id], Flag.TRASHED)
        said = f"{done} · {key_of(self, 'article.undo')} takes it back"
        target = self._neighbours.next(self._article.id)
        self._leave()
        if target is None:
            self.app.notify(said, markup=False)
            self.dismiss()
        else:
            self._open(target)
            self.status.say(said)

    async def action_tags(self) -> None:
        """Edit the tags of the article."""
        if self._article.row is not None:
            await edit_tags(self, self._library, [self._article.id], self._done)

    def action_undo(self) -> None:
        """Take back the last change."""
        carry_out(self, partial(undo, self._library), self._said)

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        carry_out(self, partial(redo, self._library), self._said)

    def action_refetch(self) -> None:
        """Fetch the page again; the text stays until the new one is there."""
        self._library.retry([self._article.id])
        self._done("It is fetched again.")

    def action_whole(self) -> None:
        """Show the whole page, or the cleaned article again."""
        if self._article.is_whole:
            self._open(self._article.id)
        else:
            self._leave()
            self._read_whole_page(self._article.id)

    def action_zen(self) -> None:
        """Show nothing but the text, or everything again."""
        self.reader.is_bare = not self.reader.is_bare
        self.set_class(self.reader.is_bare, "-zen")

    # What they share

    def _open(self, id: ArticleId, at: Position | None = None, *, is_anew: bool = False) -> None:
        """Show an article where reading stopped, or at a name; mark it as read unless it was open already."""
        row, names, position = self._article.open(id, at)
        self._trail.forget()
        if not row.is_readable:
            self._show_notice(row)
            return
        self._show(self._article.document, names, position, at)
        self._foot.seek(id)
        if self._article.document.doubts:
            self.status.say(f"{self._whole_key} shows the whole page.")
        if not row.is_read and not is_anew:
            with told(self):
                self._library.mark_opened(id)
                self._refresh_row()

    async def _open_above(self, id: ArticleId, neighbours: Neighbours) -> None:
        """Open another article; whoever goes back from there finds this one as it was."""
        self._leave()
        await self.app.push_screen(ArticleScreen(self._library, id, neighbours, self._settings))

    def _show(self, document: Document, names: Names, position: Position, at: Position | None = None) -> None:
        """Put a document on the screen."""
        self._article.show_instead(document)
        self._foot.clear()
        others, who = (self._article.others(), self._article.who) if names.entities else ({}, {})
        self.reader.show(document, names, position, self._remark(names), others=others, who=who, at=at)
        self.show_highlights()
        self._show_marks()

    def _show_notice(self, row: ArticleRow) -> None:
        """Show why there is no text, and the keys that do something about it."""
        retry, browser, back = (key_of(self, f"article.{name}") for name in ("refetch", "browser", "back"))
        self._show(notice(row, retry=retry, browse=browser, back=back), Names(), Position())

    def look(self) -> None:
        """Notice what has changed in the library: the article's marks, its names, or its text."""
        before = self._article.row
        if before is None or not self._article.has_news():
            return
        with told(self):
            self._refresh_row()
            self.show_highlights()
            if self._article.is_being_read:
                self._foot.seek(self._article.id)
            row = self._article.row or before
            if before.stage.is_pending and not row.stage.is_pending:
                self._open_anew(before)
                self.status.say(row.reason or "This is the page as it is now.")
            elif not row.is_readable and row != before:
                self._show_notice(row)
            elif self._article.is_being_read and self._article.has_other_names():
                self._open_anew(row)

    @property
    def _whole_key(self) -> str:
        """The key for the whole page and back."""
        return key_of(self, "article.whole")

    def _open_anew(self, before: ArticleRow) -> None:
        """Show the text that has taken the place of the one on the screen, at the words that were read."""
        text, old = self.reader.text, self._article.document.blocks
        place = text.whereabouts().position if before.is_readable and text.is_laid_out else None
        self._article.forget_place()
        self._open(self._article.id, is_anew=before.is_readable)
        if place is not None:
            text.go_to_top(carried_over(place, old, self._article.document.blocks))

    def _leave(self) -> None:
        """Keep where reading is just now."""
        if self._article.is_being_read and self.reader.text.is_laid_out:
            moved = self.reader.text.whereabouts()
            self._article.move_to(moved.position, moved.share)
        self._remember()

    def _remember(self) -> None:
        """Keep where reading is, if it has moved."""
        with told(self):
            self._article.remember()

    def _done(self, message: str) -> None:
        """Say what was done, and show what has become of the article."""
        self._refresh_row()
        self.status.say(message)

    def _refresh_row(self) -> None:
        """Read the article's marks again."""
        self._article.read_marks()
        self._show_marks()

    def _show_marks(self) -> None:
        """Show star, archive and tags."""
        if self._article.row is not None:
            self.reader.progress.marks = marks(self._article.row)

    def _remark(self, names: Names) -> str:
        """Return how many names there are, or why there are none."""
        row = self._article.row
        if self._article.is_being_read and row is not None:
            return names_remark(row.language, names)
        return "whole page" if self._article.is_whole else ""

    def _show_hints(self, _: Screen[object]) -> None:
        """Show the keys that are worth a hint, the way back last."""
        ends = ("article.back", "names.leave", "prompt.cancel", "selection.leave")
        self.status.hints = hints(self, of=self.reader.mode, last=ends)

    @work(thread=True, exclusive=True, group="whole")
    def _read_whole_page(self, id: ArticleId) -> None:
        """Read the whole page from the bytes that were kept."""
        with told(self):
            self.post_message(self.WholePage(id, self._library.whole_page(id)))
