"""The dialogs that ask how a name is to be corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.dossiers import EntityRow
from tui_reader.harmless import harmless_line
from tui_reader.models import Kind
from tui_reader.reading.cells import clip, width
from tui_reader.ui.screens.choosing import ChoosingScreen
from tui_reader.ui.widgets.line_input import LineInput

KIND_NAMES = {
    Kind.PERSON: "person",
    Kind.PLACE: "place",
    Kind.ORGANISATION: "organisation",
    Kind.OTHER: "other name",
}
"""What dialogs call the kinds of names."""
_ROOM = 65
"""Cells of a line in a dialog, beside a scroll bar."""


class Correction(StrEnum):
    """What can be wrong with a name; each is chosen by the letter that it begins with here."""

    RENAME = "r"
    MERGE = "m"
    SPLIT = "s"
    KIND = "t"
    REJECT = "x"


_ASKED = {
    Correction.RENAME: "It has another name…",
    Correction.MERGE: "It is the same as…",
    Correction.SPLIT: "In this article it is another one…",
    Correction.KIND: "It is of another kind…",
    Correction.REJECT: "It is no name",
}


class CorrectScreen(ChoosingScreen[Correction]):
    """Asks what is wrong with a name."""

    BINDING_GROUP_TITLE = "Correct a name"
    BINDINGS = [
        Binding("j", "move(1)", "down", id="correct.down", show=False),
        Binding("k", "move(-1)", "up", id="correct.up", show=False),
        *(
            Binding(each.value, f"choose('{each}')", each.name.lower(), id=f"correct.{each.name.lower()}")
            for each in Correction
        ),
        Binding("escape,q", "leave", "leave", id="correct.leave"),
    ]

    def __init__(self, entity: EntityRow, *, is_in_article: bool) -> None:
        """Take the name, and whether it was chosen in an article."""
        super().__init__()
        self._entity = entity
        self._offered = [each for each in Correction if is_in_article or each is not Correction.SPLIT]

    def compose(self) -> ComposeResult:
        """Lay out the name and what can be wrong with it."""
        kind = KIND_NAMES[self._entity.kind]
        name = clip(harmless_line(self._entity.name), 44 - width(kind))
        with Vertical(classes="dialog -narrow"):
            yield Static(f"{name} · {kind}", classes="dialog-title", markup=False)
            yield OptionList(
                *(Option(f"{each.value}  {_ASKED[each]}", id=each.value) for each in self._offered),
                compact=True,
                markup=False,
            )
            yield Static("Enter or the letter chooses   Esc leaves", classes="dialog-hint", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with what was chosen."""
        event.stop()
        self.dismiss(Correction(str(event.option_id)))

    def action_choose(self, correction: str) -> None:
        """Answer with the correction of that letter, if it is offered."""
        if Correction(correction) in self._offered:
            self.dismiss(Correction(correction))


class KindScreen(ChoosingScreen[Kind]):
    """Asks of which kind a name is."""

    BINDING_GROUP_TITLE = "Kind of a name"
    BINDINGS = [
        Binding("j", "move(1)", "down", id="kind.down", show=False),
        Binding("k", "move(-1)", "up", id="kind.up", show=False),
        Binding("escape,q", "leave", "leave", id="kind.leave"),
    ]

    def __init__(self, entity: EntityRow) -> None:
        """Take the name."""
        super().__init__()
        self._entity = entity

    def compose(self) -> ComposeResult:
        """Lay out the kinds that it isn't of."""
        others = [kind for kind in KIND_NAMES if kind is not self._entity.kind]
        with Vertical(classes="dialog -narrow"):
            name = clip(harmless_line(self._entity.name), 34)
            yield Static(f"“{name}” is of the kind", classes="dialog-title", markup=False)
            yield OptionList(*(Option(KIND_NAMES[kind], id=kind.value) for kind in others), compact=True)
            yield Static("Enter chooses   Esc leaves", classes="dialog-hint", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the kind."""
        event.stop()
        self.dismiss(Kind(str(event.option_id)))


class NameScreen(ChoosingScreen[EntityRow | str]):
    """Asks for a name: any text, or one that the library knows."""

    BINDING_GROUP_TITLE = "Name"
    BINDINGS = [
        Binding("down,ctrl+n", "move(1)", "down", id="name.down", show=False),
        Binding("up,ctrl+p", "move(-1)", "up", id="name.up", show=False),
        Binding("escape", "leave", "leave", id="name.leave"),
    ]
    DEFAULT_CSS = """
    NameScreen #name-offers { margin-top: 0; max-height: 10; scrollbar-size-vertical: 1; }
    """

    field = query_one("#name-input", LineInput)
    """Where it is typed."""
    offers = query_one("#name-offers", OptionList)
    """Names that go with what is typed."""

    def __init__(
        self, title: str, text: str = "", offered: Callable[[str], Sequence[EntityRow]] | None = None
    ) -> None:
        """Take what is asked.

        Args:
            title: the question.
            text: what is in the field at first.
            offered: gives the names that go with what is typed; only these can be chosen then.
        """
        super().__init__()
        self._title = title
        self._text = text
        self._offered = offered
        self._found: Sequence[EntityRow] = ()

    def compose(self) -> ComposeResult:
        """Lay out question, field and names."""
        with Vertical(classes="dialog"):
            yield Static(harmless_line(self._title), classes="dialog-title", markup=False)
            yield LineInput(self._text, id="name-input", compact=True, select_on_focus=False)
            yield OptionList(id="name-offers", compact=True, markup=False)
            yield Static("Enter takes it   Esc leaves", classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """Offer names for the text at hand."""
        self.field.cursor_blink = False
        self.field.action_end()
        self.offers.can_focus = False
        self.offers.display = self._offered is not None
        self._offer(self._text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer names for what is typed."""
        self._offer(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the name at the cursor, or with what was typed."""
        place = self.offers.highlighted
        if self._offered is None and event.value.strip():
            self.dismiss(event.value.strip())
        elif self._found and place is not None:
            self.dismiss(self._found[place])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the name that was clicked."""
        event.stop()
        self.dismiss(self._found[event.option_index])

    def _offer(self, typed: str) -> None:
        """List the names that go with a text."""
        if self._offered is not None:
            self._found = self._offered(typed)
            self.offers.clear_options()
            self.offers.add_options([Option(_line(entity)) for entity in self._found])
            self.offers.highlighted = 0 if self._found else None


def _line(entity: EntityRow) -> Text:
    """Return a name with its kind and in how many articles it is."""
    told = f"{KIND_NAMES[entity.kind]}  {entity.articles:>7,}"
    name = clip(harmless_line(entity.name), _ROOM - width(told) - 2)
    line = Text(name + " " * (_ROOM - width(name) - width(told)), no_wrap=True)
    return line.append(told, "dim")
