"""Sets what stands above the text of an article: the headline and the line about it."""

from __future__ import annotations

from tui_reader.harmless import harmless_line, masked
from tui_reader.models import Document
from tui_reader.pace import minutes
from tui_reader.reading.blocks import is_right_to_left
from tui_reader.reading.cells import width
from tui_reader.reading.doubts import doubt_sentence
from tui_reader.reading.lines import Role, Run
from tui_reader.reading.setting import set_text
from tui_reader.reading.wrap import wrap

_GLUE = "\N{NO-BREAK SPACE}"


def set_masthead(document: Document, measure: int) -> list[tuple[Run, ...]]:
    """Return the lines above the text: headline, a blank line, what byline() says, and what is doubtful."""
    title = masked(document.title).translate({ord("\n"): " ", ord("\t"): " "})
    lines = set_text(title, 0, len(title), measure)
    said = byline(document)
    if said:
        lines.append(())
        lines.extend((Run(said[start:end], Role.BYLINE, start),) for start, end in wrap(said, measure))
    for sentence in map(doubt_sentence, document.doubts):
        lines.append(())
        lines.extend((Run(sentence[start:end], Role.DOUBT),) for start, end in wrap(sentence, measure))
    if is_right_to_left(title):
        lines = [(Run(" " * (measure - sum(width(run.text) for run in runs))), *runs) for runs in lines]
    return lines


def byline(document: Document) -> str:
    """Return writer, outlet, date and reading time, as far as they are known, on one line."""
    parts = [harmless_line(_by(document.authors)), harmless_line(document.site)]
    if document.published is not None:
        parts.append(f"{document.published.day} {document.published:%B %Y}".replace(" ", _GLUE))
    if document.words:
        parts.append(f"{minutes(document.words)}{_GLUE}min")
    return f"{_GLUE}· ".join(part for part in parts if part)


def _by(authors: tuple[str, ...]) -> str:
    """Return "By" and the names, the last joined by "and"."""
    if not authors:
        return ""
    *others, last = authors
    return f"By {', '.join(others)} and {last}" if others else f"By {last}"
