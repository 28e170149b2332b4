from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from rich.style import Style as Look
from textual import events
from textual.pilot import Pilot

from tests.reading.specimen import ADDRESS, names_of, specimen
from tests.shelf import Shelf, document, names
from tests.ui.driving import burst, settle
from tests.ui.reading import FRENCH, LONG, ReadingApp, Shelved, drawn, screen_of, shelved, text_of
from tui_reader.library import Library
from tui_reader.models import (
    Block,
    BlockKind,
    Document,
    Doubt,
    Entity,
    Flag,
    Kind,
    Mention,
    Names,
    Position,
    Stage,
)
from tui_reader.storage import connection
from tui_reader.storage.queue import Queue
from tui_reader.ui.reading_settings import ReadingSettings
from tui_reader.ui.screens.article import ArticleScreen
from tui_reader.ui.widgets.document_painter import lit
from tui_reader.ui.widgets.document_view import DocumentView
from tui_reader.ui.widgets.names_panel import NamesPanel
from tui_reader.values import replace
from tui_reader.web.urls import canonical


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelved]:
    article = specimen()
    with shelved(tmp_path, (article, names_of(article)), (LONG, Names()), (FRENCH, Names())) as shelf:
        yield shelf


def chosen(pilot: Pilot[None]) -> str:
    mention = text_of(pilot).chosen
    assert mention is not None
    article = specimen()
    text = article.blocks[mention.block].text if mention.block >= 0 else article.title
    return text[mention.start : mention.end]


async def test_opening_an_article_shows_it_and_marks_it_as_read(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "    Nairobi counts its trees again" in drawn(pilot)
        assert "By Amina Yusuf" in drawn(pilot)
    assert library.rows([ids[0]])[0].is_read


async def test_every_line_fits_the_screen_whatever_its_size(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        for width, height in ((80, 24), (34, 12), (160, 50)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            text = text_of(pilot)
            room = text.scrollable_content_region.width
            assert all(text.render_line(y).cell_length == room for y in range(text.size.height))


async def test_the_place_is_kept_when_the_text_gets_narrower(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, [ids[1]]).run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space", "j")
        before = text_of(pilot).position
        for _ in range(8):
            await pilot.press("<")
        assert text_of(pilot).measure == 40
        assert text_of(pilot).position == before
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert text_of(pilot).position == before


async def test_reading_goes_on_where_it_stopped(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, [ids[1]]).run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space")
        place = text_of(pilot).position
        await pilot.press("q")
    assert place > Position()
    assert library.article(ids[1]).position == place
    assert 0 < library.rows([ids[1]])[0].progress < 1
    async with ReadingApp(library, [ids[1]]).run_test(size=(50, 20)) as pilot:
        await pilot.pause()
        assert text_of(pilot).position == place


async def test_the_end_counts_as_all_read(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, [ids[1]]).run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert "Paragraph 59" in drawn(pilot)
        assert screen_of(pilot).reader.progress.share == 1
        await pilot.press("g", "g")
        await pilot.pause()
        assert "A long read" in drawn(pilot)
        assert screen_of(pilot).reader.progress.share == 0


async def test_paragraph_and_heading_keys_put_their_target_at_the_top(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 10)) as pilot:
        await pilot.press("}")
        assert drawn(pilot).startswith("    NAIROBI")
        await pilot.press("]", "]")
        assert drawn(pilot).startswith("    What is counted")
        await pilot.press("{")
        assert drawn(pilot).startswith("    The last count")
        await pilot.press("]", "]", "]", "]", "[", "[")
        assert drawn(pilot).startswith("    What is counted")


async def test_names_are_stepped_through_without_dates_and_amounts(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in range(7):
            await pilot.press("e")
            seen.append(chosen(pilot))
        assert seen[:3] == ["Nairobi", "NAIROBI", "Wanjiru Kamau"]
        assert "3 March" not in seen
        await pilot.press("E")
        assert chosen(pilot) == seen[-2]


async def test_the_mentions_of_the_chosen_name_are_stepped_through_in_a_circle(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("e", "e", "*")
        assert chosen(pilot) == "Nairobi"
        await pilot.press("#")
        assert chosen(pilot) == "NAIROBI"
        await pilot.pause()
        assert screen_of(pilot).reader.progress.remark == "Nairobi · place · 2 of 2"


async def test_kinds_of_names_differ_in_form_on_the_screen(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = text_of(pilot)
        forms: dict[str, list[tuple[bool, bool]]] = {}
        for y in range(text.size.height):
            for segment in text.render_line(y):
                style = segment.style
                if style is not None and segment.text.strip():
                    form = (bool(style.underline), bool(style.underline2))
                    forms.setdefault(segment.text, []).append(form)
        assert forms["Wanjiru Kamau"] == [(True, False)]
        assert forms["NAIROBI"] == [(True, True)]
        assert forms["3 March"] == [(False, False)]
        # The dots of an organisation: "Kenya" has its first, third and fifth letter underlined.
        assert (True, False) in forms["K"]
        assert (False, False) in forms["y"] or (False, False) in forms["e"]


def test_no_two_kinds_of_names_have_the_same_form() -> None:
    forms = {
        kind: [str(segment.style) for segment in lit("Baobab", kind, Look()) for _ in segment.text]
        for kind in Kind
    }
    names = [forms[kind] for kind in Kind if kind.is_name]
    assert all(names.count(form) == 1 for form in names)
    assert all(forms[kind] == [str(Look())] * len("Baobab") for kind in Kind if not kind.is_name)


async def test_a_date_that_is_chosen_in_the_panel_tells_its_value(tmp_path: Path) -> None:
    article = document("Rain", "It rained on Friday.")
    found = Names((Entity(Kind.DATE, "Friday", 1),), (Mention(0, 13, 19, Kind.DATE, 0, value="2026-01-30"),))
    with shelved(tmp_path, (article, found)) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            text_of(pilot).choose_entity(0)
            await pilot.pause()
            assert screen_of(pilot).reader.progress.remark == "Friday · date · 2026-01-30 · 1 of 1"


async def test_finding_goes_to_the_first_place_and_on_from_there(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"OTIENO")
        await pilot.pause()
        assert len(text_of(pilot).hits.places) == 2
        await pilot.press("enter", "n")
        await pilot.pause()
        assert screen_of(pilot).reader.progress.remark == "“OTIENO” · 2 of 2"
        assert "where Otieno will join" in drawn(pilot)
        await pilot.press("escape")
        assert text_of(pilot).hits.places == ()
        assert isinstance(pilot.app.screen, ArticleScreen)


async def test_what_is_typed_fast_all_reaches_the_line_for_finding(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "slash", *"es/;")
        assert screen_of(pilot).reader.prompt.field.value == "es/;"


async def test_giving_up_a_search_returns_to_where_it_began(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, [ids[1]]).run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        before = text_of(pilot).position
        await pilot.press("slash", *"Paragraph 50", "escape")
        assert text_of(pilot).position == before
        assert text_of(pilot).has_focus


async def test_what_is_not_in_the_article_is_said(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"zebra", "enter")
        await pilot.pause()
        assert screen_of(pilot).status.message == "“zebra” isn’t in this article."


async def test_names_stand_beside_the_text_where_there_is_room(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        panel = pilot.app.screen.query_one(NamesPanel)
        assert panel.display
        assert text_of(pilot).region.right == panel.region.x
        await pilot.resize_terminal(100, 40)
        await pilot.pause()
        assert not panel.display


async def test_hiding_the_names_holds_for_the_next_article(shelf: Shelved) -> None:
    library, ids = shelf
    settings = ReadingSettings()
    async with ReadingApp(library, ids, settings).run_test(size=(120, 40)) as pilot:
        await pilot.press("p", "p")
        assert not pilot.app.screen.query_one(NamesPanel).display
    async with ReadingApp(library, ids, settings).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert not pilot.app.screen.query_one(NamesPanel).display


async def test_a_name_chosen_in_the_panel_is_gone_to(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        panel = pilot.app.screen.query_one(NamesPanel)
        assert panel.display
        assert panel.has_focus
        await pilot.press("j", "l")
        await pilot.pause()
        assert chosen(pilot) == "Peter Otieno"
        assert text_of(pilot).has_focus
        assert not panel.display


async def test_a_click_chooses_a_name(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = drawn(pilot).split("\n")
        row = next(y for y, line in enumerate(lines) if "Wanjiru" in line)
        await pilot.click(DocumentView, offset=(lines[row].index("Wanjiru") + 2, row))
        assert chosen(pilot) == "Wanjiru Kamau"


async def test_a_click_opens_a_link(shelf: Shelved, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui_reader.ui.browser.open_address", opened.append)
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 60)) as pilot:
        await pilot.pause()
        lines = drawn(pilot).split("\n")
        row = next(y for y, line in enumerate(lines) if "forest.example/reports" in line)
        await pilot.click(DocumentView, offset=(lines[row].index("forest"), row))
        await pilot.app.workers.wait_for_complete()
        await pilot.press("semicolon", "2", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("U", "enter")
        await pilot.app.workers.wait_for_complete()
    assert opened == [ADDRESS, "https://forest.example/note", ADDRESS]


async def test_the_neighbours_are_read_from_within(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("J")
        assert "A long read" in drawn(pilot)
        await pilot.press("tab")
        assert "Le glacier recule" in drawn(pilot)
        await pilot.press("J")
        assert screen_of(pilot).status.message == "This is the last article of the list."
        await pilot.press("K")
        assert "A long read" in drawn(pilot)


async def test_a_language_that_is_not_read_for_names_is_said_so(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, [ids[2]]).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert screen_of(pilot).reader.progress.remark == "no names: French isn’t read yet"


async def test_an_empty_panel_hints_at_nothing_that_needs_a_name(shelf: Shelved) -> None:
    library, ids = shelf
    for article, are_named in ((ids[0], True), (ids[2], False)):
        async with ReadingApp(library, [article]).run_test(size=(120, 40)) as pilot:
            await pilot.press("p")
            await pilot.pause()
            hinted = {hint.binding for hint in screen_of(pilot).status.hints}
            assert "names.leave" in hinted
            assert ({"names.dossier", "names.go", "names.follow", "names.correct"} <= hinted) is are_named
            assert ("names.follow" in hinted) is are_named


async def test_marks_are_set_shown_and_undone(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "A")
        row = library.rows([ids[0]])[0]
        assert row.is_starred
        assert row.is_archived
        assert screen_of(pilot).reader.progress.marks == "★  archived"
        await pilot.press("u")
        assert not library.rows([ids[0]])[0].is_archived
        assert screen_of(pilot).status.message.startswith("Undone: ")
        await pilot.press("ctrl+r")
        assert screen_of(pilot).status.message.startswith("Done again: ")
        await pilot.press("M")
        row = library.rows([ids[0]])[0]
        assert row.is_archived
        assert not row.is_read


async def test_tags_are_edited(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("t", *"trees", "enter")
        await pilot.pause()
        assert library.rows([ids[0]])[0].tags == ("trees",)
        assert screen_of(pilot).reader.progress.marks == "#trees"


async def test_the_address_is_copied(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("y")
        assert pilot.app.clipboard == "https://forest.example/count"


async def test_jumps_and_marks_lead_back(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, [ids[1]]).run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "m", "a")
        place = text_of(pilot).position
        await pilot.press("G", "ctrl+o")
        assert text_of(pilot).position == place
        await pilot.press("g", "g", "'", "a")
        assert text_of(pilot).position == place


async def test_an_article_goes_to_the_trash_and_the_next_one_is_read(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids[:2]).run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "d")
        assert "A long read" in drawn(pilot)
        assert "u takes it back" in screen_of(pilot).status.message
        assert library.rows([ids[0]])[0].is_trashed
        await pilot.press("u")
        assert not library.rows([ids[0]])[0].is_trashed
        await pilot.press("d", "d")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, ArticleScreen)
    assert [row.is_trashed for row in library.rows(ids[:2])] == [False, True]


async def test_an_article_is_saved_from_within_another(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *"example.org/new", "enter")
        await settle(pilot)
        assert screen_of(pilot).status.message == "1 article is on the way."
    assert library.find("https://example.org/new") is not None


async def test_while_another_program_writes_an_article_is_read_all_the_same(
    shelf: Shelved, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, ids = shelf
    library.close()
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with Library(library.folder) as opened, closing(sqlite3.connect(library.folder / "library.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        async with ReadingApp(opened, ids).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "Nairobi counts its trees again" in drawn(pilot)
            await pilot.press("J")
            assert "A long read" in drawn(pilot)
            assert pilot.app._notifications
        other.rollback()


async def test_an_article_that_is_gone_leads_back_to_the_list(shelf: Shelved) -> None:
    library, ids = shelf
    library.mark(ids[:1], Flag.TRASHED, True)
    library.delete(ids[:1])
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not isinstance(pilot.app.screen, ArticleScreen)
        assert len(pilot.app._notifications) == 1


async def test_a_library_that_cannot_be_read_just_now_is_told_by_nobody_who_only_looks(
    shelf: Shelved,
) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        library.close()
        screen_of(pilot).look()
        assert not pilot.app._notifications


async def test_keys_of_the_article_rest_while_something_is_typed(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "w", "tab", "ctrl+r")
        assert "Nairobi counts its trees again" in drawn(pilot)
        assert screen_of(pilot).reader.prompt.field.has_focus
        await pilot.press("escape", "tab")
        assert "A long read" in drawn(pilot)


async def test_the_line_for_typing_closes_when_the_text_is_clicked(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"Otieno")
        await pilot.click(DocumentView, offset=(1, 1))
        await pilot.pause()
        assert not screen_of(pilot).reader.is_typing
        assert len(text_of(pilot).hits.places) == 2
        await pilot.press("slash")
        assert screen_of(pilot).reader.prompt.field.has_focus


async def test_the_line_for_typing_stays_while_another_window_has_the_keyboard(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"Oti")
        pilot.app.post_message(events.AppBlur())
        await pilot.pause()
        pilot.app.post_message(events.AppFocus())
        await pilot.pause()
        await pilot.press(*"eno")
        assert screen_of(pilot).reader.is_typing
        assert screen_of(pilot).reader.prompt.field.value == "Otieno"


async def test_the_names_of_the_next_article_begin_at_the_first(tmp_path: Path) -> None:
    article = specimen()
    other = document("Ngong", "In Ngong, Otieno waits for Kamau.")
    known = names(other, Ngong="place", Otieno="person", Kamau="person")
    with shelved(tmp_path, (article, names_of(article)), (other, known)) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=(120, 40)) as pilot:
            await pilot.press("e", "e", "e")
            await pilot.pause()
            panel = pilot.app.screen.query_one(NamesPanel)
            assert panel.highlighted is not None
            await pilot.press("J")
            assert panel.highlighted is None
            await pilot.press("p", "l")
            await pilot.pause()
            mention = text_of(pilot).chosen
            assert mention is not None
            assert other.blocks[mention.block].text[mention.start : mention.end] == "Otieno"


async def test_zen_shows_nothing_but_the_text(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(120, 24)) as pilot:
        await pilot.press("z")
        await pilot.pause()
        assert text_of(pilot).region.size == pilot.app.size
        await pilot.press("escape")
        await pilot.pause()
        assert screen_of(pilot).status.display
        assert text_of(pilot).size.height < 24


async def test_q_goes_back(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, ArticleScreen)


async def test_an_article_that_could_not_be_had_says_why_and_what_to_do(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    id = shelf.articles.add_address("https://example.org/gone", "example.org/gone")
    queue = Queue(shelf.database)
    queue.fail(queue.waiting(Stage.QUEUED, limit=1)[0], "404: the page is gone")
    shelf.close()
    with Library(tmp_path) as library:
        keys = {"article.refetch": "R"}
        async with ReadingApp(library, [id], keys=keys).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "404: the page is gone" in drawn(pilot)
            assert "R tries again, o opens it in the browser, q goes back." in drawn(pilot)
        assert not library.rows([id])[0].is_read


async def test_what_steers_a_terminal_is_never_drawn(tmp_path: Path) -> None:
    nasty = Document(
        "A \x1b]0;owned\x07 title",
        (Block(BlockKind.PARAGRAPH, "red \x1b[31m and \u202ereversed [link=x]and[/x]"),),
        site="evil\x1b[2J",
        url="https://example.org/evil",
        words=9,
    )
    with shelved(tmp_path, (nasty, Names())) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            seen = drawn(pilot)
    assert "[link=x]and[/x]" in seen
    assert not {"\x1b", "\x07", "\u202e"} & set(seen)


async def test_a_long_article_is_laid_out_by_and_by(tmp_path: Path) -> None:
    words = " ".join(["glacier"] * 80)
    long = document("Long", *([words] * 600), words=48_000)
    with shelved(tmp_path, (long, Names())) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
            text = text_of(pilot)
            await pilot.press("j")
            async with asyncio.timeout(20):
                while text.virtual_size.height < 600 * 9:
                    await pilot.pause()
            await pilot.press("G")
            assert drawn(pilot).rstrip().endswith("glacier")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
async def test_the_rows_of_the_screen_add_up(shelf: Shelved, width: int, height: int) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(width, height)) as pilot:
        await pilot.pause()
        screen = screen_of(pilot)
        assert screen.status.region.bottom == height
        assert screen.reader.region.bottom == screen.status.region.y
        assert screen.reader.size.width == width
        assert screen.status.size.width == width - 4
        assert not screen.reader.prompt.display


async def test_an_article_that_comes_while_it_is_looked_at_appears(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    id = shelf.articles.add_address(LONG.url, canonical(LONG.url))
    with Library(tmp_path) as library:
        async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "It waits for its turn" in drawn(pilot)
            shelf.put(LONG)
            async with asyncio.timeout(20):
                while "Paragraph 0" not in drawn(pilot):
                    await pilot.pause(0.05)
    shelf.close()


async def test_reading_goes_on_at_the_same_words_when_the_page_has_changed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    id = shelf.put(LONG)
    with Library(tmp_path) as library:
        async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
            await pilot.press("space", "space", "r")
            words = LONG.blocks[text_of(pilot).top.block].text
            correction = Block(BlockKind.PARAGRAPH, "An earlier version of this text was shorter.")
            shelf.put(replace(LONG, blocks=(correction, *LONG.blocks)))
            async with asyncio.timeout(20):
                while screen_of(pilot)._article.document.blocks[0] != correction:
                    await pilot.pause(0.05)
            await pilot.pause()
            assert screen_of(pilot)._article.document.blocks[text_of(pilot).top.block].text == words
        assert library.article(id).position.block > 0
    shelf.close()


def test_the_screen_looks_as_it_should(shelf: Shelved, snap_compare: Callable[..., bool]) -> None:
    library, ids = shelf
    assert snap_compare(ReadingApp(library, ids), press=["e", "e", "e"], terminal_size=(120, 40))


def test_the_names_lie_over_the_text_on_a_small_screen(
    shelf: Shelved, snap_compare: Callable[..., bool]
) -> None:
    library, ids = shelf
    assert snap_compare(ReadingApp(library, ids), press=["p", "j"], terminal_size=(80, 24))


async def test_a_doubtful_text_says_so_and_what_to_do(tmp_path: Path) -> None:
    with shelved(tmp_path, (replace(LONG, doubts=(Doubt.SHORT,)), Names())) as (library, ids):
        async with ReadingApp(library, ids, keys={"article.whole": "X"}).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "There is hardly any text on this page." in drawn(pilot)
            assert screen_of(pilot).status.message == "X shows the whole page."


async def test_the_whole_page_is_shown_and_the_article_again(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, [ids[1]]).run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        place = text_of(pilot).position
        await pilot.press("x")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "kept" in drawn(pilot)
        await pilot.press("x")
        assert text_of(pilot).position == place
        assert "kept" not in drawn(pilot)
