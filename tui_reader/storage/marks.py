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
from tui_reader.storage.changed_follows import Side, set_followed
from tui_reader.storage.changes import keep_change
from tui_reader.storage.connection import Database
from tui_reader.storage.deciding import decode_places
from tui_reader.storage.highlight_rows import put
from tui_reader.storage.settling import apply
from tui_reader.storage.story_places import put_place

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

Values = dict[str, int | list[str] | list[int]]
"""What a change sets: columns of marks, under "add" and "remove" the tags that come and go, under
"report" the place in a story, as in story_places.py, empty for none; and under "highlights" what is put in
the place of each, as in highlight_rows.py."""


class Marks:
    """The user's decisions, each of which can be undone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, ids: Sequence[int], flag: Flag, value: bool) -> None:
        """Set or clear a mark on articles, as one change."""
        column = _COLUMN[flag]

        def change(connection: sqlite3.Connection, id: int) -> tuple[Values, Values]:
            (is_set,) = connection.execute(f"SELECT {column} FROM article WHERE id = ?", (id,)).fetchone()  # noqa: S608
            return ({}, {}) if is_set == value else ({column: is_set}, {column: int(value)})

        self.change(ids, _DONE[flag, value], change)

    def tag(self, ids: Sequence[int], *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """Add tags to articles and remove others, as one change; each tag in the form of `tag_name`."""
        added = set(add) - {""}
        removed = set(remove) - added

        def change(connection: sqlite3.Connection, id: int) -> tuple[Values, Values]:
            tags = {
                name for (name,) in connection.execute("SELECT name FROM tag WHERE article_id = ?", (id,))
            }
            new, gone = sorted(added - tags), sorted(removed & tags)
            return ({"add": gone, "remove": new}, {"add": new, "remove": gone}) if new or gone else ({}, {})

        words = [f"#{name}" for name in sorted(added)] + [f"−#{name}" for name in sorted(removed)]
        self.change(ids, f"tagged {{}} {' '.join(words)}", change)

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

    def change(
        self,
        ids: Sequence[int],
        label: str,
        change: Callable[[sqlite3.Connection, int], tuple[Values, Values]],
    ) -> int:
        """Change articles and keep how to take that back; if nothing changes, nothing is kept.

        Returns:
            how many of them it has changed.


        Args:
            ids: the articles; those that are gone are passed over.
            label: what is done to "{}", as it is said when it is undone.
            change: returns what undoing sets, and what doing sets, for one article.
        """
        with self._database.write() as connection:
            there = [
                id for id in ids if connection.execute("SELECT 1 FROM article WHERE id = ?", (id,)).fetchone()
            ]
            changes = [(id, *change(connection, id)) for id in there]
            changes = [each for each in changes if each[2]]
            if not changes:
                return 0
            named = _named(connection, [id for id, _, _ in changes])
            number = keep_change(connection, label.replace("{}", named, 1))
            for id, before, after in changes:
                _write(connection, id, after)
                connection.execute(
                    "INSERT INTO change_item VALUES (?, ?, ?, ?)",
                    (number, id, json.dumps(before), json.dumps(after)),
                )
            return len(changes)

    def _step(self, which: str, side: Side, *, is_undone: bool) -> str:
        """Put articles and names into the state before or after a change."""
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
            for (decisions,) in connection.execute(
                f"SELECT {side} FROM change_decision WHERE change_id = ?",  # noqa: S608
                (number,),
            ).fetchall():
                apply(connection, decode_places(decisions))
            set_followed(connection, number, side)
            connection.execute("UPDATE change SET is_undone = ? WHERE id = ?", (is_undone, number))
            return str(label)


def _write(connection: sqlite3.Connection, id: int, values: Values) -> None:
    """Set on an article what a change sets."""
    for name, value in values.items():
        if name == "add" and isinstance(value, list):
            connection.executemany("INSERT OR IGNORE INTO tag VALUES (?, ?)", [(tag, id) for tag in value])
        elif name == "remove" and isinstance(value, list):
            connection.executemany(
                "DELETE FROM tag WHERE name = ? AND article_id = ?", [(tag, id) for tag in value]
            )
        elif name == "report" and isinstance(value, list):
            # In changes of older versions, None stands for no story that it was taken out of.
            put_place(connection, id, [int(each) for each in value if each is not None])
        elif name == "highlights" and isinstance(value, list):
            put(connection, id, [str(change) for change in value])
        elif name in _COLUMN.values():
            connection.execute(f"UPDATE article SET {name} = ? WHERE id = ?", (value, id))  # noqa: S608


def _named(connection: sqlite3.Connection, ids: Sequence[int]) -> str:
    """Return how a sentence speaks of these articles."""
    if len(ids) > 1:
        return f"{len(ids)} articles"
    title, url = connection.execute("SELECT title, url FROM article WHERE id = ?", (ids[0],)).fetchone()
    return f"“{title or url}”"
