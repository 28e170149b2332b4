"""The table that the benchmarks of speed print: the bar, our figure, that of newsboat, and the ratio."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is measured."""

    what: str
    """What it is."""
    ours: float
    """What this program needs."""
    unit: str
    """In what, as in "ms"."""
    theirs: float | None = None
    """What it is compared with needs, as a rule newsboat; None if there is nothing of the kind."""
    limit: float | None = None
    """What it may need; None if no bar is set."""
    ratio: float | None = None
    """What it may need as a multiple of theirs, or must reach if `is_least`; None if no bar is set."""
    is_least: bool = False
    """Whether more is better."""
    versus: str = ""
    """What it is compared with, if that isn't newsboat."""

    @property
    def is_met(self) -> bool:
        """Whether it is as good as it has to be; what has nothing beside it is, as far as that goes."""
        held = self.limit is None or self.ours <= self.limit
        if self.ratio is None or self.theirs is None:
            return held
        reached = self.ours / self.theirs
        return held and (reached >= self.ratio if self.is_least else reached <= self.ratio)

    @property
    def bar(self) -> str:
        """What it has to be."""
        sign = "≥" if self.is_least else "≤"
        bars = [f"{sign} {self.ratio:g} ×"] if self.ratio is not None else []
        if self.limit is not None:
            bars.insert(0, f"≤ {self.limit:g} {self.unit}")
        return " · ".join(bars)

    def cells(self) -> tuple[str, ...]:
        """Return the line as the cells of a table."""
        theirs = "" if self.theirs is None else f"{_figure(self.theirs)} {self.versus}".rstrip()
        ratio = "" if not self.theirs else f"{self.ours / self.theirs:.3g} ×"
        verdict = "" if not self.bar else "yes" if self.is_met else "no"
        return (self.what, self.bar, f"{_figure(self.ours)} {self.unit}", theirs, ratio, verdict)


def printed(lines: Iterable[Line]) -> str:
    """Return the lines as a table in Markdown."""
    rows = [("", "bar", "newsreader", "newsboat", "ratio", "met"), *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    drawn = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    drawn.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(drawn)


def _figure(value: float) -> str:
    """Return a number with as many digits as tell something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
