"""The first line of a screen: the program's name to the left, how much there is to the right."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tui_reader.harmless import harmless_line
from tui_reader.lines.header import header, numbers, saving
from tui_reader.models import Counts


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
        counts = self.counts
        line = header(
            numbers(counts.saved, counts.unread, counts.failed),
            self.size.width,
            saving=saving(counts.pending, self.most_pending),
            remark=self._remark,
        )
        return Content.assemble(*((text, self._look(look)) for text, look in line))

    def _look(self, look: str) -> Style | str:
        """Return the style of a look; the widget's own for text."""
        return "" if look == "text" else self.get_visual_style(f"header-line--{look}")
