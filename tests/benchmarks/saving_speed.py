"""How fast pages of a server on this machine are saved, beside what reading them alone takes on two cores.

The pages are mixed from the paragraphs of the samples, so that each is another one.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from pathlib import Path
from statistics import median

from tests.benchmarks.running import p95
from tests.benchmarks.saving import stalls_beside
from tests.benchmarks.table import Line
from tests.loopback import serve
from tui_reader import entities, extract
from tui_reader.library import Library
from tui_reader.models import Page

PAGES = 500
CORES = 2
RATIO = 0.9
"""What is reached of the pages that could be read in the same time if nothing else were to be done."""
STALL = 16.0
"""Milliseconds that the event loop may stall meanwhile."""
ROUNDS = 2
_PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)


def measured() -> Iterator[Line]:
    """Yield pages per second, and by how much the event loop came late."""
    pages = mixed(PAGES)
    alone: list[float] = []
    saved: list[float] = []
    late: list[float] = []
    context = multiprocessing.get_context("spawn")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as in the worker
    with context.Pool(CORES) as pool, _served(context, pages) as addresses:
        pool.map(_read, pages[: 4 * CORES], chunksize=1)
        for _ in range(ROUNDS):
            start = time.perf_counter()
            pool.map(_read, pages, chunksize=5)
            alone.append(PAGES / (time.perf_counter() - start))
            seconds, stalls = _saved(addresses)
            saved.append(PAGES / seconds)
            late += stalls
    yield Line(
        f"saving {PAGES} pages",
        median(saved),
        "pages/s",
        median(alone),
        ratio=RATIO,
        is_least=True,
        versus=f"(reading alone on {CORES} cores)",
    )
    yield Line("event loop stall while saving, p95", p95(late) * 1000, "ms", limit=STALL)


def mixed(count: int) -> list[str]:
    """Return that many different pages."""
    chance = random.Random(3)
    samples = [
        file.read_text("utf-8")
        for file in sorted(resources.files("tui_reader.samples").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".html")
    ]
    paragraphs = [found for sample in samples for found in _PARAGRAPH.findall(sample)]
    return [
        _PARAGRAPH.sub(lambda found: chance.choice(paragraphs), chance.choice(samples)) for _ in range(count)
    ]


@contextmanager
def _served(context: SpawnContext, pages: Sequence[str]) -> Iterator[list[str]]:
    """Serve pages from a process of its own, and give their addresses."""
    ours, theirs = context.Pipe()
    server = context.Process(target=_serve, args=(theirs, pages), daemon=True)
    server.start()
    try:
        base = ours.recv()
        yield [f"{base}{number}" for number in range(len(pages))]
    finally:
        ours.send("end")
        server.join()


def _serve(connection: Connection, pages: Sequence[str]) -> None:
    with serve({f"/{number}": page for number, page in enumerate(pages)}) as site:
        connection.send(site.url())
        connection.recv()


def _read(page: str) -> None:
    """Do what the worker does with a page."""
    entities.recognise(extract.extract(Page(page.encode(), "", "text/html; charset=utf-8")))


def _saved(addresses: Sequence[str]) -> tuple[float, list[float]]:
    """Save pages as the app does; return how many seconds it took, and the stalls of an event loop."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder)) as library:
        library.start_saving()
        library.wait_for([library.add(addresses[0])])
        start = time.perf_counter()

        def save() -> None:
            rows = library.wait_for([library.add(address) for address in addresses])
            assert all(row.words for row in rows)

        stalls = asyncio.run(stalls_beside(save))
        return time.perf_counter() - start, stalls
