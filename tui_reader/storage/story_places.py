"""Finds an article's place: the story that it is a report of, and the text that it is a copy of."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from typing import Final

from tui_reader.models import Document
from tui_reader.storage.sketches import Kept, likely, read_sketches, store_sketch, weighing
from tui_reader.stories import COPIED, SAME, copied, likeness, sketch_of

MOST_MEMBERS: Final = 12
"""Reports of one story that an article is compared with, beside those that are like it: the newest."""
_PARTED: Final = "SELECT story_id FROM parted WHERE article_id = ? ORDER BY story_id"

Place = list[int]
"""Where an article is, as the columns of `report` after its number and, from `DECIDED` on, the stories that
the user took it out of; empty if it is in no story."""

DECIDED: Final = 3
"""How many columns that are."""


def place(connection: sqlite3.Connection, id: int, document: Document) -> None:
    """Sketch an article that is new or has a new text, and give it its place.

    An article that the user has put somewhere stays there.
    """
    kept = store_sketch(connection, id, sketch_of(document))
    connection.execute("DELETE FROM unsketched WHERE article_id = ?", (id,))
    before = connection.execute(
        "SELECT story_id, is_decided FROM report WHERE article_id = ?", (id,)
    ).fetchone()
    if before is not None and before[1]:
        return
    connection.execute("DELETE FROM report WHERE article_id = ?", (id,))
    found = _best(connection, kept, parted_from=before[0] if before else None) if kept else None
    if found is not None:
        like, is_copy = found
        story, text = story_of(connection, like)
        connection.execute(
            "INSERT INTO report (article_id, story_id, text) VALUES (?, ?, ?)",
            (id, story, text if is_copy else id),
        )
    elif before is not None:
        # Alone, it keeps its story if the user has taken something out, or the two would meet again.
        connection.execute(
            "INSERT INTO report (article_id, story_id, text) SELECT ?1, ?2, ?1"
            " WHERE EXISTS (SELECT 1 FROM parted WHERE story_id = ?2)"
            " AND NOT EXISTS (SELECT 1 FROM report WHERE story_id = ?2)",
            (id, before[0]),
        )


def read_place(connection: sqlite3.Connection, id: int) -> Place:
    """Return an article's place in a story; empty if it has none."""
    found = connection.execute(
        "SELECT story_id, text, is_decided FROM report WHERE article_id = ?", (id,)
    ).fetchone()
    if found is None:
        return []
    return [*found, *(story for (story,) in connection.execute(_PARTED, (id,)))]


def put_place(connection: sqlite3.Connection, id: int, place: Place) -> None:
    """Put an article where it was or is to be."""
    for table in ("report", "parted"):
        connection.execute(f"DELETE FROM {table} WHERE article_id = ?", (id,))  # noqa: S608
    if place:
        connection.execute("INSERT INTO report VALUES (?, ?, ?, ?)", (id, *place[:DECIDED]))
        connection.executemany("INSERT INTO parted VALUES (?, ?)", [(id, story) for story in place[DECIDED:]])


def hand_over(connection: sqlite3.Connection, dropped: int, kept: int) -> None:
    """Let an article stand where the user has put the one that it takes the place of."""
    given, own = read_place(connection, dropped), read_place(connection, kept)
    if is_decided(given) and not is_decided(own):
        put_place(connection, kept, given)
    elif is_decided(given):
        put_place(connection, kept, [*own, *(set(given[DECIDED:]) - {*own[DECIDED:], own[0]})])


def is_decided(place: Place) -> bool:
    """Whether the user has put an article where it is."""
    return bool(place) and place[DECIDED - 1] == 1


def new_story(connection: sqlite3.Connection) -> int:
    """Return the number of a new story."""
    return connection.execute("INSERT INTO story DEFAULT VALUES").lastrowid or 0


def story_of(connection: sqlite3.Connection, id: int) -> tuple[int, int]:
    """Return the story and the text of an article; it gets a story if it has none."""
    found = connection.execute("SELECT story_id, text FROM report WHERE article_id = ?", (id,)).fetchone()
    if found is not None:
        return int(found[0]), int(found[1])
    story = new_story(connection)
    connection.execute("INSERT INTO report (article_id, story_id, text) VALUES (?, ?, ?)", (id, story, id))
    return story, id


def _best(connection: sqlite3.Connection, kept: Kept, parted_from: int | None) -> tuple[int, bool] | None:
    """Return an article whose story this one belongs to, and whether their texts are one; None if none is.

    Args:
        connection: a transaction.
        kept: the sketch of the article.
        parted_from: its story until now; what the user took out of that has a story of its own.
    """
    stories = _stories(connection, likely(connection, kept), parted_from)
    sketches = {each.id: each for each in read_sketches(connection, {id for ids in stories for id in ids})}
    copies = [
        (shared, -id)
        for id, each in sketches.items()
        if (shared := copied(kept.sketch.sample, each.sketch.sample)) >= COPIED
    ]
    if copies:
        return -max(copies)[1], True
    terms = {term for each in (kept, *sketches.values()) for term in each.sketch.terms}
    weigh = weighing(connection, terms).weigh
    own = weigh(kept.sketch)
    best: tuple[float, int] | None = None
    for ids in stories:
        there = [sketches[id] for id in ids if id in sketches]
        alike = [likeness(own, weigh(each.sketch), each.moment - kept.moment) for each in there]
        # The mean, as stories would grow together by single reports that stand between them.
        if alike and (mean := sum(alike) / len(alike)) >= SAME:
            best = max(best or (0.0, 0), (mean, there[0].id))
    return None if best is None else (best[1], False)


def _stories(connection: sqlite3.Connection, ids: list[int], parted_from: int | None) -> list[list[int]]:
    """Return the stories of these articles, each as the articles in it; most are alone in theirs."""
    mine = dict(
        connection.execute(
            "SELECT article_id, story_id FROM report WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
    )
    members: defaultdict[int, list[int]] = defaultdict(list)
    kept_out: set[int] = set()
    for story, id, is_parted in connection.execute(
        "SELECT story_id, report.article_id, EXISTS (SELECT 1 FROM parted"
        "   WHERE parted.article_id = report.article_id AND parted.story_id = ?)"
        " FROM report JOIN article ON article.id = report.article_id"
        " WHERE report.story_id IN (SELECT value FROM json_each(?)) AND NOT is_trashed"
        " ORDER BY report.article_id DESC",
        (parted_from, json.dumps(list(set(mine.values())))),
    ):
        members[story].append(id)
        if is_parted:
            kept_out.add(story)
    together = [
        [id for number, id in enumerate(there) if number < MOST_MEMBERS or id in mine]
        for story, there in members.items()
        if story not in kept_out
    ]
    return [*together, *([id] for id in ids if id not in mine)]
