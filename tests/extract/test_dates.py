from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.extract.dates import date_in_address, most_exact, parsed_date

FORMS = [
    ("2024-04-05T10:30:00+02:00", "2024-04-05T10:30:00+02:00"),
    ("2024-04-05T10:30:00.123Z", "2024-04-05T10:30:00+00:00"),
    ("2024-04-05T10:30:00-05:00[America/New_York]", "2024-04-05T10:30:00-05:00"),
    ("2024-04-05 10:30:00 +0530", "2024-04-05T10:30:00+05:30"),
    ("2024-04-05 10:30", "2024-04-05T10:30:00"),
    ("2024-04-05", "2024-04-05T00:00:00"),
    ("20240405T103000Z", "2024-04-05T10:30:00+00:00"),
    ("1712312400", "2024-04-05T10:20:00+00:00"),
    ("1712312400000", "2024-04-05T10:20:00+00:00"),
    ("Fri, 05 Apr 2024 10:30:00 +0200", "2024-04-05T10:30:00+02:00"),
    ("Fri Apr 05 2024 10:30:00 GMT+0200 (CEST)", "2024-04-05T10:30:00+02:00"),
    ("2024/4/5", "2024-04-05T00:00:00"),
    ("April 5th, 2024", "2024-04-05T00:00:00"),
    ("Apr. 5, 2024 at 10:30 p.m. EDT", "2024-04-05T22:30:00-04:00"),
    ("April 5, 2024 12:05 AM", "2024-04-05T00:05:00"),
    ("Published on 5 Sept. 2024", "2024-09-05T00:00:00"),
    ("5-Apr-2024", "2024-04-05T00:00:00"),
]


@pytest.mark.parametrize(("text", "moment"), FORMS)
def test_a_moment_is_understood_with_the_zone_that_it_is_given(text: str, moment: str) -> None:
    assert parsed_date(text) == datetime.fromisoformat(moment)
    assert str(parsed_date(text)) == str(datetime.fromisoformat(moment))


@pytest.mark.parametrize(
    "text",
    [
        "24 novembre 2025",
        "lundi 24 novembre 2025 à 10h30",
        "24. November 2025",
        "24 de noviembre de 2025",
        "24 de novembro de 2025 às 10h30",
        "24 novembre 2025, ore 10:30",
        "24 de novembre del 2025",
        "24 ноября 2025",
        "24 листопада 2025 року",
        "24 Kasım 2025 Pazartesi",
        "24 marraskuuta 2025",
        "24. studenoga 2025.",
        "2025. november 24.",
        "2025 m. lapkričio 24 d.",
        "Senin, 24 November 2025",
        "ngày 24 tháng 11 năm 2025",
        "2025年11月24日 10:30",
        "2025년 11월 24일",
        "2025. 11. 24. 10:30",
        "24 พ.ย. 2568",
        "24 พฤศจิกายน 2568",
        "٢٤ نوفمبر ٢٠٢٥",
        "24 تشرين الثاني 2025",
        "२४ नवंबर २०२५",
        "২৪ নভেম্বর ২০২৫",
        "24 Νοεμβρίου 2025",
        "24 בנובמבר 2025",
        "24.11.2025",
        "24/11/2025",
        "11/24/2025",
    ],
)
def test_a_day_is_understood_in_the_languages_of_the_news(text: str) -> None:
    found = parsed_date(text)
    assert found is not None
    assert found.date().isoformat() == "2025-11-24"


@pytest.mark.parametrize(("language", "month"), [("pl", 11), ("cs-CZ", 11), ("hr", 10), ("", 0)])
def test_a_month_that_languages_disagree_on_needs_the_language(language: str, month: int) -> None:
    found = parsed_date("24 listopada 2025", language)
    assert (found.month if found else 0) == month


@pytest.mark.parametrize(
    ("language", "day"),
    [("en-US", "2024-03-04"), ("en_GB", "2024-04-03"), ("fr", "2024-04-03"), ("en", "None"), ("", "None")],
)
def test_numbers_that_could_be_either_are_read_as_the_region_writes_them(language: str, day: str) -> None:
    assert str(parsed_date("3/4/2024", language)).partition(" ")[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2024-13-45",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "1970-01-01T00:00:00Z",
        "31 Feb 2024",
        "20",
        "January 2024",
        "12 reasons 2024",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parsed_date(text) is None


@given(st.text(max_size=60) | st.from_regex(r"[0-9/:.+TZ -]{4,30}", fullmatch=True))
def test_no_text_is_too_odd_to_be_asked_for_a_date(text: str) -> None:
    found = parsed_date(text)
    assert found is None or 1800 <= found.year <= 2100
    assert date_in_address(f"https://x.example/{text}") is None or "20" in text or "19" in text


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2024/04/05/ferry", "2024-04-05"),
        ("/2024/apr/05/ferry", "2024-04-05"),
        ("/2024-04-05-ferry", "2024-04-05"),
        ("/ferry-20240405.html", "2024-04-05"),
        ("/2024/04/ferry", None),
        ("/2024/04/05-best-ferries", None),
        ("/2024/02/31/", None),
        ("/article-41763068.html", None),
    ],
)
def test_a_day_is_read_out_of_an_address(path: str, day: str | None) -> None:
    found = date_in_address(f"https://x.example{path}")
    assert (found.date().isoformat() if found else None) == day


def test_of_statements_about_a_day_the_first_that_tells_time_and_zone_is_taken() -> None:
    day, clock = datetime(2024, 4, 5), datetime(2024, 4, 5, 8, 30)
    zoned = datetime(2024, 4, 5, 10, 30, tzinfo=timezone(timedelta(hours=2)))
    other = datetime(2024, 4, 6, 10, 30, tzinfo=UTC)
    assert most_exact([day, clock, zoned, other]) == zoned
    assert most_exact([other, zoned]) == other
    assert most_exact([day]) == datetime(2024, 4, 5, tzinfo=UTC)
    assert most_exact([]) is None
