"""The help: every key of the screen below, read from its bindings, found by typing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui_reader.reading.cells import clip, width
from tui_reader.ui.actions import Action
from tui_reader.ui.widgets.line_input import LineInput

KEYS_WIDTH = 18
TEXT_WIDTH = 30


class HelpScreen(ModalScreen[None]):
    """A list of keys by group, narrowed by what is typed."""

    BINDING_GROUP_TITLE = "Help"
    BINDINGS = [
        Binding("escape", "leave", "leave", id="help.leave"),
        Binding("down", "scroll(1)", "down", id="help.down", show=False),
        Binding("up", "scroll(-1)", "up", id="help.up", show=False),
        Binding("pagedown,ctrl+f", "scroll(10)", "page down", id="help.page-down", show=False),
        Binding("pageup,ctrl+b", "scroll(-10)", "page up", id="help.page-up", show=False),
    ]

    field = query_one("#help-input", LineInput)
    """Where it is searched."""
    shown = query_one("#help-keys", Static)
    """The keys."""

    def __init__(self, actions: Sequence[Action]) -> None:
        """Take what the screen below can do."""
        super().__init__()
        self._actions = actions

    def compose(self) -> ComposeResult:
        """Lay out the search and the keys."""
        with Vertical(id="help"):
            with Horizontal(id="help-head"):
                yield Static("Keys", classes="dialog-title")
                yield LineInput(placeholder="type to find one", id="help-input", compact=True)
                yield Static("Esc leaves", classes="dialog-hint")
            with VerticalScroll(can_focus=False):
                yield Static("", id="help-keys", markup=False)

    def on_mount(self) -> None:
        """Show all keys."""
        self.field.cursor_blink = False
        self.shown.update(help_text(self._actions, ""))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the keys that go with what is typed."""
        self.shown.update(help_text(self._actions, event.value))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll the keys."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def help_text(actions: Iterable[Action], typed: str) -> Content:
    """Return the actions by group, those that the typed words fit."""
    words = typed.lower().split()
    groups: dict[str, list[Action]] = {}
    for action in actions:
        text = f"{action.explanation} {action.id} {action.group} {' '.join(action.keys)}".lower()
        if all(word in text for word in words):
            groups.setdefault(action.group, []).append(action)
    parts: list[tuple[str, str]] = []
    for group, members in groups.items():
        parts.append((f"{'' if not parts else chr(10)}{group}\n", "bold $headline"))
        for action in members:
            keys, explanation = clip(_keys(action), KEYS_WIDTH - 2), clip(action.explanation, TEXT_WIDTH - 2)
            parts.append((keys + " " * (KEYS_WIDTH - width(keys)), "bold $text-bright"))
            parts.append((explanation + " " * (TEXT_WIDTH - width(explanation)), "$foreground"))
            parts.append((f"{action.id}\n", "$text-dim"))
    return Content.assemble(*parts) if parts else Content("No key does that.")


def _keys(action: Action) -> str:
    """Return the keys of an action, a long row of them as its ends."""
    return f"{action.keys[0]} … {action.keys[-1]}" if len(action.keys) > 4 else "  ".join(action.keys)
