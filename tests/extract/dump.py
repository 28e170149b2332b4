"""Writes a document as plain lines, so that a golden file can be read and its changes reviewed."""

from __future__ import annotations

from tui_reader.models import Block, BlockKind, Document


def dumped(document: Document) -> str:
    """Return everything that a document holds, one block a paragraph."""
    published = document.published.isoformat() if document.published else ""
    head = {
        "title": document.title,
        "authors": "; ".join(document.authors),
        "site": document.site,
        "published": published,
        "language": document.language,
        "url": document.url,
        "excerpt": document.excerpt,
        "words": str(document.words),
    }
    lines = [f"{name}: {value}".rstrip() for name, value in head.items()]
    return "\n\n".join(["\n".join(lines), *map(_block, document.blocks)]) + "\n"


def _block(block: Block) -> str:
    name = f"{block.kind} {block.level}" if block.level else str(block.kind)
    signs = "> " * block.quote
    details = " ".join(filter(None, [block.marker, f"<{block.source}>" if block.source else ""]))
    lines = [f"{signs}[{name}] {details}".rstrip()]
    if block.kind is not BlockKind.RULE:
        lines += [f"{signs}{line}".rstrip() for line in block.text.replace("\t", " | ").split("\n")]
    for inline in block.inlines:
        target = f" -> {inline.target}" if inline.target else ""
        lines.append(f"{signs}  ~ {inline.style}: {block.text[inline.start : inline.end]}{target}")
    return "\n".join(lines)
