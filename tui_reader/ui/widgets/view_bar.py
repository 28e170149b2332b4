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

from tui_reader.lines.views import places, tab, views
from tui_reader.reading.cells import width
from tui_reader.values import value


@value
class Tab:
    """A view in the bar."""

    name: str
    """What it is known by."""
    shown: str
    """What the bar shows: "Tokayev ⁴"."""


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
        return tuple(each.name for each in self.tabs)

    @names.setter
    def names(self, names: Sequence[str]) -> None:
        """Show views that have nothing but a name."""
        self.tabs = tuple(Tab(name, tab(name)) for name in names)

    def render(self) -> Content:
        """Return the views, the active one set off, and the order at the right edge."""
        shown = [each.shown for each in self.tabs]
        line = views(shown, self._active, self.sort, self.size.width)
        return Content.assemble(*((text, self._look(look)) for text, look in line))

    def on_click(self, event: events.Click) -> None:
        """Choose the view, or ask for another order."""
        x = event.x - self.styles.padding.left
        if x >= self.size.width - width(self.sort):
            self.post_message(self.SortClicked())
            return
        shown = [each.shown for each in self.tabs]
        for start, text, number in places(shown, self._active, self.sort, self.size.width):
            if start - 1 <= x <= start + width(text):
                self.post_message(self.Chosen(self.tabs[number].name))
                return

    @property
    def _active(self) -> int | None:
        """The number of the active view, if it is in the bar."""
        return self.names.index(self.active) if self.active in self.names else None

    def _look(self, look: str) -> Style | str:
        """Return the style of a look; the widget's own for text."""
        return "" if look == "text" else self.get_visual_style(f"view-bar--{look}")
