"""Finds a place of an article again after its page has been cleaned anew."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.models import Block, Position


def carried_over(place: Position, old: Sequence[Block], new: Sequence[Block]) -> Position:
    """Return where a place of the old text stands in the new one.

    The block with the same text is the one that is meant, or the first after it that is still there, or the
    last before it; if the texts have nothing in common, it is the block that lies as far down.
    """
    if place <= Position() or place.block >= len(old) or not new:
        return place
    indexes: dict[str, list[int]] = {}
    for index, block in enumerate(new):
        if block.text:
            indexes.setdefault(block.text, []).append(index)
    for at in (*range(place.block, len(old)), *range(place.block - 1, -1, -1)):
        if same := indexes.get(old[at].text):
            nearest = min(same, key=lambda index: abs(index - at))
            return Position(nearest, place.character if at == place.block else 0)
    return Position(place.block * len(new) // len(old), 0)
