"""The first frame is the library as the screens will show it, and is there before they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.terminal import cells_of, terminal
from tests.ui.shelf import SAMPLES, fill
from tui_reader.library import Library
from tui_reader.models import Flag
from tui_reader.start.memory import FILE
from tui_reader.storage.connection import Database

NEWSREADER = [sys.executable, "-m", "tui_reader"]
APP_BEGINS = b"\x1b[?1000h"
"""What Textual writes before anything else that it is allowed to."""
FIRST, LAST = SAMPLES[0].title, "? help"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Give the environment of somebody with a library in which nothing is on its way."""
    fill(tmp_path / "library").close()
    database = Database(tmp_path / "library" / "library.db")
    with database.write() as connection:
        connection.execute(
            "UPDATE article SET stage = 'failed', reason = 'No answer.' WHERE stage <> 'ready'"
        )
    database.close()
    return {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "NEWSREADER_LIBRARY": str(tmp_path / "library"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }


def start_and_quit(home: dict[str, str], columns: int = 80, lines: int = 24) -> tuple[bytes, bytes]:
    """Return what a start writes before the app begins, and what the app writes until it leaves."""
    with terminal(NEWSREADER, home, columns=columns, lines=lines) as screen:
        screen.wait_until_written(APP_BEGINS, b"\x1b[1;1H", b"help")
        screen.type("q")
        assert screen.wait_for_end() == 0
        before, _, after = screen.written.partition(APP_BEGINS)
        return before, after.rpartition(b"\x1b[?1049l")[0]


@pytest.mark.parametrize(
    ("columns", "lines", "settings", "variables"),
    [
        (80, 24, "", {}),
        (120, 40, "", {}),
        (120, 16, 'theme = "light"', {}),
        (61, 14, 'theme = "nord"', {}),
        (100, 12, 'theme = "ansi"', {"COLORTERM": ""}),
        (101, 12, "[keys]\n'app.help' = 'f1'", {}),
        (40, 30, "", {"NO_COLOR": "1"}),
    ],
)
def test_every_cell_is_as_the_screens_will_have_it(
    home: dict[str, str], tmp_path: Path, columns: int, lines: int, settings: str, variables: dict[str, str]
) -> None:
    (tmp_path / "config.toml").write_text(settings)
    home |= {"NEWSREADER_CONFIG": str(tmp_path / "config.toml"), **variables}
    assert start_and_quit(home, columns, lines)[0].rpartition(b"\x1b[?1049h")[0] == b""
    with Library(tmp_path / "library") as library:  # What has changed since is there.
        library.tag([1, 2], add=["new"])
        library.mark([3], Flag.STARRED, True)
    before, after = start_and_quit(home, columns, lines)
    assert b"\x1b[1;1H" in before
    first, then = cells_of(before, columns, lines), cells_of(after, columns, lines)
    for number, (ours, theirs) in enumerate(zip(first, then, strict=True)):
        assert ours == theirs, f"line {number}"


def test_nobody_is_shown_what_is_not_known_for_certain(home: dict[str, str], tmp_path: Path) -> None:
    start_and_quit(home)
    assert b"\x1b[1;1H" in start_and_quit(home)[0]
    (tmp_path / "library" / FILE).write_text("stamp\nof another version")
    assert b"\x1b[1;1H" not in start_and_quit(home)[0]
    assert b"\x1b[1;1H" in start_and_quit(home)[0], "it has been remembered anew"
    assert b"\x1b[1;1H" not in start_and_quit({**home, "COLORTERM": ""})[0]
