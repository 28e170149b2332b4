"""Names are corrected on the screens."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

import pytest

from tests.shelf import Shelf, document, names
from tests.ui.conftest import AppMaker
from tests.ui.driving import Driver, press, screen_text, settle, write
from tui_reader.dossiers import EntityRow
from tui_reader.library import Library
from tui_reader.models import ArticleId, Kind
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.correcting import correct
from tui_reader.ui.screens.article import ArticleScreen
from tui_reader.ui.screens.dossier import DossierScreen
from tui_reader.ui.screens.entities import EntitiesScreen
from tui_reader.ui.screens.help import HelpScreen


@pytest.fixture
def named(empty_library: Library) -> Library:
    """Give a library of two articles that name the same."""
    shelf = Shelf(empty_library.folder)
    for title in ("Rivers", "Chess"):
        text = document(title, "Burma, now Myanmar, as Ada Lind says.")
        shelf.put(text, names(text, Burma="place", Myanmar="place", Ada_Lind="person"))
    shelf.close()
    return empty_library


def _entity(library: Library, name: str) -> EntityRow:
    (found,) = library.names.named(name)
    return found


async def _correct(
    app: ReaderApp, name: str, *keys: str, text: str | None = None, article: ArticleId | None = None
) -> tuple[str, list[str]]:
    """Correct a name by these keys and a text; return the last question and what was said."""
    said: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        correct(app.screen, app.library, _entity(app.library, name), said.append, article=article)
        await settle(pilot)
        await press(pilot, *keys)
        if text is not None:
            await write(pilot, text)
        asked = screen_text(app)
        if text is not None:
            await press(pilot, "enter")
        await settle(pilot)
    return asked, said


async def test_a_name_is_merged_into_one_that_is_offered(named: Library, make_app: AppMaker) -> None:
    asked, said = await _correct(make_app(named), "Burma", "m", text="mya")
    assert "“Burma” is the same as" in asked
    assert said == ["“Burma” is “Myanmar” now."]
    assert _entity(named, "Burma").name == "Myanmar"


async def test_a_name_is_not_offered_to_be_the_same_as_itself(named: Library, make_app: AppMaker) -> None:
    asked, _ = await _correct(make_app(named), "Burma", "m")
    offered = asked.partition("is the same as")[2]
    assert "Myanmar" in offered
    assert "Ada Lind" in offered
    assert "Burma" not in offered


async def test_each_name_that_is_offered_has_one_line_also_beside_a_scroll_bar(
    empty_library: Library, make_app: AppMaker
) -> None:
    places = [f"{letter}ville" for letter in "ABCDEFGHIJKLMN"]
    shelf = Shelf(empty_library.folder)
    text = document("Places", ", ".join(places))
    shelf.put(text, names(text, **dict.fromkeys(places, "place")))
    shelf.close()
    asked, _ = await _correct(make_app(empty_library), "Aville", "m")
    offered = [line for line in asked.split("\n") if "ville   " in line]
    assert len(offered) == 10
    assert all(re.search(r"[B-K]ville +place +1\b", line) for line in offered)


async def test_a_name_is_changed(named: Library, make_app: AppMaker) -> None:
    _, said = await _correct(make_app(named), "Ada Lind", "r", text="-Berg")
    assert said == ["It is called “Ada Lind-Berg” now."]
    assert _entity(named, "Berg").name == "Ada Lind-Berg"


async def test_a_kind_is_changed(named: Library, make_app: AppMaker) -> None:
    _, said = await _correct(make_app(named), "Burma", "t", "j", "j", "enter")
    assert said == ["“Burma” is of the kind “other name” now."]
    assert _entity(named, "Burma").kind is Kind.OTHER


async def test_what_is_no_name_goes(named: Library, make_app: AppMaker) -> None:
    _, said = await _correct(make_app(named), "Burma", "x")
    assert said == ["“Burma” is no name."]
    assert named.names.named("Burma") == []


async def test_a_name_is_another_one_in_the_article_where_it_was_chosen(
    named: Library, make_app: AppMaker
) -> None:
    _, said = await _correct(make_app(named), "Ada Lind", "s", text="(chess)", article=ArticleId(2))
    assert said == ["In this article it is “Ada Lind (chess)”."]
    assert [each.name for each in named.names.in_article(ArticleId(2))] == [
        *("Burma", "Myanmar", "Ada Lind (chess)")
    ]
    assert _entity(named, "Ada Lind (chess)").articles == 1


async def test_outside_an_article_there_is_nothing_to_split(named: Library, make_app: AppMaker) -> None:
    asked, said = await _correct(make_app(named), "Ada Lind", "s")
    assert "In this article" not in asked
    assert said == []


async def test_a_correction_that_makes_no_sense_is_told(named: Library, make_app: AppMaker) -> None:
    app = make_app(named)
    told: list[str] = []
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        correct(app.screen, named, _entity(named, "Burma"), told.append)
        await settle(pilot)
        await press(pilot, "r", "home", *["delete"] * 5)
        await write(pilot, "Myanmar")
        await press(pilot, "enter")
        assert "merge the two instead" in " ".join(screen_text(app).split())
    assert told == []


async def test_a_correction_is_left_without_a_change(named: Library, make_app: AppMaker) -> None:
    _, said = await _correct(make_app(named), "Burma", "escape")
    assert said == []
    _, said = await _correct(make_app(named), "Burma", "r", "escape")
    assert said == []


def _names_of(app: ReaderApp) -> list[str]:
    screen = app.screen
    assert isinstance(screen, ArticleScreen)
    return [entity.name for entity in screen.reader._people.entities]


async def test_a_name_of_the_open_article_is_corrected_and_that_is_undone(
    named: Library, make_app: AppMaker
) -> None:
    app = make_app(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "C")
        assert isinstance(app.screen, ArticleScreen)  # nothing is chosen yet
        assert "No name is chosen: e goes to the next one." in screen_text(app)
        await press(pilot, "e", "C", "x")
        assert _names_of(app) == ["Myanmar", "Ada Lind"]
        assert "is no name" in screen_text(app)
        await press(pilot, "u")
        assert _names_of(app) == ["Burma", "Myanmar", "Ada Lind"]


async def test_a_name_is_followed_from_the_text_and_from_the_panel(
    named: Library, make_app: AppMaker
) -> None:
    app = make_app(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "e", "f")
        assert [each.entity.name for each in named.names.followed()] == ["Burma"]
        await press(pilot, "p", "g", "g", "f")
        assert {each.entity.name for each in named.names.followed()} == {"Ada Lind", "Burma"}
        assert "Following “Ada Lind”" in screen_text(app)


async def test_a_dossier_goes_when_its_name_is_another(named: Library, make_app: AppMaker) -> None:
    app = make_app(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "E", "j", "enter")
        assert isinstance(app.screen, DossierScreen)
        await press(pilot, "f", "C", "m", "enter")
        assert isinstance(app.screen, EntitiesScreen)
        assert len(named.names.listed(None)) == 2


@asynccontextmanager
async def _while_another_program_writes(pilot: Driver, library: Library) -> AsyncIterator[None]:
    """Hold the library's lock for a while, then wait for all that waited for it."""
    with closing(sqlite3.connect(library.folder / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    await settle(pilot)


async def test_who_leaves_before_a_name_is_corrected_stays_where_that_leads(
    named: Library, make_app: AppMaker
) -> None:
    app = make_app(named)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "E", "j", "enter", "C")
        async with _while_another_program_writes(pilot, named):
            await pilot.press("x", "escape")
            assert isinstance(app.screen, EntitiesScreen)
        assert isinstance(app.screen, EntitiesScreen)
        assert "is no name" in screen_text(app)
        assert len(named.names.listed(None)) == 2


async def test_what_lies_above_a_dossier_stays_when_the_name_goes(named: Library, make_app: AppMaker) -> None:
    app = make_app(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "E", "j", "enter", "C")
        async with _while_another_program_writes(pilot, named):
            await pilot.press("x", "question_mark")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, DossierScreen)
        assert "No article names it any more." in screen_text(app)


async def test_keys_are_answered_while_a_correction_is_taken_back(named: Library, make_app: AppMaker) -> None:
    app = make_app(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "E", "C", "x")
        async with _while_another_program_writes(pilot, named):
            await pilot.press("u", "question_mark")
            assert isinstance(app.screen, HelpScreen)
            assert len(named.names.listed(None)) == 2
        assert len(named.names.listed(None)) == 3


async def test_a_name_is_corrected_in_the_list_of_names(named: Library, make_app: AppMaker) -> None:
    app = make_app(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "E", "C", "x")
        assert len(named.names.listed(None)) == 2
        await press(pilot, "u")
        assert len(named.names.listed(None)) == 3
        assert "Undone" in screen_text(app)


async def test_following_a_name_lets_go_of_nothing(named: Library, make_app: AppMaker) -> None:
    app = make_app(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "M", "e", "f")
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.reader.text.chosen is not None
        assert not named.rows([ArticleId(2)])[0].is_read
        await press(pilot, "f")
        assert named.names.followed() == []


async def test_a_correction_leaves_an_article_unread_that_was_marked_so(
    named: Library, make_app: AppMaker
) -> None:
    app = make_app(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "M", "e", "C", "x")
        assert _names_of(app) == ["Myanmar", "Ada Lind"]
        assert not named.rows([ArticleId(2)])[0].is_read


async def test_a_choice_in_an_article_that_was_left_says_nothing(named: Library, make_app: AppMaker) -> None:
    shelf = Shelf(named.folder)
    shelf.put(text := document("Ice", "Only Oslo."), names(text, Oslo="place"))
    shelf.close()
    app = make_app(named)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        screen.reader.text.choose(2)
        screen.action_go("next")
        await settle(pilot)
        assert _names_of(app) == ["Oslo"]
        assert "Oslo" in screen_text(app)


async def test_a_key_pressed_twice_opens_one_dialog(named: Library, make_app: AppMaker) -> None:
    app = make_app(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "e")
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        screen.reader.text.action_correct()
        screen.reader.text.action_correct()
        await settle(pilot)
        await press(pilot, "escape")
        assert app.screen is screen
