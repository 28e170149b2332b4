"""Opening an article: in a large library, and one of 50,000 words beside one of 500."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from tests.benchmarks import kept
from tests.benchmarks.invention import Plan
from tests.benchmarks.recording import Recording, recording
from tests.benchmarks.running import (
    DOWN,
    NEWSREADER,
    PAGE_DOWN,
    environment,
    greet,
    headline,
    home,
    newest,
    p95,
    times,
    words_in,
)
from tests.benchmarks.shelving import fill
from tests.benchmarks.table import Line
from tui_reader.library import Library
from tui_reader.models import ArticleId
from tui_reader.reading.layout import Layout
from tui_reader.ui.open_article import OpenArticle

LONG, SHORT = 50_000, 500
"""Words."""
ALIKE = 1.2
"""What the first paint of the long one may take, as a multiple of that of the short one."""
FRAMES = 2 * 1000 / 60
"""Milliseconds that a key may take."""
OPENED = 10.0
"""Milliseconds until the first line of an article may be there."""
SIZE = 100_000
ROUNDS, KEYS = 9, 30
_MEASURE, _LINES = 66, 40


def measured() -> Iterator[Line]:
    """Yield what opening takes, and what keys take in the long article."""
    with tempfile.TemporaryDirectory() as folder:
        libraries = {words: Path(folder) / str(words) for words in (LONG, SHORT)}
        for words, library in libraries.items():
            fill(library, 3, Plan(words=words, mentions=words // 50, names_an_article=words // 100, read=0))
        set_in = {words: _set_in(library) for words, library in libraries.items()}
        painted, keys = _on_screen(libraries)
    yield Line(
        f"article of {LONG:,} words: first paint",
        median(painted[LONG]),
        "ms",
        median(painted[SHORT]),
        ratio=ALIKE,
        versus=f"({SHORT} words)",
    )
    for what, figures in keys.items():
        yield Line(f"article of {LONG:,} words: {what} to repaint, p95", p95(figures), "ms", limit=FRAMES)
    yield Line(
        f"article of {LONG:,} words: read and set, without the screen",
        set_in[LONG],
        "ms",
        set_in[SHORT],
        versus=f"({SHORT} words)",
    )
    library = kept.library(SIZE)
    yield Line(
        f"opening one of {SIZE:,}: read and set to the first screen", _set_in(library), "ms", limit=OPENED
    )
    yield Line(f"opening one of {SIZE:,}: key to its first line on the screen", _opened(library), "ms")


def _set_in(library: Path) -> float:
    """Return the milliseconds in which an article is read and its first screen set, warm."""
    with Library(library) as opened:
        ids = [ArticleId(id) for id in opened.ids()[:20]]

        def took(id: ArticleId) -> float:
            start = time.perf_counter()
            article = OpenArticle(opened, id)
            article.open(id)
            Layout(article.document, _MEASURE).extend(_LINES)
            return (time.perf_counter() - start) * 1000

        for id in ids:
            took(id)
        return median(took(id) for id in ids for _ in range(5))


def _on_screen(libraries: dict[int, Path]) -> tuple[dict[int, list[float]], dict[str, list[float]]]:
    """Return the first paints of both articles, and what each key takes in the long one, in milliseconds."""
    painted: dict[int, list[float]] = {}
    keys: dict[str, list[float]] = {}
    with ExitStack() as stack:
        folder = stack.enter_context(home())
        programs: dict[int, tuple[Recording, str]] = {}
        for words, library in libraries.items():
            greet(folder, library)
            row = newest(library)[0]
            program = stack.enter_context(recording(NEWSREADER, environment(folder, library)))
            program.wait_for(headline(row))
            program.rest(1.0)
            programs[words] = program, words_in(library, row.id)
        for _ in range(ROUNDS):
            for words, (program, text) in programs.items():
                painted.setdefault(words, []).append(_first_line(program, text))
                program.type("q")
                program.rest(0.5)
        long, text = programs[LONG]
        _first_line(long, text)
        for what, key in {"line down": DOWN, "page down": PAGE_DOWN}.items():
            keys[what] = times(KEYS, lambda key=key: long.answer(key))  # type: ignore[misc]
    return painted, keys


def _opened(library: Path) -> float:
    """Return the milliseconds from a key to the first line of an article in a large library."""
    rows = newest(library, 8)
    took: list[float] = []
    with tempfile.TemporaryDirectory() as copy, home() as folder:
        # What is opened counts as read: the library that is kept for the next time stays as it is.
        shutil.copytree(library, Path(copy) / "library")
        around = environment(folder, Path(copy) / "library")
        greet(folder, Path(copy) / "library")
        with recording(NEWSREADER, around) as program:
            program.wait_for(headline(rows[0]))
            program.rest(1.0)
            for row in rows:
                took.append(_first_line(program, words_in(library, row.id)))
                program.type("q")
                program.rest(0.5)
                program.type(DOWN)
                program.rest(0.5)
    return median(took[1:])


def _first_line(program: Recording, text: str) -> float:
    """Open the article that is chosen; return after how many milliseconds the first line of it is there."""
    pressed = program.now()
    program.type("\r")
    program.wait_for(text)
    program.rest(0.5)
    return (program.first_shown(text, since=pressed).seconds - pressed) * 1000
