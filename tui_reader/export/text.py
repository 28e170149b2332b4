"""Writes an article as plain text: one line a paragraph, ready for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from tui_reader.models import Article, Block, BlockKind


def plain_text(article: Article) -> str:
    """Return the headline, the byline and the text, parted by empty lines."""
    document = article.document
    date = document.published.date().isoformat() if document.published else ""
    byline = " · ".join(part for part in (", ".join(document.authors), document.site, date) if part)
    head = "\n".join(part for part in (document.title, byline, article.row.url) if part)
    return "".join([head, "\n", *_body(document.blocks)])


def body_text(article: Article) -> str:
    """Return the text alone, without headline and byline."""
    return "".join(_body(article.document.blocks)).strip("\n")


def article_text(blocks: Sequence[Block]) -> str:
    """Return what the article says and nothing else: one block a line, without pictures and their captions.

    White space in a block, be it between the cells of a table or in code, is one space each time.
    """
    told = (block for block in blocks if block.kind.is_told and block.kind is not BlockKind.CAPTION)
    return "\n".join(line for block in told if (line := " ".join(block.text.split())))


def _body(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield each block after the empty line that parts it from what is before; list items stand close."""
    is_after_item = False
    for block in blocks:
        written = _block(block)
        if not written:
            continue
        is_item = block.kind is BlockKind.LIST_ITEM and block.marker != ""
        quote = "> " * block.quote
        yield "" if is_item and is_after_item else "\n"
        yield "".join(f"{quote}{line}\n" for line in written.split("\n"))
        is_after_item = block.kind is BlockKind.LIST_ITEM


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.RULE:
            return "* * *"
        case BlockKind.IMAGE:
            return f"[{block.text}]" if block.text else ""
        case BlockKind.LIST_ITEM:
            margin = "  " * max(block.level - 1, 0)
            marker = f"{block.marker} " if block.marker else "  "
            hanging = "\n" + margin + " " * len(marker)
            return margin + marker + block.text.replace("\n", hanging)
        case BlockKind.EMBED:
            return f"[{block.text}] {block.source}".rstrip()
        case BlockKind.ATTRIBUTION:
            return f"— {block.text}" if block.text else ""
        case BlockKind.PARAGRAPH | BlockKind.HEADING | BlockKind.CODE | BlockKind.TABLE | BlockKind.CAPTION:
            return block.text
        case _:
            assert_never(block.kind)
