"""Reads and writes what the user has decided about names."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from tui_reader.decisions import Decision, Identity
from tui_reader.models import ArticleId, Kind
from tui_reader.values import astuple

NOTHING: Final = ""
"""The kind of the entity that stands for what is no name."""

_COLUMNS: Final = "kind, key, article_id, form, means_kind, means_key, name"

WAITS: Final = "\x1f"
"""Stands between a name and a key in what an entity is called whose name is another one's by now.

It means that other one, until the name is free again. No name that is found or given has this character.
"""

Place = tuple[Kind, str, ArticleId | None, str]
"""See `Decision.place`."""


def entity_id(connection: sqlite3.Connection, identity: Identity | None) -> int:
    """Return the number of an entity, a new one if need be; None is what is no name."""
    kind, key, name = (identity.kind, identity.key, identity.name) if identity else (NOTHING, "", "")
    # What is called like something that the user renamed so is that.
    for column, value in (("key", key), ("name", name)):
        found = connection.execute(
            f"SELECT id FROM entity WHERE kind = ? AND {column} = ?",  # noqa: S608
            (kind, value),
        ).fetchone()
        if found:
            return int(found[0])
    made = connection.execute(
        "INSERT INTO entity (kind, key, name, written) VALUES (?, ?, ?, ?)", (kind, key, name, name)
    )
    return made.lastrowid or 0


def found_id(connection: sqlite3.Connection, identity: Identity) -> int:
    """Return the number of an entity by its key alone, a new one if need be.

    What is called like something that the user renamed so waits for that name, so that it is known what was
    found if the user takes that back.
    """
    kind, key, name = identity.kind, identity.key, identity.name
    found = connection.execute("SELECT id FROM entity WHERE kind = ? AND key = ?", (kind, key)).fetchone()
    if found:
        return int(found[0])
    is_taken = connection.execute("SELECT 1 FROM entity WHERE kind = ? AND name = ?", (kind, name)).fetchone()
    called = waiting_name(name, key) if is_taken else name
    made = connection.execute(
        "INSERT INTO entity (kind, key, name, written) VALUES (?, ?, ?, ?)", (kind, key, called, name)
    )
    return made.lastrowid or 0


def waiting_name(name: str, key: str) -> str:
    """Return what an entity is called that waits for a name."""
    return f"{name}{WAITS}{key}"


def shown_name(called: str) -> str:
    """Return the name that an entity has or waits for."""
    return called.partition(WAITS)[0]


def waiting_for(connection: sqlite3.Connection, kind: Kind, name: str) -> list[tuple[Kind, str]]:
    """Return the keys of those that wait for a name, the first one first."""
    found = connection.execute(
        "SELECT key FROM entity WHERE kind = ? AND name >= ? AND name < ? ORDER BY id",
        (kind, name + WAITS, name + chr(ord(WAITS) + 1)),
    )
    return [(kind, key) for (key,) in found]


def holder(connection: sqlite3.Connection, id: int) -> int:
    """Return who has the name that an entity waits for, or itself if it doesn't wait."""
    kind, called = connection.execute("SELECT kind, name FROM entity WHERE id = ?", (id,)).fetchone()
    name, waits, _ = called.partition(WAITS)
    if not waits:
        return id
    found = connection.execute("SELECT id FROM entity WHERE kind = ? AND name = ?", (kind, name)).fetchone()
    return int(found[0]) if found else id


def read_decisions(
    connection: sqlite3.Connection, where: str = "1", values: Sequence[object] = ()
) -> list[Decision]:
    """Return the decisions that a condition of SQL holds for, in the order in which they were made."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM decision WHERE {where} ORDER BY rowid",  # noqa: S608
        values,
    )
    return [
        Decision(
            Kind(kind),
            key,
            Identity(Kind(means_kind), means_key, name) if means_kind else None,
            None if article is None else ArticleId(article),
            form,
        )
        for kind, key, article, form, means_kind, means_key, name in found
    ]


def decision_at(connection: sqlite3.Connection, place: Place) -> Decision | None:
    """Return the decision for a place."""
    found = read_decisions(
        connection, "kind = ? AND key = ? AND article_id IS ? AND form = ?", _as_values(place)
    )
    return found[0] if found else None


def steps_from(connection: sqlite3.Connection, decision: Decision) -> list[Identity | None]:
    """Return what a decision says that something is, and what that is by decisions that hold everywhere.

    The last of these stands for itself, or has been met before.
    """
    steps = [decision.means]
    met = {(decision.kind, decision.key)}
    while (last := steps[-1]) is not None and (last.kind, last.key) not in met:
        met.add((last.kind, last.key))
        following = decision_at(connection, (last.kind, last.key, None, ""))
        if following is None or (following.means and following.means.is_same(last)):
            break
        steps.append(following.means)
    return steps


def leads_back(decision: Decision, steps: Sequence[Identity | None]) -> bool:
    """Whether the steps from a decision about one thing to another lead back to the first."""
    last = steps[-1]
    return len(steps) > 1 and last is not None and (last.kind, last.key) == (decision.kind, decision.key)


def write_decision(connection: sqlite3.Connection, place: Place, decision: Decision | None) -> None:
    """Put a decision in the place of the one that was there; None takes that away.

    What is decided for an article that is gone is forgotten.
    """
    connection.execute(
        "DELETE FROM decision WHERE kind = ? AND key = ? AND article_id IS ? AND form = ?", _as_values(place)
    )
    if decision is not None:
        means = decision.means
        meant = (means.kind, means.key, means.name) if means else (NOTHING, "", "")
        connection.execute(
            f"INSERT INTO decision ({_COLUMNS}) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7"  # noqa: S608
            " WHERE ?3 IS NULL OR EXISTS (SELECT 1 FROM article WHERE id = ?3)",
            (*_as_values(place), *meant),
        )


def _as_values(place: Place) -> tuple[object, ...]:
    return place


def encode_places(decisions: Iterable[tuple[Place, Decision | None]]) -> str:
    """Return as JSON what stands at some places; None where nothing is decided."""
    return json.dumps(
        [
            [*place, decision is not None, astuple(decision.means) if decision and decision.means else None]
            for place, decision in decisions
        ]
    )


def decode_places(text: str) -> list[tuple[Place, Decision | None]]:
    """Return what `encode_places` was given."""
    found: list[tuple[Place, Decision | None]] = []
    for kind, key, article, form, is_decided, means in json.loads(text):
        place = (Kind(kind), key, None if article is None else ArticleId(article), form)
        meant = Identity(Kind(means[0]), means[1], means[2]) if means else None
        found.append((place, Decision(place[0], key, meant, place[2], form) if is_decided else None))
    return found
