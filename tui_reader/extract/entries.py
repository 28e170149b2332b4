"""Entries of live blogs: each begins with its time, as a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.models import Block, BlockKind
from tui_reader.values import replace

_HOUR = r"(?:[01]?\d|2[0-3])"
_HALF = r"(?i:\s?[ap]\.?\s?m\b\.?)"
_ZONE = r"(?:\s\(?[A-Z]{2,5}\)?|\s?Uhr\b|\s?h\b)"
# A full stop may part pounds from pence too, so what is behind it has to say that it is a time.
_CLOCK = (
    rf"(?:{_HOUR}:[0-5]\d(?::[0-5]\d)?{_HALF}?{_ZONE}?|{_HOUR}\.[0-5]\d(?:{_HALF}{_ZONE}?|{_ZONE})"
    rf"|{_HOUR}\s?h\s?[0-5]\d|{_HOUR}{_HALF}{_ZONE}?)"
)
_TIME = re.compile(rf"\W*(?:[^\W\d]+\.?\s)?{_CLOCK}\W*")
_LEAST = 3
"""Times that stand alone from which a text is a live blog or a timetable."""
_LEVEL = 3


def is_clock(text: str) -> bool:
    """Whether the text is a time of the day and no more."""
    return bool(_TIME.fullmatch(text))


def with_times(blocks: Sequence[Block]) -> list[Block]:
    """Make a heading of each time that stands alone, together with the headline behind or before it."""
    times = {place for place, block in enumerate(blocks) if _is_time(block)}
    if len(times) < _LEAST:
        return list(blocks)
    behind = sum(_is_heading(blocks, place + 1) for place in times)
    before = sum(_is_heading(blocks, place - 1) for place in times)
    found: list[Block] = []
    is_item = False
    for place, block in enumerate(blocks):
        is_item = is_item and block.kind is BlockKind.LIST_ITEM and not block.marker
        if place in times:
            is_item = block.kind is BlockKind.LIST_ITEM
            if before > behind and found and found[-1].kind is BlockKind.HEADING:
                found[-1] = _headed(block, found[-1])
            elif behind < before or not _is_heading(blocks, place + 1):
                found.append(Block(BlockKind.HEADING, block.text, block.inlines, _LEVEL, block.quote))
        elif behind >= before and place - 1 in times and block.kind is BlockKind.HEADING:
            found.append(_headed(blocks[place - 1], block))
        else:
            found.append(replace(block, kind=BlockKind.PARAGRAPH, level=0) if is_item else block)
    return found


def _is_time(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and is_clock(block.text)


def _is_heading(blocks: Sequence[Block], place: int) -> bool:
    return 0 <= place < len(blocks) and blocks[place].kind is BlockKind.HEADING


def _headed(time: Block, heading: Block) -> Block:
    """Return the heading with the time before it."""
    lead = f"{time.text} — "
    inlines = tuple(replace(i, start=i.start + len(lead), end=i.end + len(lead)) for i in heading.inlines)
    return replace(heading, text=lead + heading.text, inlines=inlines)
