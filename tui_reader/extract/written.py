"""Reads plain text without changing it: as blocks, and where in the text each of their lines stands.

The blocks are those of `plain`, but that nothing is left out, so that any place in them has one in the text.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import accumulate, groupby

from tui_reader.errors import ExtractError
from tui_reader.extract.detection import detected, in_pairs
from tui_reader.extract.language import language_of
from tui_reader.extract.plain import LONGEST_TITLE, WRAPPED_LINE
from tui_reader.extract.titles import is_same_title
from tui_reader.models import Block, BlockKind, Document, Mention, Names
from tui_reader.values import replace, value

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# UTF-32 of the one kind begins as UTF-16 does.
_WIDEST_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_LINE = re.compile(r"[^\r\n\f]*(?:\r\n|[\r\n\f]|$)")
_ENDS_SENTENCE = re.compile(r"[.,;:][\"'”’)]?$")


@value
class _Line:
    """A line of the text without the space around it."""

    start: int
    """Where it starts in the text."""
    text: str


@value
class _Piece:
    """Lines that are one block."""

    text: str
    """The lines with one character between them."""
    starts: tuple[int, ...]
    """Where each line starts in the block."""
    places: tuple[int, ...]
    """Where each line starts in the whole text."""

    def place(self, offset: int) -> int:
        """Return where in the whole text a character of the block stands."""
        index = bisect_right(self.starts, offset) - 1
        return self.places[index] + offset - self.starts[index]


def _piece(lines: Sequence[_Line], between: str = "\n") -> _Piece:
    starts = accumulate((len(line.text) + 1 for line in lines[:-1]), initial=0)
    text = between.join(line.text for line in lines)
    return _Piece(text, tuple(starts), tuple(line.start for line in lines))


@value
class Written:
    """A plain text and what is to be read of it."""

    text: str
    """All of it, as it was decoded."""
    document: Document
    """Its headline, if its first line reads like one, and its blocks."""
    pieces: tuple[_Piece, ...]
    """Where these stand in the text; the headline comes first."""

    def placed(self, names: Names) -> Names:
        """Return names that were found in the document with their places in the text, as its only block."""
        first = 1 if self.document.title else 0
        return replace(
            names, mentions=tuple(self._placed(m, self.pieces[m.block + first]) for m in names.mentions)
        )

    def _placed(self, mention: Mention, piece: _Piece) -> Mention:
        return replace(
            mention, block=0, start=piece.place(mention.start), end=piece.place(mention.end - 1) + 1
        )


def written(body: bytes, published: datetime | None = None) -> Written:
    """Return a plain text as it was written.

    Args:
        body: its bytes; a byte order mark is no part of the text.
        published: when it came out, if that is known.

    Raises:
        ExtractError: if the bytes can't be text.
    """
    text = decoded(body)
    pieces = [piece for part in _parts(text) for piece in _pieces(part)]
    title = pieces[0].text if _has_headline(pieces) else ""
    blocks = tuple(
        Block(
            BlockKind.HEADING if title and is_same_title(piece.text, title) else BlockKind.PARAGRAPH,
            piece.text,
        )
        for piece in pieces[1 if title else 0 :]
    )
    # What is too short to tell, or a table of results, is more likely English than none of our languages.
    language = language_of(text) or "en"
    return Written(text, Document(title, blocks, published=published, language=language), tuple(pieces))


def decoded(body: bytes) -> str:
    """Return the text of bytes in UTF-8, UTF-16, or else the encoding that they look like.

    Raises:
        ExtractError: if they can't be text in that.
    """
    if body.startswith(_WIDEST_MARKS):
        codec = "utf-32"
    elif body.startswith(_WIDE_MARKS):
        codec = "utf-16"
    elif body.startswith(codecs.BOM_UTF8):
        codec = "utf-8-sig"
    else:
        codec = in_pairs(body) or detected(body)
    try:
        return body.decode(codec)
    except UnicodeDecodeError as error:
        raise ExtractError(
            f"This is no text in UTF-8 or in another encoding that we know: byte {error.start + 1:,} can't be"
            f" read. Save it as UTF-8."
        ) from error


def _parts(text: str) -> Iterator[tuple[_Line, ...]]:
    """Yield the lines that stand between blank ones."""
    lines = (_line(found.start(), found[0]) for found in _LINE.finditer(text))
    for is_blank, part in groupby(lines, key=lambda line: not line.text):
        if not is_blank:
            yield tuple(part)


def _line(start: int, line: str) -> _Line:
    bare = line.lstrip()
    return _Line(start + len(line) - len(bare), bare.rstrip())


def _pieces(part: tuple[_Line, ...]) -> Iterable[_Piece]:
    """Return lines as one block, or each as one if they are paragraphs: as `plain` does."""
    if any(len(line.text) >= WRAPPED_LINE.stop for line in part):
        return [_piece((line,)) for line in part]
    is_wrapped = all(len(line.text) in WRAPPED_LINE for line in part[:-1])
    return [_piece(part, " " if is_wrapped else "\n")]


def _has_headline(pieces: list[_Piece]) -> bool:
    """Whether the first line reads like a headline: short, not a sentence, and with text below it."""
    if len(pieces) < 2 or len(pieces[0].starts) > 1:
        return False
    first = pieces[0].text
    return len(first) <= LONGEST_TITLE and not _ENDS_SENTENCE.search(first)
