"""From a name to everything about it, from there into the articles, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from rich.style import Style as Look
from textual.pilot import Pilot

from tests.shelf import SAVED, document, names
from tests.ui.driving import press, settle
from tests.ui.reading import ReadingApp, Shelved, drawn, screen_of, shelved, text_of
from tui_reader.dossiers import EntityId
from tui_reader.library import Library
from tui_reader.models import Document, Flag, Kind, Names, Position
from tui_reader.ui.screens.article import ArticleScreen
from tui_reader.ui.screens.dossier import PAGE, DossierScreen
from tui_reader.ui.widgets.dossier_head import DossierHead
from tui_reader.ui.widgets.entry_list import EntryList
from tui_reader.ui.widgets.names_panel import NamesPanel
from tui_reader.values import replace

NARROW, WIDE = (80, 24), (120, 40)
FILLER = tuple(f"Paragraph {number} has nothing to say about anybody at all." for number in range(30))


def story(number: int, *paragraphs: str, site: str = "Example") -> tuple[Document, Names]:
    """An article that came out so many days before the first was saved, with the names of the family."""
    article = document(f"Story {number}", *paragraphs, site=site)
    article = replace(article, published=SAVED - timedelta(days=number))
    return article, names(article, Ada_Lind="person", Bo_Moss="person", Oslo="place")


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelved]:
    with shelved(
        tmp_path / "library",
        story(0, "Ada Lind met Bo Moss.", "It rained on both."),
        story(10, *FILLER, "In Oslo it was Ada Lind who spoke first.", *FILLER, site="The Wire"),
        story(70, "Ada Lind and Bo Moss left Oslo.", site="The Wire"),
        story(90, "Nobody was in Oslo."),
        (document("Rain", "It rained."), Names()),
    ) as shelf:
        yield shelf


def dossier_of(pilot: Pilot[None]) -> DossierScreen:
    screen = pilot.app.screen
    assert isinstance(screen, DossierScreen)
    return screen


def entries(pilot: Pilot[None], part: str = "mentions") -> EntryList[object]:
    return dossier_of(pilot).query_one(f"#{part}", EntryList)


def lines(pilot: Pilot[None]) -> list[str]:
    """What the screen shows."""
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def lit_text(pilot: Pilot[None]) -> str:
    """The text of the chosen mention."""
    screen, mention = screen_of(pilot), text_of(pilot).chosen
    assert mention is not None
    return screen._article.document.blocks[mention.block].text[mention.start : mention.end]


def id_of(library: Library, name: str) -> EntityId:
    (entity,) = library.names.named(name)
    return entity.id


async def test_enter_on_a_name_in_the_text_tells_everything_about_it(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ArticleScreen)  # no name is chosen yet
        await press(pilot, "e", "enter")
        assert dossier_of(pilot).query_one(DossierHead)
        shown = lines(pilot)
        assert shown[1] == "  Ada Lind   person"
        assert shown[2].startswith("  3 articles · 21 Dec 2025 – 1 Mar 2026   ")
        assert [line for line in shown if "Story" in line] == [
            "▌  1 Mar 2026  Example  Story 0",
            "  19 Feb 2026  The Wire  Story 10",
            "  21 Dec 2025  The Wire  Story 70",
        ]
        assert "    In Oslo it was Ada Lind who spoke first." in shown


async def test_enter_on_a_name_in_the_panel_tells_everything_about_it(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=WIDE) as pilot:
        await press(pilot, "p", "j", "enter")
        assert lines(pilot)[1] == "  Bo Moss   person"
        await press(pilot, "q")
        assert pilot.app.screen.query_one(NamesPanel).has_focus


async def test_enter_on_a_date_in_the_panel_goes_to_where_it_stands(tmp_path: Path) -> None:
    article = document("Rain", "It rained on Friday.")
    with shelved(tmp_path, (article, names(article, Friday="date"))) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=WIDE) as pilot:
            await press(pilot, "p", "enter")
            assert lit_text(pilot) == "Friday"
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, ArticleScreen)


async def test_an_article_is_opened_at_the_sentence_and_left_at_the_same_row(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await press(pilot, "e", "enter", "j", "enter")
        assert lit_text(pilot) == "Ada Lind"
        row = next(y for y, line in enumerate(drawn(pilot).split("\n")) if "who spoke first" in line)
        assert row == 3
        await press(pilot, "ctrl+o")
        assert entries(pilot).cursor == 1
        await press(pilot, "enter", "q")
        assert entries(pilot).cursor == 1
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert "Story 0" in drawn(pilot)


async def test_the_way_goes_back_through_the_jumps_of_the_article_and_forward_again(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await press(pilot, "e", "enter", "j", "enter")
        await press(pilot, "G")
        end = text_of(pilot).position
        await press(pilot, "ctrl+o")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert text_of(pilot).position.block == 30
        await press(pilot, "alt+o")
        assert text_of(pilot).position == end
        await press(pilot, "ctrl+o", "ctrl+o")
        assert entries(pilot).cursor == 1
        await press(pilot, "alt+o")
        assert text_of(pilot).position.block == 30
        await press(pilot, "ctrl+o", "ctrl+o")
        assert "Story 0" in drawn(pilot)
        await press(pilot, "ctrl+o")
        assert "Story 0" in drawn(pilot)  # it was not opened from a dossier
        await press(pilot, "alt+o")
        assert lines(pilot)[1] == "  Ada Lind   person"


async def test_looking_a_sentence_up_does_not_move_the_place_where_reading_stopped(shelf: Shelved) -> None:
    library, ids = shelf
    library.remember(ids[1], Position(50, 0), 0.8)
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await press(pilot, "e", "enter", "j", "enter", "q")
        assert library.article(ids[1]).position == Position(50, 0)
        await press(pilot, "enter", "j", "j", "q")
        assert Position(29, 0) <= library.article(ids[1]).position <= Position(31, 0)


async def test_what_became_of_an_article_is_seen_in_the_dossier_again(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await press(pilot, "e", "enter", "j", "j", "enter")
        library.mark([ids[0]], Flag.TRASHED, True)
        await press(pilot, "q")
        assert [each.row.id for each in entries(pilot).entries] == ids[1:3]  # type: ignore[attr-defined]
        assert entries(pilot).cursor == 1
        assert lines(pilot)[2].startswith("  2 articles · ")
        await press(pilot, "enter")
        library.mark(ids[1:3], Flag.TRASHED, True)
        library.delete(ids)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, ArticleScreen)  # there is no such name any more


async def test_names_beside_it_lead_to_their_own_dossiers(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await press(pilot, "e", "enter", "tab")
        companions = entries(pilot, "companions")
        assert companions.has_focus
        assert [entry.entity.name for entry in companions.entries][:1] == ["Bo Moss"]  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert lines(pilot)[1] == "  Bo Moss   person"
        await press(pilot, "q")
        assert lines(pilot)[1] == "  Ada Lind   person"
        assert companions.has_focus
        await press(pilot, "3")
        assert entries(pilot, "outlets").entries == [("The Wire", 2), ("Example", 1)]
        assert any(line.endswith("2  The Wire") for line in lines(pilot))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DossierScreen)


async def test_articles_are_read_as_far_as_they_are_looked_at(tmp_path: Path) -> None:
    number = 3 * PAGE
    stories = [story(day, "Ada Lind was there.") for day in range(number)]
    with shelved(tmp_path, *stories) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
            await press(pilot, "e", "enter")
            assert len(entries(pilot).entries) == PAGE
            assert dossier_of(pilot).bar.names[0] == f"Articles {number}"
            while entries(pilot).cursor < PAGE - 1:
                await press(pilot, "space")
            assert len(entries(pilot).entries) > PAGE
            await press(pilot, *["G"] * 5)
            assert [each.row.id for each in entries(pilot).entries] == ids  # type: ignore[attr-defined]
            assert entries(pilot).cursor == number - 1


async def test_the_cursor_stays_in_sight_whatever_the_size(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await press(pilot, "e", "enter", "G")
        for size in ((40, 14), (160, 50), (30, 12)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert any(line.startswith("▌ 21 Dec 2025") for line in lines(pilot))
            assert all(len(line) <= size[0] for line in lines(pilot))


async def test_the_neighbours_are_the_other_articles_that_name_it(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await press(pilot, "e", "enter", "enter", "J", "J")
        assert "Story 70" in drawn(pilot)
        await press(pilot, "J")
        assert screen_of(pilot).status.message == "This is the last article of the list."
        await press(pilot, "K", "K")
        assert "Story 0" in drawn(pilot)


async def test_a_dossier_is_written_into_a_file_that_is_new(
    shelf: Shelved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await press(pilot, "e", "enter", "w")
        assert dossier_of(pilot).status.message == f"Written: {tmp_path / 'ada-lind-person.md'}"
        (tmp_path / "ada-lind-person.md").write_text("mine")
        await press(pilot, "w")
    assert (tmp_path / "ada-lind-person.md").read_text() == "mine"
    written = (tmp_path / "ada-lind-person-2.md").read_text()
    assert written.startswith("# Ada Lind\n")
    assert written.count("**Ada Lind**") == 3


async def test_a_folder_that_takes_no_file_is_told(
    shelf: Shelved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        monkeypatch.setattr(Path, "cwd", lambda: folder / "deeper")
        await press(pilot, "e", "enter", "w")
        (notice,) = pilot.app._notifications
        assert "can't be written" in notice.message


async def test_a_name_that_no_article_has_any_more_leads_back(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await pilot.app.push_screen(DossierScreen(library, EntityId(10**6)))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert [notice.message for notice in pilot.app._notifications] == ["No article names that any more."]


async def test_the_panel_tells_in_how_many_other_articles_a_name_stands(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, [ids[2], ids[4]]).run_test(size=WIDE) as pilot:
        await settle(pilot)
        panel = pilot.app.screen.query_one(NamesPanel)
        told = [str(panel.get_option_at_index(index).prompt) for index in range(panel.option_count)]
        assert [line.split("\n")[1].strip() for line in told if "\n" in line] == [
            "in 2 more",
            "in 1 more",
            "in 2 more",
        ]
        library.mark([ids[2]], Flag.TRASHED, True)
        await press(pilot, "J", "K")
        told = [str(panel.get_option_at_index(index).prompt) for index in range(panel.option_count)]
        assert "in 2 more" in told[1]  # itself in the trash, it is not among them


async def test_other_ways_to_write_the_name_are_told(tmp_path: Path) -> None:
    article = document("Lind", "Ada Lind came. Lind’s horse came. LIND left with Ms Lind.")
    known = names(article, Ada_Lind="person", **{"Lind’s": "person", "LIND": "person", "Ms_Lind": "person"})
    mentions = tuple(replace(mention, entity=0) for mention in known.mentions)
    with shelved(tmp_path, (article, Names(known.entities[:1], mentions, "test"))) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
            await pilot.app.push_screen(DossierScreen(library, id_of(library, "Ada Lind")))
            await settle(pilot)
            assert lines(pilot)[2] == "  also: Lind, Ms Lind"


async def test_of_a_person_known_by_one_word_it_is_said_that_they_may_be_several(tmp_path: Path) -> None:
    article = document("Rain", "Lind was in Oslo.")
    with shelved(tmp_path, (article, names(article, Lind="person", Oslo="place"))) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
            await press(pilot, "e", "enter")
            assert lines(pilot)[2] == "  Known by one word only, so these may be several people."
            await press(pilot, "q", "e", "enter")
            assert lines(pilot)[1:3] == ["  Oslo   place", "  1 article · 1 Feb 2026"]


def test_the_dossier_looks_as_it_should(shelf: Shelved, snap_compare: Callable[..., bool]) -> None:
    library, ids = shelf
    assert snap_compare(ReadingApp(library, ids), press=["e", "enter", "j"], terminal_size=NARROW)


def test_the_companions_look_as_they_should(shelf: Shelved, snap_compare: Callable[..., bool]) -> None:
    library, ids = shelf
    assert snap_compare(ReadingApp(library, ids), press=["e", "enter", "tab"], terminal_size=WIDE)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.is_name])
async def test_the_head_and_the_sentences_show_the_kind_by_its_form(tmp_path: Path, kind: Kind) -> None:
    article = document("Rain", "It rained on Baobab.")
    with shelved(tmp_path, (article, names(article, Baobab=kind.value))) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
            await press(pilot, "e", "enter")
            strips = pilot.app.screen._compositor.render_strips()
            (sentence,) = [strip for strip in strips if "rained on" in strip.text]
            styles = [segment.style or Look() for segment in sentence for _ in segment.text]
            forms = [(bool(style.underline), bool(style.underline2)) for style in styles]
            start = sentence.text.index("Baobab")
            underlined = sum(form[0] for form in forms[start : start + 6])
            doubled = sum(form[1] for form in forms[start : start + 6])
            assert (underlined, doubled) == {
                Kind.PERSON: (6, 0), Kind.PLACE: (6, 6), Kind.ORGANISATION: (3, 0), Kind.OTHER: (5, 0)
            }[kind]  # fmt: skip
            assert not any(form[0] for form in forms[:start])


async def test_highlights_that_name_it_are_a_part_of_their_own_and_lead_to_their_words(
    shelf: Shelved,
) -> None:
    library, ids = shelf
    words = "In Oslo it was Ada Lind who spoke first."
    library.highlights.add(ids[1], Position(30, 0), Position(30, 40), words, "really?")
    library.highlights.add(ids[0], Position(1, 0), Position(1, 9), "It rained")
    async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
        await press(pilot, "e", "enter")
        assert "Highlights 1" in "\n".join(lines(pilot))
        await press(pilot, "4")
        shown = "\n".join(lines(pilot))
        assert f"▎ {words}" in shown
        assert "✎ really?" in shown
        assert "It rained" not in shown
        await press(pilot, "enter")
        assert screen_of(pilot)._article.id == ids[1]
        assert f"✎ {words}" in drawn(pilot)
        await press(pilot, "ctrl+o")
        assert dossier_of(pilot)._part == "highlights"


async def test_more_highlights_than_a_page_are_read_when_the_end_comes_near(tmp_path: Path) -> None:
    article = document("Ada", *("Ada Lind came." for _ in range(PAGE + 5)))
    with shelved(tmp_path, (article, names(article, Ada_Lind="person"))) as (library, ids):
        for block in range(PAGE + 5):
            library.highlights.add(ids[0], Position(block, 0), Position(block, 8), "Ada Lind")
        async with ReadingApp(library, ids).run_test(size=NARROW) as pilot:
            await press(pilot, "e", "enter", "4")
            assert f"Highlights {PAGE}+" in "\n".join(lines(pilot))
            await press(pilot, "G", "G")
            assert len(entries(pilot, "highlights").entries) == PAGE + 5
