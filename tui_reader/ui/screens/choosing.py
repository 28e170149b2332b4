"""What all dialogs have in common that offer a list to choose from."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import OptionList


class ChoosingScreen(ModalScreen[ScreenResultType | None]):
    """Offers a list; answers with what is chosen, or with nothing."""

    @property
    def choices(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    def action_move(self, step: int) -> None:
        """Move the cursor of the list by a line: down for 1, up for -1."""
        if step > 0:
            self.choices.action_cursor_down()
        else:
            self.choices.action_cursor_up()

    def action_leave(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)
