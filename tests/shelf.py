"""Puts articles on a shelf without the network or the worker, for tests of what comes after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tui_reader.models import (
    ArticleId,
    ArticleRow,
    Block,
    BlockKind,
    Document,
    Entity,
    Kind,
    Mention,
    Names,
    Page,
    Stage,
)
from tui_reader.storage.articles import Articles
from tui_reader.storage.connection import Database
from tui_reader.storage.queue import Queue, Task
from tui_reader.storage.rows import Rows
from tui_reader.storage.schema import migrate
from tui_reader.web.urls import canonical

SAVED = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""When the first article of a shelf was saved; each further one an hour later."""


class Shelf:
    """A library's folder that is filled by hand."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.database = Database(folder / "library.db")
        migrate(self.database)
        self._saved = SAVED.timestamp() - 3600
        self.articles = Articles(self.database, clock=self._clock)

    def put(self, document: Document, names: Names = Names(), telling: Sequence[str] = ()) -> ArticleId:
        """Save a document as if it had been fetched from its address."""
        key = canonical(document.url)
        id = self.articles.add_address(document.url, key)
        id = self.articles.keep_page(id, Page(b"<p>kept</p>", document.url, "text/html"), key)
        return self.articles.store(self.task(id), document, names, telling=telling)

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """Return what lists show of these articles."""
        return Rows(self.database).rows(ids)

    def task(self, id: ArticleId) -> Task:
        """Return what is to be done for an article that waits to be cleaned."""
        waiting = Queue(self.database).waiting(Stage.CLEANING, limit=10**6)
        return next(task for task in waiting if task.id == id)

    def close(self) -> None:
        """Close the database, as the library opens it anew."""
        self.database.close()

    def _clock(self) -> float:
        self._saved += 3600
        return self._saved


def document(
    title: str, *paragraphs: str, url: str = "", site: str = "Example", language: str = "en", words: int = 230
) -> Document:
    """Return an article of plain paragraphs."""
    slug = "-".join(title.lower().split())
    return Document(
        title=title,
        blocks=tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs),
        authors=("Ada Writer",),
        site=site,
        published=datetime(2026, 2, 1, tzinfo=UTC),
        language=language,
        url=url or f"https://example.org/{slug}",
        excerpt=paragraphs[0] if paragraphs else "",
        words=words,
    )


def names(document: Document, **kinds: str) -> Names:
    """Return names for every place where a text occurs: `names(document, Astana="place")`; "_" is a space."""
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for number, (key, kind) in enumerate(kinds.items()):
        text = key.replace("_", " ")
        found = [
            Mention(block, start, start + len(text), Kind(kind), number)
            for block, content in enumerate([document.title, *(block.text for block in document.blocks)], -1)
            for start in range(len(content))
            if content.startswith(text, start)
        ]
        entities.append(Entity(Kind(kind), text, len(found)))
        mentions += found
    return Names(tuple(entities), tuple(sorted(mentions, key=lambda m: (m.block, m.start))), "test")
