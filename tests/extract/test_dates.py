from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui_reader.extract.dates import date_in_address, parsed_date


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-04-05T10:30:00+02:00", datetime(2024, 4, 5, 8, 30, tzinfo=UTC)),
        ("2024-04-05T10:30:00.123Z", datetime(2024, 4, 5, 10, 30, 0, 123000, tzinfo=UTC)),
        ("2024-04-05 10:30", datetime(2024, 4, 5, 10, 30, tzinfo=UTC)),
        ("2024-04-05", datetime(2024, 4, 5, tzinfo=UTC)),
        ("Fri, 05 Apr 2024 10:30:00 +0200", datetime(2024, 4, 5, 8, 30, tzinfo=UTC)),
        ("2024/4/5", datetime(2024, 4, 5, tzinfo=UTC)),
        ("April 5th, 2024", datetime(2024, 4, 5, tzinfo=UTC)),
        ("Published on 5 Sept. 2024", datetime(2024, 9, 5, tzinfo=UTC)),
    ],
)
def test_a_date_is_understood_in_many_forms(text: str, moment: datetime) -> None:
    assert parsed_date(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2024-13-45",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "31 Feb 2024",
        "20",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parsed_date(text) is None


def test_a_day_is_read_out_of_an_address() -> None:
    assert date_in_address("https://x.example/2024/04/05/ferry") == datetime(2024, 4, 5, tzinfo=UTC)
    assert date_in_address("https://x.example/2024/04/ferry") is None
    assert date_in_address("https://x.example/2024/02/31/") is None
