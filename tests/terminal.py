"""A real terminal for a program: a pseudo-terminal, and what a person would see on it."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pyte

PATIENCE = 60.0
"""Seconds after which something that should appear is given up; a slow machine needs some."""

# pyte takes the end of these for text: modes of the keyboard, and questions about the terminal.
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*(?:\$p|u)|\x1bP[^\x1b]*\x1b\\")


class Terminal:
    """The screen that a program draws on, and its keyboard."""

    def __init__(self, process: subprocess.Popen[bytes], descriptor: int, columns: int, lines: int) -> None:
        self.process = process
        self.written = b""
        self._descriptor = descriptor
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def text(self) -> str:
        """What the screen shows just now."""
        return "\n".join(self._screen.display)

    @property
    def keyboard(self) -> list[Any]:
        """How the keyboard is set."""
        return termios.tcgetattr(self._descriptor)

    def look_of(self, word: str) -> tuple[pyte.screens.Char, ...]:
        """Return the cells of a word on the screen: its letters with their colours and marks."""
        for number, line in enumerate(self._screen.display):
            if word in line:
                row, start = self._screen.buffer[number], line.index(word)
                return tuple(row[column] for column in range(start, start + len(word)))
        raise AssertionError(f"“{word}” is not on the screen:\n{self.text}")

    def type(self, keys: str) -> None:
        """Press the keys."""
        os.write(self._descriptor, keys.encode())

    def wait_for(self, wanted: str) -> None:
        """Watch until the screen shows the text."""
        self._watch(lambda: wanted in self.text, f"“{wanted}” to appear")

    def wait_until_gone(self, unwanted: str) -> None:
        """Watch until the screen shows the text no more."""
        self._watch(lambda: unwanted not in self.text, f"“{unwanted}” to go")

    def wait_until_written(self, *wanted: bytes) -> None:
        """Watch until the program has written these bytes, one after the other."""
        pattern = re.compile(b".*".join(map(re.escape, wanted)), re.DOTALL)
        self._watch(lambda: pattern.search(self.written) is not None, f"{wanted!r} to be written")

    def wait_for_change(self, word: str, look: tuple[pyte.screens.Char, ...]) -> None:
        """Watch until the word looks different."""
        self._watch(lambda: self.look_of(word) != look, f"“{word}” to look different")

    def wait_for_end(self) -> int:
        """Watch until the program ends, and return its exit code."""
        self._watch(lambda: self.process.poll() is not None, "the program to end")
        while self._read(0.0):
            pass
        return self.process.wait()

    def _watch(self, holds: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > deadline:
                raise AssertionError(f"waited in vain for {what}:\n{self.text}")
            self._read(0.05)

    def _read(self, seconds: float) -> bool:
        """Draw what the program writes within that time, and return whether it wrote anything."""
        ready, _, _ = select.select([self._descriptor], [], [], seconds)
        if not ready:
            return False
        try:
            written = os.read(self._descriptor, 1 << 16)
        except OSError:  # Linux says so when the program has closed its end
            return False
        self.written += written
        self._stream.feed(as_pyte_reads(written))
        return bool(written)


def as_pyte_reads(written: bytes) -> bytes:
    """Return what a program wrote without what pyte takes for text."""
    return _UNKNOWN_TO_PYTE.sub(b"", written)


def cells_of(written: bytes, columns: int, lines: int) -> list[list[pyte.screens.Char]]:
    """Return what a terminal of that size shows of what a program has written, cell by cell."""
    screen = pyte.Screen(columns, lines)
    pyte.ByteStream(screen).feed(as_pyte_reads(written))
    return [[screen.buffer[line][column] for column in range(columns)] for line in range(lines)]


@contextmanager
def terminal(
    command: Sequence[str], environment: Mapping[str, str], *, columns: int = 80, lines: int = 24
) -> Iterator[Terminal]:
    """Run a program on a terminal of its own; it is ended with the block, if it runs still."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=dict(environment), start_new_session=True
    )
    os.close(theirs)
    try:
        yield Terminal(process, ours, columns, lines)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
