"""The head of a dossier: whose it is, how else the name is written, and when it stood in articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from rich.style import Style as Look
from rich.text import Text
from textual import events
from textual.widgets import Static

from tui_reader.dossiers import Dossier, WhoIs
from tui_reader.harmless import harmless_line
from tui_reader.models import Kind
from tui_reader.reading.cells import clip, width
from tui_reader.reading.sparkline import sparkline
from tui_reader.reading.wrap import wrap
from tui_reader.ui.widgets.document_painter import lit
from tui_reader.ui.widgets.dossier_lines import day

_LONGEST: Final = 60
"""Cells that the sparkline takes at most."""
_GAP: Final = 3
_SINGLE: Final = "Known by one word only, so these may be several people."
_CALLED: Final = {Kind.OTHER: "other name"}


class DossierHead(Static):
    """Name, kind, other ways to write it, who it is, number of articles, days and their course."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "dossier-head--name", "dossier-head--dim", "dossier-head--text", "dossier-head--spark",
        *(f"dossier-head--{kind.value}" for kind in Kind if kind.is_name),
    }  # fmt: skip
    DEFAULT_CSS = """
    DossierHead {
        height: auto;
        padding: 1 2 0 2;

        & > .dossier-head--name { color: $text-bright; text-style: bold; }
        & > .dossier-head--dim { color: $text-dim; }
        & > .dossier-head--text { color: $foreground; }
        & > .dossier-head--spark { color: $headline; }
        & > .dossier-head--person { color: $entity-person; }
        & > .dossier-head--place { color: $entity-place; }
        & > .dossier-head--organisation { color: $entity-organisation; }
        & > .dossier-head--other { color: $entity-other; }

        &:ansi > .dossier-head--dim { text-style: dim; }
    }
    """

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._dossier: Dossier | None = None
        self._forms: Sequence[str] = ()

    def show(self, dossier: Dossier, forms: Sequence[str]) -> None:
        """Show whose dossier it is, and how the name is written besides."""
        self._dossier, self._forms = dossier, forms
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width."""
        self._draw()

    def notify_style_update(self) -> None:
        """Draw in the colours of another theme."""
        super().notify_style_update()
        self._draw()

    def _draw(self) -> None:
        """Draw the lines there is something to say in."""
        room = self.size.width - self.styles.padding.width
        if self._dossier is None or room <= 0:
            return
        lines = [self._title(self._dossier, room)]
        if self._forms:
            lines.append(self._line(f"also: {harmless_line(', '.join(self._forms))}", "dim", room))
        if self._dossier.who is not None:
            lines.extend(self._said(self._dossier.who, room))
        if self._dossier.entity.is_single:
            lines.append(self._line(_SINGLE, "dim", room))
        lines.append(self._course(self._dossier, room))
        self.update(Text("\n", no_wrap=True).join(lines))

    def _title(self, dossier: Dossier, room: int) -> Text:
        """Return the name in the form of its kind, and the kind in its hue: it is the legend for the text."""
        entity = dossier.entity
        kind = _CALLED.get(entity.kind, entity.kind.value)
        name = clip(harmless_line(entity.name), room - width(kind) - _GAP)
        line = Text(name, self._look("name"), no_wrap=True)
        line.append(" " * _GAP)
        for segment in lit(kind, entity.kind, self._look(entity.kind.value)):
            line.append(segment.text, segment.style)
        return line

    def _said(self, who: WhoIs, room: int) -> list[Text]:
        """Return who it is, and which outlet says so when."""
        said = harmless_line(who.text)
        source = harmless_line(", ".join(filter(None, (who.site, day(who.moment)))))
        whole = Text(f"{said} ({source})", self._look("text"), no_wrap=True)
        whole.stylize(self._look("dim"), len(said))
        return [whole[start:end] for start, end in wrap(whole.plain, room)]

    def _course(self, dossier: Dossier, room: int) -> Text:
        """Return the number of articles, the first and the last day, and how they are spread over time."""
        number = dossier.entity.articles
        facts = f"{number:,} {'article' if number == 1 else 'articles'}"
        if dossier.first is not None and dossier.entity.last is not None:
            facts += f" · {' – '.join(dict.fromkeys((day(dossier.first), day(dossier.entity.last))))}"
        line = self._line(facts, "dim", room)
        left = room - width(line.plain) - _GAP
        if len(dossier.weeks) > 1 and left > 0:
            line.append(" " * _GAP)
            line.append(sparkline(dossier.weeks, min(left, _LONGEST)), self._look("spark"))
        return line

    def _line(self, text: str, look: str, room: int) -> Text:
        """Return one line, cut where there is no room."""
        return Text(clip(text, room), self._look(look), no_wrap=True)

    def _look(self, part: str) -> Look:
        """Return what the style sheet says of a part."""
        return self.get_component_rich_style(f"dossier-head--{part}", partial=True)
