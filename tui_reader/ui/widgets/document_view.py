"""Shows an article with every way to move about in it: by lines, parts, names, hits, jumps and marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from textual import events
from textual.message import Message

from tui_reader.highlights import HighlightId
from tui_reader.models import ArticleId, Document, Mention, Names, Position
from tui_reader.reading import motions
from tui_reader.reading import names as naming
from tui_reader.reading.find import Hits, Place
from tui_reader.reading.jumps import Jumps
from tui_reader.reading.links import link_at
from tui_reader.ui.widgets.document_keys import KEYS
from tui_reader.ui.widgets.name_messages import CorrectAsked, DossierAsked, FollowAsked, NameMissed
from tui_reader.ui.widgets.page_view import CONTEXT
from tui_reader.ui.widgets.selecting_view import SelectingView

Direction = Literal[1, -1]


class DocumentView(SelectingView, can_focus=True, inherit_bindings=False):
    """The text of one article, to move about in by keys and clicks."""

    BINDING_GROUP_TITLE = "Reading"
    BINDINGS = [*KEYS]

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

    @dataclass
    class JumpsEnded(Message):
        """A jump was to be gone back or forward on, but there is none that way."""

        direction: Direction

    @dataclass
    class RelatedOpened(Message):
        """An article below the text was clicked."""

        id: ArticleId

    @dataclass
    class HighlightClicked(Message):
        """A highlight was clicked."""

        id: HighlightId

    @property
    def chosen(self) -> Mention | None:
        """The chosen mention."""
        return self._painter.chosen

    @property
    def choice(self) -> tuple[Position, Position] | None:
        """The chosen name or the current hit, if it is in sight, and the place after it."""
        for found in (self._painter.current, self.chosen):
            if found is not None and self._is_in_sight(place := Position(found.block, found.start)):
                return place, Position(found.block, found.end)
        return None

    def light_hits(self, places: Sequence[Place]) -> None:
        """Light these places in the text, instead of any before."""
        self.hits = Hits(places)
        self._painter.light(places)
        self._repaint()

    def show_at(self, document: Document, names: Names, place: Position) -> None:
        """Show an article at a place; if a name stands there, it is chosen, with some lines above it."""
        index = naming.mention_at(names, place)
        self.show(document, names, place, lead=0 if index is None else CONTEXT)
        if index is not None:
            self._light(index)

    def choose(self, index: int | None) -> None:
        """Choose a mention and bring it into sight, or none."""
        if index is not None:
            mention = self._names.mentions[index]
            self._reveal(Position(mention.block, mention.start))
        self._light(index)

    def choose_entity(self, entity: int) -> None:
        """Choose the next mention of a name after the chosen one, or after the top of the screen."""
        self._jumps.leave(self._position)
        self.choose(naming.step(self._names, self._choice_position(), 1, entity=entity))

    def note_jump(self, origin: Position) -> None:
        """Note in the list of jumps that one began at a place."""
        self._jumps.leave(max(origin, Position()))

    def go_to_first_hit(self, origin: Position) -> None:
        """Go to the first hit at or after a place."""
        self._go_to_hit(self.hits.go_to_first(origin))

    def tell_hit(self) -> None:
        """Tell which hit is the current one."""
        self.post_message(self.HitChosen(self.hits.number, len(self.hits.places)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way to a name's dossier only where one is chosen."""
        return action != "dossier" or (self.chosen is not None and self.chosen.kind.is_name)

    def action_dossier(self) -> None:
        """Ask for everything about the chosen name."""
        self._ask(DossierAsked)

    def action_follow(self) -> None:
        """Ask for the chosen name to be followed, or no longer."""
        self._ask(FollowAsked)

    def action_correct(self) -> None:
        """Ask for the chosen name to be corrected."""
        self._ask(CorrectAsked)

    def _ask(self, message: type[DossierAsked | FollowAsked | CorrectAsked]) -> None:
        """Ask for something with the chosen name."""
        if self.chosen is not None and self.chosen.kind.is_name:
            self.post_message(message(self.chosen.entity))
        else:
            self.post_message(NameMissed())

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
        self._jumps.leave(self._position)
        here = Position(chosen.block, chosen.start)
        self.choose(naming.step(self._names, here, direction, entity=chosen.entity))

    def action_hit(self, direction: Direction) -> None:
        """Go to the next or previous place where the text that was sought stands."""
        if self.hits.places:
            self._jumps.leave(self._position)
        self._go_to_hit(self.hits.go_on(self._before_top(), direction))

    def action_jump_back(self) -> None:
        """Go back to where the last jump began."""
        self._go_to_jump(self._jumps.back(self._position), -1)

    def action_jump_forward(self) -> None:
        """Go forward again in the list of jumps."""
        self._go_to_jump(self._jumps.forward(), 1)

    def action_set_mark(self, letter: str) -> None:
        """Keep this place under a letter."""
        self._jumps.mark(letter, self._position)

    def action_go_to_mark(self, letter: str) -> None:
        """Go to the place kept under a letter."""
        target = self._jumps.marked(letter)
        if target is not None:
            self._jump(target)

    def on_click(self, event: events.Click) -> None:
        """Choose the name, or open the link or the article below the text, that was clicked."""
        row = event.y + self.scroll_offset.y
        place = self._page.place_at(event.x, row)
        if self.text_selection:
            return
        if place is None:
            if (related := self._page.related_at(row)) is not None:
                self.post_message(self.RelatedOpened(related))
            return
        address = link_at(self._page.layout.document, place)
        mention = naming.mention_at(self._names, place)
        if mention is not None:
            self.choose(mention)
        elif address:
            self.post_message(self.LinkOpened(address))
        elif highlight := next((each for each in self.highlights if each.covers(place)), None):
            self.post_message(self.HighlightClicked(highlight.id))

    def _put(self, document: Document, names: Names) -> None:
        """Take an article, with no hits and no jumps in it yet."""
        super()._put(document, names)
        self.hits = Hits()
        """Where the text that was sought stands."""
        self._jumps = Jumps()

    def _light(self, index: int | None) -> None:
        """Let a mention be the chosen one, or none."""
        self._painter.chosen = None if index is None else self._names.mentions[index]
        self._repaint()
        self.refresh_bindings()
        if index is None:
            self.post_message(self.NameChosen(None))
            return
        mention = self._names.mentions[index]
        earlier = self._names.mentions[: index + 1]
        number = sum(other.entity == mention.entity for other in earlier)
        self.post_message(self.NameChosen(mention.entity, number))

    def _jump(self, position: Position) -> None:
        """Put a place at the top, and note in the list of jumps where that began."""
        self._jumps.leave(self._position)
        self.go_to_top(position)

    def _go_to_jump(self, place: Position | None, direction: Direction) -> None:
        """Put the place at the top, or tell that there is none."""
        if place is None:
            self.post_message(self.JumpsEnded(direction))
        else:
            self.go_to_top(place)

    def _go_to_hit(self, hit: Place | None) -> None:
        """Light the hit as the current one and bring it into sight, if there is one."""
        if hit is not None:
            self._painter.current = hit
            self._repaint()
            self._reveal(hit.position)
        self.tell_hit()

    def _before_top(self) -> Position:
        """Return a place just before everything that is in sight."""
        top = self.top
        return Position(top.block, top.character - 1)

    def _choice_position(self) -> Position:
        """Return where the chosen name stands if it is in sight, or else a place before all that is."""
        chosen = self.chosen
        if chosen is not None:
            place = Position(chosen.block, chosen.start)
            if self._is_in_sight(place):
                return place
        return self._before_top()
