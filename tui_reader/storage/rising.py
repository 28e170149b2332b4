"""Finds the names that stand in more articles of the last days than was to be expected."""

from __future__ import annotations

import sqlite3
from math import sqrt
from typing import Final

from tui_reader.dossiers import EntityRow
from tui_reader.models import Kind
from tui_reader.storage.lookup import COLUMNS, entity_row
from tui_reader.storage.weeks import week_of
from tui_reader.values import replace

DAYS: Final = 7
"""How long ago an article may have come out to be new."""
DAYS_BEFORE: Final = 56
"""How far back before that it is counted what is usual."""
FEWEST: Final = 3
"""New articles that make a trend: one is none, and two hardly. Of three within seven days at least two fall
into one week of the calendar, so all names with so many are among those that `tally_by_week` holds."""
_DAY: Final = 86_400


def rising(connection: sqlite3.Connection, kinds: tuple[Kind, ...], now: int) -> list[EntityRow]:
    """Return the names of these kinds that rise, the steepest first.

    A name is expected to stand in as large a part of the new articles as of those before. It rises by as many
    standard deviations as it stands in more of them; one article is added to what is expected for that, so
    that few articles are no trend.
    """
    begin, before, end = now - DAYS * _DAY, now - (DAYS + DAYS_BEFORE) * _DAY, now + _DAY
    new, old = (_articles(connection, *span) for span in ((begin, end), (before, begin)))
    usual = new / old if old else 0.0
    found: list[tuple[float, EntityRow]] = []
    for *row, recent, earlier in connection.execute(
        f"SELECT {COLUMNS},"  # noqa: S608
        " (SELECT count(*) FROM appearance"
        "   WHERE entity_id = entity.id AND moment > :begin AND moment <= :end) AS recent,"
        " (SELECT count(*) FROM appearance"
        "   WHERE entity_id = entity.id AND moment > :before AND moment <= :begin)"
        " FROM entity WHERE id IN (SELECT entity_id FROM tally WHERE week BETWEEN :first AND :last"
        "   AND articles > 1) AND recent >= :fewest",
        {
            "begin": begin,
            "before": before,
            "end": end,
            "first": week_of(begin),
            "last": week_of(end),
            "fewest": FEWEST,
        },
    ):
        entity = entity_row(row)
        expected = earlier * usual
        if entity.kind in kinds and recent > expected:
            steepness = (recent - expected) / sqrt(expected + 1)
            found.append((steepness, replace(entity, recent=recent, expected=expected)))
    found.sort(key=lambda each: (-each[0], -each[1].articles, each[1].name))
    return [entity for _, entity in found]


def _articles(connection: sqlite3.Connection, after: int, until: int) -> int:
    """Return how many articles came out in a span of time."""
    (number,) = connection.execute(
        "SELECT count(*) FROM article WHERE NOT is_trashed"
        " AND coalesce(published, saved) > ? AND coalesce(published, saved) <= ?",
        (after, until),
    ).fetchone()
    return int(number)
