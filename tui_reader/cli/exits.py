"""How the command line ends, as other programs see it."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """An exit code; the numbers are part of the interface and documented in `newsreader --help`."""

    FINE = 0
    NOT_DONE = 1
    """Something that was asked for could not be done."""
    WRONG_USAGE = 2
    """The command or a search could not be understood; argparse ends so by itself."""
    NO_LIBRARY = 3
    """The library or the settings can't be read."""
    INTERRUPTED = 130
    """Ctrl-C: 128 and the number of the signal, as shells have it."""
