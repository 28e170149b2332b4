from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.reading.specimen import specimen
from tui_reader.models import Block, BlockKind, Document, Inline, Position, Style
from tui_reader.reading.layout import Layout
from tui_reader.reading.lines import Role
from tui_reader.values import replace

PROPERTY = settings(max_examples=60, deadline=None, derandomize=True)

GOLDEN = Path(__file__).parent / "golden"

WORDS = st.sampled_from(
    [
        "glacier",
        "state-of-the-art",
        "洪水过后，两国",
        "“谢谢”（说）",
        "👨‍👩‍👧‍👦",
        "🇰🇿🇺🇿",
        "e\u0301\u0302galite\u0301",
        "مرحبا",
        "שלום",
        "हिन्दी",
        "https://example.org/a/very-long/path?with=questions&and=more",
        "\n",
        "\t",
        "\x1b[31m",
        "\u202e",
        "x" * 130,
        "대통령은",
        "กำลังนับ",
    ]
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=12).map(" ".join)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(BlockKind))
    text = "" if kind is BlockKind.RULE else draw(TEXTS)
    ends = draw(st.lists(st.integers(0, len(text)), max_size=3))
    return Block(
        kind,
        text,
        tuple(Inline(0, end, Style.LINK, f"https://example.org/{end}") for end in sorted(ends)),
        level=draw(st.integers(0, 6)),
        quote=draw(st.integers(0, 4)),
        marker=draw(st.sampled_from(["", "•", "3.", "1999."])) if kind is BlockKind.LIST_ITEM else "",
    )


DOCUMENTS = st.builds(
    Document,
    title=TEXTS,
    blocks=st.lists(blocks(), max_size=5).map(tuple),
    authors=st.lists(TEXTS, max_size=2).map(tuple),
    site=TEXTS,
)
MEASURES = st.integers(10, 120)


def laid_out(document: Document, measure: int) -> Layout:
    layout = Layout(document, measure)
    layout.complete()
    return layout


@pytest.mark.parametrize("measure", [40, 72])
def test_every_kind_of_block_is_set_as_the_golden_text_shows(measure: int) -> None:
    drawn = "\n".join(line.text for line in laid_out(specimen(), measure).lines) + "\n"
    assert drawn == (GOLDEN / f"specimen-{measure}.txt").read_text(encoding="utf-8")


@PROPERTY
@given(DOCUMENTS, MEASURES)
def test_no_line_is_wider_than_the_measure(document: Document, measure: int) -> None:
    for line in laid_out(document, measure).lines:
        assert cell_len("".join(run.text for run in line.runs)) <= measure


@PROPERTY
@given(DOCUMENTS, MEASURES)
def test_no_text_is_lost_between_blocks_and_lines(document: Document, measure: int) -> None:
    shown: dict[int, set[int]] = {}
    for line in laid_out(document, measure).lines:
        for run in line.runs:
            if run.role is Role.TEXT:
                shown.setdefault(line.block, set()).update(range(run.start, run.end))
    for index, text in enumerate([document.title, *(block.text for block in document.blocks)], -1):
        seen = shown.get(index, set())
        lost = [text[offset] for offset in range(len(text)) if offset not in seen]
        assert all(character.isspace() for character in lost), lost


@PROPERTY
@given(DOCUMENTS, MEASURES)
def test_runs_show_the_characters_that_their_offsets_name(document: Document, measure: int) -> None:
    for line in laid_out(document, measure).lines:
        text = document.blocks[line.block].text if line.block >= 0 else document.title
        for run in line.runs:
            if run.role is Role.TEXT:
                assert len(run.text) == len(text[run.start : run.end])
                assert all(
                    drawn == real or drawn in " \N{REPLACEMENT CHARACTER}"
                    for drawn, real in zip(run.text, text[run.start : run.end], strict=True)
                )


@PROPERTY
@given(DOCUMENTS, MEASURES)
def test_nothing_that_steers_a_terminal_is_drawn(document: Document, measure: int) -> None:
    for line in laid_out(document, measure).lines:
        assert not set("\x1b\u202e\t\n\r\x07") & set("".join(run.text for run in line.runs))


@PROPERTY
@given(DOCUMENTS, MEASURES)
def test_a_line_leads_to_its_position_and_back(document: Document, measure: int) -> None:
    layout = laid_out(document, measure)
    for index, line in enumerate(layout.lines):
        if line.block >= 0 and any(run.role is Role.TEXT and run.text for run in line.runs):
            back = layout.line_at(layout.position_at(index))
            assert layout.lines[back].block == line.block
            assert layout.lines[back].start == line.start


@PROPERTY
@given(DOCUMENTS, MEASURES, MEASURES)
def test_a_position_survives_a_change_of_the_measure(document: Document, one: int, other: int) -> None:
    first, second = laid_out(document, one), laid_out(document, other)
    for index, block in enumerate(document.blocks):
        for character in range(0, len(block.text), 7):
            if block.text[character].isspace():
                continue
            position = Position(index, character)
            for layout in (first, second):
                assert layout.lines[layout.line_at(position)].shows(character)


@PROPERTY
@given(DOCUMENTS, MEASURES)
def test_setting_step_by_step_gives_the_same_lines_as_setting_all(document: Document, measure: int) -> None:
    stepwise = Layout(document, measure)
    while not stepwise.is_complete:
        stepwise.extend(len(stepwise.lines) + 1)
    assert stepwise.lines == laid_out(document, measure).lines


def test_the_first_screen_does_not_set_the_whole_text() -> None:
    document = replace(specimen(), blocks=specimen().blocks * 100)
    layout = Layout(document, 72)
    layout.extend(50)
    assert 50 <= len(layout.lines) < 80
    assert not layout.is_complete


def test_a_table_too_wide_for_its_measure_is_set_row_by_row() -> None:
    table = Block(BlockKind.TABLE, "River\tLength\tMouth\nSyr Darya\t2,212 km\tAral Sea", level=1)
    lines = [line.text for line in laid_out(Document("", (table,)), 20).lines if line.block == 0][1:]
    assert lines == ["River", "  Syr Darya", "Length", "  2,212 km", "Mouth", "  Aral Sea"]


def test_a_column_of_numbers_lines_up_at_the_right() -> None:
    table = Block(BlockKind.TABLE, "Year\tTrees\n1998\t9\n2024\t41,200", level=1)
    lines = [line.text for line in laid_out(Document("", (table,)), 40).lines if line.block == 0][1:]
    assert lines == ["Year   Trees", "────────────", "1998       9", "2024  41,200"]


def test_right_to_left_text_ends_at_the_right_edge() -> None:
    paragraph = Block(BlockKind.LIST_ITEM, "שלום לכם", level=1, marker="•")
    line = laid_out(Document("", (paragraph,)), 20).lines[-1]
    assert "".join(run.text for run in line.runs) == " " * 10 + "שלום לכם" + " •"


def test_a_further_paragraph_of_an_item_stands_under_its_first() -> None:
    items = (
        Block(BlockKind.LIST_ITEM, "one", level=1, marker="3."),
        Block(BlockKind.LIST_ITEM, "more of it", level=1),
    )
    lines = [line.text for line in laid_out(Document("", items), 40).lines]
    assert lines[-3:] == [" 3. one", "", "    more of it"]


def test_a_blank_line_inside_a_quotation_keeps_the_bar() -> None:
    quotes = (Block(BlockKind.PARAGRAPH, "one", quote=1), Block(BlockKind.PARAGRAPH, "two", quote=1))
    assert [line.text for line in laid_out(Document("", quotes), 40).lines][-3:] == ["▎ one", "▎", "▎ two"]


def test_an_article_without_text_still_has_its_headline() -> None:
    layout = Layout(Document("Empty", ()), 40)
    assert layout.is_complete
    assert [line.text for line in layout.lines] == ["Empty"]
    assert layout.line_at(Position(3, 4)) == 0


def test_a_tab_within_a_line_of_code_fills_the_room_up_to_the_next_stop() -> None:
    document = Document("", (Block(BlockKind.CODE, "a\tb \tc\t\td"),))
    assert [line.text for line in laid_out(document, 40).lines][-1] == "  a   b   c       d"


@pytest.mark.parametrize("kind", list(BlockKind))
def test_a_quotation_stands_close_to_whose_it_is_and_to_nothing_else(kind: BlockKind) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, "It fell.", quote=1), Block(kind, "Kari", quote=1))
    gaps = [line for line in laid_out(Document("T", blocks), 40).lines if line.is_gap and line.block == 1]
    assert len(gaps) == (kind is not BlockKind.ATTRIBUTION)


def test_a_term_stands_close_to_what_it_means() -> None:
    term = Block(BlockKind.PARAGRAPH, "Pound", (Inline(0, 5, Style.STRONG),))
    meaning = Block(BlockKind.LIST_ITEM, "Water between locks", level=1)
    lines = [line.text for line in laid_out(Document("T", (term, meaning)), 40).lines]
    assert lines[-2:] == ["Pound", "  Water between locks"]
