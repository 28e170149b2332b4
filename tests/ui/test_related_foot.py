from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shelf import document, names
from tests.ui.driving import press, settle
from tests.ui.reading import ReadingApp, Shelved, drawn, screen_of, shelved, text_of
from tui_reader.models import Flag, Names
from tui_reader.ui.screens.related import RelatedScreen
from tui_reader.ui.widgets.document_view import DocumentView
from tui_reader.values import replace

LONG = document(
    "The glacier",
    *(f"Ada Lind and Bo Moss climbed for hour {number}, past crevasses." for number in range(40)),
    words=400,
)
OTHER = document(
    "The rescue", *(f"On day {number} Bo Moss looked for Ada Lind." for number in range(6)), words=60
)
BREAD = document("The price of bread", "It is up again.", words=4)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelved]:
    people = {"Ada_Lind": "person", "Bo_Moss": "person"}
    articles = [(text, names(text, **people)) for text in (LONG, OTHER)]
    with shelved(tmp_path, *articles, (BREAD, Names())) as shelf:
        yield shelf


async def test_related_articles_stand_below_the_text_with_the_reason(shelf: Shelved) -> None:
    app = ReadingApp(*shelf)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert text_of(pilot).whereabouts().share == 0
        await press(pilot, "G")
        below = drawn(pilot).split("past crevasses.")[-1].split("\n")
        assert [line.strip() for line in below] == [
            "",
            "",
            "Related",
            "1  The rescue",
            "Example · 1 Feb 2026 · both: Ada Lind, Bo Moss",
            "",
        ]


async def test_a_long_name_of_an_outlet_leaves_room_for_the_reason(tmp_path: Path) -> None:
    people = {"Ada_Lind": "person", "Bo_Moss": "person"}
    far = replace(OTHER, site="The Daily Post of the Northern Isles and Their Surroundings")
    with shelved(tmp_path, *((text, names(text, **people)) for text in (LONG, far))) as shelf:
        app = ReadingApp(*shelf)
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "G")
            assert "The Daily Post of the N… · 1 Feb 2026 · both: Ada Lind, Bo Moss" in drawn(pilot)


async def test_the_text_is_read_when_its_last_line_shows_and_not_its_foot(shelf: Shelved) -> None:
    app = ReadingApp(*shelf)
    async with app.run_test() as pilot:
        await settle(pilot)
        text = text_of(pilot)
        await press(pilot, "G")
        while "hour 39" in drawn(pilot):
            await press(pilot, "k")
        assert text.whereabouts().share < 1
        await press(pilot, "j")
        assert "Related" not in drawn(pilot)
        assert text.whereabouts().share == 1


async def test_a_number_opens_a_related_article_and_going_back_leads_to_the_place(shelf: Shelved) -> None:
    app = ReadingApp(*shelf)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "}", "}", "}")
        place = text_of(pilot).position
        first = screen_of(pilot)
        await press(pilot, "R")
        assert isinstance(app.screen, RelatedScreen)
        await press(pilot, "1")
        assert "The rescue" in drawn(pilot)
        await press(pilot, "q")
        assert screen_of(pilot) is first
        assert text_of(pilot).position == place


async def test_enter_and_a_click_open_one_too(shelf: Shelved) -> None:
    app = ReadingApp(*shelf)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "R", "9", "j", "k", "enter")
        assert "The rescue" in drawn(pilot)
        await press(pilot, "q", "G")
        row = next(y for y, line in enumerate(drawn(pilot).split("\n")) if "both: Ada Lind" in line)
        await pilot.click(DocumentView, offset=(10, row))
        await settle(pilot)
        assert "On day 0" in drawn(pilot)


async def test_an_article_that_has_to_do_with_no_other_has_no_foot(shelf: Shelved) -> None:
    library, ids = shelf
    app = ReadingApp(library, ids[2:])
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "Related" not in drawn(pilot)
        await press(pilot, "R")
        assert not isinstance(app.screen, RelatedScreen)
        assert "No article has much to do with this one." in screen_of(pilot).status.message


async def test_the_foot_goes_with_the_article_that_is_put_in_the_trash(shelf: Shelved) -> None:
    library, ids = shelf
    app = ReadingApp(library, ids)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "G")
        assert "The rescue" in drawn(pilot)
        library.mark([ids[1]], Flag.TRASHED, True)
        screen_of(pilot).look()
        await settle(pilot)
        assert "Related" not in drawn(pilot)
        assert "hour 39" in drawn(pilot)


async def test_the_next_article_has_its_own_foot(shelf: Shelved) -> None:
    app = ReadingApp(*shelf)
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "J", "G")
        assert "1  The glacier" in drawn(pilot)
        await press(pilot, "J")
        assert "Related" not in drawn(pilot)


async def test_the_whole_page_and_another_width_keep_to_the_foot_of_the_text(shelf: Shelved) -> None:
    app = ReadingApp(*shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "G", "<", "<", "<", "G")
        assert "1  The rescue" in drawn(pilot)
        assert max(len(line.strip()) for line in drawn(pilot).split("\n")) <= 60
