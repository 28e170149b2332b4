"""Finds the articles that have something to do with another: they share its rare names, or rare words."""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from tui_reader.errors import NotFoundError
from tui_reader.models import ArticleId
from tui_reader.related import Related
from tui_reader.storage.connection import Database
from tui_reader.storage.folding import folded
from tui_reader.storage.likeness import (
    ENOUGH,
    PAGE,
    SHORTEST_TEXT,
    UNSEEN,
    UNSEEN_WITH_IT,
    are_copies,
    rarity,
    score,
    shared,
    weight,
    words,
)
from tui_reader.storage.lookup import NAMES
from tui_reader.storage.rows import read_rows
from tui_reader.storage.segments import SEPARATOR, segment
from tui_reader.values import value

_MOST_NAMES, _MOST_WORDS = 24, 32
"""The rarest names and the most frequent words of an article, by which others are sought."""
_NEAREST: Final = 30
"""Articles looked at for each name: so many that came out before it, and as many after."""
_HOLDING: Final = 300
"""Articles up to which a word is rare enough to seek others by it."""
_TELLING: Final = 20_000
"""Articles in a language that are enough to tell what is rare in it."""
_LOOKED_AT: Final = 20
"""Articles that are compared in full: those that share the most at first sight."""
_LEAD: Final = 4_000
"""Characters at the beginning of a text, in which stands what it is about."""
_TOLD: Final = 3
"""Names and words that are given as a reason."""


@value
class _Subject:
    """What an article is about."""

    names: Mapping[int, float]
    """How often it mentions each entity, by number, for each page of it."""
    words: Mapping[str, int]
    """How often each word stands in its headline and lead."""

    @property
    def repeated(self) -> dict[str, int]:
        """The words that it comes back to."""
        return {word: times for word, times in self.words.items() if times > 1}


class RelatedArticles:
    """What the library's articles have to do with one another."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def to(self, id: ArticleId, limit: int = 5) -> list[Related]:
        """Return the articles that have the most to do with one, and what; none if nothing much has.

        Those in the trash are left out, and so are copies of the article and of one another.

        Raises:
            NotFoundError: if there is no such article.
        """
        with self._database.read() as connection:
            return list(_Comparison(connection, id).best(limit))


class _Comparison:
    """One article beside the others."""

    def __init__(self, connection: sqlite3.Connection, id: ArticleId) -> None:
        self._connection = connection
        self._id = id
        found = connection.execute(
            "SELECT coalesce(published, saved), language, is_trashed FROM article WHERE id = ?", (id,)
        ).fetchone()
        if found is None:
            raise NotFoundError("This article is no longer in the library.")
        self._moment, self._language, self._is_trashed = found
        self._subject = self._subjects([id])[id]
        self._repeated = self._subject.repeated

    def best(self, limit: int) -> Iterator[Related]:
        """Yield the articles that share the most, as long as it is enough."""
        names, name_rarities = self._rare_names()
        word_rarities, holders = self._rare_words(names.values())
        likeliest = self._likeliest(name_rarities, word_rarities, holders)
        rows = {row.id: row for row in read_rows(self._connection, likeliest) if not row.is_trashed}
        subjects = self._subjects(rows, names)
        compared = []
        for id, row in rows.items():
            by_name = shared(self._subject.names, subjects[id].names, name_rarities)
            by_word = shared(self._repeated, subjects[id].repeated, word_rarities)
            worth = score([*by_name.values(), *by_word.values()])
            if worth >= ENOUGH:
                told = tuple(names[number] for number in list(by_name)[:_TOLD])
                compared.append(Related(row, told, tuple(by_word)[:_TOLD], worth))
        shown = [self._subject.words]
        titles = set()
        texts = self._texts([self._id, *rows])
        shown_texts = {texts.get(self._id, self._id)}
        for other in sorted(compared, key=self._order):
            if len(shown) > limit:
                return
            its_words, title = subjects[other.row.id].words, folded(other.row.title)
            text = texts.get(other.row.id, other.row.id)
            if title in titles or text in shown_texts or any(are_copies(its_words, each) for each in shown):
                continue
            shown.append(its_words)
            titles.add(title)
            shown_texts.add(text)
            yield other

    def _texts(self, ids: Iterable[int]) -> dict[int, int]:
        """Return of these articles which text they have, as far as they share their stories with others."""
        return dict(
            self._connection.execute(
                "SELECT article_id, text FROM report WHERE article_id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(ids)),),
            ).fetchall()
        )

    def _order(self, other: Related) -> tuple[float, float, int]:
        """Return by what the articles are ordered: what they share, then how near they are in time."""
        moment = (other.row.published or other.row.saved).timestamp()
        return -other.score, abs(moment - self._moment), other.row.id

    def _likeliest(
        self,
        name_rarities: Mapping[int, float],
        word_rarities: Mapping[str, float],
        holders: Mapping[str, Sequence[int]],
    ) -> list[int]:
        """Return the articles that share the most at first sight, as if each only just repeated it."""
        sums: defaultdict[int, float] = defaultdict(float)
        for number, rare in name_rarities.items():
            for article in self._nearest(number):
                sums[article] += weight(rare, self._subject.names[number], 1)
        for word, rare in word_rarities.items():
            for article in holders[word]:
                sums[article] += weight(rare, self._repeated[word], 2)
        sums.pop(self._id, None)
        return heapq.nlargest(_LOOKED_AT, sums, key=lambda article: (sums[article], article))

    def _rare_names(self) -> tuple[dict[int, str], dict[int, float]]:
        """Return the article's names and how rare those are that others have too, the rarest first."""
        (articles,) = self._connection.execute(
            "SELECT (SELECT count(*) FROM article) - (SELECT count(*) FROM article WHERE is_trashed)"
        ).fetchone()
        # The plus keeps SQLite from going through all names of a kind instead of looking up these few.
        found = self._connection.execute(
            "SELECT id, name, articles FROM entity WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
            f" AND +kind IN ({', '.join('?' * len(NAMES))}) ORDER BY articles, id",
            (json.dumps(list(self._subject.names)), *NAMES),
        ).fetchall()
        # In the trash the article itself counts nowhere else.
        uncounted = int(self._is_trashed)
        rarities = [(id, rarity(holding + uncounted, articles + UNSEEN)) for id, _, holding in found]
        rare = [(id, rarity) for id, rarity in rarities if rarity]
        return {id: name for id, name, _ in found}, dict(rare[:_MOST_NAMES])

    def _rare_words(self, names: Iterable[str]) -> tuple[dict[str, float], dict[str, list[int]]]:
        """Return the article's rare words that are no names: how rare each is, and which articles have it."""
        # What every text in a language says is told from what is rare by other texts in it.
        (articles,) = self._connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM article WHERE language = ? AND language <> '' LIMIT ?)",
            (self._language, _TELLING),
        ).fetchone()
        named = {word for name in names for word in folded(name).split(" ")}
        rarities: dict[str, float] = {}
        holders: dict[str, list[int]] = {}
        frequent = (word for word, _ in Counter(self._repeated).most_common() if folded(word) not in named)
        for word, _ in zip(frequent, range(_MOST_WORDS), strict=False):
            phrase = segment(word).strip(SEPARATOR).replace('"', '""')
            found = self._connection.execute(
                "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", (f'"{phrase}"', _HOLDING)
            ).fetchall()
            if 1 < len(found) < _HOLDING and (rare := rarity(len(found) + UNSEEN_WITH_IT, articles)):
                rarities[word] = rare
                holders[word] = [article for (article,) in found]
        return rarities, holders

    def _nearest(self, entity: int) -> list[int]:
        """Return articles that name an entity, those that came out nearest to this one."""
        found = self._connection.execute(
            "SELECT * FROM (SELECT article_id FROM appearance WHERE entity_id = :entity AND moment <= :moment"
            "   ORDER BY moment DESC LIMIT :number)"
            " UNION ALL SELECT * FROM (SELECT article_id FROM appearance"
            "   WHERE entity_id = :entity AND moment > :moment ORDER BY moment LIMIT :number)",
            {"entity": entity, "moment": self._moment, "number": _NEAREST},
        )
        return [article for (article,) in found]

    def _subjects(self, ids: Iterable[int], names: Iterable[int] | None = None) -> dict[int, _Subject]:
        """Return what these articles are about; of names, only these if not all are wanted."""
        wanted = json.dumps(list(ids))
        only = "" if names is None else " AND entity_id IN (SELECT value FROM json_each(?))"
        mentions: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for article, number, times in self._connection.execute(
            "SELECT article_id, entity_id, count(*) FROM mention"  # noqa: S608
            f" WHERE article_id IN (SELECT value FROM json_each(?)){only} GROUP BY article_id, entity_id",
            (wanted,) if names is None else (wanted, json.dumps(list(names))),
        ):
            mentions[article][number] = times
        found = {}
        for article, length, title, lead in self._connection.execute(
            "SELECT id, words, title, substr(text, 1, ?) FROM article LEFT JOIN content ON article_id = id"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (_LEAD, wanted),
        ):
            pages = max(length, SHORTEST_TEXT) / PAGE
            named = {number: times / pages for number, times in mentions[article].items()}
            found[article] = _Subject(named, words(f"{title}\n{lead or ''}"))
        return found
