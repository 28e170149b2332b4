"""Sets what a row tells of its story: the other reports that are folded under it, or its place under one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tui_reader.harmless import harmless_line
from tui_reader.reading.cells import clip, width

MOST_TOLD: Final = 4
"""Other reports that are told under a row: more don't fit into a line."""
_SITE: Final = 24
_NARROWEST: Final = 12
"""Cells that a headline is given at least; where there is less room it is left out."""


@dataclass(frozen=True, slots=True)
class Together:
    """What a row shows of the others of its story."""

    others: tuple[tuple[str, str], ...]
    """Headlines and sites of the first of those under it."""
    number: int
    """How many articles are under the first one."""
    copies: int
    """How many of all of them are copies of others."""
    is_open: bool = False
    """Whether those under the first one are shown."""
    is_under: bool = False
    """Whether this row is one of those under the first."""
    is_last: bool = False
    """Whether it is the last of them."""

    @property
    def is_folded(self) -> bool:
        """Whether there are articles under this row that aren't shown."""
        return not (self.is_open or self.is_under)


def branch(together: Together | None) -> str:
    """Return what stands before the headline."""
    if together is None or not together.is_under:
        return ""
    return "└ " if together.is_last else "├ "


def marker(together: Together | None) -> str:
    """Return what stands after the headline where a row has one line: "+2"."""
    return f" +{together.number}" if together is not None and together.is_folded else ""


def tally(together: Together) -> str:
    """Return how many reports there are, and how many of them are copies: "2 reports, 3 copies"."""
    reports = together.number + 1 - together.copies
    words = f"{reports} {'report' if reports == 1 else 'reports'}"
    if together.copies:
        words += f", {together.copies} {'copy' if together.copies == 1 else 'copies'}"
    return words


def also(together: Together, room: int) -> str:
    """Return the other reports as far as there is room: "└ also: Rates stay put (ledger.example) · …"."""
    line = "└ also: "
    for number, (title, site) in enumerate(together.others):
        outlet = f" ({clip(harmless_line(site), _SITE)})" if site else ""
        gap = " · " if number else ""
        left = room - width(line) - width(gap) - width(outlet)
        if left < _NARROWEST:
            return clip(f"{line} …", room)
        line += f"{gap}{clip(harmless_line(title), left)}{outlet}"
    return clip(line, room)
