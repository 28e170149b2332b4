"""Shows an article: its text in a centred measure, its names lit, and every way to move about in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.style import Style as Look
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui_reader.models import Document, Mention, Names, Position
from tui_reader.reading import motions
from tui_reader.reading import names as naming
from tui_reader.reading.find import Hits, Place
from tui_reader.reading.jumps import Jumps
from tui_reader.reading.layout import Layout
from tui_reader.reading.links import link_at
from tui_reader.reading.progress import Progress
from tui_reader.ui.widgets.document_keys import KEYS
from tui_reader.ui.widgets.document_painter import LOOKS, PARTS, DocumentPainter, selected
from tui_reader.ui.widgets.page import Page

Direction = Literal[1, -1]

MARGIN = 2
"""Cells kept free on either side of the text."""
SLICE = 400
"""Lines laid out at a time, about 6 ms, while nothing else is to do."""
CONTEXT = 3
"""Lines kept in sight around what was jumped to."""


class DocumentView(ScrollView, can_focus=True, inherit_bindings=False):
    """The text of one article; it is laid out no further than it is looked at, and the rest by and by."""

    BINDING_GROUP_TITLE = "Reading"
    BINDINGS = [*KEYS]
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

    @dataclass
    class NameChosen(Message):
        """Another name has been chosen, or none any more."""

        entity: int | None
        """Index of the entity."""
        number: int = 0
        """Which of its mentions is chosen, from 1."""

    @dataclass
    class HitChosen(Message):
        """Another place where the text that is sought stands has been gone to."""

        number: int
        """Which it is, from 1; 0 if there is none."""
        count: int
        """How many there are."""

    @dataclass
    class LinkOpened(Message):
        """A link was clicked."""

        address: str

    def __init__(self, *, measure: int = 72, id: str | None = None) -> None:
        """Begin with an empty page; `show` puts an article on it."""
        super().__init__(id=id)
        self._measure = measure
        self._looks: dict[str, Look] = dict.fromkeys(PARTS, Look.null())
        self._has_looks = False
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
    def chosen(self) -> Mention | None:
        """The chosen mention."""
        index = self._painter.chosen
        return None if index is None else self._names.mentions[index]

    def show(self, document: Document, names: Names, position: Position | None = None) -> None:
        """Show another article, or the same one changed, with a place at the top of the screen."""
        self._put(document, names)
        self._position = position or Position()
        self._lay_out()

    def whereabouts(self) -> Moved:
        """Return where reading is, as it is told when that changes."""
        end = self.scroll_offset.y + self.size.height
        bottom = self._page.position_at(end) if self._page.has_below(end) else None
        share = self._progress.share(self.top, bottom)
        return self.Moved(self._position, share, self._progress.minutes_left(share))

    def light_hits(self, places: Sequence[Place]) -> None:
        """Light these places in the text, instead of any before."""
        self.hits = Hits(places)
        self._painter.light(places)
        self._repaint()

    def go_to_top(self, position: Position) -> None:
        """Put a place at the top of the screen again."""
        self._go_to_row_of(position)

    def choose(self, index: int | None) -> None:
        """Choose a mention and bring it into sight, or none."""
        self._painter.chosen = index
        self._repaint()
        if index is None:
            self.post_message(self.NameChosen(None))
            return
        mention = self._names.mentions[index]
        earlier = self._names.mentions[: index + 1]
        number = sum(other.entity == mention.entity for other in earlier)
        self._reveal(Position(mention.block, mention.start))
        self.post_message(self.NameChosen(mention.entity, number))

    def choose_entity(self, entity: int) -> None:
        """Choose the next mention of a name after the chosen one, or after the top of the screen."""
        self._jumps.leave(self._position)
        self.choose(naming.step(self._names, self._choice_position(), 1, entity=entity))

    def go_to_first_hit(self, origin: Position) -> None:
        """Go to the first hit at or after a place."""
        self._go_to_hit(self.hits.go_to_first(origin))

    def tell_hit(self) -> None:
        """Tell which hit is the current one."""
        self.post_message(self.HitChosen(self.hits.number, len(self.hits.places)))

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
        lines = selection.extract(self._page.text()).split("\n")
        return "\n".join(line.strip() for line in lines), "\n"

    def action_lines(self, count: int) -> None:
        """Scroll by lines."""
        self._scroll(self.scroll_offset.y + count)

    def action_half(self, direction: Direction) -> None:
        """Scroll by half a page."""
        self._scroll(self.scroll_offset.y + direction * max(self.size.height // 2, 1))

    def action_pages(self, direction: Direction) -> None:
        """Scroll by a page, with two lines of the last one kept for the eye."""
        self._scroll(self.scroll_offset.y + direction * max(self.size.height - 2, 1))

    def action_edge(self, direction: Direction) -> None:
        """Go to the headline or to the last line."""
        self._jumps.leave(self._position)
        if direction > 0:
            self._page.layout.complete()
        self._scroll(self._page.height if direction > 0 else 0)

    def action_paragraph(self, direction: Direction) -> None:
        """Put the next or previous paragraph at the top."""
        target = motions.paragraph(self._page.layout.document, self.top, direction)
        if target is not None:
            self._scroll(self._page.row_of(target))
        elif direction < 0:
            self._scroll(0)

    def action_heading(self, direction: Direction) -> None:
        """Put the next or previous heading at the top."""
        target = motions.heading(self._page.layout.document, self.top, direction)
        if target is not None:
            self._jump(target)

    def action_name(self, direction: Direction) -> None:
        """Choose the next or previous name."""
        index = naming.step(self._names, self._choice_position(), direction)
        if index is not None:
            self.choose(index)

    def action_same_name(self, direction: Direction) -> None:
        """Choose the next or previous mention of the chosen name, or a name if none is chosen."""
        chosen = self.chosen
        if chosen is None:
            self.action_name(direction)
            return
        here = Position(chosen.block, chosen.start)
        self.choose(naming.step(self._names, here, direction, entity=chosen.entity))

    def action_hit(self, direction: Direction) -> None:
        """Go to the next or previous place where the text that was sought stands."""
        self._jumps.leave(self._position)
        self._go_to_hit(self.hits.go_on(self._before_top(), direction))

    def action_jump_back(self) -> None:
        """Go back to where the last jump began."""
        self._go_to_row_of(self._jumps.back(self._position) or self._position)

    def action_jump_forward(self) -> None:
        """Go forward again in the list of jumps."""
        self._go_to_row_of(self._jumps.forward() or self._position)

    def action_set_mark(self, letter: str) -> None:
        """Keep this place under a letter."""
        self._jumps.mark(letter, self._position)

    def action_go_to_mark(self, letter: str) -> None:
        """Go to the place kept under a letter."""
        target = self._jumps.marked(letter)
        if target is not None:
            self._jump(target)

    def on_resize(self, event: events.Resize) -> None:
        """Set the text for the new width and keep the place."""
        if self._page.width != self.scrollable_content_region.width:
            self._lay_out()
        else:
            self._reach(self.scroll_offset.y)
            self._tell()

    def on_click(self, event: events.Click) -> None:
        """Choose the name, or open the link, that was clicked."""
        place = self._page.place_at(event.x, event.y + self.scroll_offset.y)
        if place is None or self.text_selection:
            return
        address = link_at(self._page.layout.document, place)
        mention = naming.mention_at(self._names, place)
        if mention is not None:
            self.choose(mention)
        elif address:
            self.post_message(self.LinkOpened(address))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes into sight and tell where reading is."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and not self._is_laying_out:
            self._reach(round(new_value))
            self._position = max(self.top, Position())
            self._tell()

    def _put(self, document: Document, names: Names) -> None:
        """Take an article and forget everything about the one before."""
        self._names = names
        self._progress = Progress(document)
        self._painter = DocumentPainter(document, names, self._looks)
        self._page = Page(Layout(document, self._measure), self._painter, 0)
        self.hits = Hits()
        """Where the text that was sought stands."""
        self._position = Position()
        self._jumps = Jumps()
        self._is_laying_out = False

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
        layout = Layout(self._page.layout.document, min(self._measure, width - 2 * MARGIN))
        self._page = Page(layout, self._painter, width)
        self._is_laying_out = True
        self._go_to_row_of(self._position)
        self._is_laying_out = False
        self.refresh()
        self._tell()
        self._lay_out_the_rest()

    def _lay_out_the_rest(self) -> None:
        """Lay out what is left in slices, between which keys are heard."""
        page = self._page

        def go_on() -> None:
            if page is self._page and self.is_attached:
                page.reach(page.height + SLICE)
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
        self.scroll_to(y=row, animate=False)

    def _go_to_row_of(self, position: Position) -> None:
        """Put a place at the top of the screen; with the beginning of the text comes the headline."""
        self._scroll(self._page.row_of(position) if position > Position() else 0)

    def _jump(self, position: Position) -> None:
        """Put a place at the top, and note in the list of jumps where that began."""
        self._jumps.leave(self._position)
        self._go_to_row_of(position)

    def _go_to_hit(self, hit: Place | None) -> None:
        """Light the hit as the current one and bring it into sight, if there is one."""
        if hit is not None:
            self._painter.current = hit
            self._repaint()
            self._reveal(hit.position)
        self.tell_hit()

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

    def _before_top(self) -> Position:
        """Return a place just before everything that is in sight."""
        top = self.top
        return Position(top.block, top.character - 1)

    def _choice_position(self) -> Position:
        """Return where the chosen name stands if it is in sight, or else a place before all that is."""
        chosen = self.chosen
        if chosen is not None:
            place = Position(chosen.block, chosen.start)
            if 0 <= self._page.row_of(place) - self.scroll_offset.y < self.size.height:
                return place
        return self._before_top()

    def _tell(self) -> None:
        """Tell where reading is."""
        self.post_message(self.whereabouts())
