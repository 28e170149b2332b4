"""Dates are found by rules, each with its value, and numbers that are none are left alone."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entities.marked import article, read_marks, write_marks
from tui_reader.entities import days
from tui_reader.entities.dates import dates
from tui_reader.entities.own_day import own_day
from tui_reader.entities.running_text import running_text
from tui_reader.values import replace

THURSDAY = date(2026, 5, 14)


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
        "a {date:2003} coup, around {date:2009}, forecasts for {date:2021}, around 2009 ships",
        "in {date:February} and {date:March} during",
        "in {date:2008}, {date:2016}, {date:2017} and {date:2021}.",
        "the {date:June} quarter, its {date:May} report, their {date:March} talks, the May Company",
        "in 1300 schools, one of 1200 students, won by 2010 votes",
        "after 1000 days, between 1200 and 1300 homes, since {date:2010} prices rose",
        "in {date:2010} was, in {date:2011} this, in {date:2012} less, the {date:2008} floods",
        "from {date:2016} to {date:2019} shows, {date:2021/22} remains",
        "1800-1810 Pennsylvania Avenue, phone 1234-1999, pages 1426-1431",
        "in {date:1813-1814}, the {date:1895-96} season, Laura ({date:1850-1910}), (Iris, {date:1901–1999})",
        "version 3.2019, route 2019-A and 12019 sheep",
    ],
)
def test_dates_are_found_with_exact_ends(marked: str) -> None:
    text, _ = read_marks(marked)
    assert write_marks(text, dates(text)) == marked


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-05-14", "2026-05-14"),
        ("14/05/2026", "2026-05-14"),
        ("05/14/2026", "2026-05-14"),
        ("05.06.2026", "2026-06-05"),
        ("05/06/2026", ""),
        ("14 May 2024", "2024-05-14"),
        ("Tuesday, May 14, 2024", "2024-05-14"),
        ("30 February 2024", ""),
        ("3–5 June 2024", "2024-06-03/2024-06-05"),
        ("May 2026", "2026-05"),
        ("January to March 2021", "2021-01/2021-03"),
        ("summer of 2019", "2019-06/2019-08"),
        ("winter of 2020", "2020-12/2021-02"),
        ("third quarter of 2025", "2025-07/2025-09"),
        ("first half of 2025", "2025-01/2025-06"),
        ("Q3 2024", "2024-07/2024-09"),
        ("in 2019", "2019"),
        ("2019-21", "2019/2021"),
        ("2023/24", "2023/2024"),
        ("the 1990s", "1990/1999"),
        ("the ’90s", "1990/1999"),
        ("the 1800s", "1800/1899"),
        ("the 19th century", "1801/1900"),
        ("the 5th century BC", ""),
    ],
)
def test_a_date_that_says_its_year_has_a_value_whenever_it_was_written(text: str, value: str) -> None:
    assert [found.value for found in dates(text)] == [value]
    assert [found.value for found in dates(text, THURSDAY)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("today", "2026-05-14"),
        ("yesterday evening", "2026-05-13"),
        ("last night", "2026-05-13"),
        ("the day after tomorrow", "2026-05-16"),
        ("two weeks ago", "2026-04-30"),
        ("a month ago", "2026-04"),
        ("ten years ago", "2016"),
        ("a hundred and fifty years ago", "1876"),
        ("a century ago", "1926"),
        ("several years ago", ""),
        ("this week", "2026-05-11/2026-05-17"),
        ("last weekend", "2026-05-09/2026-05-10"),
        ("next month", "2026-06"),
        ("last quarter", "2026-01/2026-03"),
        ("last year", "2025"),
        ("this decade", "2020/2029"),
        ("last century", "1901/2000"),
        ("this spring", "2026-03/2026-05"),
        ("last winter", "2025-12/2026-02"),
        ("next summer", "2026-06/2026-08"),
        ("first half of the year", "2026-01/2026-06"),
        ("August last year", "2025-08"),
        ("7 June last year", "2025-06-07"),
        ("Tuesday last week", "2026-05-05"),
        ("last Thursday", "2026-05-07"),
        ("next Thursday", "2026-05-21"),
        ("last May", "2025-05"),
        ("next March", "2027-03"),
        ("this coming Saturday", "2026-05-16"),
        ("every Friday", ""),
        ("14 May", "2026-05-14"),
        ("1 June", "2026-06-01"),
        ("2 January", "2026-01-02"),
        ("20 December", "2025-12-20"),
        ("Sunday, 6 April", "2025-04-06"),
        ("May 3 and 4", "2026-05-03/2026-05-04"),
        ("May 3 and 9", ""),
    ],
)
def test_a_date_is_told_from_the_day_of_the_article(text: str, value: str) -> None:
    assert [found.value for found in dates(text, THURSDAY)] == [value]
    assert [found.value for found in dates(text)] == [""]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She said so on Thursday.", "2026-05-14"),
        ("She said so on Friday.", "2026-05-08"),
        ("The bridge will open on Friday.", "2026-05-15"),
        ("On Friday, the court will rule.", "2026-05-15"),
        ("On Friday, he was freed. Others will be.", "2026-05-08"),
        ("He told reporters on Friday that it will rain.", "2026-05-08"),
        ("The board, due to meet on 9 June, on Friday dismissed him.", "2026-05-08"),
        ("It was scheduled for Friday.", "2026-05-15"),
        ("The roads must be clear by Friday.", "2026-05-15"),
        ("It was reported this Sunday.", "2026-05-10"),
        ("The funeral will be held on Monday.", "2026-05-18"),
        ("The bridge would then be formally opened on Monday.", "2026-05-18"),
        ("The treaty is expected to be signed on Monday.", "2026-05-18"),
        ("The storm will hit on Monday.", "2026-05-18"),
        ("It’ll get finished on Monday.", "2026-05-18"),
        ("He may have been killed on Monday.", "2026-05-11"),
        ("He was likely killed on Monday.", "2026-05-11"),
        ("The will was read on Monday.", "2026-05-11"),
        ("It will be shown in March.", "2027-03"),
        ("She left in October.", "2025-10"),
        ("The term expires in October.", "2026-10"),
        ("He left on 12 January.", "2026-01-12"),
        ("It will begin on 12 January.", "2027-01-12"),
    ],
)
def test_what_a_sentence_tells_of_decides_between_the_last_and_the_next(text: str, value: str) -> None:
    assert [found.value for found in dates(text, THURSDAY)][-1] == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Prices rose from March to April.", ["2026-03", "2026-04"]),
        ("Sales fell from November to January.", ["2025-11", "2026-01"]),
        ("It announces a curfew from Monday.", ["2026-05-18"]),
        ("It shrank in the April-June quarter.", ["2025-04", "2025-06"]),
        ("The fair will run from Monday to Thursday.", ["2026-05-18", "2026-05-21"]),
        ("They met from Friday to Sunday.", ["2026-05-08", "2026-05-10"]),
        ("Open from Monday to Friday.", ["", ""]),
        ("The road was closed from Monday.", ["2026-05-11"]),
    ],
)
def test_two_ends_lie_on_the_same_side_in_their_order(text: str, values: list[str]) -> None:
    assert [found.value for found in dates(text, THURSDAY)] == values


_UNITS = [
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "spring",
    "winter",
]


@given(st.dates(date(200, 1, 1), date(9700, 1, 1)), st.sampled_from(_UNITS))
def test_this_one_lies_between_the_last_and_the_next(today: date, unit: str) -> None:
    last, this, following = (days.period(unit, today, step) for step in (-1, 0, 1))
    assert last <= this <= following
    assert last < following


@given(st.dates(), st.integers(0, 6))
def test_the_last_and_the_next_weekday_are_less_than_a_week_away(today: date, weekday: int) -> None:
    for step in (-2, -1, 1, 2):
        value = days.weekday_near(weekday, today, step)
        if value:
            found = date.fromisoformat(value)
            assert found.weekday() == weekday
            assert abs((found - today).days) <= (7 if abs(step) == 2 else 6)
            assert (found - today).days * step >= (0 if abs(step) == 1 else 2)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Rain", "OSLO, 14 May 2026 (NTB) – It rained on Friday."], date(2026, 5, 14)),
        (["Rain", "By Ada Lind", "14 May 2026", "It rained."], date(2026, 5, 14)),
        (["Rain", "It rained on 14 May 2026 in Oslo."], None),
        (["Rain", "It rained on 14 May 2026."], None),
        (["Rain", "OSLO, 14 May – It rained."], None),
    ],
)
def test_the_day_of_an_article_without_one_is_read_from_its_dateline(
    lines: list[str], day: date | None
) -> None:
    document = article(*lines)
    assert own_day(document, running_text(document)) == day


def test_the_day_of_an_article_is_that_of_its_own_place() -> None:
    late = datetime(2026, 5, 14, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    document = replace(article("", "OSLO, 3 May 2020 – Rain."), published=late)
    assert own_day(document, running_text(document)) == THURSDAY
