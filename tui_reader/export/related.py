"""Writes articles that have something to do with another as JSON objects."""

from __future__ import annotations

from tui_reader.export.record import record
from tui_reader.harmless import harmless_line
from tui_reader.related import Related


def related_record(other: Related) -> dict[str, object]:
    """Return the article's fields and what it shares, harmless to print; README documents the keys."""
    return {
        **record(other.row),
        "shared_names": [harmless_line(name) for name in other.entities],
        "shared_words": [harmless_line(word) for word in other.words],
        "score": round(other.score, 3),
    }
