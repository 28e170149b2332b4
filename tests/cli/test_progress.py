from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest

from tests.cli.conftest import Tty
from tui_reader.cli.console import Console
from tui_reader.cli.progress import progress_bar
from tui_reader.models import ArticleId, ArticleRow, Progress, Stage
from tui_reader.values import replace

ROW = ArticleRow(
    id=ArticleId(1),
    url="https://example.org/story",
    title="https://example.org/story",
    site="",
    authors=(),
    language="",
    saved=datetime(2026, 3, 1, tzinfo=UTC),
    published=None,
    words=0,
    excerpt="",
    names=(),
    tags=(),
    is_read=False,
    is_starred=False,
    is_archived=False,
    is_trashed=False,
    progress=0.0,
    stage=Stage.FETCHING,
    reason="",
)


def drawn(err: io.StringIO, row: ArticleRow, environment: dict[str, str]) -> str:
    """Return what is drawn while one article is finished and another one stands at that row."""
    console = Console(io.StringIO(), io.StringIO(), err, environment)
    with progress_bar(console) as show:
        show(Progress(2, {row.stage: 1}, row))
    return err.getvalue()


@pytest.fixture(autouse=True)
def width(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the terminal be 60 cells wide, whatever the tests run in."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")


def test_the_bar_tells_how_many_are_done_and_what_is_under_way() -> None:
    assert "1 of 2 · fetching https" in drawn(Tty(), ROW, {"TERM": "xterm"})


def test_a_long_title_does_not_break_the_line() -> None:
    written = drawn(Tty(), replace(ROW, title="word " * 40), {"TERM": "xterm"})
    assert "…" in written
    assert written.count("\n") == 1


def test_a_hostile_title_is_drawn_harmless_and_never_as_markup() -> None:
    written = drawn(Tty(), replace(ROW, title="[red]\x1b]0;gotcha\x07[/x]\u202e"), {"TERM": "xterm"})
    assert "[red][/x]" in written
    assert "gotcha" not in written
    assert "\u202e" not in written


@pytest.mark.parametrize(("err", "term"), [(io.StringIO(), "xterm"), (Tty(), "dumb")])
def test_nothing_is_drawn_where_it_would_only_be_noise(err: io.StringIO, term: str) -> None:
    assert drawn(err, ROW, {"TERM": term}) == ""
