from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.reading.sparkline import sparkline

_FIRST = date(2026, 1, 5)


def _weeks(*counts: int) -> list[tuple[date, int]]:
    return [(_FIRST + timedelta(weeks=week), count) for week, count in enumerate(counts) if count]


@pytest.mark.parametrize(
    ("counts", "cells", "line"),
    [
        ((8, 4, 1), 10, "█▄▁"),
        ((3,), 10, "█"),
        ((5, 0, 0, 5), 10, "█  █"),
        ((1, 1, 8, 8), 2, "▁█"),
        ((8, 2, 2), 2, "█▄"),
        ((), 10, ""),
        ((1,), 0, ""),
    ],
)
def test_the_height_of_a_bar_is_how_often_it_occurs(counts: tuple[int, ...], cells: int, line: str) -> None:
    assert sparkline(_weeks(*counts), cells) == line


@given(st.lists(st.integers(0, 99), max_size=300), st.integers(1, 60))
def test_it_fits_its_room_and_begins_and_ends_with_something(counts: list[int], cells: int) -> None:
    weeks = _weeks(*counts)
    line = sparkline(weeks, cells)
    assert len(line) <= cells
    assert bool(line) == bool(weeks)
    assert line == line.strip()
    assert not line or "█" in line
