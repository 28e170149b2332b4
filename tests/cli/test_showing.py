from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Known, Newsreader, Tty
from tui_reader.cli.console import Console
from tui_reader.cli.parser import parse
from tui_reader.cli.showing import show
from tui_reader.library import Library


def test_the_text_is_wrapped_and_plain_in_a_pipe(newsreader: Newsreader, known: Known) -> None:
    shown = newsreader("show", known.ice, "--width", "40")
    assert shown.code == 0
    assert (
        shown.out
        == """\
The glacier that forgot to move

By Ada Lind · Field Notes ·
1 February 2026 · 1 min

For nine winters the surveyors of
Innsbruck¹ measured a tongue of ice that
stood still.

What the stakes said

Then, in one warm week of June, it slid
eleven metres.

¹ https://uni.example/ice
""".replace("1 February 2026", "1\u00a0February\u00a02026")
        .replace("1 min", "1\u00a0min")
        .replace("Lind ·", "Lind\u00a0·")
        .replace("Notes ·", "Notes\u00a0·")
        .replace("2026 ·", "2026\u00a0·")
    )


def test_the_measure_of_the_settings_is_the_width(newsreader: Newsreader, known: Known) -> None:
    (known.folder / "config.toml").write_text("measure = 30\n")
    shown = newsreader("show", known.ice)
    assert max(map(len, shown.out.splitlines())) <= 30


def test_an_address_shows_the_article_saved_from_it(newsreader: Newsreader, known: Known) -> None:
    assert newsreader("show", "https://ice.example/story/").out == newsreader("show", known.ice).out


def test_json_holds_the_text(newsreader: Newsreader, known: Known) -> None:
    (shown,) = json.loads(newsreader("show", known.ice, "--json").out)
    assert shown["id"] == known.ice
    assert shown["text"].startswith("For nine winters")
    assert shown["text"].endswith("eleven metres.")


def test_an_article_that_is_not_there_is_a_complaint(newsreader: Newsreader) -> None:
    failed = newsreader("show", "999")
    assert (failed.code, failed.out) == (1, "")
    assert failed.err == "newsreader: There is no article 999.\n"


def test_an_article_without_text_says_why(newsreader: Newsreader, library: Library) -> None:
    id = library.add("https://waiting.example/story")
    failed = newsreader("show", id)
    assert failed.code == 1
    assert "still being saved" in failed.err


@pytest.mark.parametrize(
    ("term", "expected"), [("xterm", "\x1b[4mInnsbruck\x1b[0m"), ("dumb", " Innsbruck¹")]
)
def test_names_are_underlined_where_the_terminal_can(
    library: Library, known: Known, monkeypatch: pytest.MonkeyPatch, term: str, expected: str
) -> None:
    monkeypatch.setenv("LINES", "60")
    monkeypatch.setenv("COLUMNS", "80")
    out = Tty()
    show(library, parse(["show", str(known.ice)]), Console(Tty(), out, Tty(), {"TERM": term}))
    assert expected in out.getvalue()


def test_a_long_text_goes_through_the_pager_without_a_shell(
    library: Library, known: Known, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LINES", "5")
    paged = tmp_path / "a file; with $signs"
    environment = {"TERM": "xterm", "PATH": "/usr/bin:/bin", "PAGER": f"tee '{paged}'"}
    monkeypatch.setattr("sys.stdout", io.StringIO())
    out = Tty()
    show(library, parse(["show", str(known.ice)]), Console(Tty(), out, Tty(), environment))
    assert "eleven metres" in paged.read_text(encoding="utf-8")
    assert out.getvalue() == ""


@pytest.mark.parametrize("pager", ["no-such-pager-anywhere", "'unclosed"])
def test_a_pager_that_cannot_start_does_not_lose_the_text(
    library: Library, known: Known, monkeypatch: pytest.MonkeyPatch, pager: str
) -> None:
    monkeypatch.setenv("LINES", "5")
    out = Tty()
    environment = {"TERM": "xterm", "PAGER": pager}
    show(library, parse(["show", str(known.ice)]), Console(Tty(), out, Tty(), environment))
    assert "eleven metres" in out.getvalue()
