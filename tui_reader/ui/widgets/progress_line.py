"""The line under the text: how much has been read, the article's marks, and what is chosen in it."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tui_reader.harmless import harmless_line
from tui_reader.models import ArticleRow
from tui_reader.reading.cells import clip, width

BARS = 10
"""Cells of the progress bar."""


def marks(row: ArticleRow) -> str:
    """Return the marks of an article, but for those that go without saying."""
    parts = ["★"] if row.is_starred else []
    parts += ["archived"] if row.is_archived else []
    parts += ["unread"] if row.is_readable and not row.is_read else []
    return "  ".join([*parts, *(f"#{tag}" for tag in row.tags)])


class ProgressLine(Widget):
    """One line: progress at the left, marks behind it, a remark at the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "progress-line--share",
        "progress-line--rest",
        "progress-line--marks",
    }
    DEFAULT_CSS = """
    ProgressLine {
        height: 1;
        padding: 0 2;
        color: $text-dim;

        & > .progress-line--share { color: $foreground; }
        & > .progress-line--rest { color: $text-dim; }
        & > .progress-line--marks { color: $headline; }
    }
    """

    share: reactive[float] = reactive(0.0)
    """How much has been read, 0 to 1."""
    minutes_left: reactive[int] = reactive(0)
    """How long the rest takes."""
    marks: reactive[str] = reactive("")
    """Star, archive and tags."""
    remark: reactive[str] = reactive("")
    """What is chosen, or why there are no names."""

    def render(self) -> Content:
        """Return the line; where it gets narrow, first the time gives way, then the remark."""
        full = round(self.share * BARS)
        share = f"{self.share * 100:.0f} %".rjust(5)
        parts: list[tuple[str, str | Style]] = [
            (f"{share} ", self._look("share")),
            ("▮" * full, self._look("share")),
            ("▯" * (BARS - full), self._look("rest")),
        ]
        left = f"  {self.minutes_left} min left" if self.share < 1 and self.minutes_left else ""
        if sum(width(text) for text, _ in parts) + width(left) + width(self.remark) + 2 <= self.size.width:
            parts.append((left, self._look("rest")))
        if self.marks:
            room = max(self.size.width // 2 - sum(width(text) for text, _ in parts) - 2, 0)
            parts.append(("  " + clip(harmless_line(self.marks), room), self._look("marks")))
        room = self.size.width - sum(width(text) for text, _ in parts) - 2
        remark = clip(harmless_line(self.remark), max(room, 0))
        parts.append((" " * (room + 2 - width(remark)) + remark, self._look("rest")))
        return Content.assemble(*parts)

    def _look(self, part: str) -> Style:
        """Return the style of a part."""
        return self.get_visual_style(f"progress-line--{part}")
