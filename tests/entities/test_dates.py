"""Dates are found by rules, and numbers that are none are left alone."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities.dates import dates


@pytest.mark.parametrize(
    "marked",
    [
        "on {date:14 May 2024} it rained",
        "on {date:Tuesday, May 14, 2024}, it rained",
        "on the 3rd of the month",
        "from {date:3–5 June} on",
        "by {date:2024-05-14}, not 2024-15-14",
        "since {date:March 2021} and in {date:May}",
        "in {date:June} and {date:July}",
        "{date:last Tuesday} and {date:next month}",
        "{date:this spring}, as in the {date:summer of 2019}",
        "on {date:Friday evening}, but Black Friday and Good Friday",
        "in {date:2019}, between {date:2003} and {date:2007}, in {date:2010-12}",
        "in the {date:1990s} and the {date:19th century}",
        "the {date:first quarter of 2023} and {date:Q3 2023}",
        "{date:three weeks ago} and {date:yesterday}",
        "the ship ({date:1954}) sank",
        "{date:Sept. 3}, {date:3 Dec 1999}",
        "They may march in 1500 people with 2000 more",
        "Theresa May met Mr March at 10:30",
        "version 3.2019, route 2019-A and 12019 sheep",
    ],
)
def test_dates_are_found_with_exact_ends(marked: str) -> None:
    text, _ = read_marks(marked)
    assert write_marks(text, dates(text)) == marked
