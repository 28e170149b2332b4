"""Chooses the line that tells who or what something is from those that articles hold.

Articles vote: a word counts as much as the share of them that use it, newer ones more than older ones. So
what most say wins, the fullest form of it, and after a while a new office.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from tui_reader.dossiers import EntityId, WhoIs
from tui_reader.models import ArticleId
from tui_reader.storage.rows import to_moment
from tui_reader.values import value

MOST_LOOKED_AT: Final = 12
"""Lines of one name that are looked at: those of the articles that were saved last."""
_FADING: Final = 0.85
"""How much an article counts beside the next newer one."""
_LENGTH_COST: Final = 0.2
"""What a word costs, so that those that few articles use don't help."""

_WORD: Final = re.compile(r"[^\W_]+")
_EMPTY: Final = frozenset({"a", "an", "the", "of", "s"})


@value
class _Line:
    moment: int
    article: int
    text: str


def who_is(connection: sqlite3.Connection, ids: Sequence[EntityId]) -> dict[EntityId, WhoIs]:
    """Return who or what these are; those of which no article outside the trash says so are left out."""
    chosen = {id: best for id in ids if (best := _best(_lines(connection, id)))}
    articles = {
        id: (str(title), str(site))
        for id, title, site in connection.execute(
            "SELECT id, title, site FROM article WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([line.article for line in chosen.values()]),),
        )
    }
    return {
        id: WhoIs(line.text, ArticleId(line.article), *articles[line.article], to_moment(line.moment))
        for id, line in chosen.items()
    }


def _lines(connection: sqlite3.Connection, id: EntityId) -> list[_Line]:
    """Return what the articles that were saved last say of it."""
    found = connection.execute(
        "SELECT coalesce(published, saved), article_id, description"
        " FROM mention INDEXED BY mention_described JOIN article ON article.id = article_id"
        " WHERE entity_id = ? AND description <> '' AND NOT is_trashed"
        " ORDER BY article_id DESC LIMIT ?",
        (id, MOST_LOOKED_AT),
    )
    return [_Line(*row) for row in found]


def _best(lines: Sequence[_Line]) -> _Line | None:
    """Return the line that tells best what most say."""
    if len(lines) < 2:
        return next(iter(lines), None)
    newest_first = sorted(lines, key=lambda line: (-line.moment, -line.article))
    said = {text: _words(text) for text in {line.text for line in lines}}
    weights: dict[int, float] = {}
    voters: dict[str, set[int]] = defaultdict(set)
    for line in newest_first:
        weights.setdefault(line.article, _FADING ** len(weights))
        for word in said[line.text]:
            voters[word].add(line.article)
    total = sum(weights.values())
    gain = {
        word: sum(weights[article] for article in articles) / total - _LENGTH_COST
        for word, articles in voters.items()
    }
    return max(newest_first, key=lambda line: sum(gain[word] for word in said[line.text]))


def _words(text: str) -> frozenset[str]:
    """Return the words that tell something."""
    return frozenset(_WORD.findall(text.casefold())) - _EMPTY
