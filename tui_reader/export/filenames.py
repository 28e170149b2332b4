"""Makes file names that are safe on every system and stay the same from one export to the next."""

from __future__ import annotations

import re
import unicodedata

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
    title = unicodedata.normalize("NFC", harmless_line(row.title)).lower()
    slug = _NOT_A_WORD.sub("-", title)
    slug = slug.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-")
    return "-".join(part for part in (day, slug, str(row.id)) if part) + suffix
