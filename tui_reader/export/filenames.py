"""Makes file names that are safe on every system and stay the same from one export to the next."""

from __future__ import annotations

import re
import unicodedata

from tui_reader.dossiers import EntityRow
from tui_reader.harmless import harmless_line
from tui_reader.models import ArticleRow

_MOST_BYTES = 120  # of the headline; file systems allow 255 for the whole name
_NOT_A_WORD = re.compile(r"[\W_]+")


def file_name(row: ArticleRow, suffix: str) -> str:
    """Return `2026-03-04-the-headline-12.md`: day of publication, headline, number of the article.

    Only letters, digits and hyphens of the headline remain, in any script; the number keeps two articles
    with one headline apart.
    """
    day = (row.published or row.saved).date().isoformat()
    return "-".join(part for part in (day, _slug(row.title), str(row.id)) if part) + suffix


def dossier_file_name(entity: EntityRow, suffix: str) -> str:
    """Return `ada-lind-person.md`: the name as that of an article's file, and its kind."""
    return "-".join(part for part in (_slug(entity.name), entity.kind.value) if part) + suffix


def _slug(text: str) -> str:
    """Return the letters and digits of a text, in small letters, joined by hyphens."""
    slug = _NOT_A_WORD.sub("-", unicodedata.normalize("NFC", harmless_line(text)).lower())
    return slug.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-")
