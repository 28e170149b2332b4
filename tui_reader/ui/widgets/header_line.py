"""The first line of a screen: the program's name to the left, how much there is to the right."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tui_reader.harmless import harmless_line
from tui_reader.models import Counts
from tui_reader.reading.cells import clip, width

NAME = "newsreader"


class HeaderLine(Widget):
    """The program's name, a remark on this session, and the numbers of the library."""

    COMPONENT_CLASSES = {"header-line--name", "header-line--remark", "header-line--saving"}

    counts: reactive[Counts] = reactive(Counts())
    """The numbers of the library."""
    most_pending: reactive[int] = reactive(0)
    """How many articles were being saved at once since none were: what the progress is measured by."""

    def __init__(self, remark: str = "") -> None:
        """Take a remark that stays beside the name."""
        super().__init__()
        self._remark = harmless_line(remark)

    def watch_counts(self, counts: Counts) -> None:
        """Remember the largest number of articles that are being saved."""
        self.most_pending = max(self.most_pending, counts.pending) if counts.pending else 0

    def render(self) -> Content:
        """Return name and numbers, parted as far as the line is long."""
        saving = self._saving()
        numbers = numbers_of(self.counts)
        room = self.size.width - len(NAME) - width(saving) - width(numbers)
        remark = clip(self._remark, room - 6) if self._remark and room > 16 else ""
        left: list[tuple[str, str | Style]] = [
            (NAME, self._look("name")),
            ("   " if remark else "", ""),
            (remark, self._look("remark")),
        ]
        gap = room - width(remark) - (3 if remark else 0)
        return Content.assemble(*left, " " * max(1, gap), (saving, self._look("saving")), numbers)

    def _saving(self) -> str:
        """Return how far saving has come, if anything is being saved."""
        if not self.counts.pending:
            return ""
        if self.most_pending < 2:
            return "saving 1 · "
        return f"saving {self.most_pending - self.counts.pending + 1} of {self.most_pending} · "

    def _look(self, part: str) -> Style:
        """Return the style of a part."""
        return self.get_visual_style(f"header-line--{part}")


def numbers_of(counts: Counts) -> str:
    """Return the numbers as a line: "1,204 saved · 38 unread"."""
    parts = [f"{counts.saved:,} saved", f"{counts.unread:,} unread"]
    if counts.failed:
        parts.append(f"{counts.failed:,} failed")
    return " · ".join(parts)
