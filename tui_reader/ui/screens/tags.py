"""The dialog that gives articles their tags."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from tui_reader.harmless import harmless_line
from tui_reader.ui.widgets.line_input import LineInput
from tui_reader.values import value

MOST_SHOWN = 12
"""How many known tags are listed."""


@value
class TagChange:
    """Tags to be given and to be taken away."""

    add: tuple[str, ...]
    remove: tuple[str, ...]


def split_tags(text: str) -> list[str]:
    """Return the tags in a line, parted by blanks or commas, each once, without "#"."""
    words = (word.lstrip("#").lower() for word in text.replace(",", " ").split())
    return list(dict.fromkeys(word for word in words if word))


def change(before: Sequence[str], text: str) -> TagChange:
    """Return what makes the tags of before those in the text."""
    after = split_tags(text)
    return TagChange(
        add=tuple(tag for tag in after if tag not in before),
        remove=tuple(tag for tag in before if tag not in after),
    )


class TagSuggester(Suggester):
    """Completes the last tag of the line from those that are known."""

    def __init__(self, known: Sequence[str]) -> None:
        """Take the known tags, the most used first."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with its last tag completed."""
        begun = value[max(value.rfind(" "), value.rfind(",")) + 1 :]
        word = begun.lstrip("#").lower()
        there = set(split_tags(value[: len(value) - len(begun)]))
        for tag in self._known:
            if word and tag.startswith(word) and tag != word and tag not in there:
                return value + tag[len(word) :]
        return None


class TagsScreen(ModalScreen[TagChange | None]):
    """Edits the tags that all the articles have in common."""

    BINDING_GROUP_TITLE = "Tags"
    BINDINGS = [
        Binding("tab", "complete", "complete", id="tags.complete"),
        Binding("escape", "leave", "leave", id="tags.leave"),
    ]

    field = query_one("#tags-input", LineInput)
    """Where they are typed."""
    shown = query_one("#tags-known", Static)
    """Known tags that go with what is typed."""

    def __init__(self, title: str, tags: Sequence[str], some: Sequence[str], known: Sequence[str]) -> None:
        """Take what the articles are called, the tags of all of them, those of some, and all there are."""
        super().__init__()
        self._title = title
        self._tags = tags
        self._some = some
        self._known = [harmless_line(tag) for tag in known]

    def compose(self) -> ComposeResult:
        """Lay out title, field and known tags."""
        with Vertical(classes="dialog"):
            yield Static(harmless_line(f"Tags of {self._title}"), classes="dialog-title", markup=False)
            text = "".join(f"{tag} " for tag in self._tags)
            yield LineInput(
                text, placeholder="climate science", id="tags-input", compact=True, select_on_focus=False,
                suggester=TagSuggester(self._known),
            )  # fmt: skip
            yield Static("", id="tags-known", markup=False)
            yield Static("Enter keeps   Tab completes   Esc leaves", classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """Put the cursor behind the tags."""
        self.field.cursor_blink = False
        self.field.action_end()
        self._show_known("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the known tags that begin like the last one."""
        self._show_known(event.value)

    def on_input_submitted(self) -> None:
        """Close with what was changed."""
        self.dismiss(change(self._tags, self.field.value))

    def action_complete(self) -> None:
        """Take the completion and go on to the next tag."""
        before = self.field.value
        self.field.action_cursor_right()
        if self.field.value != before:
            self.field.insert_text_at_cursor(" ")

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)

    def _show_known(self, value: str) -> None:
        """List tags that could be meant, and those that only some of the articles have."""
        tags = split_tags(value)
        begun = tags.pop() if tags and value[-1] not in " ," else ""
        fitting = [tag for tag in self._known if tag.startswith(begun) and tag not in tags][:MOST_SHOWN]
        lines = [_listed(fitting) or ("A new tag." if begun else "There are no tags yet.")]
        if self._some:
            lines.append(f"Some of them have {_listed(self._some)}")
        self.shown.update("\n".join(lines))


def _listed(tags: Sequence[str]) -> str:
    """Return the tags side by side."""
    return "  ".join(f"#{harmless_line(tag)}" for tag in tags)
