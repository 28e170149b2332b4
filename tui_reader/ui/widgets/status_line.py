"""The last line of a screen: what can be done here, or for a moment what has just been done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.timer import Timer
from textual.widget import Widget

from tui_reader.harmless import harmless_line
from tui_reader.lines.hints import hint_line, places
from tui_reader.lines.pieces import cells
from tui_reader.reading.cells import clip, width
from tui_reader.values import value

SECONDS: Final = 5.0
"""How long a message stays."""


@value
class Hint:
    """A key and what it does."""

    key: str
    """The key as people write it."""
    text: str
    """What it does, in a word or two."""
    binding: str
    """The id of its binding."""


class StatusLine(Widget):
    """Hints as far as whole ones fit, replaced by a message while there is one."""

    COMPONENT_CLASSES = {"status-line--key", "status-line--hint", "status-line--message", "status-line--held"}

    hints: reactive[tuple[Hint, ...]] = reactive(())
    """What can be done, the most important first."""
    held: reactive[str] = reactive("")
    """Keys that were typed and wait for another."""
    selected: reactive[int] = reactive(0)
    """How many articles are selected."""
    message: reactive[str] = reactive("")
    """What has just been done."""

    @dataclass
    class Clicked(Message):
        """A hint was clicked."""

        binding: str

    def __init__(self, *, id: str | None = None) -> None:
        """Start with neither hints nor a message."""
        super().__init__(id=id)
        self._timer: Timer | None = None

    def say(self, message: str) -> None:
        """Show a message for a moment."""
        self.message = harmless_line(message)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SECONDS, self._fall_silent)

    def render(self) -> Content:
        """Return the message or the hints, and at the right edge held keys or the selection."""
        held = f"{self.held} …" if self.held else f"{self.selected:,} selected" if self.selected else ""
        room = self.size.width - width(held) - (2 if held else 0)
        parts: list[tuple[str, str | Style]] = []
        end = 0
        if self.message:
            text = clip(self.message, room)
            parts.append((text, self._look("message")))
            end = width(text)
        else:
            line = hint_line(self._keys, room)
            parts += [(text, self._look(look)) for text, look in line]
            end = cells(line)
        parts += [(" " * (self.size.width - end - width(held)), ""), (held, self._look("held"))]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Do what the hint says."""
        if self.message:
            return
        x = event.x - self.styles.padding.left
        for start, number in places(self._keys, self.size.width):
            hint = self.hints[number]
            if start <= x < start + width(hint.key) + 1 + width(hint.text):
                self.post_message(self.Clicked(hint.binding))

    @property
    def _keys(self) -> list[tuple[str, str]]:
        """Keys and what they do."""
        return [(hint.key, hint.text) for hint in self.hints]

    def _fall_silent(self) -> None:
        """Show the hints again."""
        self.message = ""

    def _look(self, look: str) -> Style | str:
        """Return the style of a look; the widget's own for text."""
        return "" if look == "text" else self.get_visual_style(f"status-line--{look}")
