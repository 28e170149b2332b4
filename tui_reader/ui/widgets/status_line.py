"""The last line of a screen: what can be done here, or for a moment what has just been done."""

from __future__ import annotations

from collections.abc import Sequence
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
from tui_reader.reading.cells import clip, width

SECONDS: Final = 5.0
"""How long a message stays."""
_GAP: Final = 3


@dataclass(frozen=True, slots=True)
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
            for start, hint in self._places(room):
                parts.append((" " * (start - end), ""))
                parts += [(hint.key, self._look("key")), (f" {hint.text}", self._look("hint"))]
                end = start + _cells(hint)
        parts += [(" " * (self.size.width - end - width(held)), ""), (held, self._look("held"))]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Do what the hint says."""
        if self.message:
            return
        x = event.x - self.styles.padding.left
        for start, hint in self._places(self.size.width):
            if start <= x < start + _cells(hint):
                self.post_message(self.Clicked(hint.binding))

    def _places(self, room: int) -> Sequence[tuple[int, Hint]]:
        """Return where each hint that there is room for begins; the last one stays whatever the room."""
        places: list[tuple[int, Hint]] = []
        if not self.hints:
            return places
        *others, last = self.hints
        start = 0
        for hint in others:
            if start + _cells(hint) + _GAP + _cells(last) > room:
                break
            places.append((start, hint))
            start += _cells(hint) + _GAP
        return [*places, (start, last)]

    def _fall_silent(self) -> None:
        """Show the hints again."""
        self.message = ""

    def _look(self, part: str) -> Style:
        """Return the style of a part."""
        return self.get_visual_style(f"status-line--{part}")


def _cells(hint: Hint) -> int:
    """Return how wide a hint is."""
    return width(hint.key) + 1 + width(hint.text)
