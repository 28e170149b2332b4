"""The panel of names is drawn once for each article, and no further at once than a screen shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shelf import document, names
from tests.ui.reading import ReadingApp, shelved
from tui_reader.models import Document, Names
from tui_reader.ui import themes
from tui_reader.ui.widgets.names_panel import AT_ONCE, NamesPanel

COUNT = 3 * AT_ONCE


def _article() -> tuple[Document, Names]:
    people = [f"Person{chr(65 + number // 26)}{chr(65 + number % 26)}" for number in range(COUNT)]
    text = document("A long list", " met ".join(people))
    return text, names(text, **dict.fromkeys(people, "person"))


async def test_what_fits_on_no_screen_is_listed_after_the_rest_is_drawn(tmp_path: Path) -> None:
    article = _article()
    with shelved(tmp_path, article) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            panel = pilot.app.screen.query_one(NamesPanel)
            panel.show(*article, "")
            assert panel.option_count == AT_ONCE
            while panel.option_count <= COUNT:
                await pilot.pause(0.001)
            assert panel.option_count == 1 + COUNT


async def test_the_last_name_can_be_gone_to_at_once(tmp_path: Path) -> None:
    article = _article()
    with shelved(tmp_path, article) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            panel = pilot.app.screen.query_one(NamesPanel)
            panel.show(*article, "")
            panel.light(COUNT - 1)
            assert panel.highlighted == COUNT


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_nothing_is_listed_anew_that_looks_the_same(tmp_path: Path, size: tuple[int, int]) -> None:
    with shelved(tmp_path, _article()) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=size) as pilot:
            await pilot.press("p")
            await pilot.pause()
            panel = pilot.app.screen.query_one(NamesPanel)
            first = panel.options[1]
            panel.notify_style_update()
            await pilot.resize_terminal(size[0], size[1] - 1)
            await pilot.pause()
            assert panel.options[1] is first
            pilot.app.theme = themes.LIGHT
            await pilot.pause()
            assert panel.options[1] is not first
