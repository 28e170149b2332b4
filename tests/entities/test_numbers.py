"""Numbers in words are read whole, and those that have no end in digits are left unsaid."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.entities.numbers import DIGITS, WORDS, number

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _spelt(value: int, and_: str) -> str:
    """Return a number in words, with "and" behind the hundreds or without."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= scale:
            rest = (
                f"{and_ if value % scale < 100 else ' '}{_spelt(value % scale, and_)}"
                if value % scale
                else ""
            )
            return f"{_spelt(value // scale, and_)} {name}{rest}"
    if value < 20:
        return _SMALL[value]
    return _TENS[value // 10] + (f"-{_SMALL[value % 10]}" if value % 10 else "")


@given(
    st.integers(0, 10**6)
    | st.builds(lambda some, many: some * 10**many, st.integers(1, 999), st.integers(3, 9)),
    st.sampled_from([" and ", " "]),
)
def test_a_number_in_words_is_read_whole(value: int, and_: str) -> None:
    words = _spelt(value, and_)
    assert re.fullmatch(WORDS, words)
    assert number(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("A hundred and ten", "110"),
        ("fifteen hundred", "1500"),
        ("half a million", "500000"),
        ("two-and-a-half thousand", "2500"),
        ("two point five million", "2500000"),
        ("two lakh crore", "2000000000000"),
        ("two crore fifty lakh", "25000000"),
        ("one thousand two hundred million", "1200000000"),
    ],
)
def test_scales_halves_and_points_are_part_of_a_number(words: str, value: str) -> None:
    assert re.fullmatch(WORDS, words)
    assert number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["two million three billion", "two dozen"])
def test_what_is_no_number_comes_to_none(words: str) -> None:
    assert number(words) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [("1/2", "0.5"), ("5 1/2", "5.5"), ("2-3/4", "2.75"), ("1/3", None), ("24/7", None), ("1/0", None)],
)
def test_a_fraction_is_read_with_its_whole_number(written: str, value: str | None) -> None:
    assert re.fullmatch(DIGITS, written)
    assert number(written) == (None if value is None else Decimal(value))
