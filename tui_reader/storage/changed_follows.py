"""Keeps what a correction of names changes in what is followed, so that undoing it changes that back."""

from __future__ import annotations

import sqlite3
from typing import Literal

Side = Literal["before", "after"]
"""Whether a change is undone or done."""


def read_followed(connection: sqlite3.Connection) -> dict[int, int]:
    """Return the numbers of the names that are followed, and since when."""
    return dict(connection.execute("SELECT id, followed FROM entity WHERE followed IS NOT NULL").fetchall())


def keep_followed(connection: sqlite3.Connection, change: int, before: dict[int, int]) -> None:
    """Keep with a change, given what was followed before it, which names are followed since or no longer."""
    after = read_followed(connection)
    connection.executemany(
        "INSERT INTO change_follow (change_id, entity_id, before, after) VALUES (?, ?, ?, ?)",
        [
            (change, id, before.get(id), after.get(id))
            for id in before.keys() | after.keys()
            if before.get(id) != after.get(id)
        ],
    )


def set_followed(connection: sqlite3.Connection, change: int, side: Side) -> None:
    """Follow what was followed before a change, or after it; the rest stays as it is."""
    connection.execute(
        f"UPDATE entity SET followed = {side} FROM change_follow"  # noqa: S608
        " WHERE entity_id = entity.id AND change_id = ?",
        (change,),
    )
