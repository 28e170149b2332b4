"""Changes what the user decides about articles, and takes it back: marks, tags, undo and redo.

Each change keeps what it changed, before and after, so that undo survives a restart and never touches
what other changes have done since.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from tui_reader.models import Flag
from tui_reader.storage.connection import Database

MOST_CHANGES: Final = 1000
"""How many changes can be undone; older ones are forgotten."""

_COLUMN: Final = {
    Flag.READ: "is_read",
    Flag.STARRED: "is_starred",
    Flag.ARCHIVED: "is_archived",
    Flag.TRASHED: "is_trashed",
}
_DONE: Final = {
    (Flag.READ, True): "marked {} read",
    (Flag.READ, False): "marked {} unread",
    (Flag.STARRED, True): "starred {}",
    (Flag.STARRED, False): "took the star from {}",
    (Flag.ARCHIVED, True): "archived {}",
    (Flag.ARCHIVED, False): "took {} out of the archive",
    (Flag.TRASHED, True): "moved {} to the trash",
    (Flag.TRASHED, False): "took {} out of the trash",
}

_Values = dict[str, object]
"""Part of an article's state: columns of marks, and "tags" as a sorted list."""


class Marks:
    """The user's decisions, each of which can be undone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, ids: Sequence[int], flag: Flag, value: bool) -> None:
        """Set or clear a mark on articles, as one change."""
        self._change(ids, _DONE[flag, value], lambda _: {_COLUMN[flag]: int(value)})

    def tag(self, ids: Sequence[int], *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """Add tags to articles and remove others, as one change."""
        added, removed = set(add), set(remove)
        words = [f"#{name}" for name in sorted(added)] + [f"−#{name}" for name in sorted(removed - added)]

        def tags(state: _Values) -> _Values:
            before = state["tags"]
            return {"tags": sorted((set(before) - removed) | added)} if isinstance(before, list) else {}

        self._change(ids, f"tagged {{}} {' '.join(words)}", tags)

    def mark_opened(self, id: int) -> None:
        """Mark an article read because it is being read; nobody decided that, so nobody undoes it."""
        with self._database.write() as connection:
            connection.execute("UPDATE article SET is_read = 1 WHERE id = ?", (id,))

    def undo(self) -> str:
        """Take back the last change that still stands; return what it was, or "" if there is none."""
        return self._step(
            "SELECT id, label FROM change WHERE NOT is_undone ORDER BY id DESC LIMIT 1",
            "before",
            is_undone=True,
        )

    def redo(self) -> str:
        """Make the change again that was undone last; return what it was, or "" if there is none."""
        return self._step(
            "SELECT id, label FROM change WHERE is_undone ORDER BY id LIMIT 1", "after", is_undone=False
        )

    def _change(self, ids: Sequence[int], label: str, decide: Callable[[_Values], _Values]) -> None:
        """Change the state of articles and keep what it was; if nothing changes, nothing is kept."""
        with self._database.write() as connection:
            changes: list[tuple[int, _Values, _Values]] = []
            for id in ids:
                state = _read(connection, id)
                if state is None:
                    continue
                after = {name: value for name, value in decide(state).items() if state[name] != value}
                if after:
                    changes.append((id, {name: state[name] for name in after}, after))
            if not changes:
                return
            connection.execute("DELETE FROM change WHERE is_undone")
            number = connection.execute(
                "INSERT INTO change (label) VALUES (?)",
                (label.replace("{}", _named(connection, changes), 1),),
            ).lastrowid
            for id, before, after in changes:
                _write(connection, id, after)
                connection.execute(
                    "INSERT INTO change_item VALUES (?, ?, ?, ?)",
                    (number, id, json.dumps(before), json.dumps(after)),
                )
            connection.execute("DELETE FROM change WHERE id <= ?", ((number or 0) - MOST_CHANGES,))

    def _step(self, which: str, side: str, *, is_undone: bool) -> str:
        """Put articles into the state before or after a change."""
        with self._database.write() as connection:
            found = connection.execute(which).fetchone()
            if found is None:
                return ""
            number, label = found
            for id, values in connection.execute(
                f"SELECT article_id, {side} FROM change_item WHERE change_id = ?",  # noqa: S608
                (number,),
            ).fetchall():
                _write(connection, id, json.loads(values))
            connection.execute("UPDATE change SET is_undone = ? WHERE id = ?", (is_undone, number))
            return str(label)


def _read(connection: sqlite3.Connection, id: int) -> _Values | None:
    """Return the state of an article, or None if there is no such article."""
    columns = tuple(_COLUMN.values())
    row = connection.execute(f"SELECT {', '.join(columns)} FROM article WHERE id = ?", (id,)).fetchone()  # noqa: S608
    if row is None:
        return None
    tags = connection.execute("SELECT name FROM tag WHERE article_id = ? ORDER BY name", (id,))
    return {**dict(zip(columns, row, strict=True)), "tags": [name for (name,) in tags]}


def _write(connection: sqlite3.Connection, id: int, values: _Values) -> None:
    """Set the part of an article's state that is given."""
    for name, value in values.items():
        if isinstance(value, list):
            connection.execute("DELETE FROM tag WHERE article_id = ?", (id,))
            connection.executemany("INSERT INTO tag VALUES (?, ?)", [(tag, id) for tag in value])
        elif name in _COLUMN.values():
            connection.execute(f"UPDATE article SET {name} = ? WHERE id = ?", (value, id))  # noqa: S608


def _named(connection: sqlite3.Connection, changes: Sequence[tuple[int, _Values, _Values]]) -> str:
    """Return how a sentence speaks of these articles."""
    if len(changes) > 1:
        return f"{len(changes)} articles"
    title, url = connection.execute(
        "SELECT title, url FROM article WHERE id = ?", (changes[0][0],)
    ).fetchone()
    return f"“{title or url}”"
