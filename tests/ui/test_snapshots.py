"""How the screens look, once each: compare with the pictures that were looked at and found good."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import AppMaker
from tests.ui.driving import press, settle
from tui_reader.library import Library

Compare = Callable[..., bool]

NARROW = (80, 24)
WIDE = (120, 40)


def after(*keys: str) -> Callable[[Pilot[None]], object]:
    """Return what brings the app to where the picture is taken."""

    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *keys)

    return go


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_library(
    library: Library, make_app: AppMaker, snap_compare: Compare, theme: str, size: tuple[int, int]
) -> None:
    app = make_app(library, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=after("2", "j", "j", "v"))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_search(library: Library, make_app: AppMaker, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(library), terminal_size=size, run_before=after("slash", *"rate"))


def test_a_search_that_is_ill_formed(library: Library, make_app: AppMaker, snap_compare: Compare) -> None:
    keys = ("slash", *"rate is:x")
    assert snap_compare(make_app(library), terminal_size=NARROW, run_before=after(*keys))


def test_an_empty_library(empty_library: Library, make_app: AppMaker, snap_compare: Compare) -> None:
    assert snap_compare(make_app(empty_library), terminal_size=NARROW, run_before=after())


@pytest.mark.parametrize(
    "keys",
    [("a",), ("j", "j", "t"), ("S",), ("question_mark",), ("j", "j", "d", "d", "5", "d", "d")],
    ids=["add", "tags", "order", "help", "confirm"],
)
def test_a_dialog(library: Library, make_app: AppMaker, snap_compare: Compare, keys: tuple[str, ...]) -> None:
    assert snap_compare(make_app(library), terminal_size=NARROW, run_before=after(*keys))


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_names(
    named_library: Library, make_app: AppMaker, snap_compare: Compare, theme: str, size: tuple[int, int]
) -> None:
    app = make_app(named_library, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=after("E", "f", "j", "j"))


def test_the_names_that_rise(named_library: Library, make_app: AppMaker, snap_compare: Compare) -> None:
    assert snap_compare(make_app(named_library), terminal_size=NARROW, run_before=after("E", "S", "S"))


def test_names_that_are_offered(named_library: Library, make_app: AppMaker, snap_compare: Compare) -> None:
    for entity in named_library.names.listed(None):
        named_library.names.follow(entity.id, True)
    keys = ("8", "slash", *"floods place:", "down")
    assert snap_compare(make_app(named_library), terminal_size=NARROW, run_before=after(*keys))
