"""Searching as one types: what the library takes to answer a key, by the sort of search, beside newsboat."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks import kept, newsboat
from tests.benchmarks.invention import KINDS
from tests.benchmarks.recording import recording
from tests.benchmarks.running import (
    NEWSREADER,
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
from tests.benchmarks.wording import words
from tui_reader.library import Library, parse_query
from tui_reader.models import ArticleId, Kind
from tui_reader.ui.finding import FIRST

LIMITS = {100_000: 16.0, 1_000_000: 50.0}
"""Milliseconds that the answer may take, by the size of the library."""
RATIO = 0.01
"""What it may take as a multiple of newsboat's search."""
SNIPPETS = 16
"""Lines around what was found that are read for a screen."""
REPEATS = 5
_BY_KIND = {Kind.PERSON: "person", Kind.PLACE: "place", Kind.ORGANISATION: "org", Kind.OTHER: "other"}
ON_SCREEN = ("very common word", "rare name", "phrase", "1 letter")
"""Sorts of searches that are typed on a terminal too, as each takes a second there."""
BESIDE = ("very common word", "common word", "middling word", "phrase")
"""Sorts of searches that newsboat knows too."""


def measured() -> Iterator[Line]:
    """Yield what each sort of search takes in both libraries."""
    for size, limit in LIMITS.items():
        library = kept.library(size)
        asked = searches(library, kept.plan(size).names(size))
        cache = beside(size) if size == 100_000 else None
        theirs = {} if cache is None else _newsboat(cache, {sort: asked[sort][:2] for sort in BESIDE})
        with Library(library) as opened:
            for sort, texts in asked.items():
                took = [
                    each for text in texts for each in times(REPEATS, _timed(partial(answer, opened, text)))
                ]
                yield Line(
                    f"search of {size:,}: {sort}, p95",
                    p95(took),
                    "ms",
                    theirs.get(sort),
                    limit=limit,
                    ratio=RATIO if sort in theirs else None,
                )
        typed = _typed(library, {sort: asked[sort] for sort in ON_SCREEN})
        for sort, figures in typed.items():
            yield Line(f"search of {size:,}: {sort}, last key to repaint, p95", p95(figures), "ms")


def searches(library: Path, names: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return by sort what is searched for."""
    known = words()
    with Library(library) as opened:
        ids = opened.ids()
        texts = [
            opened.article(ArticleId(ids[len(ids) * part // 7])).document.blocks[0].text.split()
            for part in range(1, 5)
        ]
    tail = names[-2_000::500]
    return {
        "very common word": known[1:5],
        "common word": known[100:500:100],
        "middling word": known[2_000:10_000:2_000],
        "rare name": [f'"{name}"' for name in tail],
        "two words": [f"{known[at]} {known[at * 7]}" for at in (100, 200, 400, 800)],
        "phrase": [f'"{" ".join(text[3:5])}"' for text in texts],
        "1 letter": ("s", "t", "b", "k"),
        "2 letters": ("st", "th", "ba", "ko"),
        "3 letters": [known[at][:3] for at in (500, 600, 700, 800)],
        "5 letters": [known[at][:5] for at in range(9_000, 13_000, 1_000)],
        "word and 2 letters": [f"{known[at]} {known[at * 2][:2]}" for at in (20, 50, 100, 200)],
        "common name as a filter": [
            f'{_BY_KIND[KINDS[(rank + 1) % len(KINDS)]]}:"{names[rank]}"' for rank in range(1, 5)
        ],
    }


def answer(library: Library, text: str) -> None:
    """Read what a screen shows of a search that is being typed."""
    query = parse_query(text, is_typing=True)
    ids = library.walk.window(query, limit=FIRST).ids
    library.rows(ids)
    library.snippets(query, ids[:SNIPPETS])


def _timed(action: Callable[[], object]) -> Callable[[], float]:
    def took() -> float:
        start = time.perf_counter()
        action()
        return time.perf_counter() - start

    return took


def _typed(library: Path, asked: Mapping[str, Sequence[str]]) -> dict[str, list[float]]:
    """Return what the last key of each search takes until the screen shows what it found, in milliseconds."""
    found: dict[str, list[float]] = {}
    with home() as folder:
        greet(folder, library)
        with recording(NEWSREADER, environment(folder, library)) as program:
            program.wait_for(headline(newest(library)[0]))
            program.rest(1.0)
            for sort, texts in asked.items():
                for text in texts:
                    program.type("/")
                    program.rest(0.3)
                    program.type(text[:-1])
                    program.rest(0.5)
                    found.setdefault(sort, []).append(program.answer(text[-1]) * 1000)
                    program.type("\x1b\x1b")
                    program.rest(0.5)
    return found


def _newsboat(cache: Path, asked: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Return what newsboat's search takes, by sort, in milliseconds."""
    found: dict[str, float] = {}
    with home() as folder:
        for sort, texts in asked.items():
            figures: list[float] = []
            for text in texts:
                with recording(newsboat.command(cache), environment(folder, cache)) as program:
                    program.wait_for(newsboat.FEED)
                    program.type("/")
                    program.rest(0.3)
                    program.type(text.strip('"'))
                    program.rest(0.3)
                    figures.append(program.answer("\r", wait=60.0) * 1000)
            found[sort] = p95(figures)
    return found
