"""Asks before something is done that can't be undone."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static


class ConfirmScreen(ModalScreen[bool]):
    """A question whose answer is yes or no."""

    BINDING_GROUP_TITLE = "A question"
    BINDINGS = [
        Binding("y", "answer(True)", "yes", id="confirm.yes"),
        Binding("n,escape,q", "answer(False)", "no", id="confirm.no"),
    ]

    def __init__(self, question: str, yes: str) -> None:
        """Take the question and what happens on yes, in a word or two."""
        super().__init__()
        self._question = question
        self._yes = yes

    def compose(self) -> ComposeResult:
        """Lay out the question and the keys that answer it."""
        with Vertical(classes="dialog"):
            yield Static(self._question, classes="dialog-title -question", markup=False)
            yield Static(f"y {self._yes}   n keep", classes="dialog-hint", markup=False)

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)
