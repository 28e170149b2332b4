"""Text with its names marked in it, "{person:Ana Horvat} lives in {place:Split}", read and written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tui_reader.entities import Span
from tui_reader.models import Block, BlockKind, Document, Kind, Names

_MARK = re.compile(r"\{(?P<kind>[a-z]+):(?P<name>[^}]*)\}")
_UNLIT = "unlit"


def read_marks(marked: str) -> tuple[str, list[Span]]:
    """Return the text without its marks, and the spans that they stood for."""
    text = ""
    spans: list[Span] = []
    position = 0
    for found in _MARK.finditer(marked):
        text += marked[position : found.start()]
        kind = None if found["kind"] == _UNLIT else Kind(found["kind"])
        spans.append(Span(len(text), len(text) + len(found["name"]), kind))
        text += found["name"]
        position = found.end()
    return text + marked[position:], spans


def write_marks(text: str, spans: Iterable[Span]) -> str:
    """Return the text with the spans marked in it."""
    marked = ""
    position = 0
    for span in spans:
        marked += f"{text[position : span.start]}{{{span.kind or _UNLIT}:{text[span.start : span.end]}}}"
        position = span.end
    return marked + text[position:]


def marked_blocks(document: Document, names: Names) -> list[str]:
    """Return the title and the text of each block with the mentions marked in it."""
    return [
        write_marks(text, (Span(m.start, m.end, m.kind) for m in names.mentions if m.block == index))
        for index, text in enumerate([document.title, *(block.text for block in document.blocks)], start=-1)
    ]


def article(title: str, *paragraphs: str, language: str = "en") -> Document:
    """Return a document of paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return Document(title=title, blocks=blocks, language=language)


class ListedNames:
    """A recogniser that knows a list of names and finds each wherever its letters stand."""

    name = "listed"
    language = "en"

    def __init__(self, kinds: Mapping[str, Kind | None]) -> None:
        self.kinds = kinds

    def read(self, text: str) -> Iterator[Span]:
        """Yield every occurrence of every listed name."""
        for name, kind in self.kinds.items():
            for found in re.finditer(re.escape(name), text):
                yield Span(found.start(), found.end(), kind)
