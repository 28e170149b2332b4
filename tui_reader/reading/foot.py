"""Sets what stands below the text of an article: other articles, and what they have to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from tui_reader.harmless import harmless_line
from tui_reader.models import ArticleId
from tui_reader.reading.cells import clip
from tui_reader.related import Related
from tui_reader.values import value

_INDENT = 3
_SITE_ROOM = 24
"""Cells that the name of an outlet gets at most, so that there is room for the reason."""


class Part(StrEnum):
    """What a stretch of the foot is; it looks like what is called so in the text."""

    HEADING = "heading"
    NUMBER = "number"
    TITLE = "text"
    FACTS = "byline"


@value
class FootLine:
    """One line below the text."""

    parts: tuple[tuple[str, Part], ...] = ()
    """What stands on it, from left to right."""
    article: ArticleId | None = None
    """Which article it tells of."""


def set_foot(related: Sequence[Related], measure: int) -> list[FootLine]:
    """Return the lines: a blank one, a heading, and two for each article; none if there is no article."""
    if not related:
        return []
    lines = [FootLine(), FootLine((("Related", Part.HEADING),))]
    for number, other in enumerate(related, 1):
        id, room = other.row.id, measure - _INDENT
        title = clip(harmless_line(other.row.title), room)
        lines.append(FootLine(((f"{number:<{_INDENT}}", Part.NUMBER), (title, Part.TITLE)), id))
        lines.append(FootLine(((" " * _INDENT + clip(facts(other), room), Part.FACTS),), id))
    return lines


def facts(other: Related) -> str:
    """Return outlet, date and what the two articles share, on one line."""
    moment = other.row.published or other.row.saved
    site = clip(harmless_line(other.row.site), _SITE_ROOM)
    day = f"{moment.day} {moment:%b %Y}"
    return " · ".join(part for part in (site, day, harmless_line(other.reason)) if part)
