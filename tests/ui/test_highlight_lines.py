"""A highlight is set into lines that fit, with the name in it lit."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.export.specimen import ARTICLE
from tui_reader.highlights import Highlight, Highlighted, HighlightId
from tui_reader.models import ArticleId, Kind, Position
from tui_reader.reading.cells import width
from tui_reader.ui.widgets.highlight_lines import MOST, highlight_lines
from tui_reader.values import replace

WORDS = "It snowed in Oslo.\nNobody slept."
HIGHLIGHT = Highlight(
    HighlightId(1),
    ArticleId(7),
    Position(0, 0),
    Position(1, 13),
    WORDS,
    "cold",
    datetime(2026, 1, 5, tzinfo=UTC),
)
FOUND = Highlighted(ARTICLE.row, HIGHLIGHT, (13, 17))


def test_the_name_is_lit_in_the_words_and_the_note_stands_below() -> None:
    lines = highlight_lines(FOUND, Kind.PLACE, 80, is_current=False)
    assert [text for line in lines for text, look in line if look == "place"] == ["Oslo"]
    shown = ["".join(text for text, _ in line).strip() for line in lines]
    assert shown[0] == f"2 Jan 2026  Oslo Post  {ARTICLE.row.title}"
    assert shown[1:] == ["▎ It snowed in Oslo. Nobody slept.", "✎ cold", ""]


def test_long_words_are_cut_after_some_lines() -> None:
    found = Highlighted(ARTICLE.row, replace(HIGHLIGHT, words="many words " * 200, note=""))
    lines = highlight_lines(found, Kind.PLACE, 80, is_current=True)
    assert len(lines) == MOST + 2
    assert "".join(text for text, _ in lines[-2]).endswith("…")


@given(st.text(min_size=1, max_size=300), st.text(max_size=90), st.integers(24, 130), st.data())
def test_no_line_is_wider_than_the_screen(words: str, note: str, cells: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    found = Highlighted(ARTICLE.row, replace(HIGHLIGHT, words=words, note=note), (start, end))
    for line in highlight_lines(found, Kind.PERSON, cells, is_current=True):
        assert sum(width(text) for text, _ in line) <= cells
