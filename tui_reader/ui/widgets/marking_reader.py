"""What a reader does with words of an article: selects, highlights and copies them, and writes notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message

from tui_reader.highlights import Highlight, HighlightId
from tui_reader.reading.selection import Motion
from tui_reader.ui.widgets.document_view import DocumentView
from tui_reader.ui.widgets.mark_messages import (
    CopyAsked,
    HighlightAsked,
    HighlightDropped,
    Marked,
    NoteWritten,
)
from tui_reader.ui.widgets.progress_line import ProgressLine
from tui_reader.ui.widgets.prompt_bar import PromptBar, Purpose
from tui_reader.ui.widgets.selection_line import SelectionLine


class MarkingReader(Vertical):
    """The part of the reading view that is about highlights."""

    BINDINGS = [
        Binding("v", "select", "select", tooltip="select words by keys", id="article.select", show=False),
        Binding(
            "H", "highlight", "highlight", tooltip="highlight, or take a highlight away",
            id="article.highlight", show=False,
        ),
        Binding("c", "note", "note", tooltip="write a note to a highlight", id="article.note", show=False),
        Binding("]h", "highlights(1)", "next highlight", id="article.next-highlight", show=False),
        Binding("[h", "highlights(-1)", "previous highlight", id="article.previous-highlight", show=False),
    ]  # fmt: skip

    text = query_one("#text", DocumentView)
    """The article."""
    selection = query_one(SelectionLine)
    """What is shown while words are selected."""
    prompt = query_one(PromptBar)
    """Where a note is typed."""
    progress = query_one(ProgressLine)
    """Where the highlight at hand is told of."""

    @dataclass
    class Said(Message):
        """Something is to be told for a moment."""

        text: str

    _target: Marked | HighlightId | None = None
    _remark: str = ""
    _told: str = ""

    def show_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show what is highlighted in the article."""
        self.text.show_highlights(highlights)
        if self._told and self.progress.remark == self._told:
            self.tell_highlight()

    def let_go_of_highlight(self) -> None:
        """Let no highlight be at hand."""
        self.text.take_in_hand(None)
        if self._told and self.progress.remark == self._told:
            self.progress.remark = self._remark

    def take_in_hand(self, id: HighlightId) -> None:
        """Let a highlight be the one at hand, and tell of it."""
        self.text.take_in_hand(id)
        self.tell_highlight()

    def go_to_highlight(self, id: HighlightId) -> None:
        """Go to a highlight, if it is in the text."""
        origin = self.text.position
        if self.text.go_to(id) is not None:
            self.text.note_jump(origin)
            self.tell_highlight()

    def tell_highlight(self) -> None:
        """Say which of the highlights is at hand, and what was noted."""
        highlight = self.text.at_hand
        if highlight is None:
            self.progress.remark = self._remark
            return
        number = self.text.highlights.index(highlight) + 1
        told = f"highlight {number} of {len(self.text.highlights)}"
        self._told = f"{told} · {highlight.note}" if highlight.note else told
        self.progress.remark = self._told

    # What the keys do

    def action_select(self) -> None:
        """Begin to select words."""
        if self.text.start_selecting():
            self.selection.display = True
            self._count()
            self.screen.set_focus(self.selection)
        else:
            self.post_message(self.Said("There is no text to select."))

    def action_highlight(self) -> None:
        """Highlight what is selected; if nothing is, take the highlight at hand away or make one."""
        selected = self.text.selected
        if selected is not None:
            self.stop_selecting()
            self.post_message(HighlightAsked(selected))
            return
        at_hand = self.text.at_hand or self._around_suggested()
        suggested = self.text.suggested
        if at_hand is not None:
            self.post_message(HighlightDropped(at_hand.id))
        elif suggested is not None:
            self.post_message(HighlightAsked(suggested[0]))
        else:
            self.post_message(self.Said("There is no text to highlight."))

    def action_note(self) -> None:
        """Type a note to what is selected, to the highlight at hand, or to what would be highlighted."""
        selected = self.text.selected
        at_hand = None if selected is not None else self.text.at_hand or self._around_suggested()
        suggested = self.text.suggested
        if at_hand is not None:
            self._target = at_hand.id
            self.text.take_in_hand(at_hand.id)
        else:
            self._target = selected or (suggested[0] if suggested is not None else None)
        if self._target is None:
            self.post_message(self.Said("There is no text to write a note to."))
            return
        self.selection.display = False
        self.prompt.open(Purpose.NOTE, at_hand.note if at_hand is not None else "")

    def action_highlights(self, direction: int) -> None:
        """Go to the next highlight, or to the one before."""
        origin = self.text.position
        if self.text.next_highlight(direction) is None:
            self.post_message(self.Said("Nothing is highlighted in this article."))
        else:
            self.text.note_jump(origin)
            self.tell_highlight()

    def extend_selection(self, motion: Motion) -> None:
        """Move the end of the selection that moves."""
        self.text.extend(motion)
        self._count()

    def swap_ends(self) -> None:
        """Let the other end of the selection be moved."""
        self.text.swap_ends()

    def copy_selection(self) -> None:
        """Copy what is selected."""
        selected = self.text.selected
        self.stop_selecting()
        if selected is not None:
            self.post_message(CopyAsked(selected.words))

    def stop_selecting(self) -> None:
        """Let go of what is selected, and go back to the text."""
        self.text.stop_selecting()
        self.selection.display = False
        self.screen.set_focus(self.text)

    def selection_left(self) -> None:
        """Let go of what is selected, as something else has the keyboard; a note may be typed to it."""
        if not self.prompt.display:
            self.text.stop_selecting()
        self.selection.display = False

    def take_note(self, note: str) -> None:
        """Let the note that has been typed be written."""
        target, self._target = self._target, None
        self.stop_selecting()
        if isinstance(target, Marked):
            self.post_message(HighlightAsked(target, note))
        elif target is not None:
            self.post_message(NoteWritten(target, note))

    def _around_suggested(self) -> Highlight | None:
        """Return the highlight that holds all of what would be highlighted."""
        suggested = self.text.suggested
        if suggested is None:
            return None
        start, end = suggested[0].start, suggested[0].end
        return next((each for each in self.text.highlights if each.start <= start and end <= each.end), None)

    def _count(self) -> None:
        """Tell how many words are selected."""
        selected = self.text.selected
        self.selection.number = len(selected.words.split()) if selected is not None else 0
