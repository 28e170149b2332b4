"""The screens tell who or what a name is: in short beside each, in full with its source where one looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widget import Widget

from tests.shelf import document, names
from tests.ui.reading import ReadingApp, shelved
from tui_reader.models import Document, Names
from tui_reader.ui.widgets.dossier_head import DossierHead
from tui_reader.ui.widgets.names_panel import NamesPanel
from tui_reader.values import replace

_SAID = "the mayor of the old harbour town of Lund in the south"


def _article() -> tuple[Document, Names]:
    text = document("Rain", f"Ada Lind, {_SAID}, met Bo Moss.", site="Evil\x1b[2J Wire")
    found = names(text, Ada_Lind="person", Bo_Moss="person")
    ada, bo = found.mentions
    return text, replace(found, mentions=(replace(ada, description=_SAID), bo))


def _drawn(widget: Widget) -> list[str]:
    lines = (widget.render_line(y).text.strip() for y in range(widget.size.height))
    return [line for line in lines if line]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_panel_tells_in_full_who_the_name_under_the_cursor_is(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with shelved(tmp_path, _article()) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=size) as pilot:
            await pilot.press("p")
            await pilot.pause()
            panel = pilot.app.screen.query_one(NamesPanel)
            unfolded = _drawn(panel)
            await pilot.press("j")
            await pilot.pause()
            folded = _drawn(panel)
    told = " ".join(unfolded[2 : unfolded.index(next(line for line in unfolded if "Bo Moss" in line))])
    assert told == f"{_SAID} (Evil Wire, 1 Feb 2026)"
    assert folded[1].startswith("Ada Lind")
    assert folded[2].startswith("the mayor of the old")
    assert folded[2].endswith("…")
    assert folded[3].startswith("Bo Moss")


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40)])
async def test_the_head_of_a_dossier_tells_who_it_is_and_who_says_so_when(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with shelved(tmp_path, _article()) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=size) as pilot:
            await pilot.press("p")
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            head = _drawn(pilot.app.screen.query_one(DossierHead))
    assert head[0].startswith("Ada Lind")
    assert f"{_SAID} (Evil Wire, 1 Feb 2026)" in " ".join(head)


async def test_nothing_is_told_of_a_name_that_no_article_describes(tmp_path: Path) -> None:
    with shelved(tmp_path, _article()) as (library, ids):
        async with ReadingApp(library, ids).run_test(size=(80, 24)) as pilot:
            await pilot.press("p", "j")
            await pilot.pause()
            panel = _drawn(pilot.app.screen.query_one(NamesPanel))
    assert panel[-1].startswith("Bo Moss")
