"""The first line of a screen other than the library's: what it shows, and how much of it there is."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui_reader.harmless import harmless_line
from tui_reader.reading.cells import clip, width


class TitleLine(Widget):
    """A title to the left and a note to the right."""

    COMPONENT_CLASSES = {"title-line--title", "title-line--note"}
    DEFAULT_CSS = """
    TitleLine {
        height: 1;
        padding: 0 2;
        & > .title-line--title { color: $headline; text-style: bold; }
        & > .title-line--note { color: $text-dim; }
        &:ansi > .title-line--note { text-style: dim; }
    }
    """

    note: reactive[str] = reactive("")
    """How much there is."""

    def __init__(self, title: str) -> None:
        """Take the title."""
        super().__init__()
        self._title = harmless_line(title)

    def render(self) -> Content:
        """Return title and note, parted as far as the line is long."""
        note = harmless_line(self.note)
        title = clip(self._title, max(0, self.size.width - width(note) - 2))
        gap = " " * max(1, self.size.width - width(title) - width(note))
        return Content.assemble(
            (title, self.get_visual_style("title-line--title")),
            gap,
            (note, self.get_visual_style("title-line--note")),
        )
