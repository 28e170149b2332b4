"""How the cost of a list, a row, an article and a search grows from 1,000 to 100,000 articles."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.shelf import Shelf, document
from tui_reader.library import Library, parse_query
from tui_reader.models import ArticleId
from tui_reader.queries import Query

SIZES = (1_000, 100_000)
WORDS = 60
"""Words of an article: few, as the size of the library is what is measured."""
REPEATS = 20


def run() -> None:
    """Print each cost at both sizes, and the larger as a multiple of the smaller."""
    costs: dict[str, list[float]] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            _fill(Path(folder), size)
            with Library(Path(folder)) as library:
                for name, action in _actions(library, size).items():
                    costs.setdefault(name, []).append(_median_time(action))
    for name, (small, large) in costs.items():
        print(f"  {name:22} {small * 1000:7.2f} ms  {large * 1000:7.2f} ms  {large / small:6.1f} x")


def _actions(library: Library, size: int) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""
    ids = library.ids()
    middle = ids[size // 2 : size // 2 + 64]
    rare, common = parse_query("word9999"), parse_query("word1")
    found = library.ids(common)[:64]
    return {
        "all ids": lambda: library.ids(Query()),
        "64 rows in the middle": lambda: library.rows(middle),
        "one article": lambda: library.article(ArticleId(middle[0])),
        "counts": library.counts,
        "search, rare word": lambda: library.ids(rare),
        "search, common word": lambda: library.ids(common),
        "64 snippets": lambda: library.snippets(common, found),
    }


def _fill(folder: Path, size: int) -> None:
    """Make a library of articles whose words are as uneven as those of a language."""
    chance = random.Random(7)
    vocabulary = [f"word{number}" for number in range(10_000)]
    weights = [1 / (number + 1) for number in range(len(vocabulary))]
    shelf = Shelf(folder)
    for number in range(size):
        shelf.put(document(f"Article {number}", " ".join(chance.choices(vocabulary, weights, k=WORDS))))
    shelf.close()


def _median_time(action: Callable[[], object]) -> float:
    """Return how many seconds it takes, after one time to warm up."""
    action()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return median(times)
