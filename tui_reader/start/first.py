"""Shows the library in a terminal before anything else is there, and prepares for the next time."""

from __future__ import annotations

import os

from tui_reader.start import kept, memory, paths
from tui_reader.start.terminal import Terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

_KEYBOARD: Final = 0
_SCREEN: Final = 2
"""Where the app writes, too: the standard output may be for something else."""


class Start:
    """A start of the program in a terminal."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Take the environment, which says where the library is."""
        self._folder = paths.library_folder(environment)
        self._environment = environment
        self._config = paths.config_file(environment)
        self.terminal: Terminal | None = None
        """The terminal, if the library has been shown on it."""

    def show(self) -> None:
        """Show the library as it stands, if it can be read just now and it is known how it looks."""
        try:
            size = os.get_terminal_size(_SCREEN)
            frame = self._kept(size) or self._painted(size)
            if frame:
                self.terminal = Terminal(_KEYBOARD, _SCREEN)
                self.terminal.show(frame)
        except Exception:  # noqa: S110 - whatever it is, the program itself says it a moment later
            pass

    def guard(self) -> None:
        """Give the terminal back if the program is ended from outside before the app is there."""
        if self.terminal is None:
            return
        import signal

        terminal = self.terminal

        def end(number: int, _: object) -> None:
            terminal.give_back()
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, end)

    def prepare_next(self) -> None:
        """Keep the frame that the next start would show."""
        try:
            size = os.get_terminal_size(_SCREEN)
            stamp, ages = self._stamp(size), kept.Ages()
            frame = self._painted(size, ages)
            # What is written meanwhile by another program is not in the frame.
            if frame and stamp == self._stamp(size):
                kept.keep(self._folder, stamp, frame, ages)
        except Exception:  # noqa: S110 - then the next start paints it itself
            pass

    def _stamp(self, size: os.terminal_size) -> str:
        """Return what a kept frame holds for: looks, size, and the library as it is."""
        looks = memory.stamp(self._environment, self._config)
        return f"{looks} {size.columns}x{size.lines} {kept.state(self._folder)}"

    def _kept(self, size: os.terminal_size) -> str | None:
        """Return the frame that was kept, if it still holds."""
        try:
            return kept.recall(self._folder, self._stamp(size))
        except FileNotFoundError:
            return None

    def _painted(self, size: os.terminal_size, ages: kept.Ages | None = None) -> str:
        """Return the frame as the library is; empty if it isn't known how it looks, or holds nothing."""
        remembered = memory.recall(self._folder, memory.stamp(self._environment, self._config))
        if remembered is None:
            return ""
        from datetime import UTC, datetime

        from tui_reader.start.frame import frame
        from tui_reader.storage.first_look import FirstLook

        with FirstLook(f"{self._folder}/library.db") as look:
            return frame(look, remembered, *size, datetime.now(UTC), age=ages)
