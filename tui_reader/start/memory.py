"""What the app remembers for its next start: how things look, and what the last line hints at."""

from __future__ import annotations

import os

from tui_reader import __version__
from tui_reader.start.kept import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Final

    from tui_reader.lines.hints import Hint

FILE: Final = "first-frame"
"""The file in the library's folder."""
_TERMINAL: Final = (
    "TERM",
    "COLORTERM",
    "TERM_PROGRAM",
    "NO_COLOR",
    "COLORFGBG",
    "FORCE_COLOR",
    "TEXTUAL_THEME",
)
"""What the environment says of the terminal: colours depend on it."""


class Memory:
    """How the library looked when it was seen last."""

    __slots__ = ("hints", "is_folding", "looks", "retry", "stamp")

    def __init__(
        self, stamp: str, looks: Mapping[str, str], hints: Sequence[Hint], *, retry: str, is_folding: bool
    ) -> None:
        """Take what is remembered.

        Args:
            stamp: what it holds for; see `stamp`.
            looks: the escape sequence that begins each look, by widget and look as in "header name".
            hints: the keys in the last line.
            retry: the key that fetches an article again.
            is_folding: whether reports of one event are one row.
        """
        self.stamp = stamp
        self.looks = looks
        self.hints = hints
        self.retry = retry
        self.is_folding = is_folding

    def drawn(self, look: str, text: str) -> str:
        """Return the text with the escape sequences that make it look so."""
        return f"{self.looks[look]}{text}\x1b[0m" if text else ""

    def keep(self, folder: str) -> None:
        """Write it into a library's folder, whole or not at all; raises OSError."""
        lines = ["stamp", self.stamp, "retry", self.retry, "folding", str(int(self.is_folding))]
        for key, text in self.hints:
            lines += ["hint " + key, text]
        for look, sequence in self.looks.items():
            lines += ["look " + look, sequence]
        write(f"{folder}/{FILE}", "\n".join(lines))


def recall(folder: str, stamp: str) -> Memory | None:
    """Return what is remembered of a library's folder, if it holds for this stamp; raises OSError."""
    with open(f"{folder}/{FILE}", encoding="utf-8") as file:
        lines = file.read().split("\n")
    pairs = list(zip(lines[::2], lines[1::2], strict=True))
    found = dict(pairs)
    if found["stamp"] != stamp:
        return None
    return Memory(
        stamp,
        {name[5:]: text for name, text in pairs if name.startswith("look ")},
        [(name[5:], text) for name, text in pairs if name.startswith("hint ")],
        retry=found["retry"],
        is_folding=found["folding"] == "1",
    )


def stamp(environment: Mapping[str, str], config: str) -> str:
    """Return what a memory holds for: this newsreader, this terminal, and the settings as they are.

    Args:
        environment: of the process.
        config: the file with the settings, which needn't be there.
    """
    try:
        state = os.stat(config)
        settings = f"{config} {state.st_mtime_ns} {state.st_size}"
    except OSError:
        settings = ""
    terminal = [f"{name}={environment.get(name, '')}" for name in _TERMINAL]
    return " ".join([__version__, *terminal, settings]).replace("\n", " ")
