"""Says on the error stream that an older library is being updated, if that takes longer than a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import Final

from tui_reader.cli.console import Console

MOMENT: Final = 0.5
"""Seconds after which there is something to say."""
_LAST_LINE: Final = "\x1b[999;1H"
_CLEARED: Final = "\r\x1b[2K"


def _say_nothing(number: int, of: int) -> None:
    """Stand in for the line."""


@contextmanager
def updating_line(
    console: Console, *, moment: float = MOMENT, is_covered: bool = False
) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told before each step, and let its line go when the block ends.

    Args:
        console: where it is said.
        moment: seconds after which it is.
        is_covered: whether the first frame stands on the terminal, whose last line is taken then.
    """
    if not console.can_show_progress:
        yield _say_nothing
        return
    line = _Line(console, moment, _LAST_LINE if is_covered else "")
    try:
        yield line.tell
    finally:
        line.end()


class _Line:
    """A line that is there only while it is needed."""

    def __init__(self, console: Console, moment: float, place: str) -> None:
        self._console = console
        self._place = place + _CLEARED
        self._lock = Lock()
        self._text = ""
        self._is_shown = False
        self._timer = Timer(moment, self._show)
        self._timer.daemon = True

    def tell(self, number: int, of: int) -> None:
        """Say which step begins, now or when the moment is over."""
        with self._lock:
            is_first, self._text = not self._text, f"Updating the library: step {number} of {of} …"
            if self._is_shown:
                self._draw(self._text)
        if is_first:
            self._timer.start()

    def end(self) -> None:
        """Take the line away."""
        self._timer.cancel()
        with self._lock:
            self._text = ""
            if self._is_shown:
                self._draw("")

    def _show(self) -> None:
        """Draw the line, as it takes longer."""
        with self._lock:
            if self._text:
                self._is_shown = True
                self._draw(self._text)

    def _draw(self, text: str) -> None:
        self._console.stderr.write(f"{self._place}{text[: max(self._console.width - 1, 1)]}")
        self._console.stderr.flush()
