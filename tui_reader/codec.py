"""Writes values as JSON and reads them back, for the database and for the worker process."""

from __future__ import annotations

import json
from datetime import datetime

from tui_reader.models import Block, BlockKind, Document, Doubt, Entity, Inline, Kind, Mention, Names, Style
from tui_reader.values import astuple, replace

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
    kinds = {kind.value: kind for kind in BlockKind}  # calling an enumeration takes ten times as long
    start = 0
    for kind, length, inlines, level, quote, marker, source in json.loads(structure):
        end = start + length
        blocks.append(
            Block(
                kind=kinds[kind],
                text=text[start:end],
                inlines=tuple(Inline(a, b, Style(style), target) for a, b, style, target in inlines)
                if inlines
                else (),
                level=level,
                quote=quote,
                marker=marker,
                source=source,
            )
        )
        start = end + len(_BETWEEN)
    return tuple(blocks)


def block_texts(text: str, structure: str) -> list[str]:
    """Return the texts alone of the blocks that `encode_blocks` was given."""
    texts: list[str] = []
    start = 0
    for _, length, *_ in json.loads(structure):
        texts.append(text[start : start + length])
        start += length + len(_BETWEEN)
    return texts


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
        "details": encode_details(document),
    }


def decode_document(value: dict[str, object]) -> Document:
    """Return the document that `encode_document` was given."""
    published, words = value["published"], value["words"]
    document = Document(
        title=str(value["title"]),
        blocks=decode_blocks(str(value["text"]), str(value["structure"])),
        authors=_texts(value["authors"]),
        site=str(value["site"]),
        published=datetime.fromisoformat(str(published)) if published else None,
        language=str(value["language"]),
        url=str(value["url"]),
        excerpt=str(value["excerpt"]),
        words=int(str(words)),
    )
    return with_details(document, str(value["details"]))


def encode_details(document: Document) -> str:
    """Return as JSON what only those want to know who look closely; what is unknown is left out."""
    details = {
        "modified": document.modified.isoformat() if document.modified else "",
        "image": document.image,
        "section": document.section,
        "keywords": document.keywords,
        "engine": document.engine,
        "doubts": document.doubts,
    }
    return json.dumps({name: value for name, value in details.items() if value}, ensure_ascii=False)


def with_details(document: Document, details: str) -> Document:
    """Return the document with what `encode_details` wrote of it."""
    known = json.loads(details)
    modified = known.get("modified")
    return replace(
        document,
        modified=datetime.fromisoformat(modified) if modified else None,
        image=known.get("image", ""),
        section=known.get("section", ""),
        keywords=_texts(known.get("keywords", [])),
        engine=known.get("engine", ""),
        doubts=tuple(Doubt(doubt) for doubt in known.get("doubts", [])),
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
        entities=tuple(Entity(Kind(kind), name, count, key) for kind, name, count, key in entities),
        mentions=tuple(
            Mention(b, s, e, Kind(kind), entity, score, value, description)
            for b, s, e, kind, entity, score, value, description in mentions
        ),
        recogniser=str(value["recogniser"]),
    )


def _texts(value: object) -> tuple[str, ...]:
    """Return a JSON array of texts."""
    if not isinstance(value, list):
        raise ValueError("expected a list")
    return tuple(str(text) for text in value)
