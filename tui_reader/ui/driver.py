"""Goes on with the terminal where the first frame stands on it."""

from __future__ import annotations

from typing import Final

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from tui_reader.start.terminal import Terminal

_OTHER_SCREEN: Final = "\x1b[?1049h"


def driver_for(terminal: Terminal) -> type[Driver]:
    """Return the driver of an app that takes over a terminal."""

    class ContinuingDriver(LinuxDriver):
        """Leaves the first frame on the screen, and in the end sets the keyboard as it was before that."""

        def start_application_mode(self) -> None:
            """Take the terminal over."""
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if terminal.is_ours:
                self.attrs_before = terminal.attributes
                terminal.is_ours = False

        def write(self, data: str) -> None:
            """Write, but don't go to the other screen again: some terminals would clear it."""
            if not (terminal.is_ours and data == _OTHER_SCREEN):
                super().write(data)

    return ContinuingDriver
