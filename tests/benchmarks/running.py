"""How the two programs are started, and what is looked for on their screens."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles

from tests.benchmarks import newsboat
from tests.benchmarks.recording import recording
from tui_reader.library import Library
from tui_reader.models import ArticleId, ArticleRow
from tui_reader.queries import Filter, Query

NEWSREADER = (sys.executable, "-m", "tui_reader")
DOWN, PAGE_DOWN = "j", "\x1b[6~"
_UNREAD = Query(filters=(Filter("is", "unread"), Filter("is", "archived", is_excluded=True)))
_SEEN = 24
"""Characters of a headline that are on the screen, however narrow the list."""


@contextmanager
def home() -> Iterator[Path]:
    """Give the home of somebody who has no settings."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def environment(home: Path, library: Path) -> Mapping[str, str]:
    """Return in what either program runs."""
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "NEWSREADER_LIBRARY": str(library),
    }


def newest(library: Path, count: int = 1) -> list[ArticleRow]:
    """Return the rows that the list of what is unread begins with."""
    with Library(library) as opened:
        return opened.rows(opened.ids(_UNREAD)[:count])


def words_in(library: Path, id: ArticleId) -> str:
    """Return some words from the first line of an article's text."""
    with Library(library) as opened:
        return " ".join(opened.article(id).document.blocks[0].text.split()[1:4])


def headline(row: ArticleRow) -> str:
    """Return as much of a headline as a list shows."""
    return row.title[:_SEEN]


def greet(home: Path, library: Path) -> None:
    """Run the program once and leave it, so that what it remembers from one time to the next is there."""
    with recording(NEWSREADER, environment(home, library)) as program:
        program.wait_for("help")
        program.rest(0.5)
        program.type("q")
        program.rest(1.0)


def beside(size: int) -> Path | None:
    """Return newsboat's cache of the same articles; None without newsboat."""
    return newsboat.cache(size) if newsboat.is_installed() else None


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 don't exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]


def times(count: int, action: Callable[[], float]) -> list[float]:
    """Do something that often, and return what came of it in milliseconds."""
    return [action() * 1000 for _ in range(count)]
