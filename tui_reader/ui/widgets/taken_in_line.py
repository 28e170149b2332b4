"""The line that tells which names a search took in: "person:tokayev = Kassym-Jomart Tokayev and 2 more"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui_reader.dossiers import TakenIn
from tui_reader.harmless import harmless_line
from tui_reader.queries import Filter
from tui_reader.reading.cells import clip, width

MOST_TOLD: Final = 4
"""Names that are told for a condition where there is room."""


class TakenInLine(Widget):
    """Tells for each condition on a name which names it means; hidden where there is none."""

    DEFAULT_CSS = """
    TakenInLine {
        height: 1;
        padding-left: 3;
        color: $text-dim;
        display: none;
        &:ansi { text-style: dim; }
    }
    """

    taken_in: reactive[Mapping[Filter, TakenIn]] = reactive({})
    """The names by condition."""

    def render(self) -> Content:
        """Return the line."""
        return Content(told(self.taken_in, self.size.width))


def told(taken_in: Mapping[Filter, TakenIn], room: int) -> str:
    """Return which names each condition means, with as many of the names as there is room for."""
    line = ""
    for most in range(MOST_TOLD, 0, -1):
        line = " · ".join(_condition(wanted, names, most) for wanted, names in taken_in.items())
        if width(line) <= room:
            return line
    return clip(line, room)


def _condition(wanted: Filter, names: TakenIn, most: int) -> str:
    """Return a condition with at most so many of its names."""
    told = [harmless_line(entity.name) for entity in names.entities[:most]]
    more = names.number - len(told)
    if more or len(told) > 1:
        last = f"{more:,} more" if more else told.pop()
        meant = f"{', '.join(told)} and {last}"
    else:
        meant = told[0] if told else "no name"
    return f"{harmless_line(wanted.typed)} = {meant}"
