"""Keeps the list of changes that can be undone."""

from __future__ import annotations

import sqlite3
from typing import Final

MOST_CHANGES: Final = 1000
"""How many changes can be undone; older ones are forgotten."""


def keep_change(connection: sqlite3.Connection, label: str) -> int:
    """Begin a new change and return its number; what was undone before can't be done again then."""
    connection.execute("DELETE FROM change WHERE is_undone")
    number = connection.execute("INSERT INTO change (label) VALUES (?)", (label,)).lastrowid or 0
    connection.execute("DELETE FROM change WHERE id <= ?", (number - MOST_CHANGES,))
    return number
