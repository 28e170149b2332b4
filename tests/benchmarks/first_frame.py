"""How soon the first headline is on the screen, and how soon a key is answered, in libraries of any size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks import kept, newsboat
from tests.benchmarks.recording import recording
from tests.benchmarks.running import DOWN, NEWSREADER, beside, environment, greet, headline, home, newest
from tests.benchmarks.table import Line

ROUNDS = 7
RATIOS = {10: 1.3, 10_000: 0.3, 100_000: 0.05}
"""What the first frame may take, as a multiple of newsboat's."""
ALIKE = 1.2
"""What it may take with a million articles, as a multiple of what it takes with ten."""
SECONDS = 0.5
"""Seconds of computing until a key is answered."""


def measured() -> Iterator[Line]:
    """Yield what the first frame takes, and what it takes until keys are answered."""
    frames: dict[int, list[float]] = {size: [] for size in kept.SIZES}
    theirs: dict[int, list[float]] = {size: [] for size in RATIOS}
    answers: dict[int, list[float]] = {size: [] for size in kept.SIZES}
    computing: dict[int, list[float]] = {size: [] for size in kept.SIZES}
    with home() as folder:
        wanted = {size: headline(newest(kept.library(size))[0]) for size in kept.SIZES}
        caches = {size: cache for size in RATIOS if (cache := beside(size)) is not None}
        for size in kept.SIZES:
            greet(folder, kept.library(size))
        for _ in range(ROUNDS):
            for size in kept.SIZES:
                if size in caches:
                    theirs[size].append(_newsboat(folder, caches[size]))
                frames[size].append(_shown(folder, kept.library(size), wanted[size]))
        for _ in range(ROUNDS):
            for size in kept.SIZES:
                answered, computed = _answered(folder, kept.library(size))
                answers[size].append(answered)
                computing[size].append(computed)
    for size in kept.SIZES:
        beside_it = (
            median(frames[10]) if size not in RATIOS else median(theirs[size]) if theirs[size] else None
        )
        yield Line(
            f"first useful frame, {size:,} articles",
            median(frames[size]) * 1000,
            "ms",
            None if beside_it is None else beside_it * 1000,
            ratio=RATIOS.get(size, ALIKE),
            versus="" if size in RATIOS else "(ours with 10)",
        )
    for size in kept.SIZES:
        yield Line(
            f"computing until a key is answered, {size:,} articles",
            median(computing[size]),
            "s",
            limit=SECONDS,
        )
    for size in kept.SIZES:
        yield Line(f"time until a key is answered, {size:,} articles", median(answers[size]) * 1000, "ms")


def _shown(home: Path, library: Path, wanted: str) -> float:
    """Return after how many seconds the headline is shown."""
    with recording(NEWSREADER, environment(home, library)) as program:
        program.wait_for(wanted)
        return program.first_shown(wanted).seconds


def _answered(home: Path, library: Path) -> tuple[float, float]:
    """Return after how many seconds a key is answered, and how many were computed until then.

    The key is pressed at once, before the program can have read anything.
    """
    left = f"  ● {headline(newest(library)[0])}"  # The cursor has gone down from it.
    with recording(NEWSREADER, environment(home, library)) as program:
        program.type(DOWN)
        program.wait_for(left)
        answered = program.first_shown(left)
        return answered.seconds, answered.computed


def _newsboat(home: Path, cache: Path) -> float:
    """Return after how many seconds newsboat shows its feed."""
    with recording(newsboat.command(cache), environment(home, cache)) as program:
        program.wait_for(newsboat.FEED)
        return program.first_shown(newsboat.FEED).seconds
