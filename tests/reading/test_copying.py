from __future__ import annotations

from tests.reading.specimen import CODE, LEAD, SECOND, TITLE, specimen
from tui_reader.models import Block, BlockKind, Document, Inline, Style
from tui_reader.reading.copying import copied
from tui_reader.reading.layout import Layout
from tui_reader.reading.lines import Line


def lines_of(document: Document, measure: int = 40) -> list[Line]:
    layout = Layout(document, measure)
    layout.complete()
    return list(layout.lines)


def whole(document: Document, *blocks: int) -> str:
    """Copy all lines of some blocks."""
    return copied(document, ((line, 0, None) for line in lines_of(document) if line.block in blocks))


def test_paragraphs_are_copied_without_the_breaks_of_their_lines() -> None:
    assert whole(specimen(), 0, 1) == f"{LEAD}\n\n{SECOND}"


def test_code_keeps_its_indents_and_line_breaks() -> None:
    article = specimen()
    assert whole(article, next(i for i, b in enumerate(article.blocks) if b.kind is BlockKind.CODE)) == CODE


def test_items_of_a_list_stand_close_and_bring_no_bullets() -> None:
    items = tuple(Block(BlockKind.LIST_ITEM, text, level=1, marker="•") for text in ("one", "two"))
    assert whole(Document("", items), 0, 1) == "one\ntwo"


def test_the_headline_and_the_line_below_it_are_copied_as_they_read() -> None:
    assert whole(specimen(), -1).startswith(f"{TITLE}\n\nBy Amina Yusuf")


def test_a_part_of_a_line_is_copied_from_character_to_character() -> None:
    article = Document("", (Block(BlockKind.PARAGRAPH, "Nobody plants a fig tree.", quote=1),))
    (line,) = (line for line in lines_of(article) if line.block == 0 and not line.is_gap)
    bar = len("▎ ")
    assert copied(article, [(line, bar + 7, bar + 19)]) == "plants a fig"
    assert copied(article, [(line, 0, bar)]) == ""


def test_the_numbers_of_links_are_not_copied() -> None:
    linked = Block(BlockKind.PARAGRAPH, "a note here", (Inline(2, 6, Style.LINK, "https://a.example"),))
    article = Document("", (linked,))
    assert any("note¹" in line.text for line in lines_of(article))
    assert whole(article, 0) == "a note here"


def test_what_steers_a_terminal_is_not_copied() -> None:
    article = Document("", (Block(BlockKind.PARAGRAPH, "red \x1b[31m and \u202eback"),))
    assert not {"\x1b", "\u202e"} & set(whole(article, 0))
