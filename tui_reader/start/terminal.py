"""Takes the terminal for the first frame, keeps what is typed for the app, and gives it back."""

from __future__ import annotations

import os
import termios

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_INPUT, _LOCAL, _CHARACTERS = 0, 3, 6
"""Places in what `termios.tcgetattr` returns."""
_ENTER: Final = "\x1b[?1049h\x1b[?7l\x1b[?25l"
"""The other screen, with lines that aren't wrapped and without a cursor."""
_LEAVE: Final = "\x1b[?7h\x1b[?1049l\x1b[?25h"


class Terminal:
    """A terminal on which a first frame stands, until the app goes on with it or it is given back."""

    def __init__(self, keyboard: int, screen: int) -> None:
        """Take a terminal by the descriptors of its two ends; raises termios.error if it is none."""
        self._keyboard = keyboard
        self._screen = screen
        self.attributes: list[Any] = termios.tcgetattr(keyboard)
        """How the keyboard was set before."""
        self.is_ours = False
        """Whether it has been taken and neither the app nor the shell has it."""

    def show(self, frame: str) -> None:
        """Show a frame on the other screen; what is typed from now on is neither shown nor waited for."""
        attributes = termios.tcgetattr(self._keyboard)
        # As the app will have it, but that Ctrl+C ends the program as long as nobody else can.
        attributes[_LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        attributes[_INPUT] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        attributes[_CHARACTERS] = [*attributes[_CHARACTERS]]
        attributes[_CHARACTERS][termios.VMIN] = 1
        attributes[_CHARACTERS][termios.VSUSP] = b"\0"
        termios.tcsetattr(self._keyboard, termios.TCSANOW, attributes)
        self.is_ours = True
        self._write(_ENTER + frame)

    def give_back(self) -> None:
        """Leave the terminal as it was, unless the app has it."""
        if self.is_ours:
            self.is_ours = False
            self._write(_LEAVE)
            termios.tcsetattr(self._keyboard, termios.TCSANOW, self.attributes)

    def _write(self, text: str) -> None:
        data = text.encode()
        while data:
            data = data[os.write(self._screen, data) :]
