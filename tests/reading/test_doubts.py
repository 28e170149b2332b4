"""Whoever reads is told when a text may not be the whole article."""

from __future__ import annotations

import pytest

from tui_reader.models import Block, BlockKind, Document, Doubt
from tui_reader.reading.doubts import doubt_sentence
from tui_reader.reading.layout import Layout
from tui_reader.reading.lines import HEAD, Role


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_is_a_sentence_above_the_text_within_the_measure(doubt: Doubt) -> None:
    document = Document("Ice", (Block(BlockKind.PARAGRAPH, "Cold."),), site="Example", doubts=(doubt,))
    layout = Layout(document, 40)
    layout.complete()
    said = [line for line in layout.lines if any(run.role is Role.DOUBT for run in line.runs)]
    assert " ".join(line.text for line in said) == doubt_sentence(doubt)
    assert doubt_sentence(doubt).endswith(".")
    assert all(len(line.text) <= 40 and line.block == HEAD for line in said)


def test_a_text_without_doubts_says_nothing_of_them() -> None:
    layout = Layout(Document("Ice", (Block(BlockKind.PARAGRAPH, "Cold."),), site="Example"), 40)
    layout.complete()
    assert [line.text for line in layout.lines] == ["Ice", "", "Example", "", "Cold."]
