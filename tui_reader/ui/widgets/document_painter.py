"""Draws laid out lines: what each character looks like, from its block, its styles, names and hits.

Kinds of names differ in form as well as in hue: a person is underlined, a place twice, an organisation
with dots, another name with dashes; dates, times and amounts are only tinted. The dots are every other
character underlined, the dashes three of four: Rich's styles have no such underlines, and these show in
every terminal, through tmux, and without colour.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar, assert_never

from rich.segment import Segment
from rich.style import Style as Look
from textual.strip import Strip

from tui_reader.highlights import Highlight
from tui_reader.models import Block, BlockKind, Document, Inline, Kind, Mention, Names, Position, Style
from tui_reader.reading.cells import clusters
from tui_reader.reading.find import Place
from tui_reader.reading.foot import FootLine
from tui_reader.reading.lines import HEAD, Line, Role, Run
from tui_reader.reading.scripts import is_made_small
from tui_reader.reading.stretches import Stretches

PARTS = (
    "text",
    "headline",
    "heading",
    "byline",
    "doubt",
    "quote",
    "caption",
    "attribution",
    "image",
    "code",
    "link",
    "ornament",
    "number",
    "highlight",
    "margin",
    "same",
    "selected",
    "match",
    "current",
    *(kind.value for kind in Kind),
)
"""What has a look of its own; in CSS each is a component class, such as `document--headline`."""

LOOKS = """
PageView {
    background: $background;
    color: $text-bright;
    overflow-x: hidden;
    overflow-y: auto;
    scrollbar-size-vertical: 1;

    & > .document--headline { color: $headline; text-style: bold; }
    & > .document--heading { color: $headline; text-style: bold; }
    & > .document--byline { color: $text-dim; }
    & > .document--doubt { color: $failure; }
    & > .document--quote { text-style: italic; }
    & > .document--caption { color: $text-dim; text-style: italic; }
    & > .document--attribution { color: $text-dim; }
    & > .document--image { color: $text-dim; }
    & > .document--code { background: $code-ground; }
    & > .document--link { color: $link; }
    & > .document--ornament { color: $text-dim; }
    & > .document--number { color: $text-dim; }
    & > .document--person { color: $entity-person; }
    & > .document--place { color: $entity-place; }
    & > .document--organisation { color: $entity-organisation; }
    & > .document--other { color: $entity-other; }
    & > .document--date, & > .document--time { color: $entity-date; }
    & > .document--money, & > .document--percent { color: $entity-amount; }
    & > .document--highlight { background: $highlight-ground; }
    & > .document--margin { color: $headline; }
    & > .document--selected { background: $cursor-ground-raised; }
    & > .document--same { background: $selection-ground; text-style: bold; }
    & > .document--match { background: $match-ground; }
    & > .document--current { background: $headline; color: $background; text-style: bold; }

    &:ansi > .document--byline, &:ansi > .document--image { text-style: dim; }
    &:ansi > .document--attribution { text-style: dim; }
    &:ansi > .document--ornament, &:ansi > .document--number { text-style: dim; }
    &:ansi > .document--caption { text-style: dim italic; }
    &:ansi > .document--highlight { text-style: bold; }
    &:ansi > .document--selected { text-style: reverse; }
    &:ansi > .document--match { text-style: bold underline; }
    &:ansi > .document--current { background: ansi_default; color: ansi_default; text-style: reverse; }
}
"""
"""The style sheet of the reading view, for the most part of these."""

_FORMS = {
    # Terminals that don't know the double underline of SGR 21 keep the single one of SGR 4.
    Kind.PERSON: Look(underline=True),
    Kind.PLACE: Look(underline=True, underline2=True),
}
_INLINE_FORMS = {
    Style.EMPHASIS: Look(italic=True),
    Style.STRONG: Look(bold=True),
    Style.STRIKE: Look(strike=True),
}
_DOT = Look(underline=True)
# How often a character has no underline, by kind.
_GAPS = {Kind.ORGANISATION: 2, Kind.OTHER: 4}
_CHOSEN = Look(reverse=True)
_CURSOR = Look(reverse=True)
_BOLD = Look(bold=True)
_ROLES = {
    Role.MARKER: "ornament",
    Role.BAR: "ornament",
    Role.RULE: "ornament",
    Role.TURN: "ornament",
    Role.NUMBER: "number",
    Role.BYLINE: "byline",
    Role.DOUBT: "doubt",
}

Span = tuple[int, int, Look]
"""A stretch of a block's text and what is put on it."""


class DocumentPainter:
    """Turns the lines of one article into strips."""

    def __init__(self, document: Document, names: Names, looks: Mapping[str, Look]) -> None:
        """Sort the names by block; the looks are by the names in PARTS."""
        self._document = document
        self._looks = looks
        self._inlines: dict[int, Stretches[Inline]] = {}
        self._mentions = _by_block(names.mentions)
        self._hits: dict[int, Stretches[Place]] = {}
        self.chosen: Mention | None = None
        """The chosen mention."""
        self.current: Place | None = None
        """The hit that was jumped to."""
        self.selection: tuple[Position, Position, Position] | None = None
        """What is selected, the place after it, and the character that the keys move."""
        self._highlights: dict[int, Stretches[Place]] = {}
        self._noted: set[Position] = set()

    def light(self, hits: Sequence[Place]) -> None:
        """Light these hits instead of any before; none of them is the current one."""
        self.current = None
        self._hits = _by_block(hits)

    def blank(self, width: int) -> Strip:
        """Return an empty line."""
        return Strip.blank(width, self._looks["text"])

    def paint(self, line: Line, left: int, measure: int, width: int) -> Strip:
        """Return the line with space on its left, filled up to the width."""
        block = self._document.blocks[line.block] if line.block != HEAD else None
        base = self._looks["text"]
        ground = base
        if block is not None and block.kind is BlockKind.CODE and not line.is_gap:
            ground = base + self._looks["code"]
        segments = [*self._margin(line, left, base)]
        in_bar = True
        for run in line.runs:
            in_bar = in_bar and run.role is Role.BAR
            if run.role is Role.TEXT:
                segments.extend(self._paint_text(line.block, block, run, ground))
            elif run.role is Role.PAD:
                segments.append(Segment(run.text, ground))
            else:
                segments.append(
                    Segment(run.text, (base if in_bar else ground) + self._looks[_ROLES[run.role]])
                )
        strip = Strip(segments)
        return strip.extend_cell_length(left + measure, ground).extend_cell_length(width, base)

    def mark(self, highlights: Iterable[Highlight]) -> None:
        """Take what is highlighted, instead of anything before; none of it is lost."""
        stretches: list[Place] = []
        self._noted = set()
        for highlight in highlights:
            for block in range(highlight.start.block, highlight.end.block + 1):
                text = self._document.title if block == HEAD else self._document.blocks[block].text
                start, end = highlight.stretch(block, len(text))
                stretches.append(Place(block, start, end))
            if highlight.note:
                self._noted.add(highlight.start)
        self._highlights = _by_block(sorted(stretches))

    def _highlights_over(self, block: int, start: int, end: int) -> Sequence[Place]:
        """Return what is highlighted in a stretch of a block."""
        return self._highlights[block].over(start, end) if block in self._highlights else ()

    def _margin(self, line: Line, left: int, base: Look) -> Iterator[Segment]:
        """Yield the space on the left of a line, with a sign beside highlights and one for a note."""
        runs = [run for run in line.runs if run.role is Role.TEXT]
        is_marked = any(self._highlights_over(line.block, run.start, run.end) for run in runs)
        if not is_marked or left < 2:
            yield Segment(" " * left, base)
            return
        is_noted = any(
            place.block == line.block and run.start <= place.character < run.end
            for place in self._noted
            for run in runs
        )
        yield Segment(" " * (left - 2), base)
        yield Segment("✎" if is_noted else "▎", base + self._looks["margin"])
        yield Segment(" ", base)

    def paint_foot(self, line: FootLine, left: int, width: int) -> Strip:
        """Return a line below the text with space on its left, filled up to the width."""
        base = self._looks["text"]
        parts = [Segment(text, base + self._looks[part]) for text, part in line.parts]
        return Strip([Segment(" " * left, base), *parts]).extend_cell_length(width, base)

    def _paint_text(self, index: int, block: Block | None, run: Run, ground: Look) -> Iterator[Segment]:
        """Yield the segments of a run of text, cut wherever its look changes."""
        base = ground + self._base(block)
        mentions = self._mentions[index].over(run.start, run.end) if index in self._mentions else []
        spans = list(self._spans(index, block, run, mentions))
        edges = {edge for start, end, _ in spans for edge in (start, end) if run.start < edge < run.end}
        cuts = [0, *sorted({_whole(run.text, edge - run.start) for edge in edges}), len(run.text)]
        for start, end in pairwise(cuts):
            if start == end:
                continue
            place = run.start + start
            look = base
            for s, e, added in spans:
                if s <= place < e:
                    look = look + added
            mention = next((m for m in mentions if m.start <= place < m.end), None)
            if mention is None:
                yield Segment(run.text[start:end], look)
            else:
                yield from lit(run.text[start:end], mention.kind, look, place - mention.start)

    def _spans(
        self, index: int, block: Block | None, run: Run, mentions: Sequence[Mention]
    ) -> Iterator[Span]:
        """Yield what is put on stretches of a run, the topmost last."""
        if block is not None:
            if block.kind is BlockKind.TABLE and block.level == 1:
                yield 0, (block.text + "\n").index("\n"), _BOLD
            if index not in self._inlines:
                self._inlines[index] = Stretches(block.inlines)
            for inline in self._inlines[index].over(run.start, run.end):
                yield inline.start, inline.end, self._inline(block, inline)
        for highlight in self._highlights_over(index, run.start, run.end):
            yield highlight.start, highlight.end, self._looks["highlight"]
        for mention in mentions:
            look = self._looks[mention.kind.value]
            if self.chosen is not None and mention.entity == self.chosen.entity:
                look += _CHOSEN if mention == self.chosen else self._looks["same"]
            yield mention.start, mention.end, look
        if self.selection is not None:
            start, end, cursor = self.selection
            if start.block <= index <= end.block:
                first = start.character if index == start.block else 0
                last = end.character if index == end.block else run.end
                yield first, last, self._looks["selected"]
                if index == cursor.block:
                    yield cursor.character, cursor.character + 1, _CURSOR
        if index in self._hits:
            for hit in self._hits[index].over(run.start, run.end):
                yield hit.start, hit.end, self._looks["current" if hit == self.current else "match"]

    def _inline(self, block: Block, inline: Inline) -> Look:
        """Return what a styled stretch of text looks like."""
        if inline.style is Style.LINK:
            return self._looks["link"]
        if inline.style is Style.CODE:
            return self._looks["code"]
        if inline.style in (Style.SUPERSCRIPT, Style.SUBSCRIPT) and not is_made_small(block, inline):
            return self._looks["number"]
        return _INLINE_FORMS.get(inline.style, Look.null())

    def _base(self, block: Block | None) -> Look:
        """Return what the text of a block looks like where nothing else is put on it."""
        if block is None:
            return self._looks["headline"]
        match block.kind:
            case BlockKind.HEADING | BlockKind.CAPTION | BlockKind.ATTRIBUTION:
                return self._looks[block.kind.value]
            case BlockKind.IMAGE | BlockKind.EMBED:
                return self._looks["image"]
            case (
                BlockKind.PARAGRAPH | BlockKind.LIST_ITEM | BlockKind.CODE | BlockKind.TABLE | BlockKind.RULE
            ):
                return self._looks["quote"] if block.quote else Look.null()
            case _:
                assert_never(block.kind)


S = TypeVar("S", Mention, Place)


def _by_block(stretches: Iterable[S]) -> dict[int, Stretches[S]]:
    """Return the stretches of each block."""
    sorted_out: dict[int, list[S]] = defaultdict(list)
    for stretch in stretches:
        sorted_out[stretch.block].append(stretch)
    return {block: Stretches(found) for block, found in sorted_out.items()}


def _whole(text: str, cut: int) -> int:
    """Return the cut, moved on to where it does not split what a reader sees as one character."""
    while cut < len(text) and (
        text[cut] in "\u200d\ufe0f" or text[cut - 1] == "\u200d" or unicodedata.category(text[cut])[0] == "M"
    ):
        cut += 1
    return cut


def lit(text: str, kind: Kind, look: Look, offset: int = 0) -> Iterator[Segment]:
    """Yield a name, or a part of it from an offset on, in the form of its kind."""
    if gap := _GAPS.get(kind):
        for start, end, _ in clusters(text):
            is_gap = (offset + start) % gap == gap - 1
            yield Segment(text[start:end], look if is_gap else look + _DOT)
    else:
        yield Segment(text, look + _FORMS.get(kind, Look.null()))


def selected(strip: Strip, span: tuple[int, int], look: Look) -> Strip:
    """Return a row with a stretch of it selected; a stretch that ends at -1 goes on to the next row."""
    start = strip.index_to_cell_position(span[0])
    end = strip.cell_length if span[1] < 0 else strip.index_to_cell_position(span[1])
    return Strip.join([strip.crop(0, start), strip.crop(start, end).apply_style(look), strip.crop(end)])
