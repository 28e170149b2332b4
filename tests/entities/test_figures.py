"""Dates, times and amounts together: their values keep their form, whatever the text, and cost little."""

from __future__ import annotations

import re
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.entities.figures import figures
from tui_reader.models import Kind

_DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_TIME = rf"(?:{_DATE})?T\d\d:\d\d(?:[+-]\d\d:\d\d)?"
_NUMBER = r"-?\d+(?:\.\d+)?"
_FORMS = {
    Kind.DATE: rf"(?:{_DATE}(?:/{_DATE})?)?",
    Kind.TIME: rf"(?:{_TIME}(?:/{_TIME})?)?",
    Kind.MONEY: rf"(?:{_NUMBER}(?:/{_NUMBER})? [A-Z]{{3}})?",
    Kind.PERCENT: rf"(?:{_NUMBER}(?:/{_NUMBER})?)?",
}
_WORDS = (
    "1 2 3 12 31 99 0 000 1999 2026 1.500 1,200 1.5 ٣ ² May March Feb Friday Mon. last next this week year"
    " spring decade century ago a two half first quarter of the and to - – / . , : today GMT am p.m. noon at"
    " UTC+3 in by until $ € Rs N R USD million bn crore dollars rupees won pounds cents per cent % basis"
    " points will \n \u00a0 \u2009"
)
_PIECES = st.sampled_from(_WORDS.split(" ")) | st.text(max_size=3)


@given(st.lists(_PIECES, max_size=14), st.sampled_from(["", " "]), st.dates() | st.none())
def test_every_value_has_the_form_of_its_kind(pieces: list[str], between: str, today: date | None) -> None:
    text = between.join(pieces)
    for found in figures(text, today):
        assert found.text(text).strip() == found.text(text) != ""
        assert found.kind is not None
        assert re.fullmatch(_FORMS[found.kind], found.value), found


@pytest.mark.parametrize(
    "text",
    ["closed since 1500 GMT", "from 1900 EST", "in 1900 hours", "by 1200 UTC+2", "until 1800 local time"],
)
def test_a_time_in_four_digits_is_no_year(text: str) -> None:
    assert [found.kind for found in figures(text, None)] == [Kind.TIME]


def test_spaces_that_break_no_line_and_thin_ones_are_spaces() -> None:
    text = (
        "last week, 14 May 2025 at 5 p.m., 3 March 2025, from 9 a.m. EST, $5 million, 2 per cent, two euros"
    )
    plain = figures(text, date(2026, 5, 14))
    assert len(plain) == 8
    for space in "\u00a0\u202f\u2009":
        assert figures(text.replace(" ", space), date(2026, 5, 14)) == plain


@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_trouble(today: date) -> None:
    text = "last year, next century, this week, next Friday, on Friday, in May, 99 years ago, tomorrow"
    assert len(figures(text, today)) == 8


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        " ",
        " 111",
        "1,111,",
        "1.111.",
        "$1 ",
        "Rs 1 ",
        "May 1 ",
        "Friday ",
        "12 am - ",
        "a half ",
        "one hundred and ",
        "two million ",
        "1/2 ",
    ],
)
def test_a_text_that_is_made_to_take_long_takes_no_longer_than_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = process_time()
        figures(text, date(2026, 5, 14))
        return process_time() - start

    seconds(1_000)  # patterns are compiled on first use
    # Sixteen times the text takes 256 times as long where the time grows with the square.
    assert seconds(160_000) < 64 * max(seconds(10_000), 0.002)
