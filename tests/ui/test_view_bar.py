"""The line of views: what fits, what is called how, and what stands for the rest."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tui_reader.dossiers import EntityId, EntityRow, Followed
from tui_reader.limits import MOST_UNREAD
from tui_reader.lines.views import tabs
from tui_reader.models import Counts, Kind
from tui_reader.queries import Filter
from tui_reader.reading.cells import width
from tui_reader.ui.views import views
from tui_reader.ui.widgets.view_bar import Tab, ViewBar


class BarApp(App[None]):
    """An app that is nothing but the bar."""

    CSS = "ViewBar { height: 1; }"

    def __init__(self, tabs: list[Tab], active: str) -> None:
        super().__init__()
        self._tabs, self._active = tabs, active
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield ViewBar()

    def on_mount(self) -> None:
        bar = self.query_one(ViewBar)
        bar.tabs, bar.active, bar.sort = tuple(self._tabs), self._active, "by saved ▾"

    def on_view_bar_chosen(self, message: ViewBar.Chosen) -> None:
        self.chosen.append(message.name)


def _followed(*names: str, kind: Kind = Kind.PERSON, unread: int = 4) -> list[Followed]:
    rows = [EntityRow(EntityId(id), kind, name, 9, None, is_followed=True) for id, name in enumerate(names)]
    return [Followed(row, unread) for row in rows]


def _drawn(app: BarApp) -> str:
    return str(app.query_one(ViewBar).render())


@pytest.mark.parametrize("cells", [40, 80, 120])
@pytest.mark.parametrize("active", ["All", "Name 12", "Name 59"])
async def test_of_many_views_the_active_one_is_in_sight_and_the_rest_is_signed(
    cells: int, active: str
) -> None:
    app = BarApp(
        [Tab("All", "All"), *(Tab(f"Name {number}", f"Name {number} ¹²") for number in range(60))], active
    )
    async with app.run_test(size=(cells, 5)) as pilot:
        await pilot.pause()
        line = _drawn(app)
        assert active in line
        assert line.endswith("by saved ▾")
        assert width(line) == cells
        assert line.startswith("‹ ") == (active != "All")
        assert (" ›" in line) == (active != "Name 59")


async def test_the_signs_lead_to_the_nearest_view_that_is_out_of_sight() -> None:
    app = BarApp([Tab(f"Name {number}", f"Name {number}") for number in range(60)], "Name 30")
    async with app.run_test(size=(80, 5)) as pilot:
        await pilot.pause()
        line = _drawn(app)
        first, last = (int(part.split()[1]) for part in (line[2:12], line[: line.index(" ›")][-7:]))
        await pilot.click(ViewBar, offset=(0, 0))
        await pilot.click(ViewBar, offset=(line.index("›"), 0))
        await pilot.click(ViewBar, offset=(line.index("Name 30") + 1, 0))
        assert app.chosen == [f"Name {first - 1}", f"Name {last + 1}", "Name 30"]


def test_what_is_followed_stands_between_the_fixed_views_and_the_tags() -> None:
    names = [view.name for view in views(Counts(tags=(("asia", 3),)), _followed("Ada Lind"))]
    assert names == ["Unread", "All", "Starred", "Archive", "Trash", "Ada Lind", "#asia"]


def test_a_long_name_of_a_person_is_short_in_the_bar_and_the_number_is_small() -> None:
    followed = [
        *_followed("Kassym-Jomart Tokayev"),
        *_followed("United Nations Office", kind=Kind.ORGANISATION, unread=0),
        *_followed("Oslo", kind=Kind.PLACE, unread=MOST_UNREAD),
    ]
    shown = tabs([(each.entity.name, each.entity.kind, each.unread) for each in followed], ())
    assert shown[5:] == ["Tokayev ⁴", "United Nations Of…", "Oslo ⁹⁹⁹⁺"]


def test_views_of_one_name_are_told_apart() -> None:
    followed = [
        *_followed("All", kind=Kind.ORGANISATION),
        *(Followed(EntityRow(EntityId(7), Kind.PLACE, "Georgia", 1, None), 0),),
        *(Followed(EntityRow(EntityId(8), Kind.PERSON, "Georgia", 1, None), 0),),
    ]
    there = views(Counts(), followed)
    assert [view.name for view in there[5:]] == ["All (organisation)", "Georgia", "Georgia (person)"]
    assert [
        Filter("entity", id) in view.query.filters for id, view in zip("078", there[5:], strict=True)
    ] == [True] * 3
