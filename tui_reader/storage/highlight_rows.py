"""Reads and writes highlights within a change, and lets them stand on their words in another text."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from tui_reader.anchors import Quote, Told
from tui_reader.codec import decode_blocks
from tui_reader.models import Block, Position
from tui_reader.values import replace, value

COLUMNS: Final = "block, character, end_block, end_character, words, before, after, note, made, is_lost"
"""What is kept of a highlight besides its number and its article."""


@value
class Kept:
    """A highlight as it is kept; see steps/highlights.py."""

    block: int
    character: int
    end_block: int
    end_character: int
    words: str
    before: str
    after: str
    note: str
    made: int
    is_lost: int = 0

    @property
    def start(self) -> Position:
        """Where its first character stands."""
        return Position(self.block, self.character)

    @property
    def end(self) -> Position:
        """The place after its last character."""
        return Position(self.end_block, self.end_character)

    @property
    def columns(self) -> tuple[int | str, ...]:
        """What is kept, in the order of `COLUMNS`."""
        return (
            self.block, self.character, self.end_block, self.end_character,
            self.words, self.before, self.after, self.note, self.made, self.is_lost,
        )  # fmt: skip


def kept_at(told: Told, start: Position, end: Position, note: str, made: int) -> Kept:
    """Return what is to be kept of a stretch of a text."""
    quote = told.quote(start, end)
    return Kept(
        start.block, start.character, end.block, end.character,
        quote.words, quote.before, quote.after, note, made,
    )  # fmt: skip


def carried_over(kept: Kept, told: Told) -> Kept:
    """Return a highlight as it stands in a text; if its words aren't there, it is lost."""
    found = told.find(Quote(kept.words, kept.before, kept.after), kept.start)
    return replace(kept, is_lost=1) if found is None else kept_at(told, *found, kept.note, kept.made)


def read_told(connection: sqlite3.Connection, article: int) -> Told:
    """Return the text of an article as it is now; that of one without any has no words."""
    found = connection.execute(
        "SELECT title, text, structure FROM article JOIN content ON article_id = id WHERE id = ?", (article,)
    ).fetchone()
    return Told(found[0], decode_blocks(found[1], found[2])) if found else Told("", ())


def read_kept(connection: sqlite3.Connection, article: int) -> dict[int, Kept]:
    """Return the highlights of an article by number, in the order of its text."""
    return {
        number: Kept(*columns)
        for number, *columns in connection.execute(
            f"SELECT id, {COLUMNS} FROM highlight WHERE article_id = ?"  # noqa: S608
            " ORDER BY block, character, end_block, end_character, id",
            (article,),
        )
    }


def encode(number: int, kept: Kept | None) -> str:
    """Return what a change puts in the place of a highlight; None takes it away."""
    return json.dumps([number, kept.columns if kept else None], ensure_ascii=False)


def put(connection: sqlite3.Connection, article: int, changes: Iterable[str]) -> None:
    """Put highlights in the place of those that were there, on their words in the text of today."""
    told: Told | None = None
    for change in changes:
        number, columns = json.loads(change)
        connection.execute("DELETE FROM highlight WHERE id = ?", (number,))
        if columns is not None:
            told = told or read_told(connection, article)
            _write(connection, article, number, carried_over(Kept(*columns), told))


def carry_over(connection: sqlite3.Connection, article: int, title: str, blocks: Sequence[Block]) -> None:
    """Let the highlights of an article, those that were lost too, stand on their words in a new text."""
    if highlights := read_kept(connection, article):
        told = Told(title, blocks)
        for number, kept in highlights.items():
            _write(connection, article, number, carried_over(kept, told))


def hand_over(connection: sqlite3.Connection, dropped: int, kept: int) -> None:
    """Give the highlights of an article to the one that it becomes."""
    moved = read_kept(connection, dropped)
    if moved:
        told = read_told(connection, kept)
        for number, highlight in moved.items():
            _write(connection, kept, number, carried_over(highlight, told))


def _write(connection: sqlite3.Connection, article: int, number: int, kept: Kept) -> None:
    places = ", ".join("?" * len(kept.columns))
    connection.execute(
        f"INSERT OR REPLACE INTO highlight (id, article_id, {COLUMNS}) VALUES (?, ?, {places})",  # noqa: S608
        (number, article, *kept.columns),
    )
