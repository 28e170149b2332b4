"""Turns the flat stretches of a block into properly nested marks, as every text format wants them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tui_reader.models import Block, Inline, Style
from tui_reader.values import replace

Plain = Callable[[str], str]
"""Escapes a run of unmarked text."""
Styled = Callable[[Inline, str], str]
"""Puts the marks of one stretch around its text, which is marked up already."""

_SAFE_TARGET = re.compile(r"(?:https?|mailto):[^\s<>\"]+$", re.IGNORECASE)


def is_safe_target(target: str) -> bool:
    """Whether an address leads to a page or a mailbox, and not to a script or a file."""
    return _SAFE_TARGET.match(target) is not None


def render(text: str, inlines: Sequence[Inline], plain: Plain, styled: Styled) -> str:
    """Return the text with every stretch marked, the inner ones first.

    Stretches that overlap without nesting are cut where they cross, so that marks always close in the
    reverse of the order in which they open. Left out are stretches outside the text, those within one of
    their own style, and links that are not safe to follow.
    """
    fitting = [
        replace(inline, start=max(inline.start, 0), end=min(inline.end, len(text)))
        for inline in inlines
        if max(inline.start, 0) < min(inline.end, len(text))
        and (inline.style is not Style.LINK or is_safe_target(inline.target))
    ]
    return _render(text, 0, len(text), _widest_first(fitting), plain, styled, frozenset())


def cells(row: str, start: int, inlines: Sequence[Inline]) -> Iterator[tuple[str, list[Inline]]]:
    """Yield each cell of a table's row, which begins at `start` in its block, with its own stretches."""
    for cell in row.split("\t"):
        end = start + len(cell)
        yield (
            cell,
            [
                replace(inline, start=inline.start - start, end=inline.end - start)
                for inline in inlines
                if inline.start < end and inline.end > start
            ],
        )
        start = end + 1


def rows(block: Block) -> Iterator[list[tuple[str, list[Inline]]]]:
    """Yield each row of a table as its cells with their stretches."""
    start = 0
    for row in block.text.split("\n"):
        yield list(cells(row, start, block.inlines))
        start += len(row) + 1


def _render(
    text: str,
    start: int,
    end: int,
    inlines: list[Inline],
    plain: Plain,
    styled: Styled,
    open_styles: frozenset[Style],
) -> str:
    """Mark `text[start:end]`, in which all the stretches lie; it nests no deeper than there are styles."""
    parts: list[str] = []
    at = start
    index = 0
    while index < len(inlines):
        outer = inlines[index]
        index += 1
        inner: list[Inline] = []
        crossing: list[Inline] = []
        within = open_styles | {outer.style}
        while index < len(inlines) and inlines[index].start < outer.end:
            inline = inlines[index]
            index += 1
            if inline.style not in within:
                inner.append(replace(inline, end=min(inline.end, outer.end)))
            if inline.end > outer.end:
                crossing.append(replace(inline, start=outer.end))
        marked = _render(text, outer.start, outer.end, inner, plain, styled, within)
        parts += (plain(text[at : outer.start]), styled(outer, marked))
        at = outer.end
        if crossing:
            inlines, index = _widest_first(crossing + inlines[index:]), 0
    parts.append(plain(text[at:end]))
    return "".join(parts)


def _widest_first(inlines: list[Inline]) -> list[Inline]:
    """Order by start; where several start together the widest comes first, and code is the innermost."""
    return sorted(inlines, key=lambda inline: (inline.start, -inline.end, inline.style is Style.CODE))
