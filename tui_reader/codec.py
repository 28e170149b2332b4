"""Writes values as JSON and reads them back, for the database and for the worker process."""

from __future__ import annotations

import json
from dataclasses import astuple
from datetime import UTC, datetime

from tui_reader.models import Block, BlockKind, Document, Entity, Inline, Kind, Mention, Names, Style

# The text of a document is kept once, its blocks parted by one line break, so that the full-text
# index and the reading view share it. A block knows its own length, as its text may hold breaks too.
_BETWEEN = "\n"


def encode_blocks(blocks: tuple[Block, ...]) -> tuple[str, str]:
    """Return the text of the blocks as one string, and as JSON how to part it into blocks again."""
    structure = [
        [
            block.kind,
            len(block.text),
            [[inline.start, inline.end, inline.style, inline.target] for inline in block.inlines],
            block.level,
            block.quote,
            block.marker,
            block.source,
        ]
        for block in blocks
    ]
    return _BETWEEN.join(block.text for block in blocks), json.dumps(structure, separators=(",", ":"))


def decode_blocks(text: str, structure: str) -> tuple[Block, ...]:
    """Return the blocks that `encode_blocks` was given."""
    blocks: list[Block] = []
    start = 0
    for kind, length, inlines, level, quote, marker, source in json.loads(structure):
        end = start + length
        blocks.append(
            Block(
                kind=BlockKind(kind),
                text=text[start:end],
                inlines=tuple(Inline(a, b, Style(style), target) for a, b, style, target in inlines),
                level=level,
                quote=quote,
                marker=marker,
                source=source,
            )
        )
        start = end + len(_BETWEEN)
    return tuple(blocks)


def encode_document(document: Document) -> dict[str, object]:
    """Return the document as a JSON object."""
    text, structure = encode_blocks(document.blocks)
    return {
        "title": document.title,
        "text": text,
        "structure": structure,
        "authors": list(document.authors),
        "site": document.site,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "url": document.url,
        "excerpt": document.excerpt,
        "words": document.words,
    }


def decode_document(value: dict[str, object]) -> Document:
    """Return the document that `encode_document` was given."""
    fields = dict(value)
    published = fields.pop("published")
    authors = fields.pop("authors")
    if not isinstance(authors, list):
        raise ValueError("authors must be a list")
    blocks = decode_blocks(str(fields.pop("text")), str(fields.pop("structure")))
    words = int(str(fields.pop("words")))
    return Document(
        blocks=blocks,
        authors=tuple(str(author) for author in authors),
        published=datetime.fromisoformat(str(published)).astimezone(UTC) if published else None,
        words=words,
        **{name: str(text) for name, text in fields.items()},
    )


def encode_names(names: Names) -> dict[str, object]:
    """Return the names as a JSON object."""
    return {
        "entities": [astuple(entity) for entity in names.entities],
        "mentions": [astuple(mention) for mention in names.mentions],
        "recogniser": names.recogniser,
    }


def decode_names(value: dict[str, object]) -> Names:
    """Return the names that `encode_names` was given."""
    entities, mentions = value["entities"], value["mentions"]
    if not isinstance(entities, list) or not isinstance(mentions, list):
        raise ValueError("entities and mentions must be lists")
    return Names(
        entities=tuple(Entity(Kind(kind), name, count) for kind, name, count in entities),
        mentions=tuple(Mention(b, s, e, Kind(kind), entity) for b, s, e, kind, entity in mentions),
        recogniser=str(value["recogniser"]),
    )
