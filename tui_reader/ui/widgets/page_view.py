"""Shows the page of an article and keeps the place in it, whatever becomes of the screen's size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style as Look
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui_reader.models import Document, Names, Position
from tui_reader.reading.layout import Layout
from tui_reader.reading.progress import Progress
from tui_reader.related import Related
from tui_reader.ui.widgets.document_painter import LOOKS, PARTS, DocumentPainter, selected
from tui_reader.ui.widgets.page import Page

MARGIN = 2
"""Cells kept free on either side of the text."""
SLICE = 400
"""Lines laid out at a time, about 6 ms, while nothing else is to do."""
CONTEXT = 3
"""Lines kept in sight around what is brought into sight."""


class PageView(ScrollView, inherit_bindings=False):
    """The text of one article; it is laid out no further than it is looked at, and the rest by and by."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"document--{part}" for part in PARTS}
    DEFAULT_CSS = LOOKS

    @dataclass
    class Moved(Message):
        """Another part of the article has come into sight."""

        position: Position
        """The place at the top of the screen."""
        share: float
        """How much has been read, 0 to 1."""
        minutes_left: int
        """How long the rest takes."""

    _page: Page

    def __init__(self, *, measure: int = 72, id: str | None = None) -> None:
        """Begin with an empty page; `show` puts an article on it."""
        super().__init__(id=id)
        self._measure = measure
        self._looks: dict[str, Look] = dict.fromkeys(PARTS, Look.null())
        self._has_looks = False
        self._fitted = Size()
        self._related: tuple[Related, ...] = ()
        self._put(Document("", ()), Names())

    @property
    def measure(self) -> int:
        """The wished width of the text, in cells; there may be less room."""
        return self._measure

    @measure.setter
    def measure(self, cells: int) -> None:
        """Set the text in another width and keep the place."""
        self._measure = cells
        self._lay_out()

    @property
    def position(self) -> Position:
        """The place at the top of the screen."""
        return self._position

    @property
    def top(self) -> Position:
        """The place at the top of the screen, or block -1 while the headline is in sight."""
        return self._page.position_at(self.scroll_offset.y)

    @property
    def is_laid_out(self) -> bool:
        """Whether the article has been on the screen; before, nobody can have moved in it."""
        return self._page.width > 0

    def show(
        self, document: Document, names: Names, position: Position | None = None, *, lead: int = 0
    ) -> None:
        """Show another article, or the same one changed, with a place at the top, or that many lines below.

        Those lines are kept until the reader moves.
        """
        self._put(document, names)
        self._position, self._lead = position or Position(), lead
        self._lay_out()

    def show_foot(self, related: Sequence[Related]) -> None:
        """Show other articles below the text; that is no part of what is to be read."""
        self._related = tuple(related)
        if self._page.width:
            self._page = self._page_of(self._page.layout, self._page.width)
            self._fit()
            if self._position != max(self.top, Position()):
                self._put_back()
            self.refresh()
            self._lay_out_the_rest()

    def whereabouts(self) -> Moved:
        """Return where reading is, as it is told when that changes."""
        end = self.scroll_offset.y + self.size.height
        bottom = self._page.position_at(end) if self._page.has_below(end) else None
        share = self._progress.share(self.top, bottom)
        return self.Moved(self._position, share, self._progress.minutes_left(share))

    def go_to_top(self, position: Position) -> None:
        """Put a place at the top of the screen; with the beginning of the text comes the headline."""
        self._lead = 0
        self._scroll(self._row_for(position))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        if not self._has_looks:
            self._take_looks()
        row = y + self.scroll_offset.y
        strip = self._page.strip(row)
        span = self.text_selection.get_span(row) if self.text_selection else None
        if span is not None:
            strip = selected(strip, span, self.screen.get_component_rich_style("screen--selection"))
        width = self.scrollable_content_region.width
        return strip.crop_extend(0, width, self._looks["text"]).apply_offsets(0, row)

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._has_looks = False
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, for copying."""
        return self._page.selected_text(selection), "\n"

    def on_resize(self, event: events.Resize) -> None:
        """Set the text for the new size and keep the place."""
        self._fitted = self.size
        if self._page.width != self.scrollable_content_region.width:
            self._lay_out()
            return
        if self._lead or self._position != max(self.top, Position()):
            self._put_back()
        self._reach(self.scroll_offset.y)
        self._tell()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes into sight and tell where reading is."""
        super().watch_scroll_y(old_value, new_value)
        # A new size may leave no text to scroll to: that moves the view, but not the reader.
        is_reading = not self._is_putting_back and self.size == self._fitted
        if is_reading and round(old_value) != round(new_value):
            self._reach(round(new_value))
            self._position, self._lead = max(self.top, Position()), 0
            self._tell()

    def watch_show_vertical_scrollbar(self, is_shown: bool) -> None:
        """Put the scrollbar in its place when it comes, since it may come after the scrolling."""
        if is_shown:
            self.vertical_scrollbar.position = self.scroll_y

    def _put(self, document: Document, names: Names) -> None:
        """Take an article and forget everything about the one before."""
        self._names = names
        self._progress = Progress(document)
        self._painter = DocumentPainter(document, names, self._looks)
        self._related = ()
        self._page = self._page_of(Layout(document, self._measure), 0)
        self._position, self._lead = Position(), 0
        self._is_putting_back = False

    def _page_of(self, layout: Layout, width: int) -> Page:
        """Return the page with that layout."""
        return Page(layout, self._painter, width, self._related)

    def _take_looks(self) -> None:
        """Ask the style sheet how everything looks."""
        self._looks["text"] = self.rich_style
        for part in PARTS[1:]:
            self._looks[part] = self.get_component_rich_style(f"document--{part}", partial=True)
        self._has_looks = True
        self._page.forget_strips()

    def _repaint(self) -> None:
        """Draw everything in sight anew."""
        self._page.forget_strips()
        self.refresh()

    def _lay_out(self) -> None:
        """Set the text in the width there is, and put the same place at the top again."""
        width = self.scrollable_content_region.width
        if not width:
            return
        # What is selected is so by rows, which show something else from now on.
        self.screen.clear_selection()
        layout = Layout(self._page.layout.document, min(self._measure, width - 2 * MARGIN))
        self._page = self._page_of(layout, width)
        self._put_back()
        self.refresh()
        self._tell()
        self._lay_out_the_rest()

    def _row_for(self, position: Position) -> int:
        """Return the row that is at the top when a place is: with the beginning comes the headline."""
        return self._page.row_of(position) if position > Position() else 0

    def _put_back(self) -> None:
        """Put the place at the top again, or as near as it gets; it stays the place where reading is."""
        self._is_putting_back = True
        self._scroll(max(self._row_for(self._position) - self._lead, 0))
        self._is_putting_back = False

    def _lay_out_the_rest(self) -> None:
        """Lay out what is left in slices, between which keys are heard."""
        page = self._page

        def go_on() -> None:
            if page is self._page and self.is_attached:
                page.reach(page.height + SLICE)
                # The whole screen is laid out anew for each other height, so that must not happen often.
                if page.layout.is_complete or page.height > 2 * self.virtual_size.height:
                    self._fit()
                self._lay_out_the_rest()

        if not page.layout.is_complete:
            self.set_timer(0.004, go_on)

    def _reach(self, row: int) -> None:
        """Lay out a screen more than is seen with this row at the top."""
        self._page.reach(row + 2 * self.size.height)
        self._fit()

    def _fit(self) -> None:
        """Let the view scroll over all that is laid out."""
        size = Size(self.scrollable_content_region.width, self._page.height)
        if size != self.virtual_size:
            self.virtual_size = size

    def _scroll(self, row: int) -> None:
        """Put a row at the top, as far as there is text below it."""
        self._reach(row)
        # By force: the scrollbar, and with it Textual's leave to scroll, comes only after the next layout.
        self.scroll_to(y=row, animate=False, force=True)

    def _reveal(self, position: Position) -> None:
        """Scroll no further than is needed to see a place with some lines around it."""
        row = self._page.row_of(position)
        context = min(CONTEXT, self.size.height // 4)
        top = self.scroll_offset.y
        if row < top + context:
            self._scroll(max(row - context, 0))
        elif row >= top + self.size.height - context:
            # What lies ahead comes with a third of the screen above it, to be read on from there.
            self._scroll(max(row - self.size.height // 3, 0))

    def _tell(self) -> None:
        """Tell where reading is."""
        self.post_message(self.whereabouts())
