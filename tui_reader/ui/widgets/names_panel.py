"""Who's who: each name once, by kind, with how often and where it stands here and elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style as Look
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui_reader.dossiers import WhoIs
from tui_reader.harmless import harmless_line
from tui_reader.models import Document, Kind, Names
from tui_reader.reading.cells import clip, width
from tui_reader.reading.names import PARTS, Listed, who_is_who
from tui_reader.reading.wrap import wrap
from tui_reader.ui.widgets.document_painter import lit
from tui_reader.ui.widgets.dossier_lines import day
from tui_reader.ui.widgets.name_messages import CorrectAsked, DossierAsked, FollowAsked

WIDTH = 40
"""Cells that the panel takes, with its edge."""
AT_ONCE = 80
"""Names listed before the panel is drawn: as many as fit on a screen."""

_TITLES = {
    Kind.PERSON: "People",
    Kind.PLACE: "Places",
    Kind.ORGANISATION: "Organisations",
    Kind.OTHER: "Other names",
    Kind.DATE: "Dates",
    Kind.TIME: "Times",
    Kind.MONEY: "Money",
    Kind.PERCENT: "Per cent",
}
_COUNT = 4
_LOOKS = ("name", "count", "spread", "more", *(kind.value for kind in Kind))


class NamesPanel(OptionList, inherit_bindings=False):
    """The names of an article, to jump to."""

    BINDING_GROUP_TITLE = "Who’s who"
    BINDINGS = [
        Binding("enter", "dossier", "dossier", tooltip="all about the name", id="names.dossier"),
        Binding("l,*", "select", "next mention", tooltip="go to its next mention", id="names.go"),
        Binding("f", "follow", "follow", tooltip="follow the name, or no longer", id="names.follow"),
        Binding("C", "correct", "correct", tooltip="rename, merge, or no name", id="names.correct"),
        Binding("j,down", "cursor_down", "down", id="names.down", show=False),
        Binding("k,up", "cursor_up", "up", id="names.up", show=False),
        Binding("gg,home", "first", "top", id="names.top", show=False),
        Binding("G,end", "last", "bottom", id="names.bottom", show=False),
        Binding("space,ctrl+f,pagedown", "page_down", "page down", id="names.page-down", show=False),
        Binding("b,ctrl+b,pageup", "page_up", "page up", id="names.page-up", show=False),
        Binding("escape,h", "leave", "back to the text", id="names.leave"),
    ]  # fmt: skip
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "names--name", "names--count", "names--spread", "names--more",
        *(f"names--{kind.value}" for kind in Kind),
    }  # fmt: skip
    DEFAULT_CSS = """
    NamesPanel {
        width: 40;
        height: 1fr;
        max-height: 100%;
        border: none;
        border-left: solid $rule;
        padding: 1 1 0 2;
        background: $background;
        color: $foreground;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;  /* lines are drawn before it is known whether they need a scroll bar */

        &:focus { border: none; border-left: solid $headline; background-tint: $foreground 0%; }
        & > .option-list--option-disabled { color: $text-dim; }
        & > .option-list--option-highlighted { background: $cursor-ground; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $cursor-ground; color: $text-bright; }
        & > .option-list--option-hover { background: $cursor-ground; }
        & > .names--name { color: $text-bright; }
        & > .names--count { color: $text-dim; }
        & > .names--spread { color: $text-dim; }
        & > .names--more { color: $text-dim; }
        & > .names--person { color: $entity-person; }
        & > .names--place { color: $entity-place; }
        & > .names--organisation { color: $entity-organisation; }
        & > .names--other { color: $entity-other; }
        & > .names--date, & > .names--time { color: $entity-date; }
        & > .names--money, & > .names--percent { color: $entity-amount; }

        &:ansi > .names--spread, &:ansi > .names--count, &:ansi > .names--more { text-style: dim; }
        &:ansi > .option-list--option-highlighted { text-style: bold; }
        &:ansi:focus > .option-list--option-highlighted { text-style: reverse; }
    }
    """

    @dataclass
    class Chosen(Message):
        """A name was chosen."""

        entity: int
        """Index into the article's entities."""

    class Left(Message):
        """The text shall be read on."""

    def __init__(self, *, id: str | None = None) -> None:
        """Start without names."""
        super().__init__(id=id)
        self._document = Document("", ())
        self._names = Names()
        self._note = ""
        self._others: Mapping[int, int] = {}
        self._who: Mapping[int, WhoIs] = {}
        self._listed: dict[int, Listed] = {}
        self._unfolded: int | None = None
        self._room = 0
        self._rest: list[Option | Listed] = []
        self._shown = 0
        self._filled: object = None

    def show(
        self,
        document: Document,
        names: Names,
        note: str,
        *,
        others: Mapping[int, int] = {},
        who: Mapping[int, WhoIs] = {},
    ) -> None:
        """List the names of an article from the first one.

        Args:
            document: the article.
            names: its names.
            note: says why there are none.
            others: in how many other articles its entities stand, by their index.
            who: who or what they are, likewise; in full, and with who says so, where the cursor is.
        """
        self._document, self._names, self._note = document, names, note
        self._others, self._who = others, who
        self._shown += 1
        self.refresh_bindings()
        self.highlighted = None
        self._fill()
        if self.has_focus:
            self.action_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done with a name only if there are some."""
        return bool(self._names.entities) or action not in ("dossier", "select", "follow", "correct")

    def light(self, entity: int | None) -> None:
        """Put the cursor on the name that is chosen in the text."""
        if self.has_focus:
            return
        if entity is None:
            self.highlighted = None
        else:
            self._complete()
            self.highlighted = self.get_option_index(_id(entity))

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width."""
        self._fill()

    def notify_style_update(self) -> None:
        """Draw in the colours of another theme."""
        super().notify_style_update()
        # The style sheet has the new ones only after this.
        if self.is_mounted:
            self.call_after_refresh(self._fill)

    def on_focus(self) -> None:
        """Begin at the first name, unless one is chosen."""
        self._complete()
        if self.highlighted is None:
            self.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which name was chosen."""
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Chosen(int(event.option_id.removeprefix("entity-"))))

    def action_dossier(self) -> None:
        """Ask for everything about the name at the cursor; go to a date or an amount."""
        if not self._ask(DossierAsked):
            self.action_select()

    def action_follow(self) -> None:
        """Ask for the name at the cursor to be followed, or no longer."""
        self._ask(FollowAsked)

    def action_correct(self) -> None:
        """Ask for the name at the cursor to be corrected."""
        self._ask(CorrectAsked)

    def _ask(self, message: type[DossierAsked | FollowAsked | CorrectAsked]) -> bool:
        """Ask for something with the name at the cursor; return whether it is a name."""
        listed = None if self.highlighted is None else self.get_option_at_index(self.highlighted).id
        entity = None if listed is None else int(listed.removeprefix("entity-"))
        if entity is None or not self._names.entities[entity].kind.is_name:
            return False
        self.post_message(message(entity))
        return True

    def action_leave(self) -> None:
        """Go back to the text."""
        self.post_message(self.Left())

    def _fill(self, *, is_hidden: bool = False) -> None:
        """List the names anew if they would look different, and keep the cursor's place.

        Long lists are filled by and by, or the text beside them would wait for what nobody sees yet.

        Args:
            is_hidden: list them even if they have no place on the screen yet, as one shall be chosen.
        """
        if not self.is_mounted or not (self.size.width or is_hidden):
            return
        room = (self.scrollable_content_region.width or WIDTH - 5) - _COUNT - 2 - PARTS
        filled = (self._shown, room, [self._look(part) for part in _LOOKS])
        if filled == self._filled:
            return
        self._filled, self._room = filled, room
        place = self.highlighted
        options: list[Option | Listed] = []
        self._listed.clear()
        self._unfolded = None
        for kind, members in who_is_who(self._document, self._names):
            if options:
                options.append(Option("", disabled=True))
            options.append(Option(self._title(kind), disabled=True))
            self._listed |= {len(options) + number: listed for number, listed in enumerate(members)}
            options.extend(members)
        if not options:
            options.append(Option(self._note, disabled=True))
        self.clear_options()
        self._rest = options
        self._add(AT_ONCE)
        if place is not None and place < len(options):
            self._add(len(self._rest))
            self.highlighted = place
        else:
            self.highlighted = None

    def _add(self, count: int) -> None:
        """Draw so many more names, and soon twice as many, between which keys are heard."""
        some, self._rest = self._rest[:count], self._rest[count:]
        self.add_options(
            each if isinstance(each, Option) else Option(self._line(each), id=_id(each.index))
            for each in some
        )
        if rest := self._rest:
            self.set_timer(0.004, lambda: self._add(2 * count) if rest is self._rest else None)

    def _complete(self) -> None:
        """List all names, wherever they are, as one far below may be wanted."""
        self._fill(is_hidden=True)
        if self._rest:
            self._add(len(self._rest))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Unfold what is known of the name that the cursor is on, and fold the one before."""
        for place in (self._unfolded, highlighted):
            if place is not None and (listed := self._listed.get(place)) and listed.index in self._who:
                line = self._line(listed, is_unfolded=place == highlighted)
                self.replace_option_prompt_at_index(place, line)
        self._unfolded = highlighted
        super().watch_highlighted(highlighted)

    def _title(self, kind: Kind) -> Text:
        """Return the heading of a kind, in its colour and form: it is the legend for the text."""
        title = Text()
        for segment in lit(_TITLES[kind], kind, self._look(kind.value) + Look(bold=True)):
            title.append(segment.text, segment.style)
        return title

    def _line(self, listed: Listed, *, is_unfolded: bool = False) -> Text:
        """Return a name with its count and its spread, and below what is known of it from elsewhere."""
        room = self._room
        name = clip(harmless_line(listed.entity.name), room)
        line = Text(no_wrap=True)
        line.append(name + " " * (room - width(name)), self._look("name"))
        line.append(f"{listed.entity.count:>{_COUNT}}  ", self._look("count"))
        line.append(listed.spread, self._look("spread"))
        room += _COUNT + 1 + PARTS
        if more := self._more(listed.index, is_unfolded=is_unfolded):
            told = [more[start:end] for start, end in wrap(more, room)] if is_unfolded else [clip(more, room)]
            line.append("".join(f"\n {each}" for each in told), self._look("more") + Look(bold=False))
        return line

    def _more(self, entity: int, *, is_unfolded: bool) -> str:
        """Return in how many other articles a name stands, and who it is; empty if neither is known."""
        others = self._others.get(entity, 0)
        number = f"in {others:,} more" if others else ""
        if (who := self._who.get(entity)) is None:
            return number
        source = ", ".join(filter(None, (who.site, day(who.moment))))
        said = harmless_line(f"{who.text} ({source})" if is_unfolded else who.text)
        return " · ".join(filter(None, (number, said)))

    def _look(self, part: str) -> Look:
        """Return what the style sheet says of a part."""
        return self.get_component_rich_style(f"names--{part}", partial=True)


def _id(entity: int) -> str:
    """Return the id of a name's line."""
    return f"entity-{entity}"
