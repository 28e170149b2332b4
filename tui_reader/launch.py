"""Starts the program: shows the library at once, and then imports what works on it."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui_reader.start.first import Start


def main() -> int:
    """Run the program by the words of the command line, and return its exit code."""
    start = None if sys.argv[1:] else _shown()
    terminal = start.terminal if start is not None else None
    try:
        from tui_reader.cli import main

        code = main(terminal=terminal)
    finally:
        if terminal is not None:
            terminal.give_back()
    if start is not None:
        start.prepare_next()
    return code


def _shown() -> Start | None:
    """Show the library if that can be done at once; None where there is no terminal for it."""
    if os.environ.get("TERM", "dumb") in ("", "dumb") or not all(map(os.isatty, (0, 1, 2))):
        return None
    try:
        from tui_reader.start.first import Start
    except ImportError:  # where terminals are no POSIX terminals
        return None
    start = Start(os.environ)
    start.show()
    return start


if __name__ == "__main__":
    sys.exit(main())
