"""A small library for the tests of the screens: real files, fixed times, an article in every state."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from tui_reader.library import Library
from tui_reader.models import ArticleId, Block, BlockKind, Document, Flag, Names, Position, Stage
from tui_reader.storage.articles import Articles
from tui_reader.storage.connection import Database
from tui_reader.storage.queue import Queue, Task

NOW: Final = datetime(2024, 5, 16, 12, 0, tzinfo=UTC)
"""The moment at which all tests take place."""


@dataclass(frozen=True, slots=True)
class Sample:
    """An article for the shelf."""

    title: str
    site: str
    text: str
    hours: float
    """How long ago it was saved."""
    words: int = 700
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    progress: float = 0.0


SAMPLES: Final = (
    Sample(
        "Presidents of Kazakhstan and Uzbekistan talk after the floods", "Steppe Observer",
        "Kassym-Jomart Tokayev thanked his counterpart for the help that came across the border in April.",
        2, 640, ("Tokayev", "Mirziyoyev", "Astana", "Akorda"), ("asia",), (Flag.STARRED,),
    ),
    Sample(
        "Central banks hold, and say so at length", "Market Note",
        "The decision to leave the rate alone surprised nobody, but the wording of the statement did.",
        5, 1600, ("ECB", "Lagarde", "Frankfurt"), ("economy",),
    ),
    Sample(
        "The glacier that forgot to move", "Field Notes",
        "For nineteen years the tongue of ice above the village has not moved, and nobody knows why.",
        26, 5100, ("Aletsch", "Valais"), ("science",), (Flag.READ,), 0.62,
    ),
    Sample(
        "气候变化与城市的未来：上海如何应对上升的海平面", "城市周刊",
        "上海的工程师正在重新设计防洪墙，以应对本世纪末可能出现的海平面上升。",
        30, 900, ("上海",), ("science",),
    ),
    Sample(
        "Le dernier train de nuit vers Briançon", "La Voie Libre",
        "Le train part à vingt heures cinquante-deux et personne ne sait s'il reviendra au printemps.",
        80, 1200, ("Briançon", "SNCF"), (), (Flag.READ,),
    ),
    Sample(
        "How a table of contents became an argument", "Paper Trail",
        "The first printed table of contents was a complaint about the length of the book that it opened.",
        200, 2300, ("Venice", "Aldus Manutius"), ("books",), (Flag.READ, Flag.ARCHIVED),
    ),
    Sample(
        "Rates stay put", "Ledger Daily",
        "The council left its rate unchanged and promised nothing about June.",
        400, 420, ("ECB",), ("economy",),
    ),
    Sample(
        "[link=https://example.org]Win[/link] \x1b[31ma prize\x1b[0m [/x] \u202eezirp", "Odd [b]Post[/b]",
        "A headline that \x1b]0;title\x07 would like to be more than text.",
        900, 230, ("[red]Nobody[/red]",),
    ),
)  # fmt: skip
"""Ready articles, newest first."""


def fill(folder: Path) -> Library:
    """Return a library with the samples, one article that is being fetched and one that failed."""
    times = iter([NOW - timedelta(hours=sample.hours) for sample in reversed(SAMPLES)])
    with _clocked(folder, [next(times).timestamp() for _ in SAMPLES]) as library:
        for number, sample in enumerate(reversed(SAMPLES)):
            put(library, sample, number)
    library = _clocked(folder, [(NOW - timedelta(minutes=m)).timestamp() for m in (12, 3)])
    gone = library.add("https://example.org/2024/05/gone")
    coming = library.add("https://example.net/coming-soon")
    database = Database(folder / "library.db")
    queue = Queue(database)
    queue.fail(_task(queue, gone), "404: the page is gone.")
    queue.move([_task(queue, coming)], Stage.CLEANING)
    database.close()
    return library


def put(library: Library, sample: Sample, number: int) -> ArticleId:
    """Save a sample as a ready article."""
    id = library.add(f"https://example.com/{number}")
    database = Database(library.folder / "library.db")
    document = Document(
        title=sample.title,
        blocks=(Block(BlockKind.PARAGRAPH, sample.text),),
        site=sample.site,
        published=NOW - timedelta(hours=sample.hours + 1),
        excerpt=sample.text,
        words=sample.words,
    )
    Articles(database).store(_task(Queue(database), id), document, Names(), telling=sample.names)
    database.close()
    for flag in sample.flags:
        library.mark([id], flag, True)
    if sample.tags:
        library.tag([id], add=sample.tags)
    if sample.progress:
        library.remember(id, Position(), sample.progress)
    return id


def _task(queue: Queue, id: ArticleId) -> Task:
    """Return what is to be done for an article that waits to be fetched."""
    return next(task for task in queue.waiting(Stage.QUEUED, limit=10**6) if task.id == id)


def rename(library: Library, table: str, name: str) -> None:
    """Call a table of the library something else, so that nothing can be read from it."""
    connection = sqlite3.connect(library.folder / "library.db")
    connection.execute(f"ALTER TABLE {table} RENAME TO {name}")
    connection.close()


def _clocked(folder: Path, times: Sequence[float]) -> Library:
    """Return the library with a clock that shows these times, and the last of them for ever."""
    left = list(times)
    return Library(folder, clock=lambda: left.pop(0) if len(left) > 1 else left[0])
