"""Reports of one event are one row of the list, which can be unfolded and corrected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests.shelf import Shelf
from tests.stories.labelled import labelled
from tests.ui.conftest import AppMaker
from tests.ui.driving import current_title, library_screen, press, screen_text, settle, titles
from tui_reader.library import Library
from tui_reader.values import replace

FIRE, POST, COPY = (report.document for report in labelled("tuning")[:3])
TRAIN = next(report.document for report in labelled("tuning") if "derails" in report.document.title)
SIZE = (120, 40)


@pytest.fixture
def reported(tmp_path: Path) -> Iterator[Library]:
    """Give a library with two reports of a fire, a copy of one, and an article on something else."""
    folder = tmp_path / "reported"
    shelf = Shelf(folder)
    for number, document in enumerate((FIRE, POST, TRAIN, COPY)):
        shelf.put(replace(document, url=f"https://example.org/{number}"))
    shelf.close()
    with FileLock(folder / "saver.lock"), Library(folder) as library:
        yield library


async def test_a_story_is_one_row_that_unfolds_and_folds(reported: Library, make_app: AppMaker) -> None:
    app = make_app(reported)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert titles(app) == [COPY.title, TRAIN.title]
        assert "2 reports, 1 copy" in screen_text(app)
        await press(pilot, "z")
        assert titles(app) == [COPY.title, POST.title, FIRE.title, TRAIN.title]
        await press(pilot, "j", "j")
        assert current_title(app) == FIRE.title
        await press(pilot, "z")
        assert titles(app) == [COPY.title, TRAIN.title]
        assert current_title(app) == COPY.title


async def test_a_report_under_another_opens_and_j_walks_through_what_is_shown(
    reported: Library, make_app: AppMaker
) -> None:
    app = make_app(reported)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "z", "j", "enter")
        assert POST.blocks[0].text[:30] in screen_text(app)
        await press(pilot, "J", "J", "q")
        assert current_title(app) == TRAIN.title


async def test_stories_are_not_folded_if_the_user_wants_that(reported: Library, make_app: AppMaker) -> None:
    app = make_app(reported)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "Z")
        assert titles(app) == [COPY.title, TRAIN.title, POST.title, FIRE.title]
        await press(pilot, "Z")
        assert titles(app) == [COPY.title, TRAIN.title]
    app = make_app(reported, fold_stories=False)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert len(titles(app)) == 4


async def test_an_article_is_taken_out_of_its_story_and_put_back_by_undo(
    reported: Library, make_app: AppMaker
) -> None:
    app = make_app(reported)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "z", "j", "X")
        assert titles(app) == [COPY.title, FIRE.title, TRAIN.title, POST.title]
        assert current_title(app) == POST.title
        await press(pilot, "u")
        assert titles(app) == [COPY.title, POST.title, FIRE.title, TRAIN.title]


async def test_a_search_and_the_trash_fold_nothing(reported: Library, make_app: AppMaker) -> None:
    app = make_app(reported)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"selby", "enter")
        assert len(titles(app)) == 3
        await press(pilot, "escape", "z", "v", "v", "v", "d", "d", "5")
        assert set(titles(app)) == {FIRE.title, POST.title, COPY.title}


@pytest.mark.parametrize("view", ["1", "2"])
async def test_what_is_done_to_a_folded_row_is_done_to_the_reports_under_it_as_one_step(
    reported: Library, make_app: AppMaker, view: str
) -> None:
    def flags() -> list[tuple[bool, bool, bool, bool]]:
        rows = sorted(reported.rows([1, 2, 3, 4]), key=lambda row: row.id)
        return [(row.is_read, row.is_starred, row.is_archived, row.is_trashed) for row in rows]

    app = make_app(reported)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        before = flags()
        for place, keys in enumerate(("m", "s", "A", "dd")):
            await press(pilot, view, "home", *keys)
            assert "3 articles" in screen_text(app)
            assert [each[place] for each in flags()] == [True, True, False, True]
            await press(pilot, "u")
            assert flags() == before


async def test_what_is_done_to_an_unfolded_row_is_done_to_it_alone(
    reported: Library, make_app: AppMaker
) -> None:
    app = make_app(reported)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "2", "z", "A")
        assert [row.id for row in reported.rows(reported.ids()) if row.is_archived] == [4]
        await press(pilot, "u", "j", "A")
        assert [row.id for row in reported.rows(reported.ids()) if row.is_archived] == [2]


async def test_selected_rows_stand_for_what_is_folded_under_them_and_only_a_split_does_not(
    reported: Library, make_app: AppMaker
) -> None:
    app = make_app(reported)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "v", "s")
        assert all(row.is_starred for row in reported.rows(reported.ids()))
        await press(pilot, "home", "X")
        assert set(titles(app)) == {COPY.title, TRAIN.title, POST.title}


async def test_the_cursor_stays_with_a_story_when_a_newer_report_comes_in(
    reported: Library, make_app: AppMaker, tmp_path: Path
) -> None:
    app = make_app(reported)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        shelf = Shelf(tmp_path / "reported")
        id = shelf.put(replace(FIRE, title="Once more", url="https://example.org/once-more"))
        with shelf.database.write() as connection:
            connection.execute("UPDATE article SET saved = saved + 86400 WHERE id = ?", (id,))
        shelf.close()
        library_screen(app).shelf.poll()
        await settle(pilot)
        assert titles(app) == ["Once more", TRAIN.title]
        assert current_title(app) == "Once more"


async def test_where_nothing_else_reports_it_the_keys_say_so(reported: Library, make_app: AppMaker) -> None:
    app = make_app(reported)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "z")
        assert "No other article here reports it." in screen_text(app)
        await press(pilot, "X")
        assert "No other article reports it." in screen_text(app)
