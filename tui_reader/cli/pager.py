"""Hands long text to the reader's pager, started by its words and never through a shell."""

from __future__ import annotations

import shlex
import signal
import subprocess
from collections.abc import Sequence

from tui_reader.cli.console import Console


def page(lines: Sequence[str], console: Console) -> None:
    """Show the lines in $PAGER, by default `less -R`, until it ends; print them if it can't start."""
    text = "".join(f"{line}\n" for line in lines)
    console.stdout.flush()
    try:
        command = shlex.split(console.environment.get("PAGER", "")) or ["less", "-R"]
        pager = subprocess.Popen(  # noqa: S603 (the reader's own $PAGER)
            command,
            stdin=subprocess.PIPE,
            encoding="utf-8",
            env={"LESS": "FRX", "LESSCHARSET": "utf-8", **console.environment},
        )
    except (OSError, ValueError):
        console.stdout.write(text)
        return
    # Ctrl-C belongs to the pager, which stops a search by it.
    previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pager.communicate(text)
    finally:
        signal.signal(signal.SIGINT, previous)
