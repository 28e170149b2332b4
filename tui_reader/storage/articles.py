"""Keeps articles: their addresses, the pages they came as, their text and their names."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Sequence

from tui_reader.codec import decode_blocks, encode_blocks
from tui_reader.errors import NotFoundError, StorageError
from tui_reader.models import (
    Article,
    ArticleId,
    ArticleRow,
    Document,
    Entity,
    Names,
    Page,
    Position,
    Stage,
)
from tui_reader.storage.connection import Database
from tui_reader.storage.names import articles_with, drop_orphans, read_names, store_names
from tui_reader.storage.rows import read_rows, to_seconds


class Articles:
    """The shelf: articles come in by address or as a page, and are taken out by their id."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def add_address(self, url: str, key: str) -> ArticleId:
        """Queue an address for fetching; if the library knows its key, the article it has is updated.

        Args:
            url: the address as it is fetched.
            key: its canonical form.
        """
        with self._database.write() as connection:
            id = _owner(connection, key)
            if id is None:
                return self._insert(connection, url, key, Stage.QUEUED)
            # Whoever adds it again wants to have it, so it also comes out of the trash.
            connection.execute(
                "UPDATE article SET stage = ?, url = ?, reason = '', is_trashed = 0 WHERE id = ?",
                (Stage.QUEUED, url, id),
            )
            return id

    def add_page(self, page: Page, key: str, title: str = "") -> ArticleId:
        """Keep a page that is at hand and queue it for cleaning; an article with this key is updated.

        Args:
            page: the bytes; its address may be empty.
            key: the canonical form of its address; empty to know it by its bytes.
            title: what the list calls it until its own title is known.
        """
        key = key or f"content:{hashlib.sha256(page.body).hexdigest()}"
        with self._database.write() as connection:
            id = _owner(connection, key)
            if id is None:
                id = self._insert(connection, page.url, key, Stage.CLEANING, title)
            _keep(connection, id, page)
            connection.execute("UPDATE article SET is_trashed = 0 WHERE id = ?", (id,))
            return id

    def keep_page(self, id: ArticleId, page: Page, key: str) -> ArticleId:
        """Keep the page that was fetched for an article, and return the article that it belongs to.

        That is another one if the address led to a page which the library had already: the two become one.
        """
        with self._database.write() as connection:
            id = _join(connection, id, key)
            _keep(connection, id, page)
            return id

    def store(
        self, id: ArticleId, document: Document, names: Names, telling: Sequence[str], key: str
    ) -> ArticleId:
        """Store what a page held, and return the article that it belongs to, as `keep_page` does.

        Args:
            id: the article that the page was kept for.
            document: its text.
            names: who and what it mentions.
            telling: the names that a list shows.
            key: the canonical form of the address that the page gives for itself; empty to leave it.
        """
        with self._database.write() as connection:
            if key:
                id = _join(connection, id, key)
            if connection.execute("SELECT 1 FROM article WHERE id = ?", (id,)).fetchone() is None:
                raise NotFoundError(f"There is no article {id} any more.")
            _store_text(connection, id, document, names, telling)
            store_names(connection, id, names)
            return id

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """Return the rows of these articles in this order; articles that are gone are left out."""
        with self._database.read() as connection:
            return read_rows(connection, ids)

    def find(self, key: str) -> ArticleId | None:
        """Return the article with this canonical address, if there is one."""
        with self._database.read() as connection:
            return _owner(connection, key)

    def keys(self, id: ArticleId) -> list[str]:
        """Return the canonical addresses by which the article is known."""
        with self._database.read() as connection:
            found = connection.execute("SELECT address FROM address WHERE article_id = ?", (id,))
            return [str(key) for (key,) in found]

    def article(self, id: ArticleId) -> Article:
        """Return the whole article.

        Raises:
            NotFoundError: if there is none with this number.
        """
        with self._database.read() as connection:
            rows = read_rows(connection, [id])
            if not rows:
                raise NotFoundError(f"There is no article {id}.")
            block, character = connection.execute(
                "SELECT block, character FROM article WHERE id = ?", (id,)
            ).fetchone()
            text, structure, recogniser = connection.execute(
                "SELECT text, structure, recogniser FROM content WHERE article_id = ?", (id,)
            ).fetchone() or ("", "[]", "")
            names = read_names(connection, id, str(recogniser))
        row = rows[0]
        document = Document(
            title=row.title,
            blocks=decode_blocks(text, structure),
            authors=row.authors,
            site=row.site,
            published=row.published,
            language=row.language,
            url=row.url,
            excerpt=row.excerpt,
            words=row.words,
        )
        return Article(row, document, names, Position(block, character))

    def page(self, id: ArticleId) -> Page:
        """Return the page as it came.

        Raises:
            NotFoundError: if none was kept, as nothing has been fetched yet.
            StorageError: if the kept bytes are damaged.
        """
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT body, url, content_type FROM page WHERE article_id = ?", (id,)
            ).fetchone()
        if row is None:
            raise NotFoundError(f"The page of article {id} has not been fetched yet.")
        try:
            return Page(zlib.decompress(row[0]), row[1], row[2])
        except zlib.error as error:
            raise StorageError(f"The kept page of article {id} is damaged; fetch it again.") from error

    def remember(self, id: ArticleId, position: Position, progress: float) -> None:
        """Keep where reading stopped, and how much of the article that is, 0 to 1."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE article SET block = ?, character = ?, progress = ? WHERE id = ?",
                (position.block, position.character, progress, id),
            )

    def delete(self, ids: Sequence[int]) -> None:
        """Delete articles for good; those that are not in the trash stay."""
        with self._database.write() as connection:
            for id in ids:
                if connection.execute("SELECT 1 FROM article WHERE id = ? AND is_trashed", (id,)).fetchone():
                    _drop(connection, ArticleId(id))
            drop_orphans(connection)

    def articles_with(self, entities: Iterable[Entity]) -> dict[str, int]:
        """Return, by name, in how many articles each of these occurs."""
        with self._database.read() as connection:
            return articles_with(connection, entities)

    def _insert(
        self, connection: sqlite3.Connection, url: str, key: str, stage: Stage, title: str = ""
    ) -> ArticleId:
        """Make a new article with one address."""
        cursor = connection.execute(
            "INSERT INTO article (url, title, saved, stage) VALUES (?, ?, ?, ?)",
            (url, title, int(self._clock()), stage),
        )
        id = ArticleId(cursor.lastrowid or 0)
        connection.execute("INSERT INTO address VALUES (?, ?)", (key, id))
        return id


def _owner(connection: sqlite3.Connection, key: str) -> ArticleId | None:
    """Return the article that has this canonical address."""
    row = connection.execute("SELECT article_id FROM address WHERE address = ?", (key,)).fetchone()
    return None if row is None else ArticleId(row[0])


def _keep(connection: sqlite3.Connection, id: ArticleId, page: Page) -> None:
    """Keep the bytes, and queue the article for cleaning."""
    connection.execute(
        "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)",
        (id, page.url, page.content_type, zlib.compress(page.body)),
    )
    connection.execute("UPDATE article SET stage = ?, reason = '' WHERE id = ?", (Stage.CLEANING, id))


def _join(connection: sqlite3.Connection, id: ArticleId, key: str) -> ArticleId:
    """Give the article this address too; if another one has it, the newer becomes part of the older."""
    other = _owner(connection, key)
    if other is None:
        connection.execute("INSERT INTO address VALUES (?, ?)", (key, id))
        return id
    if other == id:
        return id
    kept, dropped = ArticleId(min(id, other)), ArticleId(max(id, other))
    connection.execute("UPDATE address SET article_id = ? WHERE article_id = ?", (kept, dropped))
    connection.execute("UPDATE OR IGNORE tag SET article_id = ? WHERE article_id = ?", (kept, dropped))
    connection.execute(
        "UPDATE article SET is_starred = is_starred OR (SELECT is_starred FROM article WHERE id = ?),"
        " is_trashed = 0 WHERE id = ?",
        (dropped, kept),
    )
    if dropped == id:
        connection.execute(
            "INSERT OR REPLACE INTO page SELECT ?, url, content_type, body FROM page WHERE article_id = ?",
            (kept, dropped),
        )
    _drop(connection, dropped)
    return kept


def _store_text(
    connection: sqlite3.Connection, id: ArticleId, document: Document, names: Names, telling: Sequence[str]
) -> None:
    """Write the text and what the list shows of it, and index it."""
    text, structure = encode_blocks(document.blocks)
    _unindex(connection, id)
    connection.execute(
        "UPDATE article SET title = ?, site = ?, authors = ?, language = ?, published = ?, words = ?,"
        " excerpt = ?, names = ?, url = iif(url = '', ?, url), stage = ?, reason = '' WHERE id = ?",
        (
            document.title,
            document.site,
            json.dumps(document.authors, ensure_ascii=False),
            document.language,
            to_seconds(document.published),
            document.words,
            document.excerpt,
            json.dumps(list(telling), ensure_ascii=False),
            document.url,
            Stage.READY,
            id,
        ),
    )
    connection.execute(
        "INSERT OR REPLACE INTO content VALUES (?, ?, ?, ?)", (id, text, structure, names.recogniser)
    )
    connection.execute(
        "INSERT INTO search (rowid, title, text) SELECT id, title, text FROM searchable WHERE id = ?", (id,)
    )


def _unindex(connection: sqlite3.Connection, id: ArticleId) -> None:
    """Take an article out of the full-text index, which must be told the text that it was given."""
    connection.execute(
        "INSERT INTO search (search, rowid, title, text)"
        " SELECT 'delete', id, title, text FROM searchable WHERE id = ?",
        (id,),
    )


def _drop(connection: sqlite3.Connection, id: ArticleId) -> None:
    """Delete an article with everything that hangs on it."""
    _unindex(connection, id)
    connection.execute("DELETE FROM article WHERE id = ?", (id,))
