"""The list of a hundred thousand articles: until it is open, until a key has moved it, and its memory."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from tests.benchmarks import kept, newsboat
from tests.benchmarks.recording import Recording, recording
from tests.benchmarks.running import (
    DOWN,
    NEWSREADER,
    PAGE_DOWN,
    beside,
    environment,
    greet,
    headline,
    home,
    newest,
    p95,
    times,
)
from tests.benchmarks.table import Line

SIZE = 100_000
ROUNDS = 3
KEYS = {"down": (DOWN, 25), "page down": (PAGE_DOWN, 25), "end": ("", 3)}
"""What is pressed in the list, and how often in each round."""
OPEN, MOVE, MEMORY = 0.1, 0.3, 0.15
"""What it may take, as multiples of newsboat's."""


def measured() -> Iterator[Line]:
    """Yield what opening the list, moving in it and holding it takes."""
    ours: dict[str, list[float]] = {}
    theirs: dict[str, list[float]] = {}
    library, cache = kept.library(SIZE), beside(SIZE)
    row = headline(newest(library)[0])
    with home() as folder:
        greet(folder, library)
        for _ in range(ROUNDS):
            if cache is not None:
                with recording(newsboat.command(cache), environment(folder, cache)) as program:
                    program.wait_for(newsboat.FEED)
                    _note(theirs, program, program.answer("\r", wait=60.0) * 1000, "\x1bOF", "\x1bOH")
            with recording(NEWSREADER, environment(folder, library)) as program:
                program.wait_for(row)
                program.wait_for("help")
                # From the start: there is no list that would have to be opened first.
                _note(ours, program, program.first_shown("help").seconds * 1000, "\x1b[F", "\x1b[H")
    for what, figures in ours.items():
        beside_it = theirs.get(what)
        if what in KEYS:
            yield Line(
                f"list of {SIZE:,}: {what} to repaint, p95",
                p95(figures),
                "ms",
                None if beside_it is None else p95(beside_it),
                ratio=MOVE,
            )
        else:
            yield Line(
                f"list of {SIZE:,}: {what}",
                median(figures),
                "MB" if what == "memory" else "ms",
                None if beside_it is None else median(beside_it),
                ratio=MEMORY if what == "memory" else OPEN,
            )


def _note(figures: dict[str, list[float]], program: Recording, opened: float, end: str, top: str) -> None:
    """Press the keys, and note what each took and how much memory that left."""
    program.rest(0.5)
    figures.setdefault("open", []).append(opened)
    for what, (key, count) in KEYS.items():
        if key:
            figures.setdefault(what, []).extend(times(count, lambda key=key: program.answer(key)))  # type: ignore[misc]
    for _ in range(KEYS["end"][1]):
        program.answer(top, wait=60.0)
        figures.setdefault("end", []).append(program.answer(end, wait=60.0) * 1000)
    figures.setdefault("memory", []).append(program.megabytes())
