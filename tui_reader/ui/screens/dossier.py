"""The screen that tells everything about one name: where it stands, beside whom, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from tui_reader.dossiers import Appearance, Companion, Dossier, EntityId
from tui_reader.errors import NotFoundError, ReaderError
from tui_reader.highlights import Highlighted
from tui_reader.library import Library
from tui_reader.lines.pieces import Line
from tui_reader.models import Kind
from tui_reader.reading.written import other_forms
from tui_reader.ui.actions import run
from tui_reader.ui.changing import carry_out
from tui_reader.ui.correcting import correct
from tui_reader.ui.dossier_files import write_dossier
from tui_reader.ui.following import toggle_following
from tui_reader.ui.hints import hints
from tui_reader.ui.marking import redo, undo
from tui_reader.ui.reading_settings import ReadingSettings
from tui_reader.ui.reports import report, told
from tui_reader.ui.screens.dossier_keys import KEYS
from tui_reader.ui.sequences import KeySequences
from tui_reader.ui.trail import AppearanceWay, Visit
from tui_reader.ui.widgets.dossier_head import DossierHead
from tui_reader.ui.widgets.dossier_lines import companion_line, mention_lines, outlet_line
from tui_reader.ui.widgets.entry_list import EntryList
from tui_reader.ui.widgets.highlight_lines import highlight_lines
from tui_reader.ui.widgets.status_line import StatusLine
from tui_reader.ui.widgets.view_bar import ViewBar

PAGE = 40
"""Articles that are read at a time."""
_PARTS = ("mentions", "companions", "outlets", "highlights")


class DossierScreen(KeySequences, Screen[None], inherit_bindings=False):
    """Shows the dossier of one name, and leads to its articles and to the names beside it."""

    BINDING_GROUP_TITLE = "Dossier"
    BINDINGS = [*KEYS]
    AUTO_FOCUS = "#mentions"
    CSS = """
    DossierScreen {
        ContentSwitcher { height: 1fr; }
    }
    """

    head = query_one(DossierHead)
    """Whose it is."""
    bar = query_one(ViewBar)
    """The parts."""
    status = query_one(StatusLine)
    """Hints and messages."""

    @dataclass
    class Written(Message):
        """The dossier has been written into a file."""

        path: Path

    def __init__(self, library: Library, id: EntityId, settings: ReadingSettings | None = None) -> None:
        """Take the library, whose dossier it is, and how articles are shown."""
        super().__init__()
        self._library = library
        self._entity_id = id
        self._settings = settings or ReadingSettings()
        self._dossier: Dossier | None = None
        self._is_complete = False
        self._has_all_highlights = False
        self._seen = -1
        self._last: Visit | None = None

    def compose(self) -> ComposeResult:
        """Lay out the head, the names of the parts, the part that is shown, and the hints."""
        yield DossierHead()
        yield ViewBar()
        with ContentSwitcher(initial="mentions"):
            yield EntryList[Appearance](self._mention, "No article names it any more.", id="mentions")
            yield EntryList[Companion](companion_line, "Nobody stands beside it more often.", id="companions")
            none = "It isn’t known where its articles came from."
            yield EntryList[tuple[str, int]](outlet_line, none, can_open=False, id="outlets")
            yield EntryList[Highlighted](
                self._highlight, "Nothing that you have highlighted names it.", id="highlights"
            )
        yield StatusLine().data_bind(DossierScreen.held)

    def on_mount(self) -> None:
        """Read the dossier, or go back if there is none any more."""
        self.bindings_updated_signal.subscribe(self, self._show_hints)
        self.reload()

    def on_screen_resume(self) -> None:
        """Look whether anything has changed meanwhile, as by what was done to an article."""
        if self._dossier is not None:
            with told(self):
                if self._library.version() != self._seen:
                    self.reload()

    def reload(self) -> None:
        """Read everything again and stay where the cursors are; go back if there is no such name any more.

        What can't be read just now stays on the screen as it was.
        """
        try:
            self._read()
        except ReaderError as error:
            report(self, error)
            if isinstance(error, NotFoundError):
                self._dossier = None
        if self._dossier is None:
            self.dismiss()

    # Messages from below

    def on_view_bar_chosen(self, message: ViewBar.Chosen) -> None:
        """Show the part that was clicked."""
        self.action_part(self.bar.names.index(message.name) + 1)

    async def on_entry_list_opened(self, message: EntryList.Opened) -> None:
        """Open the article at the sentence, or the dossier of the companion."""
        if self.app.screen is not self:  # Enter was pressed twice.
            return
        if message.index >= len(message.list.entries):  # It has become shorter since the key was pressed.
            return
        if message.list.id == "mentions":
            chosen = self._mentions.entries[message.index]
            await self._visit(Visit(chosen.row.id, chosen.place))
        elif message.list.id == "highlights":
            found = self._highlights.entries[message.index]
            await self._visit(Visit(found.row.id, found.highlight.start))
        elif message.list.id == "companions":
            chosen_name = self._companions.entries[message.index].entity
            await self.app.push_screen(DossierScreen(self._library, chosen_name.id, self._settings))

    def on_entry_list_near_end(self, message: EntryList.NearEnd) -> None:
        """Read the next page of articles or highlights."""
        with told(self):
            if message.list.id == "mentions":
                self._read_on()
            elif message.list.id == "highlights":
                self._read_more_highlights()

    def on_status_line_clicked(self, message: StatusLine.Clicked) -> None:
        """Do what the hint says."""
        self.run_worker(run(self, message.binding))

    def on_dossier_screen_written(self, message: Written) -> None:
        """Say where it is."""
        self.status.say(f"Written: {message.path}")

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lead forward only where one has come back from."""
        return action != "forward" or self._last is not None

    def action_back(self) -> None:
        """Go back to where the dossier was opened."""
        self.dismiss()

    async def action_forward(self) -> None:
        """Go to the article again that was left last, to where reading was in it."""
        if self._last is not None:
            await self._visit(self._last)

    def action_part(self, number: int) -> None:
        """Show the part in that place."""
        part = _PARTS[number - 1]
        self.query_one(ContentSwitcher).current = part
        self.bar.active = self.bar.names[number - 1]
        self.set_focus(self.query_one(f"#{part}"))

    def action_next_part(self, step: int) -> None:
        """Show the part beside this one."""
        self.action_part((_PARTS.index(self._part) + step) % len(_PARTS) + 1)

    def action_write(self) -> None:
        """Write the dossier into a file."""
        self.status.say("Writing …")
        self._write(self._entity_id)

    def action_follow(self) -> None:
        """Follow the name, or no longer."""
        if self._dossier is not None:
            self._done(toggle_following(self._library, self._dossier.entity))

    def action_correct(self) -> None:
        """Ask what is wrong with the name; it can be split in the article at the cursor."""
        if self._dossier is not None:
            articles = self._mentions.entries if self._part == "mentions" else ()
            article = articles[self._mentions.cursor].row.id if articles else None
            correct(self, self._library, self._dossier.entity, self._done, article=article)

    def action_undo(self) -> None:
        """Take back the last change."""
        carry_out(self, partial(undo, self._library), self._done)

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        carry_out(self, partial(redo, self._library), self._done)

    # What they share

    def _done(self, message: str) -> None:
        """Say what was done and show it; go back if nothing is called so any more."""
        self.status.say(message)
        if not self.is_active:  # Then it is shown when what lies above has gone.
            return
        self.reload()
        if self._dossier is not None and not self._dossier.entity.articles:
            self.app.notify(message, markup=False)
            self.dismiss()

    def _read(self) -> None:
        """Read everything but the further articles."""
        self._seen = self._library.version()
        dossier = self._library.names.dossier(self._entity_id)
        number = max(len(self._mentions.entries), PAGE)
        newest = self._library.names.appearances(self._entity_id, limit=number)
        self._dossier = dossier
        self._is_complete = len(newest) < number
        self._mentions.show(newest, self._place_in(newest))
        self._companions.show(dossier.companions, self._companions.cursor)
        self._outlets.show(dossier.outlets, self._outlets.cursor)
        number = max(len(self._highlights.entries), PAGE)
        highlights = self._library.highlights.naming(self._entity_id, limit=number)
        self._has_all_highlights = len(highlights) < number
        self._highlights.show(highlights, self._highlights.cursor)
        self.head.show(dossier, other_forms(dossier.entity.name, self._mentions.entries))
        self.bar.names = (
            f"Articles {dossier.entity.articles:,}",
            f"Appears with {len(dossier.companions)}",
            f"Outlets {len(dossier.outlets)}",
            f"Highlights {len(highlights):,}{'' if self._has_all_highlights else '+'}",
        )
        self.bar.active = self.bar.names[_PARTS.index(self._part)]

    def _place_in(self, appearances: Sequence[Appearance]) -> int:
        """Return where the article at the cursor stands among others, or where the cursor is."""
        shown, cursor = self._mentions.entries, self._mentions.cursor
        current = shown[cursor].row.id if shown else None
        ids = [appearance.row.id for appearance in appearances]
        return ids.index(current) if current in ids else cursor

    def _read_on(self) -> None:
        """Read the next page of articles, if there are more."""
        if not self._is_complete:
            shown = self._mentions.entries
            page = self._library.names.appearances(self._entity_id, shown[-1] if shown else None, PAGE)
            self._is_complete = len(page) < PAGE
            self._mentions.extend(page)

    def _read_more_highlights(self) -> None:
        """Read the next page of highlights, if there are more."""
        if not self._has_all_highlights:
            last = self._highlights.entries[-1].highlight
            page = self._library.highlights.naming(self._entity_id, last, PAGE)
            self._has_all_highlights = len(page) < PAGE
            self._highlights.extend(page)

    async def _visit(self, visit: Visit) -> None:
        """Open an article at the place of the visit."""
        from tui_reader.ui.screens.article import ArticleScreen

        self._last = visit
        way = AppearanceWay(self._library, self._mentions.entries, self._read_on)
        await self.app.push_screen(ArticleScreen(self._library, visit.id, way, self._settings, visit=visit))

    def _mention(self, appearance: Appearance, cells: int, is_current: bool) -> list[Line]:
        """Draw an article."""
        kind = self._dossier.entity.kind if self._dossier is not None else Kind.OTHER
        return mention_lines(appearance, kind, cells, is_current)

    def _highlight(self, found: Highlighted, cells: int, is_current: bool) -> list[Line]:
        """Draw a highlight."""
        kind = self._dossier.entity.kind if self._dossier is not None else Kind.OTHER
        return highlight_lines(found, kind, cells, is_current)

    def _show_hints(self, _: Screen[object]) -> None:
        """Show the keys that are worth a hint, the way back last."""
        self.status.hints = hints(self, last=("dossier.back",))

    @property
    def _part(self) -> str:
        """The part that is shown."""
        return self.query_one(ContentSwitcher).current or _PARTS[0]

    @property
    def _mentions(self) -> EntryList[Appearance]:
        """The articles."""
        return self.query_one("#mentions", EntryList)

    @property
    def _companions(self) -> EntryList[Companion]:
        """The names beside it."""
        return self.query_one("#companions", EntryList)

    @property
    def _outlets(self) -> EntryList[tuple[str, int]]:
        """Where its articles came from."""
        return self.query_one("#outlets", EntryList)

    @property
    def _highlights(self) -> EntryList[Highlighted]:
        """What the user has highlighted that names it."""
        return self.query_one("#highlights", EntryList)

    @work(thread=True, exclusive=True, group="write")
    def _write(self, id: EntityId) -> None:
        """Write the dossier, as long as that takes."""
        with told(self):
            self.post_message(self.Written(write_dossier(self._library, id, Path.cwd())))
