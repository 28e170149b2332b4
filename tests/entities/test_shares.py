"""Shares in per cent are found by rules, each with its number."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities.shares import shares


@pytest.mark.parametrize(
    "marked",
    [
        "rose {percent:0.3%}, {percent:2 to 3 per cent}, {percent:50 basis points}",
        "{percent:five per cent} and {percent:-0.5%}, {percent:20,5 %}",
        "up {percent:10 percentage points} to {percent:ninety-five percent}, by {percent:a few per cent}",
        "a percentage of the 40 points, per cent",
    ],
)
def test_shares_are_found_with_exact_ends(marked: str) -> None:
    text, _ = read_marks(marked)
    assert write_marks(text, shares(text)) == marked


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5 per cent", "12.5"),
        ("20.10%", "20.1"),
        ("20,5 %", "20.5"),
        ("100 percent", "100"),
        ("five per cent", "5"),
        ("ninety-five percent", "95"),
        ("one hundred and ten per cent", "110"),
        ("5 1/2 percent", "5.5"),
        ("minus five percent", "-5"),
        ("-2 to -3%", "-2/-3"),
        ("minus two to plus three per cent", "-2/3"),
        ("half a per cent", "0.5"),
        ("25 basis points", "0.25"),
        ("2 to 3 per cent", "2/3"),
        ("two to three per cent", "2/3"),
        ("2%-3%", "2/3"),
        ("-0.5%", "-0.5"),
        ("minus 3 percent", "-3"),
        ("several percent", ""),
    ],
)
def test_a_share_comes_to_a_number(text: str, value: str) -> None:
    (found,) = shares(text)
    assert found.value == value
