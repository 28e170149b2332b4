"""Keeps what the user marks in articles: each mark can be undone, and none is lost with a text."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tui_reader.anchors import Quote
from tui_reader.dossiers import EntityId
from tui_reader.errors import NotFoundError
from tui_reader.harmless import harmless_line
from tui_reader.highlights import Highlight, Highlighted, HighlightId
from tui_reader.models import ArticleId, Position
from tui_reader.storage.connection import Database
from tui_reader.storage.highlight_rows import encode, kept_at, read_kept, read_told
from tui_reader.storage.marks import Marks, Values
from tui_reader.storage.rows import read_rows, to_moment, to_seconds
from tui_reader.values import replace

MANY_ARTICLES: Final = 5_000
"""Articles of a name from which its highlights are sought among all, as they can't be rare."""

_AT_A_TIME: Final = 500
_COLUMNS: Final = ", ".join(
    f"highlight.{column}"
    for column in (
        "id", "article_id", "block", "character", "end_block", "end_character",
        "words", "note", "made", "is_lost",
    )
)  # fmt: skip
_OTHER_TEXT: Final = "The article has another text by now; open it again."
# What of the highlight's words is a mention of the entity.
_NAMES: Final = (
    'mention.entity_id = ?1 AND (mention.block, mention."end") > (highlight.block, highlight.character)'
    " AND (mention.block, mention.start) < (end_block, end_character)"
)


class Highlights:
    """The highlights of the library."""

    def __init__(self, database: Database, marks: Marks, *, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._marks = marks
        self._clock = clock

    def in_article(self, id: ArticleId) -> tuple[Highlight, ...]:
        """Return the highlights of an article by place; those whose words are gone come last."""
        with self._database.read() as connection:
            return tuple(_in_articles(connection, [id]))

    def add(
        self, article: ArticleId, start: Position, end: Position, words: str, note: str = ""
    ) -> Highlight:
        """Mark words of an article, and return the highlight; with those that it touches it becomes one.

        Args:
            article: which article.
            start: where the first character stands; block -1 is the title.
            end: the place after the last one.
            words: what stands there, line breaks between blocks.
            note: what is to be said of it.

        Raises:
            NotFoundError: if these words aren't in the article.
        """
        made = int(self._clock())
        number = 0

        def change(connection: sqlite3.Connection, id: int) -> tuple[Values, Values]:
            nonlocal number
            told = read_told(connection, id)
            place = told.trimmed(start, end) if told.words(start, end) == words else None
            place = place or told.find(Quote(words), start)
            if place is None or place[0] == place[1]:
                raise NotFoundError(_OTHER_TEXT)
            joined = {
                other: kept
                for other, kept in read_kept(connection, id).items()
                if not kept.is_lost and kept.start < place[1] and kept.end > place[0]
            }
            first = min([place[0], *(kept.start for kept in joined.values())])
            last = max([place[1], *(kept.end for kept in joined.values())])
            notes = dict.fromkeys([*(kept.note for kept in joined.values()), harmless_line(note)])
            number = _next(connection)
            new = kept_at(told, first, last, " ".join(filter(None, notes)), made)
            return (
                {
                    "highlights": [
                        *(encode(other, kept) for other, kept in joined.items()),
                        encode(number, None),
                    ]
                },
                {"highlights": [*(encode(other, None) for other in joined), encode(number, new)]},
            )

        self._marks.change([article], "highlighted words in {}", change)
        return self._one(number)

    def write_note(self, id: HighlightId, note: str) -> None:
        """Write what is to be said of a highlight; empty for nothing. Raises NotFoundError."""
        note = harmless_line(note)

        def change(connection: sqlite3.Connection, article: int) -> tuple[Values, Values]:
            kept = read_kept(connection, article)[id]
            if kept.note == note:
                return {}, {}
            return (
                {"highlights": [encode(id, kept)]},
                {"highlights": [encode(id, replace(kept, note=note))]},
            )

        label = "wrote a note in {}" if note else "took a note from {}"
        self._marks.change([self._one(id).article], label, change)

    def remove(self, id: HighlightId) -> None:
        """Take a highlight away with its note; raises NotFoundError."""

        def change(connection: sqlite3.Connection, article: int) -> tuple[Values, Values]:
            kept = read_kept(connection, article).get(id)
            return (
                ({"highlights": [encode(id, kept)]}, {"highlights": [encode(id, None)]}) if kept else ({}, {})
            )

        self._marks.change([self._one(id).article], "took a highlight from {}", change)

    def among(self, ids: Sequence[int]) -> Iterator[Highlighted]:
        """Yield the highlights of these articles, article by article in this order, each by place."""
        with self._database.read() as connection:
            marked = {id for (id,) in connection.execute("SELECT DISTINCT article_id FROM highlight")}
        wanted = [id for id in ids if id in marked]
        for start in range(0, len(wanted), _AT_A_TIME):
            with self._database.read() as connection:
                rows = read_rows(connection, wanted[start : start + _AT_A_TIME])
                highlights: dict[int, list[Highlight]] = {row.id: [] for row in rows}
                for highlight in _in_articles(connection, list(highlights)):
                    highlights[highlight.article].append(highlight)
            for row in rows:
                yield from (Highlighted(row, highlight) for highlight in highlights[row.id])

    def naming(self, entity: EntityId, before: Highlight | None = None, limit: int = 40) -> list[Highlighted]:
        """Return a page of the highlights in whose words a name stands, the newest first.

        Those in the trash are left out.

        Args:
            entity: which name.
            before: the last one of the page before; None for the first page.
            limit: how many at most.
        """
        place = "AND (made, highlight.id) < (?3, ?4)" if before else ""
        values = (to_seconds(before.made), before.id) if before else ()
        with self._database.read() as connection:
            (articles,) = connection.execute(
                "SELECT coalesce((SELECT articles FROM entity WHERE id = ?), 0)", (entity,)
            ).fetchone()
            # Either way as few rows as possible are looked at: those of a rare name, or the newest of all.
            by, outside_the_trash = (
                (
                    "highlight_article",
                    "article_id IN (SELECT article_id FROM appearance WHERE entity_id = ?1)",
                )
                if articles < MANY_ARTICLES
                else ("highlight_made", "NOT (SELECT is_trashed FROM article WHERE id = article_id)")
            )
            found = connection.execute(
                f'SELECT {_COLUMNS}, (SELECT json_array(mention.block, mention.start, mention."end")'  # noqa: S608
                "   FROM mention INDEXED BY mention_entity"
                f"   WHERE mention.article_id = highlight.article_id AND {_NAMES}"
                "   ORDER BY mention.block, mention.start LIMIT 1) AS named"
                f" FROM highlight INDEXED BY {by}"
                f" WHERE NOT is_lost AND named IS NOT NULL AND {outside_the_trash} {place}"
                " ORDER BY made DESC, highlight.id DESC LIMIT ?2",
                (entity, limit, *values),
            ).fetchall()
            highlights = [(_highlight(row), json.loads(named)) for *row, named in found]
            rows = {
                row.id: row
                for row in read_rows(connection, [highlight.article for highlight, _ in highlights])
            }
            return [
                Highlighted(rows[highlight.article], highlight, _named(connection, highlight, *named))
                for highlight, named in highlights
            ]

    def all_naming(self, entity: EntityId) -> Iterator[Highlighted]:
        """Yield all highlights in whose words a name stands, the newest first."""
        page = self.naming(entity)
        while page:
            yield from page
            page = self.naming(entity, page[-1].highlight, _AT_A_TIME)

    def _one(self, id: int) -> Highlight:
        """Return a highlight; raises NotFoundError."""
        with self._database.read() as connection:
            row = connection.execute(
                f"SELECT {_COLUMNS} FROM highlight WHERE id = ?",  # noqa: S608
                (id,),
            ).fetchone()
        if row is None:
            raise NotFoundError("There is no such highlight any more.")
        return _highlight(row)


def _in_articles(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Highlight]:
    """Return the highlights of these articles by place; those whose words are gone come last."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM highlight WHERE article_id IN (SELECT value FROM json_each(?))"  # noqa: S608
        " ORDER BY is_lost, block, character, end_block, end_character, id",
        (json.dumps(list(ids)),),
    )
    return [_highlight(row) for row in found]


def _next(connection: sqlite3.Connection) -> int:
    """Return a number that no highlight has ever had."""
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'highlight'").fetchone()
    return int(found[0]) + 1 if found else 1


def _named(
    connection: sqlite3.Connection, highlight: Highlight, block: int, start: int, end: int
) -> tuple[int, int]:
    """Return where a stretch of the article stands in the words of a highlight, as far as it does."""
    if block == highlight.start.block:
        shift = -highlight.start.character
    else:
        told = read_told(connection, highlight.article)
        shift = told.offset(Position(block)) - told.offset(highlight.start)
    return max(start + shift, 0), min(end + shift, len(highlight.words))


def _highlight(row: Sequence[object]) -> Highlight:
    """Return one row of `_COLUMNS` as a value."""
    id, article, block, character, end_block, end_character, words, note, made, is_lost = row
    numbers = [id, article, block, character, end_block, end_character, made]
    id, article, block, character, end_block, end_character, made = (int(str(number)) for number in numbers)
    return Highlight(
        HighlightId(id), ArticleId(article), Position(block, character), Position(end_block, end_character),
        str(words), str(note), to_moment(made), bool(is_lost),
    )  # fmt: skip
