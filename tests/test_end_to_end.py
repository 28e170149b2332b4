"""The whole way as a reader goes it: the real program, a real page, a real terminal, a fresh home."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.loopback import Site
from tests.terminal import terminal

NEWSREADER = [sys.executable, "-m", "tui_reader"]
LIGHTHOUSE = """\
<!doctype html>
<html lang="en">
<head><title>The lighthouse that was sold twice</title></head>
<body>
<nav><a href="/">Front page</a></nav>
<article>
<h1>The lighthouse that was sold twice</h1>
<p>When Margarethe Olsen bought the lighthouse of Lindesnes in the winter of 1911, she paid in Norwegian
crowns and was given a key that fitted no door. The seller, a dealer from Hamburg, had left that night.</p>
<p>Her letters, which the museum in Bergen has now put in order, tell how she lived for three months in
the boathouse below the tower, and kept the lamp burning for ships that never learned her name.</p>
<p>Only in spring did the true owner come ashore with a paper of his own. He looked at the lamp, which
was clean, and at the ledger, which was complete, and he tore the paper up and went home again.</p>
</article>
<footer>Printed on the island</footer>
</body>
</html>
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Give the environment of somebody who has never used the program."""
    return {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }


def test_a_page_is_saved_read_and_found_again(home: dict[str, str], loopback: Site) -> None:
    loopback.routes["/lighthouse"] = LIGHTHOUSE
    added = subprocess.run(
        [*NEWSREADER, "add", loopback.url("/lighthouse")],
        env=home,
        capture_output=True,
        text=True,
        check=True,
    )
    assert added.stdout == "1\tThe lighthouse that was sold twice\n"
    loopback.routes.clear()

    with terminal(NEWSREADER, home) as screen:
        screen.wait_for("● The lighthouse that was sold twice")
        screen.wait_for("? help")

        screen.type("\r")
        screen.wait_for("the boathouse below the tower")
        screen.wait_for("e next name")
        assert "Front page" not in screen.text
        look = screen.look_of("Margarethe")
        screen.type("e")
        screen.wait_for_change("Margarethe", look)

        screen.type("q")
        screen.wait_until_gone("boathouse")
        screen.wait_for("The lighthouse that was sold twice")

        screen.type("/")
        screen.wait_for("Enter results")
        screen.type("boathouse")
        screen.wait_for("boathouse below")
        screen.type("\x1b")
        screen.wait_until_gone("boathouse")

        screen.type("q")
        assert screen.wait_for_end() == 0
        alternate_screen = screen.written.rpartition(b"\x1b[?1049")[2]
        cursor = screen.written.rpartition(b"\x1b[?25")[2]
        assert alternate_screen.startswith(b"l")
        assert cursor.startswith(b"h")
    assert len(loopback.requests) == 1


def test_the_samples_leave_no_trace(home: dict[str, str], tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with terminal([*NEWSREADER, "--samples"], {**home, "TMPDIR": str(temporary)}) as screen:
        screen.wait_for("? help")
        assert list(temporary.glob("newsreader-*/library.db"))
        screen.type("q")
        assert screen.wait_for_end() == 0
    assert list(temporary.glob("newsreader-*")) == []
    assert list(tmp_path.rglob("library.db")) == []


def test_without_a_terminal_the_samples_are_listed(home: dict[str, str], tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        [*NEWSREADER, "--samples", "search", "Tokayev"],
        env={**home, "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Tokayev thanks Mirziyoyev" in done.stdout
    assert done.stderr == ""
    assert list(temporary.glob("newsreader-*")) == []


def test_the_samples_need_no_settings_of_the_user(home: dict[str, str], tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text("theme = ", encoding="utf-8")
    done = subprocess.run(
        [*NEWSREADER, "--samples", "list"],
        env={**home, "NEWSREADER_CONFIG": str(settings)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "After the floods" in done.stdout
    assert done.stderr == ""


def test_a_terminal_that_can_do_nothing_gets_the_list(home: dict[str, str]) -> None:
    with terminal(NEWSREADER, {**home, "TERM": "dumb"}) as screen:
        assert screen.wait_for_end() == 0
        assert "No articles yet: newsreader add URL saves the first one." in screen.text
        assert b"\x1b" not in screen.written
