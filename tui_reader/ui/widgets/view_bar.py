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
from tui_reader.reading.cells import SUPERSCRIPTS, clip, width

_GAP = 3
_LONGEST = 18
_BEFORE, _AFTER = "‹ ", " ›"
"""Stand where there are more views than there is room for."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A view in the bar."""

    name: str
    """What it is known by."""
    label: str = ""
    """What the bar calls it, if not by its name."""
    number: str = ""
    """How much in it is new: digits, and a plus where that is not all."""

    @property
    def shown(self) -> str:
        """What the bar shows: "Tokayev ⁴"."""
        label = clip(harmless_line(self.label or self.name), _LONGEST)
        return f"{label} {self.number.translate(SUPERSCRIPTS).replace('+', '⁺')}" if self.number else label


class ViewBar(Widget):
    """Names of views, one of them active; as many as there is room for, and the active one among them."""

    COMPONENT_CLASSES = {"view-bar--active", "view-bar--inactive", "view-bar--sort"}

    tabs: reactive[tuple[Tab, ...]] = reactive(())
    """The views."""
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

    @property
    def names(self) -> tuple[str, ...]:
        """What the views are known by."""
        return tuple(tab.name for tab in self.tabs)

    @names.setter
    def names(self, names: Sequence[str]) -> None:
        """Show views that have nothing but a name."""
        self.tabs = tuple(Tab(name) for name in names)

    def render(self) -> Content:
        """Return the views, the active one set off, and the order at the right edge."""
        parts: list[tuple[str, str | Style]] = []
        end = 0
        for start, text, tab in self._places():
            look = "active" if tab.name == self.active and text == tab.shown else "inactive"
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
        for start, text, tab in self._places():
            if start - 1 <= x <= start + width(text):
                self.post_message(self.Chosen(tab.name))
                return

    def _places(self) -> Sequence[tuple[int, str, Tab]]:
        """Return what stands where: views, and signs for the nearest view for which there is no room."""
        room = self.size.width - width(self.sort) - _GAP
        active = self.names.index(self.active) if self.active in self.names else 0
        first, last = 0, _fitting(self.tabs, 0, room)
        while last <= active and first < active:
            first += 1
            last = _fitting(self.tabs, first, room)
        places: list[tuple[int, str, Tab]] = []
        start = 0
        if first:
            places.append((0, _BEFORE.strip(), self.tabs[first - 1]))
            start = width(_BEFORE)
        for tab in self.tabs[first:last]:
            places.append((start, tab.shown, tab))
            start += width(tab.shown) + _GAP
        if last < len(self.tabs):
            places.append((max(0, start - _GAP) + 1, _AFTER.strip(), self.tabs[last]))
        return places


def _fitting(tabs: Sequence[Tab], first: int, room: int) -> int:
    """Return before which view there is no more room, if the bar begins with that one."""
    end = width(_BEFORE) if first else 0
    for place in range(first, len(tabs)):
        end += width(tabs[place].shown)
        if end + (width(_AFTER) if place + 1 < len(tabs) else 0) > room:
            return place
        end += _GAP
    return len(tabs)
