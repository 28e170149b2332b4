from __future__ import annotations

import pytest

from tui_reader.models import Block, BlockKind, Document, Inline, Style
from tui_reader.reading.layout import Layout


def drawn(text: str, *inlines: Inline, kind: BlockKind = BlockKind.PARAGRAPH) -> str:
    layout = Layout(Document("", (Block(kind, text, inlines),)), 72)
    layout.complete()
    return layout.lines[-1].text.strip()


@pytest.mark.parametrize(
    ("text", "style", "stretch", "shown"),
    [
        ("About 106 cells", Style.SUPERSCRIPT, (8, 9), "About 10⁶ cells"),
        ("of 10−12 m", Style.SUPERSCRIPT, (5, 8), "of 10⁻¹² m"),
        ("x(n+1)", Style.SUPERSCRIPT, (1, 6), "x⁽ⁿ⁺¹⁾"),
        ("CO2 in air", Style.SUBSCRIPT, (2, 3), "CO₂ in air"),
    ],
)
def test_raised_and_lowered_digits_are_set_small(
    text: str, style: Style, stretch: tuple[int, int], shown: str
) -> None:
    assert drawn(text, Inline(*stretch, style)) == shown


def test_a_stretch_that_has_no_small_characters_stays_whole() -> None:
    assert drawn("the 21st and a2b", Inline(6, 8, Style.SUPERSCRIPT)) == "the 21st and a2b"
    assert drawn("xa2b", Inline(1, 4, Style.SUPERSCRIPT)) == "xa2b"


def test_code_stays_as_it_is() -> None:
    assert drawn("x2 = x2", Inline(1, 2, Style.SUPERSCRIPT), kind=BlockKind.CODE) == "x2 = x2"
