"""What the commands take that need no screen, beside a Python that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from statistics import median

from tests.benchmarks import kept
from tests.benchmarks.running import NEWSREADER, environment, home
from tests.benchmarks.table import Line
from tests.benchmarks.wording import words

ROUNDS = 25
TELLING, ASKING = 2.0, 4.0
"""What commands may take that tell of the program, and those that ask the library."""
NOTHING = (sys.executable, "-c", "pass")


def measured() -> Iterator[Line]:
    """Yield the processor time of each command."""
    library = kept.library(10)
    commands = {
        "--version": (TELLING, [*NEWSREADER, "--version"]),
        "--help": (TELLING, [*NEWSREADER, "--help"]),
        "list": (ASKING, [*NEWSREADER, "list"]),
        "search": (ASKING, [*NEWSREADER, "search", words()[1]]),
    }
    took: dict[str, list[float]] = {}
    nothing: list[float] = []
    with home() as folder:
        around = dict(environment(folder, library))
        for _, command in commands.values():
            computed(command, around)
        for _ in range(ROUNDS):
            nothing.append(computed(NOTHING, around))
            for what, (_, command) in commands.items():
                took.setdefault(what, []).append(computed(command, around))
    for what, (ratio, _) in commands.items():
        yield Line(
            f"newsreader {what}",
            median(took[what]) * 1000,
            "ms of computing",
            median(nothing) * 1000,
            ratio=ratio,
            versus="(python -c pass)",
        )


def computed(command: Sequence[str], environment: dict[str, str]) -> float:
    """Return how many seconds of computing a command takes."""
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise AssertionError(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime
