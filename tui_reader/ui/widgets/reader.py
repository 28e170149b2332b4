"""An article to read: its text, its names beside or over it, and a line to find something in it."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.getters import query_one
from textual.widget import Widget

from tui_reader.dossiers import WhoIs
from tui_reader.models import Document, Kind, Names, Position
from tui_reader.reading.find import Finder
from tui_reader.reading.links import links
from tui_reader.ui.reading_settings import ReadingSettings
from tui_reader.ui.widgets.document_view import DocumentView
from tui_reader.ui.widgets.marking_reader import MarkingReader
from tui_reader.ui.widgets.names_panel import NamesPanel
from tui_reader.ui.widgets.page_view import PageView
from tui_reader.ui.widgets.progress_line import ProgressLine
from tui_reader.ui.widgets.prompt_bar import PromptBar, Purpose
from tui_reader.ui.widgets.selection_line import SelectionLine

BROAD = 110
"""Columns from which the names stand beside the text by themselves."""
NARROWEST, WIDEST, STEP = 30, 120, 4
"""The measures between which, and the cells by which, the text's width is changed."""

_CALLED = {Kind.OTHER: "other name", Kind.PERCENT: "per cent"}


class Reader(MarkingReader):
    """Text, names, the line for finding and the line about progress, as one."""

    BINDING_GROUP_TITLE = "Reading"
    BINDINGS = [
        Binding("p", "panel", "people", tooltip="who’s who, beside the text or over it", id="article.panel"),
        Binding("slash", "find", "find", tooltip="find in the article", id="article.find"),
        Binding("semicolon", "link", "open a link", id="article.link", show=False),
        Binding("<", "measure(-1)", "narrower", id="article.narrower", show=False),
        Binding(">", "measure(1)", "wider", id="article.wider", show=False),
    ]
    DEFAULT_CSS = """
    Reader {
        layers: base over;

        #reading { height: 1fr; }
        #text { width: 1fr; height: 1fr; }
        NamesPanel { display: none; }
        &.-panel NamesPanel { display: block; }
        &.-over NamesPanel { layer: over; dock: right; background: $surface; }
        &.-bare ProgressLine, &.-bare NamesPanel { display: none; }
    }
    """

    panel = query_one(NamesPanel)
    """Its names."""

    def __init__(self, settings: ReadingSettings) -> None:
        """Begin with an empty page, shown as the settings say."""
        super().__init__()
        self._settings = settings
        self._document = Document("", ())
        self._people = Names()
        self._remark = ""
        self._finder = Finder(self._document)
        self._sought = ""
        self._origin = Position()

    def compose(self) -> ComposeResult:
        """Lay out text, names, the line to type in, and progress."""
        with Horizontal(id="reading"):
            yield DocumentView(measure=self._settings.measure, id="text")
            yield NamesPanel()
        yield SelectionLine(self)
        yield PromptBar()
        yield ProgressLine()

    def show(
        self,
        document: Document,
        names: Names,
        position: Position,
        remark: str,
        *,
        others: Mapping[int, int] = {},
        who: Mapping[int, WhoIs] = {},
        at: Position | None = None,
    ) -> None:
        """Show an article.

        Args:
            document: its text.
            names: the names in it.
            position: the place at the top.
            remark: what is to be said of the names.
            others: in how many other articles they stand, by their index.
            who: who or what they are, likewise.
            at: the place of a name that is shown and chosen instead.
        """
        self._document, self._people, self._remark = document, names, remark
        self._finder = Finder(document)
        self._sought = ""
        if self.is_typing:
            self._close_prompt()
        if self.selection.display:
            self.stop_selecting()
        if at is None:
            self.text.show(document, names, position)
        else:
            self.text.show_at(document, names, at)
        self.panel.show(document, names, remark, others=others, who=who)
        self.progress.remark = remark
        self._place_panel()

    @property
    def is_bare(self) -> bool:
        """Whether nothing but the text is shown."""
        return self.has_class("-bare")

    @is_bare.setter
    def is_bare(self, bare: bool) -> None:
        """Show nothing but the text, or everything again."""
        self.set_class(bare, "-bare")
        self.screen.set_focus(self.text)

    @property
    def is_typing(self) -> bool:
        """Whether text to find or the number of a link is being typed."""
        return self.prompt.display

    @property
    def mode(self) -> Widget | None:
        """The line whose keys alone are worth a hint just now: what is typed in, or tells of a selection."""
        if self.is_typing:
            return self.prompt
        return self.selection if self.selection.has_focus else None

    def let_go(self) -> bool:
        """Let go of the hits and of the chosen name; return whether there was anything to let go of."""
        if not self.text.hits.places and self.text.chosen is None and self.text.at_hand is None:
            return False
        self._sought = ""
        self.let_go_of_highlight()
        self.text.light_hits(())
        self.text.choose(None)
        return True

    def on_resize(self, event: events.Resize) -> None:
        """Show the names beside the text if there is room."""
        self._place_panel()

    def on_page_view_moved(self, message: PageView.Moved) -> None:
        """Show how far reading has come; the screen hears of it too."""
        self.progress.share = message.share
        self.progress.minutes_left = message.minutes_left

    def on_document_view_name_chosen(self, message: DocumentView.NameChosen) -> None:
        """Say whose name is chosen, and find it in the panel."""
        message.stop()
        chosen = self.text.chosen
        if message.entity != (None if chosen is None else chosen.entity):
            return  # It was chosen in the article before, whose names are gone.
        self.panel.light(message.entity)
        if message.entity is None:
            self.progress.remark = self._remark
        else:
            entity = self._people.entities[message.entity]
            mentions = [m for m in self._people.mentions if m.entity == message.entity]
            value = mentions[message.number - 1].value
            kind = _CALLED.get(entity.kind, entity.kind.value)
            remark = (entity.name, kind, value, f"{message.number} of {entity.count}")
            self.progress.remark = " · ".join(filter(None, remark))

    def on_document_view_hit_chosen(self, message: DocumentView.HitChosen) -> None:
        """Say which hit this is."""
        message.stop()
        if not self._sought:
            self.prompt.tell("")
            return
        found = f"{message.number} of {message.count}" if message.count else "not found"
        if self.is_typing:
            self.prompt.tell(found)
        else:
            self.progress.remark = f"“{self._sought}” · {found}"

    def on_document_view_highlight_clicked(self, message: DocumentView.HighlightClicked) -> None:
        """Take it in hand."""
        message.stop()
        self.take_in_hand(message.id)

    def on_names_panel_chosen(self, message: NamesPanel.Chosen) -> None:
        """Go to where the name is mentioned next."""
        message.stop()
        self.text.choose_entity(message.entity)
        if not self._is_broad:
            self._leave_panel()

    def on_names_panel_left(self, message: NamesPanel.Left) -> None:
        """Go back to the text."""
        message.stop()
        self._leave_panel()

    def on_prompt_bar_typed(self, message: PromptBar.Typed) -> None:
        """Find what is typed so far."""
        message.stop()
        if message.purpose is Purpose.FIND:
            self._seek(message.text)

    def on_prompt_bar_accepted(self, message: PromptBar.Accepted) -> None:
        """Go on reading at the hit, or open the link."""
        message.stop()
        self._close_prompt()
        if message.purpose is Purpose.LINK:
            self._open_link(message.text.strip())
        elif message.purpose is Purpose.NOTE:
            self.take_note(message.text)
        elif self.text.hits.places:
            self.text.note_jump(self._origin)
            self.text.tell_hit()
        elif self._sought:
            self.post_message(self.Said(f"“{self._sought}” isn’t in this article."))

    def on_prompt_bar_cancelled(self, message: PromptBar.Cancelled) -> None:
        """Go back to where typing began."""
        message.stop()
        self._close_prompt()
        if message.purpose is Purpose.FIND:
            self._seek("")
            self.text.go_to_top(self._origin)
        else:
            self.text.stop_selecting()

    def action_panel(self) -> None:
        """Show who’s who and go there; from there, hide it."""
        if self.panel.has_focus:
            if self._is_broad:
                self._settings.panel = False
            self.remove_class("-panel")
            self.screen.set_focus(self.text)
            return
        if self._is_broad:
            self._settings.panel = True
        self.remove_class("-bare")
        self.add_class("-panel")
        self.screen.set_focus(self.panel)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let every key be text while typing."""
        return not self.is_typing

    def action_find(self) -> None:
        """Type what is to be found."""
        self._origin = self.text.top
        self.prompt.open(Purpose.FIND)

    def action_link(self) -> None:
        """Type the number of a link to open it."""
        if links(self._document):
            self.prompt.open(Purpose.LINK)
        else:
            self.post_message(self.Said("There are no links in this article."))

    def action_measure(self, direction: int) -> None:
        """Set the text narrower or wider."""
        cells = min(max(self._settings.measure + direction * STEP, NARROWEST), WIDEST)
        self._settings.measure = self.text.measure = cells
        self.post_message(self.Said(f"The text is {cells} cells wide."))

    @property
    def _is_broad(self) -> bool:
        """Whether the names have room beside the text."""
        return self.size.width >= BROAD

    def _place_panel(self) -> None:
        """Show the names beside the text if there are any, there is room, and they were not hidden."""
        self.set_class(not self._is_broad, "-over")
        if self._is_broad:
            wished = self._settings.panel
            self.set_class(bool(self._people.entities) if wished is None else wished, "-panel")
        elif not self.panel.has_focus:
            self.remove_class("-panel")

    def _leave_panel(self) -> None:
        """Go back to the text; a panel over it goes away."""
        self.set_class(self._is_broad, "-panel")
        self.screen.set_focus(self.text)

    def _seek(self, wanted: str) -> None:
        """Light a text wherever it stands and go to the first place from where reading was."""
        self._sought = wanted
        self.text.light_hits(self._finder.find(wanted))
        self.text.go_to_first_hit(self._origin)
        if not wanted:
            self.progress.remark = self._remark

    def _close_prompt(self) -> None:
        """Hide the line for typing and go back to the text."""
        self.prompt.close()
        self.screen.set_focus(self.text)

    def _open_link(self, typed: str) -> None:
        """Open the link with the number that was typed."""
        target = next((link.target for link in links(self._document) if str(link.number) == typed), "")
        if target:
            self.post_message(DocumentView.LinkOpened(target))
        elif typed:
            self.post_message(self.Said(f"There is no link {typed}."))
