"""What holds for every page, however broken: no text lost, nothing harmful let out, no other error."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui_reader.errors import ExtractError
from tui_reader.extract import extract, whole
from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.tree import parse
from tui_reader.harmless import harmless
from tui_reader.models import BlockKind, Document, Page

PROPERTY = settings(max_examples=150, deadline=None, derandomize=True)
PAGES = sorted(path.read_bytes() for path in (Path(__file__).parent / "pages").glob("*.html"))

TAG_NAMES = """
    p div span b i em a h1 h2 ul ol li blockquote table tr td th pre code br hr dl dt dd figure figcaption img
    section article sup q ruby rt details summary form center font footer cite time math
    mfrac mi address caption
"""
TAGS = st.sampled_from(TAG_NAMES.split())
TEXT = st.text("abcäß 天地人 \n\t\u00a0\u0301\u200b\x1b[]<&;", max_size=12)


def markup(pieces: list[tuple[str, str, bool]]) -> str:
    """Return tags and texts in a row, closed or not as it comes."""
    return "".join(
        f"<{tag}>{text.replace('&', '&amp;').replace('<', '&lt;')}{f'</{tag}>' if is_closed else ''}"
        for tag, text, is_closed in pieces
    )


HTML = st.lists(st.tuples(TAGS, TEXT, st.booleans()), max_size=25).map(markup)


def letters(text: str) -> str:
    """Return what must not be lost: everything but white space and what is made harmless."""
    return re.sub(r"\s+", "", harmless(text))


def problems(document: Document) -> list[str]:
    """Return everything in a document that must not be there."""
    found = []
    lines = [
        document.title,
        document.site,
        document.excerpt,
        document.language,
        document.url,
        *document.authors,
    ]
    found += [line for line in lines if harmless(line) != line or "\n" in line]
    for block in document.blocks:
        found += [text for text in (block.text, block.marker, block.source) if harmless(text) != text]
        found += [
            block.text for inline in block.inlines if not 0 <= inline.start < inline.end <= len(block.text)
        ]
        # An item that begins with a listing has nothing but its marker.
        may_be_empty = block.kind in (BlockKind.IMAGE, BlockKind.RULE) or block.marker
        if not may_be_empty and not block.text.strip():
            found.append(f"empty {block.kind}")
    return found


@PROPERTY
@given(HTML)
@example("<table><tr><td>a<b>b</td><td>c</table>d")
def test_no_text_is_lost_between_html_and_blocks(html: str) -> None:
    root = parse(f"<body>{html}</body>")
    # Quotation marks, brackets, fraction strokes and numbers are what blocks add to the text of a page.
    shown = letters("".join(map(str, root.itertext()))).translate(str.maketrans("", "", "0123456789.()“”/"))
    said = letters("".join(block.text for block in blocks_of(root) if block.kind is not BlockKind.IMAGE))
    said = said.translate(str.maketrans("", "", "0123456789.()“”/"))
    # Captions come below what they belong to.
    assert sorted(said) == sorted(shown) if "caption" in html else said == shown


@PROPERTY
@given(st.sampled_from(PAGES), st.integers(0, 5_000), st.binary(max_size=40), st.integers(0, 200))
def test_a_damaged_page_gives_a_harmless_document_or_the_one_error(
    page: bytes, place: int, damage: bytes, cut: int
) -> None:
    damaged = Page(page[:place] + damage + page[place + cut :], "https://post.example/a", "text/html")
    for read in (extract, whole):
        try:
            document = read(damaged)
        except ExtractError:
            continue
        assert problems(document) == []
        assert document.words > 0


@PROPERTY
@given(st.binary(max_size=300), st.sampled_from(["", "text/html", "text/plain", "text/html; charset=utf-16"]))
def test_any_bytes_give_a_harmless_document_or_the_one_error(body: bytes, content_type: str) -> None:
    try:
        document = extract(Page(body, "", content_type))
    except ExtractError:
        return
    assert problems(document) == []


@PROPERTY
@given(HTML)
def test_markup_of_any_kind_gives_a_harmless_document_or_the_one_error(html: str) -> None:
    try:
        document = extract(Page(f"<body>{html}<p>Some words to read.".encode(), "", "text/html"))
    except ExtractError:
        return
    assert problems(document) == []
