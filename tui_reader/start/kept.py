"""Keeps the frame that a start would paint: as long as the library doesn't change, it needn't be asked.

Only ages go on. In the kept text each is a sign, told from all text by the blanks before it: a headline has
never two in a row.
"""

from __future__ import annotations

import os
from time import time

from tui_reader.lines.ages import age

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime
    from typing import Final

FILE: Final = "first-frame.text"
"""The file in the library's folder."""
_FIRST: Final = 0xE000
"""The code of the first age's sign: what follows is for private use."""
_CELLS: Final = 8
"""Cells of an age with the blanks before it."""


class Ages:
    """Puts signs in the place of ages."""

    def __init__(self) -> None:
        """Start without any."""
        self.moments: list[datetime] = []
        """What the signs stand for, in turn."""

    def __call__(self, moment: datetime) -> str:
        """Return the sign for how long ago a moment was."""
        self.moments.append(moment)
        return chr(_FIRST + len(self.moments) - 1)


def state(folder: str) -> str:
    """Return what changes whenever the library in a folder is changed; raises OSError if there is none."""
    found = os.stat(f"{folder}/library.db")
    written = f"{found.st_mtime_ns} {found.st_size}"
    try:
        log = os.stat(f"{folder}/library.db-wal")
    except FileNotFoundError:
        return written
    return f"{written} {log.st_mtime_ns} {log.st_size}" if log.st_size else written


def keep(folder: str, stamp: str, frame: str, ages: Ages) -> None:
    """Keep a frame.

    Args:
        folder: of the library.
        stamp: what it holds for.
        frame: its text, with signs for ages.
        ages: who gave them.

    Raises:
        OSError: if it can't be written.
    """
    moments = " ".join(
        f"{int(each.timestamp())},{each.year},{each.month},{each.day}" for each in ages.moments
    )
    write(f"{folder}/{FILE}", f"{stamp}\n{moments}\n{frame}")


def recall(folder: str, stamp: str) -> str | None:
    """Return the kept frame as it is now, if it holds for this stamp; raises OSError or ValueError."""
    with open(f"{folder}/{FILE}", encoding="utf-8") as file:
        kept, moments, frame = file.read().split("\n", 2)
    if kept != stamp:
        return None
    now = time()
    for number, moment in enumerate(moments.split()):
        seconds, year, month, day = map(int, moment.split(","))
        told = age(now - seconds, year, month, day)
        frame = frame.replace(chr(_FIRST + number).rjust(_CELLS), told.rjust(_CELLS))
    return frame


def write(path: str, text: str) -> None:
    """Write a file for our eyes only, whole or not at all; raises OSError."""
    descriptor = os.open(f"{path}.new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(f"{path}.new", path)
