"""Starts the program: shows the library at once, and then imports what works on it."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui_reader.start.first import Start

HELP_CELLS = 80
"""How wide the help is that is kept in a file."""


def main() -> int:
    """Run the program by the words of the command line, and return its exit code."""
    if said := _said(sys.argv[1:]):
        try:
            sys.stdout.write(said)
            sys.stdout.flush()
        except BrokenPipeError:  # Whoever reads has read enough; what is buffered must not fail at the exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    start = None if sys.argv[1:] else _started()
    try:
        if start is not None:
            start.show()
            start.guard()
        from tui_reader.cli import main

        code = main(terminal=start.terminal if start is not None else None)
    finally:
        if start is not None and start.terminal is not None:
            start.terminal.give_back()
    if start is not None:
        start.prepare_next()
    return code


def _said(words: list[str]) -> str:
    """Return what is said to words that need no parser: the version, and the help where it has its width."""
    if words == ["--version"]:
        from tui_reader import __version__

        return f"newsreader {__version__}\n"
    if words not in (["--help"], ["-h"]) or "COLUMNS" in os.environ:
        return ""
    if os.isatty(1) and os.get_terminal_size(1).columns < HELP_CELLS:
        return ""
    with open(f"{os.path.dirname(__file__)}/cli/help.txt", encoding="utf-8") as file:
        return file.read()


def _started() -> Start | None:
    """Return a start in a terminal; None where there is none that can show a library."""
    if os.environ.get("TERM", "dumb") in ("", "dumb") or not all(map(os.isatty, (0, 1, 2))):
        return None
    try:
        from tui_reader.start.first import Start
    except ImportError:  # where terminals are no POSIX terminals
        return None
    return Start(os.environ)


if __name__ == "__main__":
    sys.exit(main())
