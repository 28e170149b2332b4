"""From the bytes of a page to a readable document."""

from __future__ import annotations

import re

from tui_reader.errors import ExtractError
from tui_reader.extract.addresses import host_of
from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.body import NOTHING, Body, body_of
from tui_reader.extract.charset import decode
from tui_reader.extract.language import language_of
from tui_reader.extract.metadata import Metadata, read_metadata
from tui_reader.extract.plain import read_plain
from tui_reader.extract.prepare import drop_hidden, prepare
from tui_reader.extract.rules import apply_rule
from tui_reader.extract.titles import shortened, without_title
from tui_reader.extract.tree import Element, parsed
from tui_reader.extract.words import count_block_words, count_words, told_text
from tui_reader.formats import foreign_format
from tui_reader.harmless import harmless_line
from tui_reader.models import Block, BlockKind, Document, Doubt, Page, SiteRule
from tui_reader.values import replace

_LONGEST_EXCERPT = 300
_LEAST_PROSE = 10
"""Words from which a paragraph says more than who wrote it and when."""
_NOTHING_KEPT = "What your rule for this site keeps holds no text besides the headline."

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:p|div|a|br|h[1-6]|article|meta|title|span|table|ul)\b[^<>]*>", re.IGNORECASE)


def extract(page: Page, rule: SiteRule = SiteRule()) -> Document:
    """Return the article of a page without what surrounds it.

    Args:
        page: the bytes.
        rule: what the user wants kept and dropped on pages of this site.

    Raises:
        ExtractError: if no readable text is left.
    """
    return _document(page, rule, is_whole=False)


def whole(page: Page) -> Document:
    """Return all text of a page, for when cleaning has taken too much.

    Raises:
        ExtractError: if there is no readable text.
    """
    return _document(page, SiteRule(), is_whole=True)


def _document(page: Page, rule: SiteRule, *, is_whole: bool) -> Document:
    if kind := foreign_format(page.body):
        raise ExtractError(f"This is {kind}, not a page of text.")
    text = decode(page.body, page.content_type)
    if not _is_html(text, page.content_type):
        return _plain_document(text, page.url)
    root, is_complete = parsed(text)
    metadata = read_metadata(root, page.url)
    body = _body(root, metadata, rule, is_whole=is_whole)
    return _checked(
        Document(
            title=metadata.title,
            blocks=body.blocks,
            authors=metadata.authors,
            site=metadata.site,
            published=metadata.published,
            language=language_of(told_text(body.blocks), metadata.language),
            url=metadata.url,
            excerpt=_excerpt(metadata.summary, body.blocks),
            words=count_block_words(body.blocks),
            modified=metadata.modified,
            image=metadata.image,
            section=metadata.section,
            keywords=metadata.keywords,
            engine=body.engine,
            doubts=body.doubts if is_complete else (*body.doubts, Doubt.LOSS),
        )
    )


def _body(root: Element, metadata: Metadata, rule: SiteRule, *, is_whole: bool) -> Body:
    """Return the body of the page's article, or what the user asks for instead."""
    if (kept := apply_rule(root, rule)) is not None:
        prepare(kept, metadata.base)
        drop_hidden(kept)
        return Body(without_title(blocks_of(kept, metadata.base), metadata.titles), "rule")
    if is_whole:
        prepare(root, metadata.base)
        drop_hidden(root)
        return Body(without_title(blocks_of(root, metadata.base), metadata.titles), "page")
    body = body_of(root, metadata)
    return replace(body, doubts=(*body.doubts, Doubt.RULE)) if rule.keep else body


def _plain_document(text: str, url: str) -> Document:
    title, blocks = read_plain(text)
    return _checked(
        Document(
            title=harmless_line(title),
            blocks=blocks,
            site=host_of(url),
            language=language_of(told_text(blocks)),
            excerpt=_excerpt("", blocks),
            words=count_block_words(blocks),
            engine="text",
        )
    )


def _is_html(text: str, content_type: str) -> bool:
    """Whether the text is to be read as HTML; a page that begins as one is, whatever it was called."""
    if _HTML.match(text[:4_000]):
        return True
    kind = content_type.partition(";")[0].strip().lower()
    if kind:
        return "html" in kind or "xml" in kind
    return len(_TAG.findall(text[:20_000])) >= 3


def _checked(document: Document) -> Document:
    """Return the document if there is something to read in it."""
    if not document.words:
        raise ExtractError(_NOTHING_KEPT if document.engine == "rule" else NOTHING)
    return document


def _excerpt(summary: str, blocks: tuple[Block, ...]) -> str:
    """Return the page's own summary, or how the article begins."""
    if len(summary) >= 20:
        return shortened(summary, _LONGEST_EXCERPT)
    prose = (block.text for block in blocks if block.kind is BlockKind.PARAGRAPH)
    return shortened(
        next((text for text in prose if count_words(text) >= _LEAST_PROSE), "") or told_text(blocks[:3]),
        _LONGEST_EXCERPT,
    )
