"""The body of an article: from the page, or from what the page tells machines, and what speaks against it."""

from __future__ import annotations

import re

from tui_reader.errors import ExtractError
from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.edges import without_edges
from tui_reader.extract.judge.wording import Clues
from tui_reader.extract.metadata import Metadata
from tui_reader.extract.payload import told_by_scripts
from tui_reader.extract.plain import paragraphs
from tui_reader.extract.prepare import prepare
from tui_reader.extract.readable import readable
from tui_reader.extract.titles import letters, without_title
from tui_reader.extract.tree import Element, parse
from tui_reader.extract.widths import width
from tui_reader.extract.words import count_block_words, told_text
from tui_reader.models import Block, Doubt
from tui_reader.values import value

_MOST_DEMAND = 25
"""Words up to which a text may be nothing but a demand for JavaScript or a login."""
_SHORT = 60
"""Words below which a text is hardly an article."""
_FRAGMENT = 3
"""How many times longer the text for machines must be before what was found counts as a fragment."""
_TEXT = 600.0
"""Width from which a text stands by itself, whatever else the page tells."""

NOTHING = "The page holds no readable text; it may need JavaScript or a login."
_DEMAND = re.compile(r"javascript|enable cookies|log ?in|sign in|captcha|are you a robot", re.IGNORECASE)
_MARKUP = re.compile(r"</(?:p|div|a|b|i|em|strong|span|h[1-6]|li)>|<br ?/?>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n\s*\n")


@value
class Body:
    """The text of an article."""

    blocks: tuple[Block, ...]
    engine: str
    """Who found it."""
    doubts: tuple[Doubt, ...] = ()
    """Why it may not be the whole article."""


def body_of(root: Element, metadata: Metadata) -> Body:
    """Return the body of the page's article; the page changes.

    Raises:
        ExtractError: if the page says only what its reader should do to see it.
    """
    scripts = list(root.iter("script"))
    prepare(root, metadata.base)
    found = readable(root, Clues(metadata.titles, metadata.summary, metadata.body))
    shown = without_title(blocks_of(found.element, metadata.base), metadata.titles)
    body = Body(
        without_edges(shown, metadata.authors),
        found.engine,
        (Doubt.DISAGREEMENT,) if found.is_disputed else (),
    )
    body = _beside(body, _told(metadata.body, metadata), "linked data")
    if _size(body.blocks) < _TEXT:
        body = _beside(body, _told(told_by_scripts(scripts), metadata), "script")
    words = count_block_words(body.blocks)
    if words <= _MOST_DEMAND and _DEMAND.search(told_text(body.blocks)):
        raise ExtractError(NOTHING)
    if words < _SHORT:
        return Body(body.blocks, body.engine, (*body.doubts, Doubt.SHORT))
    return body


def _beside(body: Body, told: tuple[Block, ...], engine: str) -> Body:
    """Return what a page tells machines if the body is only a fragment of it, or hardly anything."""
    if _size(told) <= _FRAGMENT * max(_size(body.blocks), 100.0):
        return body
    if _size(body.blocks) < _TEXT or _holds(told, body.blocks):
        return Body(told, engine)
    return Body(body.blocks, body.engine, (*body.doubts, Doubt.FRAGMENT))


def _told(text: str, metadata: Metadata) -> tuple[Block, ...]:
    """Return a text for machines, which may be marked up, as blocks without the title."""
    if not _MARKUP.search(text):
        return without_title(paragraphs(text), metadata.titles)
    root = parse(_BLANK_LINE.sub("<p>", text))
    prepare(root, metadata.base)
    return without_title(blocks_of(root, metadata.base), metadata.titles)


def _holds(told: tuple[Block, ...], blocks: tuple[Block, ...]) -> bool:
    """Whether a text says most of what the blocks say."""
    whole = letters(told_text(told))
    texts = [key for block in blocks if (key := letters(block.text))]
    return 2 * sum(len(text) for text in texts if text in whole) >= sum(map(len, texts))


def _size(blocks: tuple[Block, ...]) -> float:
    return width(told_text(blocks))
