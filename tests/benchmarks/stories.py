"""How well stories are told, and what that costs in libraries of 1,000 and of 100,000 articles.

Their words are as uneven as those of English. The larger library takes some minutes to build.
"""

from __future__ import annotations

import itertools
import random
import tempfile
import time
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.shelf import Shelf
from tests.stories.measure import measure
from tui_reader.library import Library
from tui_reader.models import ArticleId, Block, BlockKind, Document
from tui_reader.storage.sketches import store_sketch
from tui_reader.storage.story_places import place
from tui_reader.stories import sketch_of

SIZES = (1_000, 100_000)
WORDS = 300
"""Words in an article."""
VOCABULARY = 200_000
STORIES = 10
"""Every so manyth article shares a story with the one before it."""
REPEATS = 50
LIMITS = {"finding the place of an article": 10.0, "folding the whole list": 30.0}
NOW = 1_790_000_000
DAYS = 1_000


def run() -> None:
    """Print precision and recall, then each cost at both sizes."""
    for half in ("tuning", "held_out", "fresh"):
        with tempfile.TemporaryDirectory() as folder:
            figures = measure(half, Path(folder))
        print(
            f"  {half:9} precision {figures.precision:.3f}  recall {figures.recall:.3f}"
            f"  copies told {figures.copies_right} of {figures.reports}"
        )
    costs: dict[str, list[float]] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            documents = fill(Path(folder), size)
            megabytes = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6
            print(f"  {size:,} sketches: {time.perf_counter() - start:.0f} s, {megabytes:.0f} MB")
            for name, milliseconds in measured(Path(folder), documents).items():
                costs.setdefault(name, []).append(milliseconds)
    for name, (small, large) in costs.items():
        told = f"  more than {LIMITS[name]:.0f} ms" if large > LIMITS.get(name, 1e9) else ""
        print(f"  {name:44} {small:8.2f} ms  {large:8.2f} ms{told}")


def measured(folder: Path, documents: Sequence[Document]) -> dict[str, float]:
    """Return the median cost of each action in milliseconds."""
    with Library(folder) as library:
        ids = library.ids()
        found = {
            "folding the whole list": _median(lambda: library.stories.fold(ids)),
            "the reports of a story": _median(lambda: library.stories.reports(_any(library, ids))),
        }
    shelf = Shelf(folder)
    new = itertools.cycle(enumerate(documents, len(ids) - REPEATS + 1))

    def store() -> None:
        id, document = next(new)
        with shelf.database.write() as connection:
            place(connection, id, document)

    found["finding the place of an article"] = _median(store)
    shelf.close()
    return found


def fill(folder: Path, size: int) -> list[Document]:
    """Make a library of sketches; return the documents of its last articles, which have none yet."""
    chance = random.Random(7)
    shelf = Shelf(folder)
    write = _writer(chance)
    documents: list[Document] = []
    with shelf.database.write() as connection:
        for id in range(1, size + REPEATS + 1):
            moment = NOW - (size - id) * DAYS * 86_400 // size
            connection.execute(
                "INSERT INTO article (id, url, title, saved, published, words, stage)"
                " VALUES (?, ?, ?, ?, ?, ?, 'ready')",
                (id, f"https://example.org/{id}", f"Article {id}", moment, moment, WORDS),
            )
            document = write()
            if id > size:
                documents.append(document)
                continue
            store_sketch(connection, id, sketch_of(document))
            if id % STORIES == 0:
                story = connection.execute("INSERT INTO story DEFAULT VALUES").lastrowid
                connection.executemany(
                    "INSERT INTO report (article_id, story_id, text) VALUES (?, ?, ?)",
                    [(id - 1, story, id - 1), (id, story, id)],
                )
    shelf.close()
    return documents


def _writer(chance: random.Random) -> Callable[[], Document]:
    """Return what writes articles of words that are as uneven as those of a language (Zipf)."""
    letters = "bcdfghjklmnpqrstvwxyz"
    words = ["".join(chance.choices(letters, k=chance.randint(4, 9))) for _ in range(VOCABULARY)]
    words = [word.title() if number % 4 == 0 else word for number, word in enumerate(words)]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))

    def write() -> Document:
        drawn = chance.choices(words, cum_weights=weights, k=WORDS)
        paragraphs = [" ".join(drawn[start : start + 60]) for start in range(10, WORDS, 60)]
        blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
        return Document(" ".join(drawn[:10]), blocks, words=WORDS)

    return write


def _any(library: Library, ids: array[int]) -> ArticleId:
    """Return an article that shares a story."""
    return ArticleId(next(iter(library.stories.numbers(ids[REPEATS : REPEATS + STORIES]))))


def _median(action: Callable[[], object]) -> float:
    """Return how many milliseconds an action takes in the middle of many times."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return sorted(times)[REPEATS // 2] * 1000
