"""Tells on which day an article came out, which its dates are told from: by its page or its first lines."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from tui_reader.entities.dates import dates
from tui_reader.entities.running_text import RunningText
from tui_reader.models import Document

_OPENING: Final = 4
"""Segments in which the day may stand: headline, byline, dateline."""
_REACH: Final = 100
"""Characters of a segment in which a dateline gives its day."""
_ENDS_DATELINE: Final = re.compile(r" ?(?:\([^()\n]{2,20}\))? ?(?:[-–—:]|$)")
_LONGEST_LINE: Final = 60
"""Characters of a line that has nothing to say but who wrote it and when."""
_FULL_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def own_day(document: Document, running: RunningText) -> date | None:
    """Return the day of the article where it is, None if nothing tells it.

    What the page says of itself comes first; else a day with its year in a dateline, "OSLO, 14 May 2026 –",
    or on a line of its own above the text.
    """
    if document.published is not None:
        return document.published.date()
    for segment in running.segments[:_OPENING]:
        line = running.text[segment.start : min(segment.end, segment.start + _REACH)]
        is_own_line = segment.end - segment.start <= _LONGEST_LINE and not line.endswith((".", "?", "!"))
        for found in dates(line):
            if not _FULL_DAY.fullmatch(found.value):
                continue
            if _ENDS_DATELINE.match(line, found.end) and (is_own_line or found.end < len(line)):
                return date.fromisoformat(found.value)
    return None
