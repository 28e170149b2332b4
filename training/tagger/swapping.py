"""Swaps the names of a lesson for others of their kind, so that the network learns places, not words."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from training.tagger.lessons import Lesson
from training.tagger.tags import tags_of
from tui_reader.values import replace

Pools = Mapping[str, Sequence[tuple[str, ...]]]
"""For each label, names as tokens."""
_SWAPPED = ("PER", "LOC", "ORG")
TEAM = "team"
"""In pools: towns that lend teams their name."""
_TEAMS_SHARE = 0.6
"""Share of the teams that go by a town's name that are swapped, so that no town is learnt as a team."""
_SHORT_FORM = 5
"""Letters of a name in capitals that is one by itself, not a name in a line of capitals."""


def pools(lessons: Iterable[Lesson], teams: Iterable[tuple[str, ...]] = ()) -> Pools:
    """Gather the names of lessons, each once, and the towns that lend teams their name."""
    found: dict[str, dict[tuple[str, ...], None]] = {label: {} for label in _SWAPPED}
    for lesson in lessons:
        for first, last, label in lesson.names:
            name = lesson.forms[first : last + 1]
            if label in found and name[0][:1].isupper():
                found[label][name] = None
    return {**{label: tuple(names) for label, names in found.items()}, TEAM: tuple(teams)}


def swapped(lesson: Lesson, names: Pools, share: float, chance: random.Random) -> Lesson:
    """Return the lesson with this share of its names swapped, all mentions of one alike."""
    others = _others(lesson, names, share, chance)
    if not others:
        return lesson
    forms: list[str] = []
    targets: list[np.ndarray] = []
    places: list[tuple[int, int, str]] = []
    start = 0
    for first, last, label in lesson.names:
        forms += lesson.forms[start:first]
        targets.append(lesson.targets[start:first])
        name = lesson.forms[first : last + 1]
        other = others.get((label, name), name)
        places.append((len(forms), len(forms) + len(other) - 1, label))
        forms += other
        if other is name:
            targets.append(lesson.targets[first : last + 1])
        else:
            targets.append(np.eye(lesson.targets.shape[1], dtype=np.float16)[tags_of(label, len(other))])
        start = last + 1
    forms += lesson.forms[start:]
    targets.append(lesson.targets[start:])
    return replace(lesson, forms=tuple(forms), targets=np.concatenate(targets), names=tuple(places))


def _others(
    lesson: Lesson, names: Pools, share: float, chance: random.Random
) -> dict[tuple[str, tuple[str, ...]], tuple[str, ...]]:
    """Choose what each name becomes: the parts of a person's name become parts of the same other name."""
    present = {(label, lesson.forms[first : last + 1]) for first, last, label in lesson.names}
    others: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    parts: dict[str, str] = {}
    teams = set(names.get(TEAM, ()))
    for label, name in sorted(present, key=lambda each: (-len(each[1]), each)):
        if label == "ORG" and tuple(word.title() for word in name) in teams:
            if chance.random() < _TEAMS_SHARE:
                others[label, name] = _as_written(name, chance.choice(names[TEAM]))
            continue
        if not names.get(label):
            continue
        if label == "PER" and len(name) == 1:
            if name[0] in parts:
                others[label, name] = (parts[name[0]],)
            continue
        if chance.random() < share:
            other = chance.choice(names[label])
            for _ in range(6):
                if (len(other) == 1) == (len(name) == 1):
                    break
                other = chance.choice(names[label])
            others[label, name] = other = _as_written(name, other)
            if label == "PER" and len(other) > 1:
                parts[name[-1]], parts[name[0]] = other[-1], other[0]
    return others


def _as_written(name: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the other name, in capitals if the name is in capitals and is no short form."""
    letters = "".join(name)
    if letters.isupper() and (len(name) > 1 or len(letters) > _SHORT_FORM):
        return tuple(word.upper() for word in other)
    return other
