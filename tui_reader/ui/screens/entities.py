"""The screen of names: who and what the library's articles name, by kind and in several orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from textual import work
from textual.app import ComposeResult
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from tui_reader.dossiers import NameSort
from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.ui.actions import key_of, run
from tui_reader.ui.changing import carry_out
from tui_reader.ui.correcting import correct
from tui_reader.ui.dossier_opening import open_dossier
from tui_reader.ui.following import toggle_following
from tui_reader.ui.hints import hints
from tui_reader.ui.marking import redo, undo
from tui_reader.ui.name_views import (
    FOLLOWED,
    KINDS,
    VIEWS,
    NameListing,
    NamesFound,
    found,
    names_notice,
    number_of,
)
from tui_reader.ui.reading_settings import ReadingSettings
from tui_reader.ui.reports import report, told
from tui_reader.ui.screens.entities_keys import KEYS
from tui_reader.ui.sequences import KeySequences
from tui_reader.ui.widgets.filter_line import FilterLine
from tui_reader.ui.widgets.name_lines import NameSetting
from tui_reader.ui.widgets.name_list import NameList
from tui_reader.ui.widgets.status_line import StatusLine
from tui_reader.ui.widgets.title_line import TitleLine
from tui_reader.ui.widgets.view_bar import ViewBar
from tui_reader.values import replace

POLL: Final = 0.25
"""Seconds between two looks at whether the library has changed."""
PATIENCE: Final = 0.3
"""Seconds after which it is told that the names are still being read."""
_SORTS: Final = tuple(NameSort)


class EntitiesScreen(KeySequences, Screen[None], inherit_bindings=False):
    """Lists the names of the library, always as they are now."""

    BINDING_GROUP_TITLE = "Names"
    BINDINGS = [*KEYS]
    AUTO_FOCUS = "#names"

    title_line = query_one(TitleLine)
    """What this is, and how many names there are."""
    bar = query_one(ViewBar)
    """Kinds and order."""
    names = query_one("#names", NameList)
    """The list."""
    filter = query_one(FilterLine)
    """The words that narrow it."""
    status = query_one(StatusLine)
    """Hints and messages."""

    @dataclass
    class Listed(Message):
        """The library has answered which names a listing has."""

        listing: NameListing
        found: NamesFound
        keep_place: bool

    @dataclass
    class Failed(Message):
        """The library could not answer."""

        error: ReaderError

    def __init__(
        self, library: Library, *, now: Callable[[], datetime], reading: ReadingSettings | None = None
    ) -> None:
        """Take the library, the clock from which ages count, and how articles are shown."""
        super().__init__()
        self._library = library
        self._now = now
        self._reading = reading or ReadingSettings()
        self._listing = NameListing()
        self._shown: NameListing | None = None
        self._seen = -1
        self._is_asking = False

    def compose(self) -> ComposeResult:
        """Lay out the lines from top to bottom."""
        yield TitleLine("Names")
        yield ViewBar()
        yield NameList(id="names")
        yield FilterLine("words of a name")
        yield StatusLine().data_bind(EntitiesScreen.held)

    def on_mount(self) -> None:
        """Fill the list and keep list and hints up to date."""
        self.bindings_updated_signal.subscribe(self, lambda _: self._show_hints())
        self.bar.names = VIEWS
        self.set_interval(POLL, self.poll)
        self.set_timer(PATIENCE, self._ask_for_patience)
        self._show_bar()
        self.reload(keep_place=False)

    def reload(self, *, keep_place: bool = True) -> None:
        """Ask the library again, in the background; only the last question's answer counts."""
        try:
            self._seen = self._library.version()
        except ReaderError as error:
            self.post_message(self.Failed(error))
            return
        self._is_asking = True
        self._ask(self._listing, keep_place)

    @work(thread=True, exclusive=True, group="names", exit_on_error=False)
    def _ask(self, listing: NameListing, keep_place: bool) -> None:
        """Post which names the listing has, unless something else was asked meanwhile."""
        worker = get_current_worker()
        try:
            for names in found(self._library, listing, partial(report, self), is_new=not keep_place):
                # A thread can't be stopped, so an answer to an older question may come after the newer one's.
                if worker.is_cancelled:
                    return
                self.post_message(self.Listed(listing, names, keep_place))
                keep_place = True
        except ReaderError as error:
            self.post_message(self.Failed(error))

    def on_entities_screen_listed(self, message: Listed) -> None:
        """Show the names unless something else is wanted by now."""
        if message.listing != self._listing:
            return
        listing, names = message.listing, message.found
        setting = NameSetting(
            width=80,
            now=self._now(),
            sort=NameSort.ARTICLES if listing.view == FOLLOWED else listing.sort,
            has_kinds=listing.view == FOLLOWED or KINDS[listing.view] is None,
            unread=names.unread,
        )
        self.names.notice = names_notice(listing, lambda id: key_of(self, id))
        self.names.show(names.rows, setting, keep_place=message.keep_place)
        self._shown = listing
        if names.is_complete:
            self._is_asking = False
            number = number_of(listing, len(names.rows))
            if listing.words:
                self.filter.note.update(number)
            else:
                self.title_line.note = number

    def on_entities_screen_failed(self, message: Failed) -> None:
        """Tell what is wrong, and that it is why there is nothing to see."""
        self._is_asking = False
        report(self, message.error)
        if self._shown is None:
            self.names.notice = [
                [("The names can’t be read.", "title")],
                [],
                [("They are asked for again as soon as the library changes.", "dim")],
            ]
            self.names.refresh()

    # Messages from below

    async def on_name_list_opened(self, message: NameList.Opened) -> None:
        """Show what is known of the name."""
        if self.app.screen is self:  # Otherwise Enter was pressed twice.
            await open_dossier(self, self._library, message.id, self._reading)

    def on_name_list_followed(self, message: NameList.Followed) -> None:
        """Follow the name, or no longer."""
        with told(self):
            self._done(toggle_following(self._library, message.row))

    def on_name_list_correcting(self, message: NameList.Correcting) -> None:
        """Ask what is wrong with the name."""
        correct(self, self._library, message.row, self._done)

    def on_view_bar_chosen(self, message: ViewBar.Chosen) -> None:
        """Show the kind that was clicked."""
        self._show(replace(self._listing, view=message.name))

    def on_view_bar_sort_clicked(self) -> None:
        """Take the next order."""
        self.action_sort()

    def on_filter_line_typed(self) -> None:
        """Narrow the list to names with these words."""
        # The line may say something else by now, or be closed.
        self._show(replace(self._listing, words=self.filter.field.value.strip()))

    def on_filter_line_accepted(self) -> None:
        """Go to the list; an empty filter ends."""
        # What was typed just before may not have come here yet.
        if not self.filter.field.value.strip():
            self.filter.close()
        self.names.focus()

    def on_filter_line_cancelled(self) -> None:
        """Show all names again."""
        self._end_filter()

    def on_status_line_clicked(self, message: StatusLine.Clicked) -> None:
        """Do what was clicked."""
        self.run_worker(run(self, message.binding))

    # Actions

    def action_filter(self) -> None:
        """Type words of a name."""
        self.filter.open()

    def action_sort(self) -> None:
        """Take the next order."""
        if self._listing.view != FOLLOWED:
            place = _SORTS.index(self._listing.sort) + 1
            self._show(replace(self._listing, sort=_SORTS[place % len(_SORTS)]))

    def action_view(self, number: int) -> None:
        """Show the kind in that place of the bar."""
        self._show(replace(self._listing, view=VIEWS[number - 1]))

    def action_next_view(self, step: int) -> None:
        """Show the kind beside this one."""
        place = VIEWS.index(self._listing.view) + step
        self._show(replace(self._listing, view=VIEWS[place % len(VIEWS)]))

    def action_clear(self) -> None:
        """End the filter; without one, go back."""
        if self.filter.display:
            self._end_filter()
        else:
            self.action_back()

    def action_undo(self) -> None:
        """Take back the last change."""
        carry_out(self, partial(undo, self._library), self._done)

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        carry_out(self, partial(redo, self._library), self._done)

    def action_back(self) -> None:
        """Go back to the articles."""
        self.dismiss()

    def poll(self) -> None:
        """Look whether anything has changed, by whichever program."""
        try:
            has_changed = self._library.version() != self._seen
        except ReaderError:
            return  # The library can't be read just now; whoever asks it for something tells why.
        # While much is being saved, each question is still answered; the next look asks again.
        if has_changed and not self._is_asking:
            self.reload()

    def _show(self, listing: NameListing) -> None:
        """Show other names, from the top."""
        if listing != self._listing:
            self._listing = listing
            self._show_bar()
            self.reload(keep_place=False)

    def _done(self, message: str) -> None:
        """Say what was done and show it."""
        self.status.say(message)
        self.reload()

    def _show_bar(self) -> None:
        """Show which kind is listed in which order."""
        self.bar.active = self._listing.view
        self.bar.sort = self._listing.order_name

    def _end_filter(self) -> None:
        """Show all names again, with the cursor where it is."""
        self.filter.close()
        self.names.focus()
        if self._listing.words:
            self._listing = replace(self._listing, words="")
            self.reload()

    def _ask_for_patience(self) -> None:
        """Tell that the names are being read, if that takes longer than a moment."""
        if self._shown is None and not self.names.notice:
            self.names.notice = [[("Reading the names …", "dim")]]
            self.names.refresh()

    def _show_hints(self) -> None:
        """Show the keys that are worth a hint: of the filter while it is typed, else of everything else."""
        self.status.hints = hints(self, of=self.filter if self.filter.field.has_focus else None)
