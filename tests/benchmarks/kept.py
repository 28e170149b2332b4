"""Keeps the libraries that benchmarks read, so that each is made once: in $NEWSREADER_BENCHMARKS or a cache.

The library of a million articles takes some minutes and some gigabytes; its articles are shorter than those
of the others (100 words instead of 500), or it would take five times as much of both.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.invention import Plan
from tests.benchmarks.shelving import fill

EDITION = 1
"""Grows whenever other articles are invented."""
SIZES = (10, 10_000, 100_000, 1_000_000)
_SHORT = Plan(words=100, mentions=5, names_an_article=1)


def plan(size: int) -> Plan:
    """Return what the articles of a library of that size are like."""
    return _SHORT if size >= 1_000_000 else Plan()


def folder() -> Path:
    """Return where they are kept."""
    if path := os.environ.get("NEWSREADER_BENCHMARKS"):
        return Path(path).expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "newsreader-benchmarks"


def library(size: int) -> Path:
    """Return the folder of the library of that size, which is made if there is none."""
    wanted = folder() / f"library-{size}-{EDITION}"
    if not wanted.exists():
        folder().mkdir(parents=True, exist_ok=True)
        print(f"  making a library of {size:,} articles …", file=sys.stderr, flush=True)
        start = time.perf_counter()
        # Whoever breaks this off leaves no half of a library behind.
        with tempfile.TemporaryDirectory(dir=folder()) as unfinished:
            fill(Path(unfinished) / "library", size, plan(size))
            shutil.move(Path(unfinished) / "library", wanted)
        print(f"  … took {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    return wanted


if __name__ == "__main__":
    for size in map(int, sys.argv[1:]):
        print(library(size))
