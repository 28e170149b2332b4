from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.shelf import document, names
from tests.ui.driving import settle
from tests.ui.reading import LONG, ReadingApp, Shelved, drawn, screen_of, shelved, text_of
from tui_reader.models import Block, BlockKind, Document, Inline, Names, Position, Style
from tui_reader.ui.widgets.document_view import DocumentView

CODE = "def crown(points):\n    if points:\n        return " + " + ".join(["points[0]"] * 8)
LISTING = Document(
    "A listing",
    (
        Block(BlockKind.PARAGRAPH, ("The crown is measured from above, in metres, " * 3).strip()),
        Block(BlockKind.CODE, CODE),
        Block(BlockKind.PARAGRAPH, "That is all."),
    ),
    authors=("Ada Writer",),
    url="https://example.org/listing",
    words=60,
)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelved]:
    found = names(LONG, Paragraph_3="person", Paragraph_40="person")
    with shelved(tmp_path, (LONG, found), (LISTING, Names())) as shelf:
        yield shelf


async def select(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    """Select from one cell to another with the mouse."""
    await pilot.mouse_down(DocumentView, offset=start)
    await pilot.hover(DocumentView, offset=end)
    await pilot.mouse_up(DocumentView, offset=end)
    await settle(pilot)


@pytest.mark.parametrize("keys", ["q", "JKq"])
async def test_how_much_was_read_is_known_however_soon_the_article_is_left(shelf: Shelved, keys: str) -> None:
    library, ids = shelf
    library.remember(ids[0], Position(30), 0.5)
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        for key in keys:
            pilot.app.post_message(events.Key(key, key))
        await settle(pilot)
    assert library.article(ids[0]).position == Position(30)
    assert 0.4 < library.rows(ids)[0].progress < 0.8


async def test_what_was_never_on_the_screen_knows_that_and_keeps_its_place(shelf: Shelved) -> None:
    library, ids = shelf
    article = library.article(ids[0])
    async with ReadingApp(library, ids).run_test(size=(80, 24)):
        unseen = DocumentView()
        unseen.show(article.document, article.names, Position(30))
        assert not unseen.is_laid_out
        assert unseen.position == Position(30)


async def test_an_article_opens_at_its_place_and_so_does_the_scrollbar(shelf: Shelved) -> None:
    library, ids = shelf
    library.remember(ids[0], Position(30), 0.5)
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert drawn(pilot).strip().startswith("Paragraph 30")
        text = text_of(pilot)
        assert text.vertical_scrollbar.position == text.scroll_offset.y


async def test_the_place_outlasts_a_screen_on_which_the_end_fits(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(40, 24)) as pilot:
        await pilot.press("G")
        before = text_of(pilot).position
        for size in ((40, 60), (40, 24), (200, 60), (40, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert text_of(pilot).position == before
        assert drawn(pilot).rstrip().endswith("line with.")


async def test_scrolling_after_a_change_of_size_moves_the_place(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        await pilot.resize_terminal(80, 40)
        await pilot.press("k")
        assert text_of(pilot).position == max(text_of(pilot).top, Position())


async def test_the_jump_list_leads_back_from_what_was_found(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        before = text_of(pilot).position
        await pilot.press("slash", *"Paragraph 40", "enter")
        await pilot.pause()
        assert text_of(pilot).position > before
        await pilot.press("ctrl+o")
        assert text_of(pilot).position == before


async def test_the_jump_list_leads_back_from_another_mention(tmp_path: Path) -> None:
    article = document("Far apart", *(f"{'Kamau' if n in (0, 50) else 'Nobody'} walks." for n in range(60)))
    with shelved(tmp_path, (article, names(article, Kamau="person"))) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
            await pilot.press("e", "*")
            assert text_of(pilot).position > Position()
            await pilot.press("ctrl+o")
            assert text_of(pilot).position == Position()


async def test_the_next_match_is_no_jump_where_nothing_was_sought(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "b", "n", "k", "k", "k", "ctrl+o")
        assert text_of(pilot).position == Position()


async def test_a_selection_is_copied_as_the_text_has_it(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids[1:]).run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        lines = drawn(pilot).split("\n")
        last = next(y for y, line in enumerate(lines) if "That is all" in line)
        assert any("↪" in line for line in lines)
        await select(pilot, (0, 0), (30, last))
        await pilot.press("y")
        byline = "By Ada Writer\N{NO-BREAK SPACE}· 1\N{NO-BREAK SPACE}min"
        paragraph = ("The crown is measured from above, in metres, " * 3).strip()
        assert pilot.app.clipboard == f"A listing\n\n{byline}\n\n{paragraph}\n\n{CODE}\n\nThat is all."


async def test_a_selection_ends_with_the_article_it_was_made_in(shelf: Shelved) -> None:
    library, ids = shelf
    async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await select(pilot, (2, 1), (20, 6))
        assert pilot.app.screen.get_selected_text()
        await pilot.press("J", "y")
        assert pilot.app.clipboard == LISTING.url
        assert screen_of(pilot).status.message == f"Copied {LISTING.url}"


async def test_raised_text_can_be_told_from_what_stands_before_it(tmp_path: Path) -> None:
    styled = Block(
        BlockKind.PARAGRAPH,
        "About 106 cells, the 21st.",
        (Inline(8, 9, Style.SUPERSCRIPT), Inline(23, 25, Style.SUPERSCRIPT)),
    )
    with shelved(tmp_path, (Document("", (styled,), url="https://example.org/a", words=5), Names())) as (
        library,
        ids,
    ):
        async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "About 10⁶ cells, the 21st." in drawn(pilot)
            text = text_of(pilot)
            row = next(y for y in range(20) if "About" in text.render_line(y).text)
            colours = {s.text: s.style.color for s in text.render_line(row) if s.style is not None}
            assert colours["st"] != colours["About 10"]
            assert colours["⁶"] == colours["About 10"]
