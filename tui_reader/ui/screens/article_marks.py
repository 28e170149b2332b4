"""What the article's screen does with highlights: keeps them, takes them away, lists and copies them."""

from __future__ import annotations

from textual.screen import Screen

from tui_reader.highlights import Highlight, HighlightId
from tui_reader.library import Library
from tui_reader.reading.cells import clip
from tui_reader.ui.actions import key_of
from tui_reader.ui.open_article import OpenArticle
from tui_reader.ui.reports import told
from tui_reader.ui.screens.highlights import HighlightsScreen
from tui_reader.ui.widgets.mark_messages import CopyAsked, HighlightAsked, HighlightDropped, NoteWritten
from tui_reader.ui.widgets.reader import Reader
from tui_reader.ui.widgets.status_line import StatusLine

_MOST = 36
"""Cells of the words that a message tells of."""


class ArticleMarks(Screen[None]):
    """The part of the article's screen that is about highlights."""

    status: StatusLine
    reader: Reader
    _library: Library
    _article: OpenArticle

    def on_highlight_asked(self, message: HighlightAsked) -> None:
        """Highlight the words."""
        if not self._article.is_being_read:
            self.status.say("Only the article itself can be highlighted.")
            return
        marked = message.marked
        with told(self):
            made = self._library.highlights.add(
                self._article.id, marked.start, marked.end, marked.words, message.note
            )
            self.show_highlights()
            self.reader.take_in_hand(made.id)
            note = "" if made.note else f"{key_of(self, 'article.note')} writes a note, "
            self.status.say(
                f"Highlighted: {_told(made)} · {note}{key_of(self, 'article.undo')} takes it back"
            )

    def on_highlight_dropped(self, message: HighlightDropped) -> None:
        """Take the highlight away."""
        with told(self):
            self._library.highlights.remove(message.id)
            self.show_highlights()
            self.reader.let_go_of_highlight()
            undo = key_of(self, "article.undo")
            self.status.say(f"No longer highlighted · {undo} takes it back")

    def on_note_written(self, message: NoteWritten) -> None:
        """Keep the note."""
        with told(self):
            self._library.highlights.write_note(message.id, message.note)
            self.show_highlights()
            self.reader.take_in_hand(message.id)
            self.status.say("The note is kept." if message.note.strip() else "There is no note any more.")

    def on_copy_asked(self, message: CopyAsked) -> None:
        """Copy the words."""
        self.app.copy_to_clipboard(message.words)
        self.status.say("The selected text is copied.")

    async def action_highlights(self) -> None:
        """Choose one of the article's highlights, to go there."""
        with told(self):
            found = self._library.highlights.in_article(self._article.id)
            if found:
                await self.app.push_screen(HighlightsScreen(found), self._go_to_highlight)
            else:
                key = key_of(self, "article.highlight")
                self.status.say(f"Nothing is highlighted in this article: {key} highlights.")

    def show_highlights(self) -> None:
        """Show what is highlighted in the article, as far as it is the article that is on the screen."""
        if self._article.is_being_read:
            self.reader.show_highlights(self._library.highlights.in_article(self._article.id))

    def _go_to_highlight(self, id: HighlightId | None) -> None:
        """Go to the highlight that was chosen from the list, if any."""
        if id is not None:
            self.reader.go_to_highlight(id)


def _told(highlight: Highlight) -> str:
    """Return the words of a highlight as a message tells of them."""
    return f"“{clip(' '.join(highlight.words.split()), _MOST)}”"
