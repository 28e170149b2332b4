"""Selects a stretch of an article by the motions of vim; the character at the cursor belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import takewhile

from tui_reader.models import Document, Position
from tui_reader.reading.cells import clusters, is_simple
from tui_reader.reading.layout import Layout
from tui_reader.reading.lines import HEAD, Line, Role
from tui_reader.sentences import sentence_ends
from tui_reader.values import replace, value

_WORD = re.compile(r"\w+|[^\w\s]+")


class Motion(StrEnum):
    """How the cursor of a selection is moved; what ends at the end of a paragraph goes on in the next."""

    LEFT = "left"
    RIGHT = "right"
    WORD = "word"
    """To the beginning of the next word."""
    WORD_END = "word-end"
    WORD_BACK = "word-back"
    SENTENCE = "sentence"
    """To the end of the sentence, and from there to that of the next."""
    SENTENCE_BACK = "sentence-back"
    PARAGRAPH = "paragraph"
    """To the end of the paragraph, and from there to that of the next."""
    PARAGRAPH_BACK = "paragraph-back"
    LINE_START = "line-start"
    LINE_END = "line-end"
    DOWN = "down"
    UP = "up"
    TOP = "top"
    BOTTOM = "bottom"


@value
class Selection:
    """A stretch from one character to another, either of which may come first."""

    anchor: Position
    """The end that stays where it is."""
    cursor: Position
    """The end that moves."""
    column: int = -1
    """The cell that going up and down holds on to; -1 for the one of the cursor."""

    @property
    def swapped(self) -> Selection:
        """The same stretch with the other end to be moved."""
        return Selection(self.cursor, self.anchor)


def span(document: Document, selection: Selection) -> tuple[Position, Position]:
    """Return the first character's place and the one after the last."""
    first, last = sorted((selection.anchor, selection.cursor))
    return first, Position(last.block, _after(_text(document, last.block), last.character))


def moved(layout: Layout, selection: Selection, motion: Motion) -> Selection:
    """Return the selection with its cursor moved as far as there is text."""
    cursor = selection.cursor
    if motion in (Motion.UP, Motion.DOWN):
        line = layout.lines[layout.line_at(cursor)]
        column = selection.column if selection.column >= 0 else _cell(line, cursor.character)
        place = _beside(layout, cursor, 1 if motion is Motion.DOWN else -1, column)
        return replace(selection, cursor=place or cursor, column=column)
    if motion in (Motion.LINE_START, Motion.LINE_END):
        place = _line_edge(layout, cursor, motion is Motion.LINE_START)
    else:
        place = _moved(layout.document, cursor, motion)
    return Selection(selection.anchor, place or cursor)


def sentence(document: Document, place: Position) -> tuple[Position, Position]:
    """Return the sentence that holds a character: its place, and the one after its last."""
    start, end = sentence_ends(_text(document, place.block), place.character, place.character + 1)
    return Position(place.block, start), Position(place.block, end)


def paragraph(document: Document, place: Position) -> tuple[Position, Position] | None:
    """Return the block in that place, or the next one with text in it; None if there is none."""
    block = place.block if _has_text(document, place.block) else _next_block(document, place.block, 1)
    return None if block is None else (Position(block), Position(block, len(_text(document, block))))


def _text(document: Document, block: int) -> str:
    """Return the text of a block, or the title."""
    return document.title if block == HEAD else document.blocks[block].text


def _has_text(document: Document, block: int) -> bool:
    """Whether there is anything to select in a block."""
    is_told = block == HEAD or document.blocks[block].kind.is_told
    return is_told and not _text(document, block).isspace() and _text(document, block) != ""


def _next_block(document: Document, block: int, direction: int) -> int | None:
    """Return the next block with text in it, or the one before; None if there is none."""
    end = len(document.blocks) if direction > 0 else HEAD - 1
    return next((i for i in range(block + direction, end, direction) if _has_text(document, i)), None)


def _moved(document: Document, place: Position, motion: Motion) -> Position | None:
    """Return where a motion within the text leads; None if there is nothing that way."""
    if motion in (Motion.TOP, Motion.BOTTOM):
        edge, way = (HEAD, 1) if motion is Motion.TOP else (len(document.blocks), -1)
        block = _next_block(document, edge, way)
        return None if block is None else _edge(document, block, is_end=motion is Motion.BOTTOM)
    is_forward = motion in (Motion.RIGHT, Motion.WORD, Motion.WORD_END, Motion.SENTENCE, Motion.PARAGRAPH)
    block = place.block
    # Before the first character of the next block, or after the last one of the block before.
    character = place.character
    while True:
        text = _text(document, block)
        stops = [_snapped(text, stop) for stop in _stops(text, motion, character)]
        found = [stop for stop in stops if (stop > character if is_forward else stop < character)]
        if found:
            return Position(block, min(found) if is_forward else max(found))
        following = _next_block(document, block, 1 if is_forward else -1)
        if following is None:
            return None
        block = following
        character = -1 if is_forward else len(_text(document, block))


def _stops(text: str, motion: Motion, character: int) -> Iterator[int]:
    """Yield the places in a block where a motion can lead from a character, the nearest among them."""
    match motion:
        case Motion.RIGHT:
            yield _after(text, character) if character >= 0 else 0
        case Motion.LEFT:
            if character > 0:
                yield character - 1
        case Motion.WORD | Motion.WORD_BACK:
            yield from (match.start() for match in _WORD.finditer(text))
        case Motion.WORD_END:
            yield from (match.end() - 1 for match in _WORD.finditer(text))
        case Motion.SENTENCE:
            here = max(character, 0)
            yield sentence_ends(text, here, here + 1)[1] - 1
            following = here + 1 + sum(1 for _ in takewhile(str.isspace, text[here + 1 :]))
            if following < len(text):
                yield sentence_ends(text, following, following + 1)[1] - 1
        case Motion.SENTENCE_BACK:
            here = min(character, len(text) - 1)
            yield sentence_ends(text, here, here + 1)[0]
            before = len(text[:here].rstrip()) - 1
            if before >= 0:
                yield sentence_ends(text, before, before + 1)[0]
        case Motion.PARAGRAPH:
            yield len(text) - 1
        case Motion.PARAGRAPH_BACK:
            yield 0


def _edge(document: Document, block: int, *, is_end: bool) -> Position:
    """Return the first character of a block, or its last."""
    text = _text(document, block)
    return Position(block, _snapped(text, len(text) - 1) if is_end else 0)


def _snapped(text: str, character: int) -> int:
    """Return where what a reader sees as one character begins; beyond the text, there is none."""
    if not 0 <= character < len(text) or is_simple(text):
        return character if character < len(text) else -1
    return next(start for start, end, _ in clusters(text) if start <= character < end)


def _after(text: str, character: int) -> int:
    """Return where what a reader sees as one character ends."""
    if is_simple(text):
        return min(character + 1, len(text))
    return next((end for start, end, _ in clusters(text) if start <= character < end), len(text))


def _cell(line: Line, character: int) -> int:
    """Return the cell in which a character is drawn."""
    column = 0
    for run in line.runs:
        for start, end, wide in clusters(run.text):
            if run.role is Role.TEXT and run.start + start <= character < run.start + end:
                return column
            column += wide
    return column


def _characters(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the cell and the offset of each character of the block on a line."""
    column = 0
    for run in line.runs:
        for start, _, wide in clusters(run.text):
            if run.role is Role.TEXT:
                yield column, run.start + start
            column += wide


def _beside(layout: Layout, place: Position, direction: int, column: int) -> Position | None:
    """Return the character in a cell of the line below or above, or the nearest to it."""
    number = layout.line_at(place) + direction
    while number >= 0:
        layout.extend(number + 1)
        if number >= len(layout.lines):
            return None
        line = layout.lines[number]
        if _has_text(layout.document, line.block) and (characters := list(_characters(line))):
            _, character = min(characters, key=lambda each: abs(each[0] - column))
            return Position(line.block, character)
        number += direction
    return None


def _line_edge(layout: Layout, place: Position, is_start: bool) -> Position | None:
    """Return the first character on the line of a place, or the last that is no space."""
    line = layout.lines[layout.line_at(place)]
    text = _text(layout.document, line.block)
    shown = [character for _, character in _characters(line) if not text[character].isspace()]
    if not shown:
        return None
    return Position(line.block, min(shown) if is_start else max(shown))
