"""The field in which a line is typed."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tui_reader.harmless import harmless, harmless_line


class LineInput(Input):
    """A field for one line of text, which takes nothing that would steer a terminal."""

    def validate_value(self, value: str) -> str:
        """Take the text without its escape sequences, and its line breaks as blanks."""
        return " ".join(harmless(value).replace("\t", " ").split("\n"))

    def on_paste(self, event: events.Paste) -> None:
        """Put in all that is pasted, several lines too, as one."""
        event.stop()
        event.prevent_default()
        self.replace(harmless_line(event.text), *self.selection)
