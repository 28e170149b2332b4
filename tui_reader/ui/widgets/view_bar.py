"""The line of views, with the order of the list at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tui_reader.harmless import harmless_line
from tui_reader.reading.cells import clip, width

_GAP = 3
_LONGEST = 18


class ViewBar(Widget):
    """Names of views, one of them active; as many as there is room for."""

    COMPONENT_CLASSES = {"view-bar--active", "view-bar--inactive", "view-bar--sort"}

    names: reactive[tuple[str, ...]] = reactive(())
    """What the views are called."""
    active: reactive[str] = reactive("")
    """The view that is shown; empty if the list shows something else."""
    sort: reactive[str] = reactive("")
    """The order of the list."""

    @dataclass
    class Chosen(Message):
        """A view was clicked."""

        name: str

    class SortClicked(Message):
        """The order of the list was clicked."""

    def render(self) -> Content:
        """Return the names, the active one set off, and the order at the right edge."""
        parts: list[tuple[str, str | Style]] = []
        end = 0
        for start, name in self._places():
            look = "active" if name == self.active else "inactive"
            text = _shown(name)
            parts += [(" " * (start - end), ""), (text, self.get_visual_style(f"view-bar--{look}"))]
            end = start + width(text)
        gap = max(0, self.size.width - end - width(self.sort))
        parts += [(" " * gap, ""), (self.sort, self.get_visual_style("view-bar--sort"))]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Choose the view, or ask for another order."""
        x = event.x - self.styles.padding.left
        if x >= self.size.width - width(self.sort):
            self.post_message(self.SortClicked())
            return
        for start, name in self._places():
            if start - 1 <= x <= start + width(_shown(name)):
                self.post_message(self.Chosen(name))
                return

    def _places(self) -> Sequence[tuple[int, str]]:
        """Return where each view that there is room for begins."""
        room = self.size.width - width(self.sort) - _GAP
        places: list[tuple[int, str]] = []
        start = 0
        for name in self.names:
            cells = width(_shown(name))
            if start + cells > room:
                break
            places.append((start, name))
            start += cells + _GAP
        return places


def _shown(name: str) -> str:
    """Return the name as the bar shows it."""
    return clip(harmless_line(name), _LONGEST)
