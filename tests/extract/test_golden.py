from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.dump import dumped
from tui_reader.export import html_body
from tui_reader.extract import extract
from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.tree import parse
from tui_reader.models import Block, BlockKind, Inline, Page

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_its_golden_text_says(path: Path, is_updating: bool) -> None:
    document = extract(Page(path.read_bytes(), f"https://news.example/{path.stem}", "text/html"))
    golden = path.with_suffix(".golden.txt")
    if is_updating:
        golden.write_text(dumped(document), encoding="utf-8")
    assert dumped(document) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_written_as_html_reads_the_same(path: Path) -> None:
    url = f"https://news.example/{path.stem}"
    blocks = extract(Page(path.read_bytes(), url, "text/html")).blocks
    again = blocks_of(parse(f"<body>{html_body(blocks)}</body>"), url)
    assert list(map(essence, again)) == list(map(essence, blocks))


def essence(block: Block) -> tuple[BlockKind, str, tuple[Inline, ...], int, int]:
    """Return what HTML can say of a block: styles set markers, and an embed is a paragraph with a link."""
    kind = BlockKind.PARAGRAPH if block.kind is BlockKind.EMBED else block.kind
    return kind, block.text, block.inlines, block.level, block.quote
