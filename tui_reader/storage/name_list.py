"""Lists all names of the library in an order, as numbers only, so that such a list opens at once."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Sequence
from typing import Final

from tui_reader.dossiers import NameSort
from tui_reader.models import Kind
from tui_reader.storage.folding import folded
from tui_reader.storage.lookup import are_few, having

COLUMN: Final = {NameSort.ARTICLES: "articles", NameSort.RECENT: "last"}
"""By what names are ordered that are kept in that order."""
_FEW: Final = 20_000
"""Names with a word that begins so, up to which they are put in order; more are gone through in order."""


def ids(
    connection: sqlite3.Connection, kinds: Sequence[Kind], sort: NameSort, words: str, limit: int
) -> array[int]:
    """Return the names of these kinds in which words begin so, in order; -1 is no limit."""
    column, wanted = COLUMN[sort], folded(words)
    values: list[str | int]
    if words.strip() and (not wanted or are_few(connection, wanted, _FEW)):
        source, values = having(words, kinds, is_whole=False, fewest=1)
        chosen = f"SELECT DISTINCT entity.id AS id, {column}, kind {source}"
    else:
        # The indexes hold the kind and the number too, so that nothing is looked up in the table.
        chosen = (
            f"SELECT id, {column}, kind FROM entity INDEXED BY entity_by_{column}"  # noqa: S608
            f" WHERE articles > 0 AND kind IN ({', '.join('?' * len(kinds))})"
        )
        values = [*kinds]
        if wanted:
            chosen += " AND takes_in(folded, ?)"
            values.append(wanted)
    ordered = f"{chosen} ORDER BY {column} DESC, kind DESC, id DESC LIMIT ?"
    # As one JSON text, for a row for each takes twice as long; what is aggregated keeps its order.
    (found,) = connection.execute(
        f"SELECT json_group_array(id) FROM ({ordered})",  # noqa: S608
        (*values, limit),
    ).fetchone()
    return array("q", json.loads(found))
