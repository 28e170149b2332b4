"""Where the command line reads and writes: everything printed goes through here and is harmless."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Literal, TextIO

from tui_reader.harmless import harmless, harmless_line
from tui_reader.values import value


class Look(StrEnum):
    """How a stretch of text stands out on a terminal: its number in an SGR sequence."""

    BOLD = "1"
    DIM = "2"
    UNDERLINE = "4"


@value
class Marked:
    """Text that stands out on a terminal and is plain anywhere else."""

    text: str
    look: Look


@value
class Console:
    """The three streams of the process, and what they can do."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    environment: Mapping[str, str]

    @classmethod
    def of_process(cls) -> Console:
        """Return the console that the process was started with."""
        for stream in (sys.stdout, sys.stderr):
            # A terminal that can't show a character shows "?" instead of ending the program.
            getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
        # In the order of their numbers, so that the null device gets that of the stream it stands in for.
        return cls(_given(sys.stdin, "r"), _given(sys.stdout, "w"), _given(sys.stderr, "w"), os.environ)

    @property
    def is_terminal(self) -> bool:
        """Whether a person reads what is printed, so that it may be cut to the width."""
        return self.stdout.isatty()

    @property
    def has_looks(self) -> bool:
        """Whether text can stand out."""
        return self.is_terminal and not self._is_dumb

    @property
    def can_open_app(self) -> bool:
        """Whether there is a terminal that the app can draw on and be typed into."""
        return self.stdin.isatty() and self.is_terminal and not self._is_dumb

    @property
    def can_show_progress(self) -> bool:
        """Whether a bar may be drawn, and drawn over, on the error stream."""
        return self.stderr.isatty() and not self._is_dumb

    @property
    def width(self) -> int:
        """Return the columns of the terminal, 80 if there is none."""
        import shutil

        return shutil.get_terminal_size().columns

    @property
    def height(self) -> int:
        """Return the lines of the terminal, 24 if there is none."""
        import shutil

        return shutil.get_terminal_size().lines

    @property
    def _is_dumb(self) -> bool:
        return self.environment.get("TERM") == "dumb"

    def write(self, pieces: Iterable[str]) -> None:
        """Print the pieces as they come, with their own line breaks."""
        for piece in pieces:
            self.stdout.write(harmless(piece))

    def line(self, *parts: str | Marked) -> None:
        """Print one line."""
        self.stdout.write(self.styled(*parts) + "\n")

    def styled(self, *parts: str | Marked) -> str:
        """Return the parts as they are printed, marks included if they can be shown."""
        return "".join(self._part(part) for part in parts)

    def complain(self, sentence: str) -> None:
        """Tell on the error stream what went wrong."""
        self.stderr.write(f"newsreader: {harmless(sentence)}\n")

    def advise(self, sentence: str) -> None:
        """Tell a person at the terminal what to do next; programs are spared it."""
        if self.is_terminal:
            self.stderr.write(f"{harmless_line(sentence)}\n")

    def confirm(self, question: str) -> bool:
        """Ask on the terminal; anything but "y" or "yes" is a no."""
        self.stderr.write(f"{harmless_line(question)} [y/N] ")
        self.stderr.flush()
        return self.stdin.readline().strip().lower() in ("y", "yes")

    def _part(self, part: str | Marked) -> str:
        if isinstance(part, str):
            return harmless(part)
        text = harmless(part.text)
        return f"\x1b[{part.look}m{text}\x1b[0m" if self.has_looks and text else text


def _given(stream: TextIO | None, mode: Literal["r", "w"]) -> TextIO:
    """Return a stream of the process, or the null device where it was closed, as by `newsreader list >&-`."""
    return open(os.devnull, mode) if stream is None else stream
