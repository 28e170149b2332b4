"""Sets one block of an article into lines: indents, bars, bullets, grounds, and what stands in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import assert_never

from tui_reader.models import Block, BlockKind, Style
from tui_reader.reading.cells import clusters, is_simple, width
from tui_reader.reading.lines import Role, Run
from tui_reader.reading.setting import Numbers, set_text
from tui_reader.reading.tables import set_table

CODE_MARGIN = 2
"""Cells of ground on either side of a code listing."""
TAB = 4
"""Cells between two tab stops of a code listing."""
TURN_SIGN = "↪ "
"""Stands before a line of code that goes on from the one above."""
IMAGE_SIGN = "▨ "
"""Stands before the description of an image."""
EMBED_SIGN = "▷ "
"""Stands before the name of what only a browser can show."""
DASH = "— "
"""Stands before the name of whoever is quoted."""
BAR = "▎ "
"""Stands beside a quotation, once for each that it is nested in."""
ORNAMENT = "·   ·   ·"
"""Stands for a rule between two parts."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")


def set_block(
    block: Block, text: str, measure: int, numbers: Numbers = (), marker: str = ""
) -> list[tuple[Run, ...]]:
    """Return the lines of a block, none wider than the measure.

    Args:
        block: The block.
        text: Its text as it may be drawn, character for character.
        measure: Cells from the left edge of the text to the right one, at least 10.
        numbers: Where the numbers of its links stand.
        marker: For a further paragraph of a list item, the marker of its first.
    """
    bars = (Run(BAR * min(block.quote, measure // 4 // len(BAR)), Role.BAR),) if block.quote else ()
    first, rest = _indent(block, marker, measure // 2)
    inner = measure - sum(width(run.text) for run in (*bars, *first))
    match block.kind:
        case BlockKind.CODE:
            lines = _set_code(text, inner)
        case BlockKind.TABLE:
            lines = set_table(text, block.level == 1, inner, numbers)
        case BlockKind.RULE:
            ornament = ORNAMENT if len(ORNAMENT) <= inner else ORNAMENT[0]
            lines = [(Run(" " * ((inner - len(ornament)) // 2)), Run(ornament, Role.RULE))]
        case BlockKind.IMAGE if not text:
            lines = [(Run("image", Role.MARKER),)]
        case (
            BlockKind.PARAGRAPH
            | BlockKind.HEADING
            | BlockKind.LIST_ITEM
            | BlockKind.IMAGE
            | BlockKind.CAPTION
            | BlockKind.EMBED
            | BlockKind.ATTRIBUTION
        ):
            lines = set_text(text, 0, len(text), inner, numbers)
        case _:
            assert_never(block.kind)
    is_mirrored = block.kind not in (BlockKind.CODE, BlockKind.TABLE) and is_right_to_left(text)
    set_lines = []
    for index, runs in enumerate(lines):
        lead = (*bars, *(rest if index else first))
        set_lines.append(_mirror(lead, runs, measure) if is_mirrored else (*lead, *runs))
    return set_lines


def set_gap(above: Block, below: Block, measure: int) -> tuple[Run, ...] | None:
    """Return the runs of the blank line between two blocks; None if they stand close together."""
    if is_close(above, below):
        return None
    shared = min(above.quote, below.quote, measure // 4 // len(BAR))
    return (Run((BAR * shared).rstrip(), Role.BAR),) if shared else ()


def is_close(above: Block, below: Block) -> bool:
    """Whether no blank line stands between two blocks.

    The items of a list do not have one, unless one has several paragraphs; nor do an image and its caption,
    a quotation and whose it is, or a term and what it means.
    """
    if below.kind is BlockKind.CAPTION and above.kind in (BlockKind.IMAGE, BlockKind.EMBED):
        return True
    if below.kind is BlockKind.ATTRIBUTION and above.kind is not BlockKind.RULE:
        return above.quote >= below.quote > 0
    if below.kind is BlockKind.LIST_ITEM and not below.marker and above.kind is BlockKind.PARAGRAPH:
        return _is_strong(above)
    return above.kind is below.kind is BlockKind.LIST_ITEM and bool(above.marker and below.marker)


def _is_strong(block: Block) -> bool:
    """Whether all of the block is set in bold, as a term is that is explained below."""
    whole = len(block.text)
    return any(i.style is Style.STRONG and i.start == 0 and i.end == whole for i in block.inlines)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((d for d in directions if d in ("L", "R", "AL")), "L") != "L"


def _indent(block: Block, marker: str, most: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return what stands before the block's first line, and as wide before the others."""
    match block.kind:
        case BlockKind.IMAGE:
            return _hanging(IMAGE_SIGN)
        case BlockKind.EMBED:
            return _hanging(EMBED_SIGN)
        case BlockKind.ATTRIBUTION:
            return _hanging(DASH)
        case BlockKind.CAPTION:
            pad = (Run(" " * width(IMAGE_SIGN)),)
            return pad, pad
        case BlockKind.LIST_ITEM:
            sign = block.marker or marker
            field = max(width(sign) + 1, 4 if sign.endswith(".") else 2)
            nest = min(2 * max(block.level - 1, 0), max(most - field, 0))
            if field > most:
                return (), ()
            pad = (Run(" " * (nest + field)),)
            shown = " " * (nest + field - 1 - width(sign)) + sign + " "
            return ((Run(shown, Role.MARKER),) if block.marker else pad), pad
    return (), ()


def _hanging(sign: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return a sign before the first line, and space as wide before the others."""
    return (Run(sign, Role.MARKER),), (Run(" " * width(sign)),)


def _mirror(lead: Sequence[Run], runs: Sequence[Run], measure: int) -> tuple[Run, ...]:
    """Return a line that ends at the right edge, with what led it at its end."""
    spare = measure - sum(width(run.text) for run in (*lead, *runs))
    turned = (Run(run.text[::-1], run.role) for run in reversed(lead))
    pad = (Run(" " * spare),) if spare > 0 else ()
    return (*pad, *runs, *turned)


def _set_code(text: str, measure: int) -> list[tuple[Run, ...]]:
    """Return the lines of a listing with all their white space; a line that is too long goes on below."""
    margin = Run(" " * CODE_MARGIN)
    inner = max(measure - 2 * CODE_MARGIN, 4)
    lines: list[tuple[Run, ...]] = []
    start = 0
    for line in text.split("\n"):
        for index, runs in enumerate(_set_code_line(line, start, inner)):
            turn = (Run(TURN_SIGN, Role.TURN),) if index else ()
            lines.append((margin, *turn, *runs))
        start += len(line) + 1
    return lines


def _set_code_line(line: str, start: int, room: int) -> list[tuple[Run, ...]]:
    """Return one line of a listing in as many parts as it takes, tabs filled up to the next stop."""
    if "\t" not in line and is_simple(line):
        return _chop_simple(line, start, room)
    parts: list[tuple[Run, ...]] = []
    runs: list[Run] = []
    cells = column = 0
    for s, e, wide in _clusters_and_tabs(line):
        is_tab = line[s] == "\t"
        taken = TAB - column % TAB if is_tab else wide
        if cells + taken > room and runs:
            parts.append(tuple(runs))
            runs, cells = [], 0
            room -= len(TURN_SIGN) if len(parts) == 1 else 0
        shown = " " * (e - s) if is_tab else line[s:e]
        last = runs[-1] if runs else None
        if last is not None and last.role is Role.TEXT and last.end == start + s:
            runs[-1] = Run(last.text + shown, Role.TEXT, last.start)
        else:
            runs.append(Run(shown, Role.TEXT, start + s))
        if is_tab and taken > 1:
            runs.append(Run(" " * (taken - 1)))
        cells, column = cells + taken, column + taken
    return [*parts, tuple(runs) or (Run("", Role.TEXT, start),)]


def _clusters_and_tabs(line: str) -> Iterator[tuple[int, int, int]]:
    """Yield what a reader sees as one character, and tabs, which without a width count as parts of one."""
    start = 0
    for index, part in enumerate(line.split("\t")):
        if index:
            yield start - 1, start, 0
        for s, e, wide in clusters(part):
            yield start + s, start + e, wide
        start += len(part) + 1


def _chop_simple(line: str, start: int, room: int) -> list[tuple[Run, ...]]:
    """Return one line of a listing, all of whose characters are one cell wide, in parts."""
    cuts = [0, *range(room, len(line), room - len(TURN_SIGN)), len(line)]
    return [(Run(line[s:e], Role.TEXT, start + s),) for s, e in pairwise(cuts)]
