"""The first frame is the library as the screens will show it, and is there before they are."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.terminal import cells_of, terminal
from tests.ui.shelf import fill
from tui_reader.library import Library
from tui_reader.models import Flag
from tui_reader.start import kept, memory
from tui_reader.storage.connection import Database

NEWSREADER = [sys.executable, "-m", "tui_reader"]
APP_BEGINS = b"\x1b[?1000h"
"""What Textual writes before anything else that it is allowed to."""
SLOW = {
    "asyncio", "collections", "dataclasses", "datetime", "enum", "functools", "json", "pathlib", "re", "rich",
    "sqlite3", "textual", "typing",
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Give the environment of somebody with a library with a story, in which nothing is on its way."""
    fill(tmp_path / "library").close()
    database = Database(tmp_path / "library" / "library.db")
    with database.write() as connection:
        connection.execute(
            "UPDATE article SET stage = 'failed', reason = 'No answer.' WHERE stage <> 'ready'"
        )
        connection.execute("INSERT INTO story (id) VALUES (1)")
        connection.executemany(
            "INSERT INTO report (article_id, story_id, text) VALUES (?, 1, ?)", [(8, 8), (7, 7), (2, 7)]
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


def modules_of_the_first_frame(home: dict[str, str]) -> set[str]:
    """Return the modules that there are once the first frame has been shown."""
    code = "import sys\nfrom tui_reader import launch\nlaunch._started().show()\nprint(*sys.modules, 'end')"
    with terminal([sys.executable, "-c", code], home) as screen:
        screen.wait_for_end()
        shown, _, modules = screen.written.rpartition(b"sys ")
        assert b"\x1b[1;1H" in shown
        return set(modules.decode().split())


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
    for how in ("painted", "kept"):
        before, after = start_and_quit(home, columns, lines)
        assert b"\x1b[1;1H" in before
        first, then = cells_of(before, columns, lines), cells_of(after, columns, lines)
        for number, (ours, theirs) in enumerate(zip(first, then, strict=True)):
            assert ours == theirs, f"line {number} as {how}"


def test_a_kept_frame_imports_next_to_nothing_and_a_painted_one_little_more(home: dict[str, str]) -> None:
    start_and_quit(home)
    start_and_quit(home)
    assert modules_of_the_first_frame(home) & SLOW == set()
    database = Database(Path(home["NEWSREADER_LIBRARY"]) / "library.db")
    with database.write() as connection:  # Text of the East needs Rich's tables.
        connection.execute(
            "UPDATE article SET title = 'Plain — “short”', excerpt = '', site = '', names = '[]'"
        )
    database.close()
    assert modules_of_the_first_frame(home) & SLOW == {"sqlite3", "datetime", "collections", "functools"}


def test_keys_that_are_typed_before_the_app_is_there_are_not_lost(home: dict[str, str]) -> None:
    start_and_quit(home)
    with terminal(NEWSREADER, home) as screen:
        screen.wait_until_written(b"\x1b[1;1H")
        assert APP_BEGINS not in screen.written
        screen.type("jj\r")
        screen.wait_for("thanked his counterpart")
        screen.type("qq")
        assert screen.wait_for_end() == 0


def test_who_ends_it_before_the_app_is_there_gets_the_terminal_back(home: dict[str, str]) -> None:
    start_and_quit(home)
    code = (
        "import os, signal\nfrom tui_reader import launch\nstart = launch._started()\n"
        "start.show()\nstart.guard()\nos.kill(os.getpid(), signal.SIGTERM)"
    )
    with terminal([sys.executable, "-c", code], home) as screen:
        before = screen.keyboard
        assert screen.wait_for_end() == -signal.SIGTERM
        assert screen.written.endswith(b"\x1b[?1049l\x1b[?25h")
        assert screen.keyboard == before


def test_the_keyboard_is_left_as_it_was(home: dict[str, str]) -> None:
    start_and_quit(home)
    with terminal(NEWSREADER, home) as screen:
        before = screen.keyboard
        screen.wait_until_written(b"\x1b[1;1H")
        assert screen.keyboard != before
        screen.wait_until_written(APP_BEGINS, b"\x1b[1;1H", b"help")
        screen.type("q")
        assert screen.wait_for_end() == 0
        assert screen.keyboard == before
        assert screen.written.count(b"\x1b[?1049h") == screen.written.count(b"\x1b[?1049l") == 1


def test_what_went_wrong_is_said_on_the_screen_that_stays(home: dict[str, str]) -> None:
    start_and_quit(home)
    file = Path(home["NEWSREADER_LIBRARY"]) / "library.db"
    state = file.stat()
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    with terminal(NEWSREADER, home) as screen:
        before = screen.keyboard
        assert screen.wait_for_end() == 3
        shown, _, said = screen.written.partition(b"\x1b[?1049l")
        assert b"\x1b[1;1H" in shown
        assert b"newer newsreader" in said
        assert screen.keyboard == before


def test_nobody_is_shown_what_is_not_known_for_certain(home: dict[str, str], tmp_path: Path) -> None:
    start_and_quit(home)
    assert b"\x1b[1;1H" in start_and_quit(home)[0]
    for file in (memory.FILE, kept.FILE):
        (tmp_path / "library" / file).write_text("stamp\nof another version")
    assert b"\x1b[1;1H" not in start_and_quit(home)[0]
    assert b"\x1b[1;1H" in start_and_quit(home)[0], "it has been remembered anew"
    assert b"\x1b[1;1H" not in start_and_quit({**home, "COLORTERM": ""})[0]
