"""How long the event loop stalls while pages are saved: in the worker process, a thread, or inline.

A stall is how much later than asked for a timer of 5 ms fires, which is what a person feels at a key.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from tests.benchmarks.running import p95
from tui_reader import entities, extract
from tui_reader.library import Library
from tui_reader.models import Page

ROUNDS = 3
"""How often the sample pages are saved."""
TICK = 0.005


def run() -> None:
    """Print the stalls, and each as a multiple of the worker's."""
    pages = [
        Page(file.read_bytes(), content_type="text/html")
        for file in resources.files("tui_reader.samples").iterdir()
        if file.name.endswith(".html")
    ]
    _digest(pages[0])  # the recogniser is loaded once, outside of what is compared
    worker = asyncio.run(stalls_beside(lambda: _save(pages)))
    for name, stalls in {
        "worker process": worker,
        "thread": asyncio.run(stalls_beside(lambda: _digest_all(pages))),
        "inline": _stalls_between(pages),
    }.items():
        print(
            f"  {name:15} p95 {p95(stalls) * 1000:6.1f} ms  max {max(stalls) * 1000:6.1f} ms"
            f"  {p95(stalls) / p95(worker):6.1f} x"
        )


async def stalls_beside(work: Callable[[], None]) -> list[float]:
    """Return by how many seconds each tick came late while the work was done in a thread."""
    late: list[float] = []
    working = asyncio.create_task(asyncio.to_thread(work))
    while not working.done():
        due = time.perf_counter() + TICK
        await asyncio.sleep(TICK)
        late.append(max(0.0, time.perf_counter() - due))
    await working
    return late


def _stalls_between(pages: list[Page]) -> list[float]:
    """Return for how many seconds each page would hold up a loop that does the work itself."""
    late: list[float] = []
    for page in pages * ROUNDS:
        start = time.perf_counter()
        _digest(page)
        late.append(time.perf_counter() - start)
    return late


def _save(pages: list[Page]) -> None:
    """Save the pages as the app does."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder)) as library:
        library.start_saving()
        for number in range(ROUNDS):
            pages = [Page(page.body + b"<!-- %d -->" % number, "", "text/html") for page in pages]
            library.wait_for([library.add_page(page) for page in pages])


def _digest_all(pages: list[Page]) -> None:
    """Do in this process what the worker does."""
    for page in pages * ROUNDS:
        _digest(page)


def _digest(page: Page) -> None:
    """Clean a page and find its names."""
    entities.recognise(extract.extract(page))
