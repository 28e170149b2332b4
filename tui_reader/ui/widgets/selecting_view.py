"""Shows what the user has highlighted in an article, and lets words be selected by keys."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.anchors import Told
from tui_reader.highlights import Highlight, HighlightId, standing
from tui_reader.models import Document, Names, Position
from tui_reader.reading.selection import Motion, Selection, moved, paragraph, sentence, span
from tui_reader.ui.widgets.mark_messages import Marked
from tui_reader.ui.widgets.page_view import PageView


class SelectingView(PageView, inherit_bindings=False):
    """The text of one article with highlights in it and a stretch that may be selected."""

    def _put(self, document: Document, names: Names) -> None:
        """Take an article, with no highlights and nothing selected yet."""
        super()._put(document, names)
        self.highlights: list[Highlight] = []
        """What is highlighted, by place."""
        self._document = document
        self._told: Told | None = None
        self._selection: Selection | None = None
        self._last: HighlightId | None = None

    @property
    def is_selecting(self) -> bool:
        """Whether words are being selected by keys."""
        return self._selection is not None

    @property
    def selected(self) -> Marked | None:
        """The words that are selected, by keys or by the mouse."""
        if self._selection is not None:
            return self._marked(*span(self._document, self._selection))
        if self.text_selection:
            stretch = self._page.selected_stretch(self.text_selection)
            return self._marked(*stretch) if stretch is not None else None
        return None

    @property
    def at_hand(self) -> Highlight | None:
        """The highlight that was made or gone to last, if it is in sight, or else the one at the choice."""
        for highlight in self.highlights:
            if highlight.id == self._last and self._is_in_sight(highlight.start):
                return highlight
        choice = self.choice
        if choice is None:
            return None
        return next((each for each in self.highlights if each.covers(choice[0])), None)

    @property
    def choice(self) -> tuple[Position, Position] | None:
        """What is chosen in sight, and the place after it; None if nothing is."""
        return None

    @property
    def suggested(self) -> tuple[Marked, str] | None:
        """What is meant when nothing is selected, and what that is: a sentence or a paragraph."""
        choice = self.choice
        stretch = sentence(self._document, choice[0]) if choice else paragraph(self._document, self._start)
        marked = self._marked(*stretch) if stretch is not None else None
        return None if marked is None else (marked, "sentence" if choice else "paragraph")

    def show_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show these highlights instead of those before."""
        shown = standing(highlights)
        if shown != self.highlights:
            self.highlights = shown
            self._painter.mark(shown)
            self._repaint()

    def take_in_hand(self, id: HighlightId | None) -> None:
        """Let a highlight be the one at hand, or none."""
        self._last = id

    def go_to(self, id: HighlightId) -> Highlight | None:
        """Bring a highlight into sight and take it in hand; None if it isn't in the text."""
        found = next((each for each in self.highlights if each.id == id), None)
        if found is not None:
            self._last = found.id
            self._reveal(found.start)
        return found

    def next_highlight(self, direction: int) -> Highlight | None:
        """Go to the next highlight or the one before, around the ends; None if there are none."""
        if not self.highlights:
            return None
        here = self.at_hand
        if here is not None:
            index = (self.highlights.index(here) + direction) % len(self.highlights)
        else:
            top = self.top
            before = sum(each.start < top for each in self.highlights)
            index = (before if direction > 0 else before - 1) % len(self.highlights)
        return self.go_to(self.highlights[index].id)

    def start_selecting(self) -> bool:
        """Select what is chosen, or the first character in sight; return whether there is any text."""
        marked = self.selected
        stretch = (marked.start, marked.end) if marked is not None else self.choice
        self.screen.clear_selection()
        if stretch is not None:
            anchor, end = stretch
            selection = Selection(end, end)
            last = moved(self._page.layout, selection, Motion.LEFT).cursor if end.character else end
            self._select(Selection(anchor, max(anchor, last)))
        else:
            found = paragraph(self._document, self._start)
            if found is None:
                return False
            start = max(found[0], self._start) if found[0].block == self._start.block else found[0]
            self._select(Selection(start, start))
        return True

    def extend(self, motion: Motion) -> None:
        """Move the end of the selection that moves, and keep it in sight."""
        if self._selection is not None:
            self._select(moved(self._page.layout, self._selection, motion))

    def swap_ends(self) -> None:
        """Let the other end of the selection be moved from now on."""
        if self._selection is not None:
            self._select(self._selection.swapped)

    def stop_selecting(self) -> None:
        """Let go of what is selected."""
        self.screen.clear_selection()
        if self._selection is not None:
            self._selection = None
            self._painter.selection = None
            self._repaint()

    @property
    def _start(self) -> Position:
        """The first place of the text that is in sight."""
        return max(self.top, Position())

    def _select(self, selection: Selection) -> None:
        """Select a stretch, and bring the end that moves into sight."""
        self._selection = selection
        self._painter.selection = (*span(self._document, selection), selection.cursor)
        self._reveal(selection.cursor)
        self._repaint()

    def _marked(self, start: Position, end: Position) -> Marked | None:
        """Return a stretch without white space around it; None if nothing else is in it."""
        self._told = self._told or Told(self._document.title, self._document.blocks)
        start, end = self._told.trimmed(start, end)
        return Marked(start, end, self._told.words(start, end)) if start < end else None

    def _is_in_sight(self, place: Position) -> bool:
        """Whether a place is on the screen."""
        return 0 <= self._page.row_of(place) - self.scroll_offset.y < self.size.height
