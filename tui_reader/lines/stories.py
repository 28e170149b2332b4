"""Sets what a row tells of its story: the other reports that are folded under it, or its place under one."""

from __future__ import annotations

from tui_reader.harmless import harmless_line
from tui_reader.reading.cells import clip, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

_SITE: Final = 24
_NARROWEST: Final = 12
"""Cells that a headline is given at least; where there is less room it is left out."""


class Together:
    """What a row shows of the others of its story."""

    __slots__ = ("copies", "is_last", "is_open", "is_under", "number", "others")

    def __init__(
        self,
        others: Sequence[tuple[str, str]],
        number: int,
        copies: int,
        *,
        is_open: bool = False,
        is_under: bool = False,
        is_last: bool = False,
    ) -> None:
        """Take what there is to tell.

        Args:
            others: headlines and sites of the first of those under it.
            number: how many articles are under the first one.
            copies: how many of all of them are copies of others.
            is_open: whether those under the first one are shown.
            is_under: whether this row is one of those under the first.
            is_last: whether it is the last of them.
        """
        self.others = others
        self.number = number
        self.copies = copies
        self.is_open = is_open
        self.is_under = is_under
        self.is_last = is_last

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
