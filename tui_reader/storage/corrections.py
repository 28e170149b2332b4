"""Makes the user's corrections of names: each can be undone, and holds for whatever is found later."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from tui_reader.decisions import Decision, Identity, PortableDecision
from tui_reader.dossiers import EntityId
from tui_reader.errors import CorrectionError, NotFoundError
from tui_reader.harmless import harmless_line
from tui_reader.models import ArticleId, Kind
from tui_reader.storage.changed_follows import keep_followed, read_followed
from tui_reader.storage.changes import keep_change
from tui_reader.storage.connection import Database
from tui_reader.storage.deciding import (
    Place,
    decision_at,
    encode_places,
    entity_id,
    leads_back,
    read_decisions,
    steps_from,
    waiting_for,
    write_decision,
)
from tui_reader.storage.folding import folded
from tui_reader.storage.settling import apply
from tui_reader.values import replace

_Decided = list[tuple[Place, Decision | None]]


class Corrections:
    """What the user decides about names."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rename(self, id: EntityId, name: str) -> None:
        """Call somebody or something by another name.

        Raises:
            CorrectionError: if the name is empty or another one's.
            NotFoundError: if it is gone.
        """
        name = _name(name)
        with self._database.write() as connection:
            entity = _identity(connection, id)
            other = connection.execute(
                "SELECT id FROM entity WHERE kind = ? AND name = ? AND id <> ?", (entity.kind, name, id)
            ).fetchone()
            if other:
                raise CorrectionError(f"Another {entity.kind} is called “{name}”; merge the two instead.")
            means = Identity(entity.kind, entity.key, name)
            _decide(
                connection, f"renamed “{entity.name}” to “{name}”", [_everywhere(connection, entity, means)]
            )

    def merge(self, ids: Iterable[EntityId], into: EntityId) -> None:
        """Let names mean one of them, wherever they are found.

        Raises:
            NotFoundError: if one of them is gone.
        """
        with self._database.write() as connection:
            target = _identity(connection, into)
            merged = [_identity(connection, id) for id in dict.fromkeys(ids) if id != into]
            decided = [_everywhere(connection, each, target) for each in merged]
            # Whoever was merged before the other way round stands for himself again.
            if decision_at(connection, (target.kind, target.key, None, "")):
                decided.append(_everywhere(connection, target, target))
            if merged:
                names = ", ".join(f"“{each.name}”" for each in merged)
                _decide(connection, f"merged {names} into “{target.name}”", decided)

    def change_kind(self, id: EntityId, kind: Kind) -> None:
        """Let somebody or something be of another kind; if there is one of that name, the two become one.

        Raises:
            CorrectionError: if names are not of that kind.
            NotFoundError: if it is gone.
        """
        if not kind.is_name:
            raise CorrectionError(f"A name can't be of the kind “{kind}”.")
        with self._database.write() as connection:
            entity = _identity(connection, id)
            if kind is not entity.kind:
                means = Identity(kind, entity.key, entity.name)
                label = f"changed the kind of “{entity.name}” from {entity.kind} to {kind}"
                _decide(connection, label, [_everywhere(connection, entity, means)])

    def reject(self, id: EntityId) -> None:
        """Take it for no name, wherever it is found.

        Raises:
            NotFoundError: if it is gone.
        """
        with self._database.write() as connection:
            entity = _identity(connection, id)
            decided = [_everywhere(connection, entity, None)]
            _decide(connection, f"took “{entity.name}” for no name", decided)

    def split(
        self, id: EntityId, name: str, *, articles: Sequence[ArticleId] = (), forms: Sequence[str] = ()
    ) -> None:
        """Let a name be somebody or something else in some articles, or where it is written in some way.

        Args:
            id: who or what is split.
            name: who or what it is there; a new one if nobody of that kind is called so.
            articles: where; nothing for everywhere.
            forms: how it is written there; nothing for every form.

        Raises:
            CorrectionError: if it isn't said where, or the name isn't another one.
            NotFoundError: if it is gone.
        """
        name = _name(name)
        forms = [form for each in forms if (form := folded(each))]
        if not articles and not forms:
            raise CorrectionError("Say in which articles, or written in which way, it is another one.")
        with self._database.write() as connection:
            entity = _identity(connection, id)
            if entity.name == name:
                raise CorrectionError("Give the other one another name, so that the two can be told apart.")
            other = connection.execute(
                "SELECT key FROM entity WHERE kind = ? AND name = ?", (entity.kind, name)
            ).fetchone()
            means = Identity(entity.kind, str(other[0]) if other else folded(name) or name, name)
            if means.is_same(entity):
                raise CorrectionError("Give the other one a name that differs by more than marks.")
            decided: _Decided = [
                (place, Decision(kind, key, means, article, form))
                for kind, key in _found_as(connection, id)
                for article in articles or (None,)
                for form in forms or ("",)
                for place in ((kind, key, article, form),)
            ]
            _decide(connection, f"told “{name}” from “{entity.name}”", decided)

    def all(self) -> list[PortableDecision]:
        """Return everything that is decided, so that another library can take it over."""
        with self._database.read() as connection:
            addresses = dict(
                connection.execute(
                    # What has an address on the web is told by that rather than by a number for its text.
                    "SELECT article_id, coalesce(min(iif(address LIKE 'content:%', NULL, address)),"
                    "   min(address)) FROM address"
                    " WHERE article_id IN (SELECT article_id FROM decision) GROUP BY article_id"
                ).fetchall()
            )
            return [
                PortableDecision(each, addresses.get(each.article, "") if each.article else "")
                for each in read_decisions(connection)
            ]

    def take_over(self, decisions: Sequence[PortableDecision]) -> int:
        """Decide as elsewhere, in one step of undo; return for how many the library lacks the article."""
        with self._database.write() as connection:
            decided: _Decided = []
            lacking = 0
            for decision, address in ((each.decision, each.address) for each in decisions):
                article: ArticleId | None = None
                if address:
                    found = connection.execute(
                        "SELECT article_id FROM address WHERE address = ?", (address,)
                    ).fetchone()
                    if found is None:
                        lacking += 1
                        continue
                    article = ArticleId(found[0])
                form = folded(decision.form)
                here = Decision(decision.kind, decision.key, decision.means, article, form)
                if decision_at(connection, here.place) != here:
                    decided.append((here.place, here))
            if decided:
                number = f"{len(decided):,} decision{'' if len(decided) == 1 else 's'}"
                _decide(connection, f"took over {number} about names", decided)
            return lacking


def _name(text: str) -> str:
    """Return a name as it is kept."""
    name = harmless_line(text).strip()
    if not name:
        raise CorrectionError("Give a name that isn't empty.")
    return name


def _identity(connection: sqlite3.Connection, id: EntityId) -> Identity:
    """Return who or what an entity is; raises NotFoundError, and CorrectionError if it is a date or such."""
    found = connection.execute("SELECT kind, key, name FROM entity WHERE id = ?", (id,)).fetchone()
    if found is None or not found[0]:
        raise NotFoundError("No article names that any more.")
    identity = Identity(Kind(found[0]), found[1], found[2])
    if not identity.kind.is_name:
        raise CorrectionError(f"“{identity.name}” is no name but a {identity.kind}.")
    return identity


def _everywhere(
    connection: sqlite3.Connection, entity: Identity, means: Identity | None
) -> tuple[Place, Decision | None]:
    """Return what it takes that an entity means another, or that nothing is decided if it means itself."""
    place: Place = (entity.kind, entity.key, None, "")
    (written,) = connection.execute(
        "SELECT written FROM entity WHERE kind = ? AND key = ?", (entity.kind, entity.key)
    ).fetchone()
    if means and means.is_same(entity) and means.name == written:
        return place, None
    return place, Decision(entity.kind, entity.key, means)


def _found_as(connection: sqlite3.Connection, id: EntityId) -> list[tuple[Kind, str]]:
    """Return as what everything was found that means an entity."""
    found = connection.execute(
        "SELECT kind, key FROM entity WHERE id = ?1"
        " OR id IN (SELECT DISTINCT found FROM mention WHERE entity_id = ?1 AND found IS NOT NULL)",
        (id,),
    )
    return [(Kind(kind), key) for kind, key in found]


def _decide(connection: sqlite3.Connection, label: str, decided: _Decided) -> None:
    """Decide so, as one change that can be undone; if all of that is decided already, nothing is kept."""
    before: dict[Place, Decision | None] = {}
    after: dict[Place, Decision | None] = {}
    waiting = [*reversed(decided), *_by_name(connection, decided)]
    while waiting:
        place, decision = waiting.pop()
        if decision is not None:
            decision = _of_known(connection, decision)
            waiting += _in_consequence(connection, decision)
        before.setdefault(place, decision_at(connection, place))
        after[place] = decision
        write_decision(connection, place, decision)
    if before == after:
        return
    followed = read_followed(connection)
    number = keep_change(connection, label)
    connection.execute(
        "INSERT INTO change_decision VALUES (?, ?, ?)",
        (number, encode_places(before.items()), encode_places(after.items())),
    )
    apply(connection, list(after.items()))
    keep_followed(connection, number, followed)


def _by_name(connection: sqlite3.Connection, decided: _Decided) -> _Decided:
    """Return what it takes that who means one of these by its name only goes on to mean it."""
    places = {place for place, _ in decided}
    kept: _Decided = []
    for kind, key in {(kind, key): None for kind, key, article, form in places if not (article or form)}:
        found = connection.execute(
            "SELECT name FROM entity WHERE kind = ? AND key = ?", (kind, key)
        ).fetchone()
        for waiting in waiting_for(connection, kind, found[0]) if found else ():
            place: Place = (*waiting, None, "")
            if place not in places and decision_at(connection, place) is None:
                kept.append((place, Decision(*waiting, Identity(kind, key, found[0]))))
    return kept


def _of_known(connection: sqlite3.Connection, decision: Decision) -> Decision:
    """Return the decision with the key of what is called so already; what is new is made known."""
    id = entity_id(connection, decision.means)
    if decision.means is None:
        return decision
    (key,) = connection.execute("SELECT key FROM entity WHERE id = ?", (id,)).fetchone()
    return replace(decision, means=replace(decision.means, key=key))


def _in_consequence(connection: sqlite3.Connection, decision: Decision) -> _Decided:
    """Return what else it takes that something is what is decided now, whatever was decided before.

    What it is may have been decided to be that thing itself, everywhere or in some places.
    """
    means = decision.means
    if means is None or decision.article or decision.form or (means.kind, means.key) == decision.place[:2]:
        return []
    undone: _Decided = [
        (each.place, None)
        for each in read_decisions(connection, "kind = ? AND key = ?", (means.kind, means.key))
        if (each.article or each.form)
        and any(step and (step.kind, step.key) == decision.place[:2] for step in steps_from(connection, each))
    ]
    if leads_back(decision, steps_from(connection, decision)):
        (id,) = connection.execute(
            "SELECT id FROM entity WHERE kind = ? AND key = ?", (means.kind, means.key)
        ).fetchone()
        itself = _identity(connection, id)
        undone.append(_everywhere(connection, itself, itself))
    return undone
