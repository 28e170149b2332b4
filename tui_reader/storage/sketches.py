"""Keeps what articles are compared by, and finds those that an article may be like."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tui_reader.stories import Sketch, Weighing
from tui_reader.values import value

CLUES: Final = 16
"""An article's most telling terms, by which it is found."""
RUNS: Final = 4
"""Runs of words by which copies of its text are found: copies have the lowest numbers in common."""
DAYS: Final = 6
"""Days after which only copies are looked for."""
MOST_LIKELY: Final = 25
"""Articles that another one is compared with: those with the most clues in common."""
MOST_WITH_CLUE: Final = 60
"""Articles that are found by one clue: what more of them have, as the words under each page of a site, tells
nothing."""
_DAY: Final = 86_400
_EVERY: Final = -1
"""Stands for a term that every sketch has, as SQLite would read all of them to count them."""
_EVER: Final = (-(1 << 62), 1 << 62)


@value
class Kept:
    """A sketch as it is kept."""

    id: int
    """Number of the article."""
    moment: int
    """When the article came out, or else was saved."""
    sketch: Sketch


def store_sketch(connection: sqlite3.Connection, id: int, sketch: Sketch | None) -> Kept | None:
    """Write an article's sketch in place of the one that was there."""
    forget_sketch(connection, id)
    if sketch is None:
        return None
    (moment,) = connection.execute(
        "SELECT coalesce(published, saved) FROM article WHERE id = ?", (id,)
    ).fetchone()
    connection.execute("INSERT INTO sketch VALUES (?, ?, ?, ?)", (id, moment, *sketch.to_bytes()))
    _count(connection, [*sketch.terms, _EVERY], 1)
    kept = Kept(id, moment, sketch)
    clues = _clues(kept, weighing(connection, sketch.terms))
    connection.executemany(
        "INSERT OR IGNORE INTO clue VALUES (?, ?, ?)", [(clue, moment, id) for clue in clues]
    )
    return kept


def forget_sketch(connection: sqlite3.Connection, id: int) -> None:
    """Delete what an article was compared by."""
    for kept in read_sketches(connection, [id]):
        _count(connection, [*kept.sketch.terms, _EVERY], -1)
        connection.execute("DELETE FROM clue WHERE article_id = ?", (id,))
        connection.execute("DELETE FROM sketch WHERE article_id = ?", (id,))


def read_sketches(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Kept]:
    """Return the sketches of those of these articles that have one."""
    return [
        Kept(id, moment, Sketch.from_bytes(terms, sample))
        for id, moment, terms, sample in connection.execute(
            "SELECT article_id, moment, terms, sample FROM sketch"
            " WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
    ]


def likely(connection: sqlite3.Connection, kept: Kept) -> list[int]:
    """Return the articles outside the trash that may report the same as this one, the likeliest first."""
    shared: Counter[int] = Counter()
    span = (kept.moment - DAYS * _DAY, kept.moment + DAYS * _DAY)
    clues = connection.execute("SELECT clue FROM clue WHERE article_id = ?", (kept.id,)).fetchall()
    for (clue,) in clues:
        begin, end = span if clue >= 0 else _EVER
        shared.update(
            id
            for (id,) in connection.execute(
                "SELECT article_id FROM clue WHERE clue = ? AND moment BETWEEN ? AND ?"
                " ORDER BY moment DESC LIMIT ?",
                (clue, begin, end, MOST_WITH_CLUE),
            )
        )
    del shared[kept.id]
    there = connection.execute(
        "SELECT id FROM article WHERE NOT is_trashed AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(shared)),),
    )
    found = sorted((id for (id,) in there), key=lambda id: (-shared[id], -id))
    return found[:MOST_LIKELY]


def weighing(connection: sqlite3.Connection, terms: Iterable[int]) -> Weighing:
    """Return how much these terms tell in the library."""
    with_term = dict(
        connection.execute(
            "SELECT term, articles FROM term WHERE term IN (SELECT value FROM json_each(?))",
            (json.dumps([*terms, _EVERY]),),
        )
    )
    return Weighing(with_term.get(_EVERY, 0), with_term)


def _clues(kept: Kept, weighing: Weighing) -> list[int]:
    """Return an article's clues: its most telling terms, and the first runs of its sample."""
    weighed = weighing.weigh(kept.sketch)
    terms = {**weighed.names, **weighed.words}
    telling = sorted(terms, key=lambda term: (-terms[term], term))[:CLUES]
    return [*telling, *(-1 - run for run in sorted(kept.sketch.sample)[:RUNS])]


def _count(connection: sqlite3.Connection, terms: Sequence[int], step: int) -> None:
    """Count terms up or down."""
    connection.executemany(
        "INSERT INTO term VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET articles = articles + ?2",
        [(term, step) for term in terms],
    )
