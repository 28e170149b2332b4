"""The names of an article in the order of its text, and how each is spread over it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from tui_reader.models import Document, Entity, Kind, Mention, Names, Position
from tui_reader.values import value

PARTS = 8
"""Into how many parts the spread of a name divides the text."""
FEW = 4
"""Mentions in one part up to which the bars don't grow to full height, so that a single one stays low."""

_LEVELS = " ▁▂▃▄▅▆▇"


@value
class Listed:
    """A name as the who's-who panel lists it."""

    index: int
    """Index into the article's entities."""
    entity: Entity
    """Who or what it is."""
    spread: str
    """One bar for each eighth of the text, as high as the name is frequent there."""


def mention_at(names: Names, position: Position) -> int | None:
    """Return the index of the mention that covers the position."""
    index = bisect_right(names.mentions, position, key=_position) - 1
    if index < 0:
        return None
    mention = names.mentions[index]
    covers = mention.block == position.block and position.character < mention.end
    return index if covers else None


def step(names: Names, position: Position, direction: int, *, entity: int | None = None) -> int | None:
    """Return the index of the next mention of a name after the position, or of the last before it.

    With an entity, only its mentions count, and the search goes around the ends; dates, times and
    amounts are passed over unless they are that entity. None if there is no such mention.
    """
    mentions = names.mentions
    if direction > 0:
        start = bisect_right(mentions, position, key=_position)
        order: Iterable[int] = chain(range(start, len(mentions)), range(start))
        ahead = len(mentions) - start
    else:
        start = bisect_left(mentions, position, key=_position)
        order = chain(range(start - 1, -1, -1), range(len(mentions) - 1, start - 1, -1))
        ahead = start
    if entity is None:
        return next((index for index in islice(order, ahead) if mentions[index].kind.is_name), None)
    return next((index for index in order if mentions[index].entity == entity), None)


def who_is_who(document: Document, names: Names) -> list[tuple[Kind, list[Listed]]]:
    """Return each name once, by kind, the most frequent first; kinds without any are left out."""
    spreads = _spreads(document, names)
    groups: list[tuple[Kind, list[Listed]]] = []
    for kind in Kind:
        members = [
            Listed(index, entity, spreads[index])
            for index, entity in enumerate(names.entities)
            if entity.kind is kind
        ]
        if members:
            groups.append((kind, sorted(members, key=lambda listed: -listed.entity.count)))
    return groups


def _spreads(document: Document, names: Names) -> list[str]:
    """Return the bars of every entity; the highest stands for the densest part of the most frequent name."""
    starts = [0]
    for block in document.blocks:
        starts.append(starts[-1] + len(block.text) + 1)
    counts = [[0] * PARTS for _ in names.entities]
    for mention in names.mentions:
        counts[mention.entity][_part(mention, starts)] += 1
    most = max((count for parts in counts for count in parts), default=0)
    return ["".join(_bar(count, max(most, FEW)) for count in parts) for parts in counts]


def _position(mention: Mention) -> Position:
    """Return where a mention begins."""
    return Position(mention.block, mention.start)


def _part(mention: Mention, starts: Sequence[int]) -> int:
    """Return which part of the text a mention stands in; the title counts to the first."""
    offset = 0 if mention.block < 0 else starts[mention.block] + mention.start
    return min(PARTS * offset // max(starts[-1], 1), PARTS - 1)


def _bar(count: int, most: int) -> str:
    """Return a bar for the count, the full one for the most."""
    return _LEVELS[-(-count * (len(_LEVELS) - 1) // most)]
