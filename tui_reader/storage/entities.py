"""Reads what the library knows of the names in it: lists of them, and all about one."""

from __future__ import annotations

import json
import sqlite3
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tui_reader.codec import decode_blocks
from tui_reader.dossiers import (
    Appearance,
    Dossier,
    EntityId,
    EntityRow,
    Followed,
    NameSort,
    TakenIn,
    WhoIs,
)
from tui_reader.errors import NotFoundError
from tui_reader.limits import MOST_UNREAD
from tui_reader.models import ArticleId, ArticleRow, Kind, Position
from tui_reader.queries import Filter, Query
from tui_reader.sentences import sentence_around
from tui_reader.storage.companions import companions
from tui_reader.storage.connection import Database
from tui_reader.storage.folding import folded, takes_in
from tui_reader.storage.lookup import (
    COLUMNS,
    NAMES,
    completions,
    entity_row,
    read_entities,
    taken_in,
    with_name,
    with_words,
)
from tui_reader.storage.name_list import COLUMN, ids
from tui_reader.storage.rising import rising
from tui_reader.storage.rows import read_rows, to_moment, to_seconds
from tui_reader.storage.weeks import monday, week_of
from tui_reader.storage.whois import who_is

MOST_LOOKED_AT: Final = 250
"""Articles from which outlets and companions are told: more would take too long to open a dossier."""


class Entities:
    """The names of the library."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def named(self, text: str, kind: Kind | None = None) -> list[EntityRow]:
        """Return who and what the text may mean, most articles first.

        Those whose full name it is; if there are none, those in whose names its words stand in this order;
        if there are none either, those in whose names words begin so.
        """
        kinds = NAMES if kind is None else (kind,)
        with self._database.read() as connection:
            return (
                with_name(connection, text, kinds)
                or with_words(connection, text, kinds, is_whole=True)
                or with_words(connection, text, kinds)
            )

    def completions(self, text: str, kind: Kind | None = None, limit: int = 10) -> list[EntityRow]:
        """Return the names in which words begin with those typed so far, most articles first."""
        with self._database.read() as connection:
            return completions(connection, text, NAMES if kind is None else (kind,), limit)

    def taken_in(self, query: Query) -> dict[Filter, TakenIn]:
        """Return which names each condition on a name means."""
        with self._database.read() as connection:
            return {
                wanted: taken_in(connection, wanted) for wanted in query.filters if wanted.is_about_a_name
            }

    def listed(
        self, kind: Kind | None, sort: NameSort = NameSort.ARTICLES, *, page: int = 0, size: int = 100
    ) -> list[EntityRow]:
        """Return a page of the names of a kind, or of all; pages count from 0, the last one may be short.

        Those that rise are listed only as far as they do.
        """
        offset = page * size
        if sort is NameSort.RISING:
            return self.rising(kind)[offset : offset + size]
        kinds = NAMES if kind is None else (kind,)
        with self._database.read() as connection:
            # Both indexes hold the kind, so that other kinds are passed over without a look at the table.
            found = connection.execute(
                f"SELECT {COLUMNS} FROM entity INDEXED BY entity_by_{COLUMN[sort]}"  # noqa: S608
                f" WHERE articles > 0 AND kind IN ({', '.join('?' * len(kinds))})"
                f" ORDER BY {COLUMN[sort]} DESC, kind DESC, id DESC LIMIT ? OFFSET ?",
                (*kinds, size, offset),
            )
            return [entity_row(row) for row in found]

    def rising(self, kind: Kind | None = None, words: str = "") -> list[EntityRow]:
        """Return the names that rise, the steepest first; with words, those in which words begin so."""
        with self._database.read() as connection:
            found = rising(connection, NAMES if kind is None else (kind,), int(self._clock()))
        return [row for row in found if _has_words(row, words)]

    def ids(self, kind: Kind | None, sort: NameSort, *, words: str = "", limit: int = -1) -> array[int]:
        """Return the numbers of the names of a kind, or of all, in order.

        Args:
            kind: which kind; None for all.
            sort: by what they are ordered; what rises is told by `rising`.
            words: what words of the names begin with, in this order; empty for all names.
            limit: how many at most; -1 for all.
        """
        with self._database.read() as connection:
            return ids(connection, NAMES if kind is None else (kind,), sort, words, limit)

    def rows(self, ids: Sequence[int]) -> list[EntityRow]:
        """Return the rows of these names in this order; those that are gone are left out."""
        with self._database.read() as connection:
            found = {row.id: row for row in read_entities(connection, list(ids))}
        return [found[EntityId(id)] for id in ids if id in found]

    def follow(self, id: EntityId, is_followed: bool) -> None:
        """Follow a name from now on, or no longer; raises NotFoundError."""
        with self._database.write() as connection:
            if _entity(connection, id).is_followed != is_followed:
                since = int(self._clock()) if is_followed else None
                connection.execute("UPDATE entity SET followed = ? WHERE id = ?", (since, id))

    def followed(self, words: str = "") -> list[Followed]:
        """Return the names that the user follows, or those in which words begin so; the first one first."""
        with self._database.read() as connection:
            found = connection.execute(
                f"SELECT {COLUMNS}, (SELECT count(*) FROM"  # noqa: S608
                "   (SELECT 1 FROM news WHERE entity_id = entity.id LIMIT ?))"
                " FROM entity WHERE followed IS NOT NULL ORDER BY followed, id",
                (MOST_UNREAD,),
            )
            followed = [Followed(entity_row(row), unread) for *row, unread in found]
        return [each for each in followed if _has_words(each.entity, words)]

    def in_article(self, id: ArticleId) -> tuple[EntityRow, ...]:
        """Return what an article mentions, by first mention: one for each of the entities in its `Names`."""
        with self._database.read() as connection:
            # As in `read_names`: two Fridays of one article may be different days.
            found = connection.execute(
                "SELECT entity_id, value FROM mention WHERE article_id = ? ORDER BY block, start", (id,)
            )
            ids = [EntityId(number) for number, _ in dict.fromkeys(found)]
            rows = {row.id: row for row in read_entities(connection, list(dict.fromkeys(ids)))}
        return tuple(rows[number] for number in ids if number in rows)

    def who_is(self, ids: Sequence[EntityId]) -> dict[EntityId, WhoIs]:
        """Return who or what these are, as far as articles say so."""
        with self._database.read() as connection:
            return who_is(connection, ids)

    def dossier(self, id: EntityId) -> Dossier:
        """Return everything about one name but the articles; raises NotFoundError."""
        with self._database.read() as connection:
            entity = _entity(connection, id)
            (first,) = connection.execute(
                "SELECT min(moment) FROM appearance WHERE entity_id = ?", (id,)
            ).fetchone()
            weeks = connection.execute(
                "SELECT week, articles FROM tally WHERE entity_id = ? ORDER BY week", (id,)
            ).fetchall()
            newest = connection.execute(
                "SELECT article_id, moment FROM appearance WHERE entity_id = ?"
                " ORDER BY moment DESC, article_id DESC LIMIT ?",
                (id, MOST_LOOKED_AT),
            ).fetchall()
            looked_at = [article for article, _ in newest]
            # If they are most of its articles, what came out meanwhile is much like the whole library.
            is_part = len(looked_at) * 2 < entity.articles
            since = week_of(newest[-1][1]) if is_part else None
            outlets = connection.execute(
                "SELECT site, count(*) AS articles FROM article"
                " WHERE id IN (SELECT value FROM json_each(?)) GROUP BY site ORDER BY articles DESC, site",
                (json.dumps(looked_at),),
            ).fetchall()
            return Dossier(
                entity=entity,
                who=who_is(connection, [id]).get(id),
                first=None if first is None else to_moment(first),
                weeks=tuple((monday(week), articles) for week, articles in weeks),
                outlets=tuple((str(site), int(articles)) for site, articles in outlets),
                companions=tuple(companions(connection, id, looked_at, since)),
                looked_at=len(looked_at),
            )

    def appearances(
        self, id: EntityId, before: Appearance | None = None, limit: int = 20
    ) -> list[Appearance]:
        """Return a page of the articles that name an entity, newest first, each with the sentence.

        Args:
            id: which entity.
            before: the last one of the page before; None for the first page.
            limit: how many at most.
        """
        with self._database.read() as connection:
            _entity(connection, id)
            place = "AND (moment, article_id) < (?, ?)" if before else ""
            values = (to_seconds(before.moment), before.row.id) if before else ()
            found = connection.execute(
                f"SELECT article_id FROM appearance WHERE entity_id = ? {place}"  # noqa: S608
                " ORDER BY moment DESC, article_id DESC LIMIT ?",
                (id, *values, limit),
            ).fetchall()
            return [
                _appearance(connection, id, row)
                for row in read_rows(connection, [article for (article,) in found])
            ]

    def all_appearances(self, id: EntityId, first: int = 20, further: int = 200) -> Iterator[Appearance]:
        """Yield all articles that name an entity, newest first, read a page at a time.

        Args:
            id: which entity.
            first: how many are read at first.
            further: how many at a time after these.
        """
        page = self.appearances(id, limit=first)
        while page:
            yield from page
            page = self.appearances(id, page[-1], limit=further)


def _has_words(row: EntityRow, words: str) -> bool:
    """Whether words of a name begin with these, or it begins with them if they are signs alone."""
    if sought := folded(words):
        return takes_in(folded(row.name), sought)
    return row.name.startswith(words.strip())


def _entity(connection: sqlite3.Connection, id: EntityId) -> EntityRow:
    """Return one entity; raises NotFoundError."""
    found = read_entities(connection, [id])
    if not found:
        raise NotFoundError("No article names that any more.")
    return found[0]


def _appearance(connection: sqlite3.Connection, id: EntityId, row: ArticleRow) -> Appearance:
    """Return where an article names an entity, with the sentence."""
    mentions = connection.execute(
        'SELECT block, start, "end" FROM mention WHERE entity_id = ? AND article_id = ?'
        " ORDER BY block < 0, block, start",  # a headline is shown anyway
        (id, row.id),
    ).fetchall()
    texts = {-1: row.title}
    if mentions[0][0] >= 0:
        text, structure = connection.execute(
            "SELECT text, structure FROM content WHERE article_id = ?", (row.id,)
        ).fetchone()
        texts |= {number: block.text for number, block in enumerate(decode_blocks(text, structure))}
    block, start, end = mentions[0]
    return Appearance(
        row,
        sentence_around(texts[block], start, end),
        Position(block, start),
        len(mentions),
        tuple(dict.fromkeys(texts[block][start:end] for block, start, end in mentions)),
    )
