"""Reads a list a window at a time, by where articles stand in its order: its length costs nothing."""

from __future__ import annotations

import json
import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from tui_reader.coverage import Folded
from tui_reader.models import ArticleId, Sort
from tui_reader.storage.connection import Database
from tui_reader.storage.window_sql import HELD, ORDER, SORTED_BY, base, held, numbered
from tui_reader.windows import Ladder, Ordered, Part, Spot, Window

WINDOW: Final = 256
"""Articles read at once, before some of them are folded under others."""
_STEP: Final = 32
"""Articles looked at on the way to a neighbour."""

Stories = dict[int, list[int]]
"""For each article of a story its articles in the list, the first one first."""


class Windows:
    """The lists that marks alone decide on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def window(
        self,
        listed: Ordered,
        start: Spot | None = None,
        end: Spot | None = None,
        *,
        is_last: bool = False,
        limit: int = WINDOW,
    ) -> Window:
        """Return the articles from one spot of a list to before another one.

        Args:
            listed: what is listed.
            start: where they begin; at the top if it isn't given.
            end: before what they end; otherwise after so many.
            is_last: whether to go upwards instead, by default from the end of the list.
            limit: how many at most, but for those that linger and those that are shown below their story.
        """
        with self._database.read() as connection:
            return _window(connection, listed, start, end, is_last=is_last, limit=limit)

    def ladder(self, listed: Ordered) -> Ladder:
        """Return where the windows of the whole list begin; takes time by its length."""
        with self._database.read() as connection:
            spots = [
                (key, id)
                for key, id in connection.execute(
                    f"SELECT key, id FROM ({numbered(listed)}) WHERE place % ? = 1",  # noqa: S608
                    (WINDOW,),
                )
            ]
            (number,) = connection.execute(f"SELECT count(*) FROM ({base(listed)})").fetchone()  # noqa: S608
            changes = [(spot, 1) for spot in _lingering(connection, listed)]
            changes += _hidden(connection, listed) if listed.is_folded else []
        places = Ladder(spots[1:])
        more = [0] * (len(places.spots) + 1)
        ranks = sorted(map(listed.rank, places.spots))
        for spot, change in changes:
            rank = listed.rank(spot)
            place = len(ranks) - bisect_left(ranks, rank) if listed.is_reversed else bisect_right(ranks, rank)
            more[place] += change
        rows = [WINDOW + change for change in more[:-1]]
        starts = array("q", [0, *accumulate(rows)])
        return Ladder(places.spots, starts, number + sum(more))

    def number(self, listed: Ordered) -> int:
        """Return how many articles there are, no matter which of them are folded."""
        kept = {Part.ALL: "saved"}.get(listed.part, str(listed.part))
        with self._database.read() as connection:
            (number,) = connection.execute(f"SELECT {kept} FROM amounts").fetchone()  # noqa: S608
            return int(number) + len(_lingering(connection, listed))

    def spot(self, listed: Ordered, id: int) -> Spot | None:
        """Return where the row of an article stands, which is below another one if its story is unfolded."""
        with self._database.read() as connection:
            story = _stories(connection, listed, [id]).get(id, [id])
            return _spot(connection, listed, story[0] if _is_open(listed, story) else id)

    def story(self, listed: Ordered, id: int) -> list[ArticleId]:
        """Return all articles of its story in the list, the first one first; none if there is no other."""
        with self._database.read() as connection:
            return [ArticleId(each) for each in _stories(connection, listed, [id]).get(id, ())]

    def among(self, listed: Ordered, ids: Sequence[int]) -> list[ArticleId]:
        """Return those of these articles that have a row in the list, in order."""
        with self._database.read() as connection:
            return [ArticleId(id) for id in _rows_among(connection, listed, ids)]

    def beside(self, listed: Ordered, id: int, step: int) -> ArticleId | None:
        """Return the nearest article with a text below (1) or above (-1) another one, if there is one."""
        with self._database.read() as connection:
            story = _stories(connection, listed, [id]).get(id, [id])
            near: list[int] = []
            anchor = _spot(connection, listed, id)
            if _is_open(listed, story):
                place = story.index(id)
                near = story[place + 1 :] if step > 0 else story[:place][::-1]
                anchor = _spot(connection, listed, story[0])
            passed = {id, *(story if _is_open(listed, story) else ())}
            while found := near or ([] if anchor is None else [0]):
                if (readable := _first_readable(connection, found)) is not None:
                    return readable
                if anchor is None:
                    return None
                window = _window(connection, listed, anchor, None, is_last=step < 0, limit=_STEP)
                anchor = (window.last if step > 0 else window.first) if window.is_full else None
                ids = window.folded.ids[::step]
                near = [each for each in ids if each not in passed]
                passed |= set(near)
        return None

    def next_unread(self, listed: Ordered, id: int) -> ArticleId | None:
        """Return the first unread article below another one, or else from the top; None if all are read."""
        with self._database.read() as connection:
            anchor = _spot(connection, listed, id)
            for start in (anchor, None):
                found = [
                    spot
                    for condition in HELD[listed.part]
                    if (spot := _unread(connection, listed, condition, start, id)) is not None
                ]
                if found:
                    return ArticleId(listed.in_order(found)[0][1])
        return None


def _window(
    connection: sqlite3.Connection,
    listed: Ordered,
    start: Spot | None,
    end: Spot | None,
    *,
    is_last: bool,
    limit: int,
) -> Window:
    """Return the articles from one spot to before another, as `Windows.window` does."""
    spots = _read(connection, base(listed), listed, start, is_back=is_last, limit=limit)
    is_full = len(spots) == limit
    if end is not None:
        spots = [spot for spot in spots if listed.is_before(spot, end)]
    # Beyond the last one that was read nothing is known of what stands between.
    top, bottom = (start, end or (spots[-1] if is_full and spots else None))
    if is_last:
        spots.reverse()
        top, bottom = (spots[0] if is_full and spots else None), start
    for spot in _lingering(connection, listed):
        is_below_top = top is None or not listed.is_before(spot, top)
        is_above_bottom = bottom is None or listed.is_before(spot, bottom) or (is_last and spot == bottom)
        if is_below_top and is_above_bottom:
            spots.append(spot)
    spots = listed.in_order(spots)
    ids = [id for _, id in spots]
    folded = (
        _fold(listed, ids, _stories(connection, listed, ids)) if listed.is_folded else Folded(array("q", ids))
    )
    return Window(folded, spots[0] if spots else None, spots[-1] if spots else None, is_full)


def _read(
    connection: sqlite3.Connection,
    selection: str,
    listed: Ordered,
    start: Spot | None,
    *,
    is_back: bool,
    limit: int,
) -> list[Spot]:
    """Return so many spots of a selection from one on, that one included, down the list or up."""
    key, order = SORTED_BY[listed.sort], ORDER[listed.sort, listed.is_reversed ^ is_back]
    if start is None:
        return connection.execute(f"{selection} ORDER BY {order} LIMIT ?", (limit,)).fetchall()
    is_id_falling = listed.is_reversed == is_back
    is_falling = is_id_falling != (listed.sort is Sort.SITE)
    # Two reads, each of a stretch of the index: with OR, it would be all of the index or a sort.
    spots = connection.execute(
        f"{selection} AND {key} = ? AND id {'<=' if is_id_falling else '>='} ?"
        f" ORDER BY id {'DESC' if is_id_falling else 'ASC'} LIMIT ?",
        (*start, limit),
    ).fetchall()
    if len(spots) < limit:
        spots += connection.execute(
            f"{selection} AND {key} {'<' if is_falling else '>'} ? ORDER BY {order} LIMIT ?",
            (start[0], limit - len(spots)),
        ).fetchall()
    return spots


def _lingering(connection: sqlite3.Connection, listed: Ordered) -> list[Spot]:
    """Return where those stand that are in the list only because they linger."""
    if not listed.lingering or listed.part is not Part.UNREAD:
        return []
    return connection.execute(
        f"SELECT {SORTED_BY[listed.sort]}, id FROM article NOT INDEXED"  # noqa: S608
        " WHERE id IN (SELECT value FROM json_each(?)) AND is_read AND NOT (is_archived OR is_trashed)",
        (json.dumps(sorted(listed.lingering)),),
    ).fetchall()


def _spot(connection: sqlite3.Connection, listed: Ordered, id: int) -> Spot | None:
    """Return where an article stands or would stand; None if there is none with this number."""
    found: Spot | None = connection.execute(
        f"SELECT {SORTED_BY[listed.sort]}, id FROM article WHERE id = ?",  # noqa: S608
        (id,),
    ).fetchone()
    return found


def _stories(connection: sqlite3.Connection, listed: Ordered, ids: Sequence[int]) -> Stories:
    """Return, for those of these articles that have others of their story in the list, all of them."""
    if not listed.is_folded:
        return {}
    condition, values = held(listed)
    spots: defaultdict[int, set[Spot]] = defaultdict(set)
    for story, key, id in connection.execute(
        f"SELECT report.story_id, {SORTED_BY[listed.sort]}, article.id"  # noqa: S608
        " FROM report CROSS JOIN article NOT INDEXED ON article.id = report.article_id WHERE story_id IN"
        " (SELECT story_id FROM report WHERE article_id IN (SELECT value FROM json_each(?)))"
        f" AND {condition}",
        (json.dumps(list(ids)), *values),
    ):
        spots[story].add((key, id))
    stories: Stories = {}
    for together in spots.values():
        if len(together) > 1:
            story_ids = [id for _, id in listed.in_order(list(together))]
            stories |= dict.fromkeys(story_ids, story_ids)
    return stories


def _hidden(connection: sqlite3.Connection, listed: Ordered) -> list[tuple[Spot, int]]:
    """Return how many rows more or less than articles there are where, as stories are folded."""
    condition, values = held(listed)
    stories: defaultdict[int, list[Spot]] = defaultdict(list)
    for story, key, id in connection.execute(
        f"SELECT report.story_id, {SORTED_BY[listed.sort]}, article.id"  # noqa: S608
        f" FROM report CROSS JOIN article NOT INDEXED ON article.id = report.article_id WHERE {condition}",
        values,
    ):
        stories[story].append((key, id))
    changes: list[tuple[Spot, int]] = []
    for spots in stories.values():
        if len(spots) > 1:
            first, *others = listed.in_order(spots)
            changes += [(spot, -1) for spot in others]
            if _is_open(listed, [id for _, id in spots]):
                changes.append((first, len(others)))
    return changes


def _is_open(listed: Ordered, story: Sequence[int]) -> bool:
    """Whether a story is shown whole."""
    return len(story) > 1 and not listed.unfolded.isdisjoint(story)


def _fold(listed: Ordered, ids: Sequence[int], stories: Stories) -> Folded:
    """Return the articles that are shown, and what is under them."""
    shown = array("q")
    under: dict[int, Sequence[int]] = {}
    opened: set[int] = set()
    for id in ids:
        story = stories.get(id, [id])
        if story[0] != id:
            continue
        shown.append(id)
        if len(story) > 1:
            under[id] = story[1:]
            if _is_open(listed, story):
                opened.add(id)
                shown.extend(story[1:])
    return Folded(shown, under, frozenset(opened))


def _rows_among(connection: sqlite3.Connection, listed: Ordered, ids: Sequence[int]) -> list[int]:
    """Return those of these articles that have a row in the list, in order."""
    condition, values = held(listed)
    spots = connection.execute(
        f"SELECT {SORTED_BY[listed.sort]}, id FROM article NOT INDEXED"  # noqa: S608
        f" WHERE id IN (SELECT value FROM json_each(?)) AND {condition}",
        (json.dumps(list(ids)), *values),
    ).fetchall()
    stories = _stories(connection, listed, ids)
    there = [id for _, id in listed.in_order(spots)]
    return [
        id
        for id in there
        if (story := stories.get(id, [id]))[0] == id or _is_open(listed, story)
    ]  # fmt: skip


def _first_readable(connection: sqlite3.Connection, ids: Sequence[int]) -> ArticleId | None:
    """Return the first of these articles that has a text."""
    readable = {
        id
        for (id,) in connection.execute(
            "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND words > 0",
            (json.dumps(list(ids)),),
        )
    }
    return next((ArticleId(id) for id in ids if id in readable), None)


def _unread(
    connection: sqlite3.Connection, listed: Ordered, selection: str, start: Spot | None, current: int
) -> Spot | None:
    """Return where the first unread article with a text and a row stands in a selection from a spot on."""
    selection = selection.format(key=SORTED_BY[listed.sort], sort=listed.sort)
    while True:
        spots = _read(connection, selection, listed, start, is_back=False, limit=_STEP)
        ids = [id for _, id in spots if id != current]
        rows = _rows_among(connection, listed, ids)
        found = _first_readable(connection, rows)
        if found is not None:
            return next(spot for spot in spots if spot[1] == found)
        if len(spots) < _STEP:
            return None
        start = spots[-1]
