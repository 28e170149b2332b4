"""How the lines of a dossier are set."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.lines.test_rows import make_row
from tui_reader.dossiers import Appearance, Companion, EntityId, EntityRow, Passage
from tui_reader.lines.pieces import Line
from tui_reader.models import Kind, Position
from tui_reader.reading.cells import width
from tui_reader.reading.written import other_forms
from tui_reader.ui.widgets.dossier_lines import companion_line, mention_lines, outlet_line

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=300)


def appearance(text: str, start: int, end: int, *, title: str = "Rain", block: int = 0) -> Appearance:
    row = make_row(title=title, site="The Wire", published=datetime(2024, 5, 4, tzinfo=UTC))
    return Appearance(row, Passage(text, start, end), Position(block, start), 2, (text[start:end],))


def drawn(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_a_mention_has_day_outlet_headline_and_the_sentence_with_the_name_lit() -> None:
    lines = mention_lines(appearance("It was Ada Lind.", 7, 15), Kind.PERSON, 80, True)
    assert drawn(lines) == [
        "▌  4 May 2024  The Wire  Rain" + " " * 46 + "×2",
        "▌   It was Ada Lind.",
        "",
    ]
    assert ("Ada Lind", "person") in lines[1]


def test_a_name_that_is_only_in_the_headline_is_lit_there_and_the_headline_is_not_cut() -> None:
    title = "Ada Lind and a headline that is far too long to stand on one line of a terminal"
    lines = mention_lines(appearance(title, 0, 8, title=title, block=-1), Kind.PERSON, 80, False)
    text = drawn(lines)
    assert text[0].startswith("   4 May 2024  The Wire  Ada Lind and a headline")
    assert " ".join(line[25:75].strip() for line in text[:-1]) == title
    assert ("Ada Lind", "person") in lines[0]


@given(TEXTS, st.data(), st.integers(30, 200), st.sampled_from([-1, 0]))
def test_no_line_is_wider_than_the_screen_and_the_name_is_lit_whole(
    text: str, data: st.DataObject, cells: int, block: int
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    told = appearance(text, start, end, title=text, block=block)
    lines = mention_lines(told, Kind.PLACE, cells, False)
    assert all(sum(width(piece) for piece, _ in line) <= cells for line in lines)
    assert len(lines) == len(mention_lines(told, Kind.PLACE, cells, True))
    lit = "".join(piece for line in lines for piece, look in line if look == "place")
    assert (
        len("".join(lit.split())) <= len("".join(text[start:end].split()))
        or "\N{REPLACEMENT CHARACTER}" in lit
    )


@given(TEXTS, st.integers(30, 200))
def test_companions_and_outlets_take_one_line_each(text: str, cells: int) -> None:
    companion = Companion(EntityRow(EntityId(1), Kind.ORGANISATION, text, 3, None), 2, 9.0)
    for lines in (companion_line(companion, cells, True), outlet_line((text, 2), cells, False)):
        assert len(lines) == 1
        assert sum(width(piece) for piece, _ in lines[0]) <= cells


def test_ways_to_write_a_name_are_one_whatever_their_case_and_the_commonest_comes_first() -> None:
    row = make_row()
    told = [
        Appearance(row, Passage("", 0, 0), Position(0, 0), 1, forms)
        for forms in (("Lind’s", "President Lind"), ("LIND", "ADA LIND", "Ada Lind's"), ("Lind",), ("Adas'",))
    ]
    assert other_forms("Ada Lind", told) == ["Lind", "Adas", "President Lind"]
