"""Starts the program: shows the library at once, and then imports what works on it."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui_reader.start.terminal import Terminal


def main() -> int:
    """Run the program by the words of the command line, and return its exit code."""
    terminal = None if sys.argv[1:] else first_frame()
    try:
        from tui_reader.cli import main

        return main(terminal=terminal)
    finally:
        if terminal is not None:
            terminal.give_back()


def first_frame() -> Terminal | None:
    """Show the library as it stands, and return the terminal; None if that can't be done at once.

    It can't without a terminal that is known from the last time, or a library that can be read just now.
    """
    environment = os.environ
    if environment.get("TERM", "dumb") in ("", "dumb") or not all(map(os.isatty, (0, 1, 2))):
        return None
    from tui_reader.start import memory, paths

    folder = paths.library_folder(environment)
    try:
        remembered = memory.recall(folder, memory.stamp(environment, paths.config_file(environment)))
    except (OSError, ValueError, LookupError):
        return None
    if remembered is None:
        return None
    import termios
    from datetime import UTC, datetime

    from tui_reader.start.frame import frame
    from tui_reader.start.terminal import Terminal
    from tui_reader.storage.first_look import FirstLook

    try:
        width, height = os.get_terminal_size(2)
        with FirstLook(f"{folder}/library.db") as library:
            painted = frame(library, remembered, width, height, datetime.now(UTC))
        if not painted:
            return None
        terminal = Terminal(0, 2)
        terminal.show(painted)
    except (OSError, ValueError, LookupError, termios.error):
        return None
    return terminal


if __name__ == "__main__":
    sys.exit(main())
