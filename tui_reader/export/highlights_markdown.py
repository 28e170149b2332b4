"""Writes lists of highlights as Markdown: each as a quotation, with its note below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_reader.export.highlights import by_article
from tui_reader.export.markdown import heading, one_line
from tui_reader.export.stretches import is_safe_target
from tui_reader.harmless import harmless
from tui_reader.highlights import Highlight, Highlighted
from tui_reader.models import ArticleRow, Inline, Style


def highlights_markdown(found: Iterable[Highlighted]) -> Iterator[str]:
    """Yield the highlights article by article, piece by piece."""
    yield f"{heading(1, 'Highlights', ())}\n"
    for together in by_article(found):
        row = together[0].row
        yield harmless(f"\n{heading(2, row.title, _link(row))}\n\n{_facts(row)}\n")
        for each in together:
            yield harmless(f"\n{quotation(each.highlight)}")


def highlight_item(found: Highlighted) -> str:
    """Return a highlight as an item of a list, below its article."""
    row = found.row
    title = one_line(row.title, _link(row))
    body = quotation(found.highlight).replace("\n", "\n  ").rstrip(" ")
    return f"\n- {' · '.join(filter(None, (title, _facts(row))))}\n\n  {body}"


def quotation(highlight: Highlight) -> str:
    """Return the words as a quotation, and below it the note."""
    lines = [one_line(line, ()) for line in highlight.words.split("\n") if line.strip()]
    quoted = "\n>\n".join(f"> {line}" for line in lines)
    lost = "\n\n*No longer in the text.*" if highlight.is_lost else ""
    note = f"\n\n{one_line(highlight.note, ())}" if highlight.note else ""
    return f"{quoted}{lost}{note}\n"


def _link(row: ArticleRow) -> list[Inline]:
    return [Inline(0, len(row.title), Style.LINK, row.url)] if is_safe_target(row.url) else []


def _facts(row: ArticleRow) -> str:
    return " · ".join(filter(None, (one_line(row.site, ()), (row.published or row.saved).date().isoformat())))
