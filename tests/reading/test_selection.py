"""A selection moves through an article as in vim, and never out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.specimen import specimen
from tests.shelf import document
from tui_reader.anchors import Told
from tui_reader.models import Block, BlockKind, Document, Position
from tui_reader.reading.layout import Layout
from tui_reader.reading.selection import Motion, Selection, moved, paragraph, sentence, span

TEXT = document("Title here", "One two, three. Mr. Four sat.", "Five six.")


def led(text: Document, start: tuple[int, int], *motions: Motion, measure: int = 40) -> str:
    """Return what is selected after the motions."""
    selection = Selection(Position(*start), Position(*start))
    layout = Layout(text, measure)
    for motion in motions:
        selection = moved(layout, selection, motion)
    return Told(text.title, text.blocks).words(*span(text, selection))


@pytest.mark.parametrize(
    ("start", "motions", "expected"),
    [
        ((0, 0), [], "O"),
        ((0, 0), [Motion.RIGHT], "On"),
        ((0, 4), [Motion.LEFT], " t"),
        ((0, 0), [Motion.WORD], "One t"),
        ((0, 0), [Motion.WORD_END], "One"),
        ((0, 0), [Motion.WORD_END] * 3, "One two,"),
        ((0, 14), [Motion.WORD_BACK], "three."),
        ((0, 4), [Motion.SENTENCE], "two, three."),
        ((0, 4), [Motion.SENTENCE] * 2, "two, three. Mr. Four sat."),
        ((0, 4), [Motion.SENTENCE] * 3, "two, three. Mr. Four sat.\nFive six."),
        ((0, 20), [Motion.SENTENCE_BACK], "Mr. F"),
        ((0, 20), [Motion.SENTENCE_BACK] * 2, "One two, three. Mr. F"),
        ((1, 0), [Motion.SENTENCE_BACK], "Mr. Four sat.\nF"),
        ((0, 4), [Motion.PARAGRAPH], "two, three. Mr. Four sat."),
        ((0, 4), [Motion.PARAGRAPH] * 2, "two, three. Mr. Four sat.\nFive six."),
        ((1, 5), [Motion.PARAGRAPH_BACK], "Five s"),
        ((1, 5), [Motion.PARAGRAPH_BACK] * 2, "One two, three. Mr. Four sat.\nFive s"),
        ((0, 4), [Motion.BOTTOM], "two, three. Mr. Four sat.\nFive six."),
        ((1, 0), [Motion.TOP], "One two, three. Mr. Four sat.\nF"),
        ((0, 28), [Motion.RIGHT], ".\nF"),
        ((1, 0), [Motion.LEFT], ".\nF"),
        ((1, 8), [Motion.RIGHT, Motion.WORD, Motion.SENTENCE, Motion.PARAGRAPH], "."),
        ((0, 0), [Motion.WORD_BACK, Motion.WORD_BACK], "Title here\nO"),
    ],
)
def test_motions_lead_as_in_vim(start: tuple[int, int], motions: list[Motion], expected: str) -> None:
    assert led(TEXT, start, *motions) == expected


def test_lines_are_those_on_the_screen() -> None:
    text = document("T", "aaaa bbbb cccc dddd eeee ffff")
    assert led(text, (0, 2), Motion.LINE_END, measure=10) == "aa bbbb"
    assert led(text, (0, 12), Motion.LINE_START, measure=10) == "ccc"
    assert led(text, (0, 2), Motion.DOWN, measure=10) == "aa bbbb ccc"
    assert led(text, (0, 12), Motion.UP, measure=10) == "aa bbbb ccc"


def test_going_up_and_down_holds_on_to_the_column_over_short_lines() -> None:
    text = document("T", "aaaa bbbb", "c", "dddd eeee")
    assert led(text, (0, 6), Motion.DOWN, Motion.DOWN, measure=10) == "bbb\nc\ndddd ee"


def test_the_ends_are_swapped() -> None:
    layout = Layout(TEXT, 40)
    selection = moved(layout, Selection(Position(0, 4), Position(0, 6)).swapped, Motion.WORD_BACK)
    assert span(TEXT, selection) == (Position(0, 0), Position(0, 7))


def test_what_a_reader_sees_as_one_character_is_never_parted() -> None:
    text = document("T", "x e\u0301 👨‍👩‍👧 y")
    assert led(text, (0, 2)) == "e\u0301"
    assert led(text, (0, 2), Motion.RIGHT, Motion.RIGHT) == "e\u0301 👨‍👩‍👧"


def test_sentence_and_paragraph_at_a_place() -> None:
    assert sentence(TEXT, Position(0, 20)) == (Position(0, 16), Position(0, 29))
    blocks = (Block(BlockKind.IMAGE, "a picture"), Block(BlockKind.PARAGRAPH, "Words."))
    pictured = Document("T", blocks)
    assert paragraph(pictured, Position(0)) == (Position(1), Position(1, 6))
    assert paragraph(Document("T", blocks[:1]), Position(0)) is None


@given(
    st.lists(st.text("ab .,\ne\u0301鹿", max_size=12), min_size=1, max_size=5),
    st.lists(st.sampled_from(list(Motion)), max_size=12),
)
def test_motions_stay_within_the_text_and_forward_ones_never_lead_back(
    texts: list[str], motions: list[Motion]
) -> None:
    text = document("A title", *texts)
    layout = Layout(text, 10)
    start = paragraph(text, Position(0))
    if start is None:
        return
    selection = Selection(start[0], start[0])
    for motion in motions:
        before = selection.cursor
        selection = moved(layout, selection, motion)
        here = selection.cursor
        shown = text.title if here.block < 0 else text.blocks[here.block].text
        assert 0 <= here.character < len(shown)
        if motion in (Motion.RIGHT, Motion.WORD, Motion.WORD_END, Motion.SENTENCE, Motion.PARAGRAPH):
            assert here >= before
        if motion in (Motion.LEFT, Motion.WORD_BACK, Motion.SENTENCE_BACK, Motion.PARAGRAPH_BACK):
            assert here <= before
    first, last = span(text, selection)
    assert first < last


@pytest.mark.parametrize(
    "motion", [Motion.WORD, Motion.SENTENCE, Motion.PARAGRAPH, Motion.RIGHT, Motion.DOWN]
)
def test_every_motion_reaches_the_end_of_an_article_of_all_kinds_of_blocks(motion: Motion) -> None:
    text = specimen()
    layout = Layout(text, 40)
    selection = Selection(Position(0), Position(0))
    for _ in range(sum(len(block.text) + 1 for block in text.blocks)):
        further = moved(layout, selection, motion)
        if further.cursor == selection.cursor:
            break
        selection = further
    last = max(i for i, block in enumerate(text.blocks) if block.kind.is_told and block.text)
    assert selection.cursor.block == last
