"""Reads the clipboard with the tool that the desktop has, so that the dialog for adding comes filled in."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Final

_SECONDS: Final = 0.5
_MOST: Final = 20_000
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def read_clipboard(environment: Mapping[str, str]) -> str:
    """Return what is on the clipboard; empty if there is none or its tool doesn't answer at once."""
    for command in commands(sys.platform, environment):
        program = shutil.which(command[0], path=environment.get("PATH", ""))
        if program is None:
            continue
        try:
            # The command is one of a fixed few and gets no text from outside.
            done = subprocess.run(  # noqa: S603
                [program, *command[1:]],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                env=dict(environment),
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return done.stdout[:_MOST].decode("utf-8", "replace")
    return ""


def commands(platform: str, environment: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield the commands that can read the clipboard here, the most fitting first."""
    if platform == "darwin":
        yield ["pbpaste"]
    if environment.get("WAYLAND_DISPLAY"):
        yield ["wl-paste", "--no-newline", "--type", "text"]
    if environment.get("DISPLAY"):
        yield ["xclip", "-selection", "clipboard", "-out"]
        yield ["xsel", "--clipboard", "--output"]


def addresses_in(text: str) -> list[str]:
    """Return the web addresses in the text, each once, without the full stop or bracket after them."""
    found = (match.group().rstrip(".,;:!?)]}'\u2019\u201d") for match in _ADDRESS.finditer(text))
    return list(dict.fromkeys(found))
