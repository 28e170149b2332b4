"""Words are selected, highlighted and written notes to by keys, and by the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection as MouseSelection

from tests.shelf import Shelf, document, names
from tests.ui.driving import settle
from tests.ui.reading import ReadingApp, Shelved, drawn, screen_of, shelved, text_of
from tui_reader.library import Library
from tui_reader.models import ArticleId, Names, Page, Position
from tui_reader.ui import themes
from tui_reader.ui.screens.highlights import HighlightsScreen
from tui_reader.web.urls import canonical

STORY = document(
    "Floods recede",
    "The water fell by a metre. The mayor thanked everybody.",
    "President Tokayev came to Astana on Monday. He stayed there.",
    *(f"Paragraph {number} has a few words." for number in range(40)),
)
NAMES = names(STORY, Astana="place", Tokayev="person")


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelved]:
    with shelved(tmp_path, (STORY, NAMES)) as shelf:
        yield shelf


def kept(library: Library, id: ArticleId) -> list[tuple[str, str]]:
    return [(each.words, each.note) for each in library.highlights.in_article(id)]


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what follows from the last."""
    await pilot.press(*keys)
    await settle(pilot)


def said(pilot: Pilot[None]) -> str:
    return screen_of(pilot).status.message


async def test_words_are_selected_and_highlighted(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "v", "e", "e", "e", "H")
        assert kept(library, id) == [("The water fell", "")]
        assert "Highlighted: “The water fell” · c writes a note, u takes it back" in said(pilot)
        assert screen_of(pilot).focused is text_of(pilot)
        assert "▎ The water fell" in drawn(pilot)
        assert screen_of(pilot).reader.progress.remark == "highlight 1 of 1"
        await burst(pilot, "u")
        assert kept(library, id) == []
        assert "▎" not in drawn(pilot)
        await burst(pilot, "ctrl+r")
        assert kept(library, id) == [("The water fell", "")]
        assert "▎ The water fell" in drawn(pilot)


async def test_a_selection_begins_with_the_chosen_name_and_can_be_extended_both_ways(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "e", "v", "e", "o", "(", "H")
        assert kept(library, id) == [("President Tokayev came", "")]


async def test_letting_go_of_a_selection_changes_nothing(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "v", "}")
        assert screen_of(pilot).reader.selection.display
        assert screen_of(pilot).reader.selection.number == 10
        assert [hint.key for hint in screen_of(pilot).status.hints] == ["H", "c", "y", "o", "Esc"]
        await burst(pilot, "escape")
        assert not screen_of(pilot).reader.selection.display
        assert text_of(pilot).selected is None
        await burst(pilot, "j")
        assert text_of(pilot).scroll_offset.y == 1
        assert kept(library, id) == []


async def test_a_selection_is_copied(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "v", ")", "}", "}", "y")
        assert pilot.app.clipboard == "\n".join(block.text for block in STORY.blocks[:2])
        assert said(pilot) == "The selected text is copied."
        assert text_of(pilot).selected is None


async def test_without_a_selection_the_sentence_of_the_chosen_name_is_highlighted(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "e", "H")
        assert kept(library, id) == [("President Tokayev came to Astana on Monday.", "")]
        await burst(pilot, "H")
        assert kept(library, id) == []
        assert said(pilot) == "No longer highlighted · u takes it back"


async def test_with_nothing_chosen_it_is_the_paragraph_at_the_top(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "H")
        assert kept(library, id) == [(STORY.blocks[0].text, "")]
        await burst(pilot, "escape", "H")
        assert kept(library, id) == []


async def test_a_note_is_written_changed_and_shown(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "v", "e", "e", "c", *"wet", "enter")
        assert kept(library, id) == [("The water", "wet")]
        assert screen_of(pilot).reader.progress.remark == "highlight 1 of 1 · wet"
        assert "✎ The water" in drawn(pilot)
        await burst(pilot, "c", *"ter", "enter")
        assert kept(library, id) == [("The water", "wetter")]
        await burst(pilot, "c", "ctrl+u", "enter")
        assert kept(library, id) == [("The water", "")]
        await burst(pilot, "u")
        assert kept(library, id) == [("The water", "wetter")]


async def test_a_note_that_is_given_up_highlights_nothing(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "v", "e", "c", *"wet", "escape")
        assert kept(library, id) == []
        assert text_of(pilot).selected is None
        assert screen_of(pilot).focused is text_of(pilot)


async def test_highlights_are_gone_to_one_after_the_other(shelf: Shelved) -> None:
    library, (id,) = shelf
    library.highlights.add(id, Position(30, 0), Position(30, 12), "Paragraph 28", "far")
    library.highlights.add(id, Position(0, 4), Position(0, 9), "water")
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "]", "h")
        assert screen_of(pilot).reader.progress.remark == "highlight 1 of 2"
        await burst(pilot, "]", "h")
        assert screen_of(pilot).reader.progress.remark == "highlight 2 of 2 · far"
        assert "✎ Paragraph 28" in drawn(pilot)
        await burst(pilot, "]", "h")
        assert screen_of(pilot).reader.progress.remark == "highlight 1 of 2"
        await burst(pilot, "[", "h", "H")
        assert kept(library, id) == [("water", "")]


async def test_the_list_leads_to_a_highlight_and_tells_what_is_lost(tmp_path: Path) -> None:
    with shelved(tmp_path, (STORY, NAMES)) as (library, (id,)):
        library.highlights.add(id, Position(30, 0), Position(30, 12), "Paragraph 28")
        library.highlights.add(id, Position(0, 4), Position(0, 9), "water")
        shelf = Shelf(tmp_path)
        key = canonical(STORY.url)
        shelf.articles.keep_page(id, Page(b"<p>newer</p>", STORY.url, "text/html"), key)
        changed = document("Floods recede", *(block.text for block in STORY.blocks[1:]))
        shelf.articles.store(shelf.task(id), changed, Names())
        shelf.close()
        async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
            await burst(pilot, "g", "h")
            screen = pilot.app.screen
            assert isinstance(screen, HighlightsScreen)
            assert "no longer in the text" in str(screen.choices.get_option_at_index(1).prompt)
            await burst(pilot, "j", "enter")
            assert pilot.app.screen is screen
            await burst(pilot, "k", "enter")
            assert "▎ Paragraph 28" in drawn(pilot)
            await burst(pilot, "ctrl+o")
            assert text_of(pilot).scroll_offset.y == 0


async def test_what_the_mouse_has_selected_is_highlighted_too(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = text_of(pilot)
        row = next(y for y in range(24) if "The water" in text.render_line(y).text)
        left = text.render_line(row).text.index("The water")
        pilot.app.screen.selections = {
            text: MouseSelection(Offset(left + 4, row), Offset(left + len("The water fell"), row))
        }
        await burst(pilot, "H")
        assert kept(library, id) == [("water fell", "")]
        assert not pilot.app.screen.selections


async def test_a_click_takes_a_highlight_in_hand(shelf: Shelved) -> None:
    library, (id,) = shelf
    library.highlights.add(id, Position(0, 4), Position(0, 9), "water", "wet")
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = text_of(pilot)
        row = next(y for y in range(24) if "The water" in text.render_line(y).text)
        await pilot.click(text, offset=(text.render_line(row).text.index("water") + 1, row))
        await settle(pilot)
        assert screen_of(pilot).reader.progress.remark == "highlight 1 of 1 · wet"


async def test_selection_and_highlights_stay_when_the_text_gets_another_width(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "v", ")")
        await pilot.resize_terminal(40, 20)
        await settle(pilot)
        await burst(pilot, "H")
        assert kept(library, id) == [("The water fell by a metre.", "")]
        await pilot.resize_terminal(20, 20)
        await settle(pilot)
        assert "▎ The water fell" in drawn(pilot)


async def test_a_click_beside_the_selection_lets_it_go(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "v", "e")
        await pilot.click(text_of(pilot), offset=(30, 15))
        await settle(pilot)
        assert text_of(pilot).selected is None
        assert not screen_of(pilot).reader.selection.display
        await burst(pilot, "v", "escape", "v", "e", "H")
        assert kept(library, id) == [("The", "")]


async def test_the_line_below_tells_nothing_of_a_highlight_that_is_undone(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        await burst(pilot, "H", "u")
        assert "highlight" not in screen_of(pilot).reader.progress.remark


async def test_the_next_article_has_nothing_selected(tmp_path: Path) -> None:
    other = document("Other", "Nothing to see.")
    with shelved(tmp_path, (STORY, NAMES), (other, Names())) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
            await burst(pilot, "v", "}", "J")
            assert "Nothing to see." in drawn(pilot)
            assert text_of(pilot).selected is None
            assert screen_of(pilot).focused is text_of(pilot)


async def test_the_whole_page_cannot_be_highlighted(shelf: Shelved) -> None:
    library, (id,) = shelf
    async with ReadingApp(library, [id]).run_test(size=(80, 24)) as pilot:
        screen = screen_of(pilot)
        screen.post_message(screen.WholePage(id, document("Page", "All of it.")))
        await settle(pilot)
        await burst(pilot, "H")
        assert said(pilot) == "Only the article itself can be highlighted."
        assert kept(library, id) == []


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT])
def test_highlights_and_a_selection_look_as_they_should(
    tmp_path: Path, snap_compare: Callable[..., bool], theme: str
) -> None:
    with shelved(tmp_path, (STORY, NAMES)) as (library, (id,)):
        library.highlights.add(id, Position(0, 4), Position(0, 26), "water fell by a metre.", "how deep?")
        library.highlights.add(id, Position(1, 10), Position(1, 43), "Tokayev came to Astana on Monday.")
        app = ReadingApp(library, [id])
        app.theme = theme
        press = ["e", "e", "v", "l", "l", "l", "]", "h"]
        assert snap_compare(app, press=press, terminal_size=(80, 24))
