"""The export room: an article as Markdown, HTML, JSON or plain text; pure, it writes no files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from tui_reader.export.decisions import decision_line, decision_record, read_decisions
from tui_reader.export.dossier import dossier_json, dossier_markdown, entity_record
from tui_reader.export.filenames import dossier_file_name, file_name
from tui_reader.export.highlights import by_article, highlight_record, highlighted_record
from tui_reader.export.highlights_markdown import highlights_markdown
from tui_reader.export.html import HighlightsOf, html_body, html_page
from tui_reader.export.markdown import markdown
from tui_reader.export.record import Record, record, timestamp
from tui_reader.export.related import related_record
from tui_reader.export.text import article_text, body_text, plain_text
from tui_reader.harmless import harmless
from tui_reader.highlights import Highlight
from tui_reader.models import Article

__all__ = [
    "Format",
    "Record",
    "article_text",
    "body_text",
    "by_article",
    "decision_line",
    "decision_record",
    "dossier_file_name",
    "dossier_json",
    "dossier_markdown",
    "entity_record",
    "export",
    "file_name",
    "highlighted_record",
    "highlights_markdown",
    "html_body",
    "json_array",
    "plain_text",
    "read_decisions",
    "record",
    "related_record",
    "timestamp",
]

_BETWEEN_TEXTS = "\n" + "-" * 72 + "\n\n"


class Format(StrEnum):
    """In what an article can be written."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        """How names of files in this format end."""
        return {"markdown": ".md", "html": ".html", "json": ".json", "text": ".txt"}[self]


def export(
    articles: Iterable[Article],
    into: Format,
    *,
    title: str = "Saved articles",
    highlights: HighlightsOf = lambda article: (),
) -> Iterator[str]:
    """Yield the articles in that format, piece by piece, so that a library of any size fits in memory.

    The pieces are harmless to a terminal. Plain text has no marks, so it tells of no highlights.

    Args:
        articles: what is written.
        into: the format.
        title: that of the page, where the format has one.
        highlights: gives what is highlighted in an article.
    """
    match into:
        case Format.MARKDOWN:
            pieces = _joined((markdown(article, highlights(article.row.id)) for article in articles), "\n")
        case Format.HTML:
            pieces = html_page(articles, title, highlights)
        case Format.JSON:
            pieces = json_array(_with_text(article, highlights(article.row.id)) for article in articles)
        case Format.TEXT:
            pieces = _joined((plain_text(article) for article in articles), _BETWEEN_TEXTS)
    return (harmless(piece) for piece in pieces)


def json_array(objects: Iterable[object]) -> Iterator[str]:
    """Yield a JSON array piece by piece, one object a line."""
    opening = "["
    for value in objects:
        yield f"{opening}\n{json.dumps(value, ensure_ascii=False)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def _with_text(article: Article, highlights: Sequence[Highlight]) -> dict[str, object]:
    """Return the article's record with its text, the names in it and what is highlighted."""
    names = [{"kind": e.kind, "name": e.name, "count": e.count} for e in article.names.entities]
    return {
        **record(article.row),
        "text": harmless(body_text(article)),
        "names": names,
        "highlights": [highlight_record(highlight) for highlight in highlights],
    }


def _joined(pieces: Iterable[str], between: str) -> Iterator[str]:
    """Yield the pieces with `between` between them."""
    is_first = True
    for piece in pieces:
        yield piece if is_first else between + piece
        is_first = False
