"""Writes what the user has highlighted: marks in a text, lists of highlights, and their JSON objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui_reader.export.record import record, timestamp
from tui_reader.harmless import harmless, harmless_line
from tui_reader.highlights import Highlight, Highlighted
from tui_reader.models import Block, Inline, Style
from tui_reader.values import replace


def highlight_record(highlight: Highlight) -> dict[str, object]:
    """Return the fields of a highlight, harmless to print; README documents the keys."""
    return {
        "highlight": highlight.id,
        "quote": harmless(highlight.words),
        "note": harmless_line(highlight.note),
        "made": timestamp(highlight.made),
        "lost": highlight.is_lost,
        "block": highlight.start.block,
        "character": highlight.start.character,
        "end_block": highlight.end.block,
        "end_character": highlight.end.character,
    }


def highlighted_record(found: Highlighted) -> dict[str, object]:
    """Return the fields of a highlight and of its article."""
    return {**record(found.row), **highlight_record(found.highlight)}


def label(highlight: Highlight) -> str:
    """Return what a note is called where the notes of several articles may stand in one file."""
    return f"{highlight.article}-{highlight.id}"


def with_marks(blocks: Sequence[Block], highlights: Iterable[Highlight]) -> tuple[Block, ...]:
    """Return the blocks with what is highlighted as stretches of them; the last one refers to the note."""
    marked = list(blocks)
    for highlight in highlights:
        for index in range(max(highlight.start.block, 0), min(highlight.end.block + 1, len(marked))):
            block = marked[index]
            start, end = highlight.stretch(index, len(block.text))
            if start < end and block.kind.is_told:
                is_last = index == highlight.end.block and highlight.note
                mark = Inline(start, end, Style.MARK, label(highlight) if is_last else "")
                inlines = sorted([*block.inlines, mark], key=lambda inline: inline.start)
                marked[index] = replace(block, inlines=tuple(inlines))
    return tuple(marked)


def ends_of_marks(inlines: Iterable[Inline]) -> dict[str, int]:
    """Return where each mark with a note ends, as crossing stretches may cut it into several."""
    return {inline.target: inline.end for inline in inlines if inline.style is Style.MARK and inline.target}


def by_article(found: Iterable[Highlighted]) -> Iterator[list[Highlighted]]:
    """Yield those that stand together by article."""
    together: list[Highlighted] = []
    for each in found:
        if together and together[0].row.id != each.row.id:
            yield together
            together = []
        together.append(each)
    if together:
        yield together
