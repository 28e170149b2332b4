"""Reads plain text: a headline, and paragraphs that may have been wrapped at a fixed width."""

from __future__ import annotations

import re

from tui_reader.extract.titles import is_same_title, shortened
from tui_reader.harmless import harmless
from tui_reader.models import Block, BlockKind

LONGEST_TITLE = 200
"""Characters that a first line may have and still be the headline."""
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_MARKED_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t]*#*")
WRAPPED_LINE = range(45, 121)
"""Lengths between which the lines of a paragraph have been broken by a program rather than by its writer."""


def read_plain(text: str) -> tuple[str, tuple[Block, ...]]:
    """Return the headline and the blocks of a text; a text without one gets its first words as headline."""
    parts = [block for part in _parts(text) for block in _blocks(part)]
    if not parts:
        return "", ()
    first, *rest = parts
    is_headline = "\n" not in first.text and len(first.text) <= LONGEST_TITLE
    if not is_headline or not rest:
        return shortened(first.text, 80), tuple(parts)
    while rest and is_same_title(rest[0].text, first.text):
        rest.pop(0)
    return first.text, tuple(rest) or (first,)


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return a text without headline as blocks."""
    return tuple(block for part in _parts(text) for block in _blocks(part))


def _parts(text: str) -> list[str]:
    """Part the text at its blank lines."""
    lines = harmless(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")).expandtabs(4)
    return [part for part in _BLANK_LINES.split(lines) if part.strip()]


def _blocks(part: str) -> list[Block]:
    """Return a stretch between blank lines as one block, or as one a line if its lines are paragraphs."""
    lines = [line.rstrip() for line in part.split("\n") if line.strip()]
    if len(lines) == 1 and (heading := _MARKED_HEADING.fullmatch(lines[0].strip())):
        return [Block(BlockKind.HEADING, heading[2], level=len(heading[1]))]
    if any(len(line) >= WRAPPED_LINE.stop for line in lines):
        return [Block(BlockKind.PARAGRAPH, line.strip()) for line in lines]
    if all(len(line) in WRAPPED_LINE for line in lines[:-1]):
        return [Block(BlockKind.PARAGRAPH, " ".join(line.strip() for line in lines))]
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    return [Block(BlockKind.PARAGRAPH, "\n".join(line[margin:] for line in lines))]
