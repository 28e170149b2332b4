"""Lets what was found in articles mean what the user has decided.

A mention keeps which entity was found there (`mention.found`, where it isn't the one that is meant), so a
decision can be made, changed and taken back without reading the articles again.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from tui_reader.codec import block_texts
from tui_reader.decisions import Decision
from tui_reader.models import ArticleId, Kind
from tui_reader.storage.deciding import (
    NOTHING,
    WAITS,
    Place,
    decision_at,
    entity_id,
    holder,
    leads_back,
    read_decisions,
    steps_from,
    waiting_for,
    waiting_name,
    write_decision,
)
from tui_reader.storage.folding import folded, initials, other_names
from tui_reader.storage.telling import tell_anew

_FOUND: Final = "(entity_id = :found AND found IS NULL OR found = :found)"
_FOUND_IN: Final = f"{_FOUND} AND article_id = :only"
_Pairs = set[tuple[int, int]]
"""Articles, and entities in them."""


def apply(connection: sqlite3.Connection, decisions: Sequence[tuple[Place, Decision | None]]) -> None:
    """Decide so at these places, and let every mention that this concerns mean what it should."""
    for place, decision in decisions:
        write_decision(connection, place, decision)
    settle(connection, [(kind, key) for (kind, key, _, _), _ in decisions])


def settle(connection: sqlite3.Connection, keys: Iterable[tuple[Kind, str]]) -> None:
    """Let everything that was found under these keys, or means what was, mean what is decided by now."""
    concerned = _leading_to(connection, keys)
    # A name that one gives up may be what another waits for.
    while given := [each for key in concerned for each in _settle_name(connection, *key)]:
        concerned |= _leading_to(connection, given)
    for kind, key in concerned:
        found = connection.execute("SELECT id FROM entity WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        if found is not None:
            _settle_mentions(connection, kind, key, *found)


def settle_article(connection: sqlite3.Connection, article: ArticleId) -> None:
    """Let what has just been found in an article mean what is decided."""
    for kind, key, id in connection.execute(
        "SELECT DISTINCT entity.kind, entity.key, entity.id FROM mention"
        " JOIN entity ON entity.id = entity_id"
        " LEFT JOIN decision ON decision.kind = entity.kind AND decision.key = entity.key"
        " WHERE mention.article_id = ?1 AND (coalesce(decision.article_id, ?1) = ?1"
        "   AND decision.kind IS NOT NULL OR instr(entity.name, ?2))",
        (article, WAITS),
    ).fetchall():
        _settle_mentions(connection, Kind(kind), key, id, article)
    tell_anew(connection, [article])


def _leading_to(
    connection: sqlite3.Connection, keys: Iterable[tuple[Kind, str]]
) -> dict[tuple[Kind, str], None]:
    """Return these keys and those which, by a decision or several or by their names, mean one of them."""
    found = dict.fromkeys(keys)
    waiting = list(found)
    while waiting:
        kind, key = waiting.pop()
        leading = [
            (each.kind, each.key)
            for each in read_decisions(connection, "means_kind = ? AND means_key = ?", (kind, key))
        ]
        for (name,) in connection.execute("SELECT name FROM entity WHERE kind = ? AND key = ?", (kind, key)):
            leading += waiting_for(connection, kind, name)
        for each in leading:
            if each not in found:
                found[each] = None
                waiting.append(each)
    return found


def _settle_name(connection: sqlite3.Connection, kind: Kind, key: str) -> list[tuple[Kind, str]]:
    """Call an entity as is decided, or else as it is written; return whose names that changes.

    A name that another one has is given up by the one which nobody has decided to call so; who can't have
    a name waits for it.
    """
    found = connection.execute(
        "SELECT id, name, written FROM entity WHERE kind = ? AND key = ?", (kind, key)
    ).fetchone()
    if found is None:
        return []
    id, before, written = found
    changed: list[tuple[Kind, str]] = []
    name, is_decided = _wanted(connection, kind, key, written)
    for other, other_key, other_written in connection.execute(
        "SELECT id, key, written FROM entity WHERE kind = ? AND name = ? AND id <> ?", (kind, name, id)
    ).fetchall():
        other_name, is_other_decided = _wanted(connection, kind, other_key, other_written)
        if other_name != name or (is_decided and not is_other_decided):
            _call(connection, other, waiting_name(other_name, other_key))
            changed.append((kind, other_key))
        else:
            name = waiting_name(name, key)
    if name != before:
        _call(connection, id, name)
        _know_anew(connection, {id})
        articles = connection.execute("SELECT DISTINCT article_id FROM mention WHERE entity_id = ?", (id,))
        tell_anew(connection, [article for (article,) in articles.fetchall()])
        changed.append((kind, key))
    return changed


def _wanted(connection: sqlite3.Connection, kind: Kind, key: str, written: str) -> tuple[str, bool]:
    """Return what something should be called, and whether that is decided."""
    decision = decision_at(connection, (kind, key, None, ""))
    means = decision.means if decision else None
    is_decided = means is not None and (means.kind, means.key) == (kind, key)
    return (means.name if means and is_decided else written), is_decided


def _call(connection: sqlite3.Connection, id: int, name: str) -> None:
    connection.execute("UPDATE entity SET name = ? WHERE id = ?", (name, id))


def _settle_mentions(
    connection: sqlite3.Connection, kind: Kind, key: str, id: int, only: ArticleId | None = None
) -> None:
    """Let the mentions of what was found mean what is decided, in all articles or in one."""
    decisions = read_decisions(
        connection,
        "kind = ? AND key = ? AND (? IS NULL OR coalesce(article_id, ?) = ?)",
        (kind, key, only, only, only),
    )
    before = _pairs(connection, id, only)
    general = next((each for each in decisions if each.article is None and not each.form), None)
    target = _meant(connection, general, id)
    if target != id:
        _follow_instead(connection, id, target)
    connection.execute(
        f"UPDATE mention SET entity_id = :target, found = nullif(:found, :target) WHERE {_where(only)}"  # noqa: S608
        " AND entity_id <> :target",
        {"target": target, "found": id, "only": only},
    )
    # What is decided for one article or for one form comes before what holds for all.
    for decision in sorted(decisions, key=lambda each: (each.article is not None, bool(each.form))):
        if decision is not general:
            target = _meant(connection, decision, id)
            connection.executemany(
                "UPDATE mention SET entity_id = ?1, found = nullif(?2, ?1)"
                " WHERE article_id = ?3 AND block = ?4 AND start = ?5",
                [(target, id, *place) for place in _places(connection, decision, id, only)],
            )
    after = _pairs(connection, id, only)
    if before != after:
        _count_anew(connection, before, after)
        _know_anew(connection, {entity for _, entity in before | after})
        (written,) = connection.execute("SELECT written FROM entity WHERE id = ?", (id,)).fetchone()
        tell_anew(connection, {article for article, _ in before ^ after}, written)


def _follow_instead(connection: sqlite3.Connection, found: int, target: int) -> None:
    """Follow what is meant if the user follows what was found."""
    (followed,) = connection.execute("SELECT followed FROM entity WHERE id = ?", (found,)).fetchone()
    if followed is not None:
        connection.execute(
            "UPDATE entity SET followed = coalesce(followed, ?) WHERE id = ? AND kind <> ?",
            (followed, target, NOTHING),
        )
        connection.execute("UPDATE entity SET followed = NULL WHERE id = ?", (found,))


def _meant(connection: sqlite3.Connection, decision: Decision | None, found: int) -> int:
    """Return the entity that a decision leads to, if need be by way of others."""
    means = decision.means if decision else None
    if decision is None or (means and (means.kind, means.key) == (decision.kind, decision.key)):
        return holder(connection, found)
    steps = steps_from(connection, decision)
    # What is something else in one place only may be the first thing everywhere else.
    target = entity_id(connection, steps[0] if leads_back(decision, steps) else steps[-1])
    return holder(connection, target)


def _where(only: int | None) -> str:
    """Return the condition that something was found, anywhere or in one article."""
    return _FOUND if only is None else _FOUND_IN


def _pairs(connection: sqlite3.Connection, found: int, only: ArticleId | None) -> _Pairs:
    """Return what is meant, and in which articles, where something was found."""
    return set(
        connection.execute(
            f"SELECT DISTINCT article_id, entity_id FROM mention WHERE {_where(only)}",  # noqa: S608
            {"found": found, "only": only},
        )
    )


def _places(
    connection: sqlite3.Connection, decision: Decision, found: int, only: ArticleId | None
) -> list[tuple[int, int, int]]:
    """Return article, block and start of each mention that a decision is about."""
    places: list[tuple[int, int, int]] = []
    read: int | None = None
    texts: dict[int, str] = {}
    only = decision.article or only
    for article, block, start, end in connection.execute(
        f'SELECT article_id, block, start, "end" FROM mention WHERE {_where(only)}'  # noqa: S608
        " ORDER BY article_id",  # so that no more than one text is held at a time
        {"found": found, "only": only},
    ).fetchall():
        if decision.form:
            if article != read:
                read, texts = article, _texts(connection, article)
            if folded(texts.get(block, "")[start:end]) != decision.form:
                continue
        places.append((article, block, start))
    return places


def _texts(connection: sqlite3.Connection, article: int) -> dict[int, str]:
    """Return the headline of an article, and its blocks by their numbers."""
    title, text, structure = connection.execute(
        "SELECT title, text, structure FROM article JOIN content ON article_id = id WHERE id = ?", (article,)
    ).fetchone()
    return {-1: title} | dict(enumerate(block_texts(text, structure)))


def _count_anew(connection: sqlite3.Connection, before: _Pairs, after: _Pairs) -> None:
    """Count in the articles where what is meant has changed where these entities appear.

    Rows are moved rather than taken out and put in, as triggers would count along with each.
    """
    moved: dict[tuple[int, int], list[int]] = defaultdict(list)
    arrived = defaultdict(list)
    for article, entity in after - before:
        arrived[article].append(entity)
    elsewhere = _elsewhere(connection, before - after)
    for article, entity in before - after - elsewhere:
        for new in arrived.get(article, ())[:1]:
            moved[entity, new].append(article)
    for (old, new), articles in moved.items():
        # No trigger fires for a row that is replaced.
        connection.execute(
            "UPDATE OR REPLACE appearance SET entity_id = ?2 WHERE entity_id = ?1"
            " AND article_id IN (SELECT value FROM json_each(?3))"
            " AND (SELECT kind FROM entity WHERE id = ?2) <> ?4",
            (old, new, json.dumps(articles), NOTHING),
        )
    for id in {id for pair in moved for id in pair}:
        _sum_anew(connection, id)
    there = {
        entity: {
            article
            for (article,) in connection.execute(
                "SELECT article_id FROM appearance WHERE entity_id = ?", (entity,)
            )
        }
        for entity in {entity for _, entity in before ^ after}
    }
    gone = [(article, id) for article, id in before - after - elsewhere if article in there[id]]
    connection.executemany("DELETE FROM appearance WHERE article_id = ? AND entity_id = ?", gone)
    connection.executemany(
        "INSERT OR IGNORE INTO appearance SELECT entity_id, moment, article_id FROM appearing"
        " WHERE article_id = ? AND entity_id = ?",
        [(article, id) for article, id in after - before if article not in there[id]],
    )


def _sum_anew(connection: sqlite3.Connection, id: int) -> None:
    """Sum up where an entity appears, as the triggers of appearances do row by row."""
    connection.execute(
        "UPDATE entity SET articles = (SELECT count(*) FROM appearance WHERE entity_id = ?1),"
        " last = (SELECT max(moment) FROM appearance WHERE entity_id = ?1) WHERE id = ?1",
        (id,),
    )
    connection.execute("DELETE FROM tally WHERE entity_id = ?", (id,))
    connection.execute(
        "INSERT INTO tally SELECT entity_id, (moment + 62135596800) / 604800 AS week, count(*)"
        " FROM appearance WHERE entity_id = ? GROUP BY week",
        (id,),
    )
    connection.execute("DELETE FROM news WHERE entity_id = ?", (id,))
    connection.execute(
        "INSERT INTO news SELECT article_id, entity_id FROM awaited WHERE entity_id = ?", (id,)
    )


def _elsewhere(connection: sqlite3.Connection, pairs: _Pairs) -> _Pairs:
    """Return those of these pairs whose article mentions the entity all the same."""
    return {
        (article, entity)
        for entity in {entity for _, entity in pairs}
        for (article,) in connection.execute(
            "SELECT DISTINCT article_id FROM mention WHERE entity_id = ?", (entity,)
        )
        if (article, entity) in pairs
    }


def _know_anew(connection: sqlite3.Connection, entities: set[int]) -> None:
    """Let these be found by everything that means them."""
    for id in entities:
        kind, key, name = connection.execute(
            "SELECT kind, key, name FROM entity WHERE id = ?", (id,)
        ).fetchone()
        others: list[str] = []
        for leading in _leading_to(connection, [(kind, key)]) if kind else ():
            found = connection.execute("SELECT key, written FROM entity WHERE kind = ? AND key = ?", leading)
            others += found.fetchone() or ()
        others += [initials(kind, each) for each in (name, *others)]
        connection.execute("UPDATE entity SET also = ? WHERE id = ?", (other_names(name, *others), id))
