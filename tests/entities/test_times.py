"""Times of the day are found by rules, each with its hour and the day by it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities.figures import figures
from tui_reader.entities.times import times
from tui_reader.models import Kind

THURSDAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    "marked",
    [
        "at {time:3:00 pm}, from the square, around {time:6pm}.",
        "until about {time:11:30}, when the ferry left at {time:noon}",
        "from {time:10am to 5pm} and {time:9-11 a.m.}, by {time:nine o’clock}",
        "at {time:16:30 GMT}, {time:0900 UTC} and {time:1500 hours}",
        "at about {time:5 in the morning}",
        "at {time:10:15:30 GMT}, at {time:10:15:30}, {time:15:00 UTC+3} and {time:5pm (UTC+5:30)}",
        "the midnight oil, 13 pm, 25:30, verse 10:30, a score of 2:1",
    ],
)
def test_times_are_found_with_exact_ends(marked: str) -> None:
    text, _ = read_marks(marked)
    assert write_marks(text, times(text)) == marked


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4 p.m.", "T16:00"),
        ("12 am", "T00:00"),
        ("12.15pm", "T12:15"),
        ("16:30 GMT", "T16:30+00:00"),
        ("9.30am EST", "T09:30-05:00"),
        ("9.30am IST", "T09:30"),
        ("10am to 5pm", "T10:00/T17:00"),
        ("9-11 a.m.", "T09:00/T11:00"),
        ("9 to 5 p.m.", "T09:00/T17:00"),
        ("11-1pm", "T11:00/T13:00"),
        ("10:30-12:30pm", "T10:30/T12:30"),
        ("12-2pm", "T12:00/T14:00"),
        ("10 to 2 a.m.", "T22:00/T02:00"),
        ("15:00 UTC+3", "T15:00+03:00"),
        ("18:00 UTC-03:00", "T18:00-03:00"),
        ("1500 GMT+1", "T15:00+01:00"),
        ("5pm (UTC+5:30)", "T17:00+05:30"),
        ("10:15:30 GMT", "T10:15+00:00"),
        ("1900 local time", "T19:00"),
        ("at midnight", "T00:00"),
        ("at 9 in the evening", "T21:00"),
        ("nine o'clock", ""),
    ],
)
def test_a_time_is_told_as_iso_8601_has_it(text: str, value: str) -> None:
    (found,) = times(text)
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began at 4 p.m. on Friday.", "2026-05-08T16:00"),
        ("It begins on 20 May at 16:30 GMT.", "2026-05-20T16:30+00:00"),
        ("It began yesterday, 10am to 5pm.", "2026-05-13T10:00/2026-05-13T17:00"),
        ("It began at 4 p.m. Nobody came on Friday.", "T16:00"),
        ("It was shut from 10 p.m. to 2 a.m. on Friday.", "2026-05-08T22:00/2026-05-09T02:00"),
        ("It began at 4 p.m. in May.", "T16:00"),
    ],
)
def test_a_time_is_on_the_day_that_stands_by_it(text: str, value: str) -> None:
    assert [found.value for found in figures(text, THURSDAY) if found.kind is Kind.TIME] == [value]
