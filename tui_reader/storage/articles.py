"""Keeps articles: their addresses, the pages they came as, their text and their names."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Sequence

from tui_reader.codec import decode_blocks, encode_blocks, encode_details, with_details
from tui_reader.errors import NotFoundError, StorageError
from tui_reader.models import (
    Article,
    ArticleId,
    Document,
    Entity,
    Names,
    Page,
    Position,
    Stage,
)
from tui_reader.places import carried_over
from tui_reader.storage import highlight_rows, story_places
from tui_reader.storage.connection import Database
from tui_reader.storage.names import articles_with, drop_orphans, read_names, store_names
from tui_reader.storage.queue import Task
from tui_reader.storage.rows import read_rows, to_seconds, to_zone
from tui_reader.storage.sketches import forget_sketch


class Articles:
    """The shelf: articles come in by address or as a page, and are taken out by their id."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def add_address(self, url: str, key: str, tags: Iterable[str] = ()) -> ArticleId:
        """Queue an address for fetching; if the library knows its key, the article it has is updated.

        Args:
            url: the address as it is fetched.
            key: its canonical form.
            tags: tags that it gets.
        """
        with self._database.write() as connection:
            id = _owner(connection, key)
            if id is None:
                id = self._insert(connection, url, key)
            connection.execute("UPDATE article SET stage = ?, url = ? WHERE id = ?", (Stage.QUEUED, url, id))
            _welcome(connection, id, tags)
            return id

    def add_page(self, page: Page, key: str, *, title: str = "", tags: Iterable[str] = ()) -> ArticleId:
        """Keep a page that is at hand and queue it for cleaning; an article with this key is updated.

        Args:
            page: the bytes; its address may be empty.
            key: the canonical form of its address; empty to know it by its bytes.
            title: what the list calls it until its own title is known.
            tags: tags that it gets.
        """
        key = key or f"content:{hashlib.sha256(page.body).hexdigest()}"
        with self._database.write() as connection:
            id = _owner(connection, key)
            if id is None:
                id = self._insert(connection, page.url, key, title)
            _keep(connection, id, page)
            _welcome(connection, id, tags)
            return id

    def keep_page(self, id: ArticleId, page: Page, key: str) -> ArticleId:
        """Keep the page that was fetched for an article, and return the article that it belongs to.

        That is another one if the address led to a page which the library had already: the two become one.

        Raises:
            NotFoundError: if the article has been deleted meanwhile.
        """
        with self._database.write() as connection:
            id = _join(connection, _heir(connection, id), key)
            _keep(connection, id, page)
            return id

    def store(
        self,
        task: Task,
        document: Document,
        names: Names,
        *,
        telling: Sequence[str] = (),
        key: str = "",
    ) -> ArticleId:
        """Store what a page held, and return the article that it belongs to, as `keep_page` does.

        Args:
            task: the work that is done with it.
            document: its text.
            names: who and what it mentions.
            telling: the names that a list shows.
            key: the canonical form of the address that the page gives for itself; empty to leave it.

        Raises:
            NotFoundError: if the article has been deleted meanwhile.
        """
        with self._database.write() as connection:
            id = _heir(connection, task.id)
            if key:
                id = _join(connection, id, key)
            # Who was queued again meanwhile, or has a newer page by now, still has work to do.
            connection.execute(
                "UPDATE article SET stage = ?, reason = '' WHERE id = ? AND (turn = ? OR stage = ?)",
                (Stage.READY, id, task.turn if id == task.id else None, Stage.FAILED),
            )
            _store_text(connection, id, document, names)
            store_names(connection, id, names, telling)
            story_places.place(connection, id, document)
            return id

    def settled(self, id: ArticleId) -> Task | None:
        """Return the turn of an article that has a text and waits for nothing; None for any other."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT id, url, turn FROM article WHERE id = ? AND words > 0 AND stage IN (?, ?)",
                (id, Stage.READY, Stage.FAILED),
            ).fetchone()
        return Task(ArticleId(found[0]), found[1], found[2]) if found else None

    def store_names(self, task: Task, names: Names, telling: Sequence[str] = ()) -> None:
        """Write anew what an article mentions; if it has been queued since `settled`, it is left as it is.

        Args:
            task: which article, and its turn when its text was read.
            names: who and what it mentions.
            telling: the names that a list shows.
        """
        with self._database.write() as connection:
            is_settled = connection.execute(
                "SELECT 1 FROM article WHERE id = ? AND turn = ? AND stage IN (?, ?)",
                (task.id, task.turn, Stage.READY, Stage.FAILED),
            ).fetchone()
            if is_settled:
                connection.execute(
                    "UPDATE content SET recogniser = ? WHERE article_id = ?", (names.recogniser, task.id)
                )
                store_names(connection, task.id, names, telling)

    def drop_orphans(self) -> None:
        """Delete the names that no article mentions any more."""
        with self._database.write() as connection:
            drop_orphans(connection)

    def find(self, key: str) -> ArticleId | None:
        """Return the article with this canonical address, if there is one."""
        with self._database.read() as connection:
            return _owner(connection, key)

    def heirs(self, ids: Iterable[int]) -> list[ArticleId]:
        """Return the articles that these have become; those that are gone for good are left out."""
        with self._database.read() as connection:
            heirs = dict(connection.execute("SELECT id, article_id FROM heir"))
        return list(dict.fromkeys(ArticleId(heirs.get(id, id)) for id in ids))

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
            text, structure, recogniser, details = connection.execute(
                "SELECT text, structure, recogniser, details FROM content WHERE article_id = ?", (id,)
            ).fetchone() or ("", "[]", "", "{}")
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
        return Article(row, with_details(document, details), names, Position(block, character))

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
            connection.execute(
                "DELETE FROM change WHERE id NOT IN"
                " (SELECT change_id FROM change_item UNION SELECT change_id FROM change_decision)"
            )

    def articles_with(self, entities: Iterable[Entity]) -> list[int]:
        """Return in how many articles each of these occurs."""
        with self._database.read() as connection:
            return articles_with(connection, entities)

    def _insert(self, connection: sqlite3.Connection, url: str, key: str, title: str = "") -> ArticleId:
        """Make a new article with one address."""
        cursor = connection.execute(
            "INSERT INTO article (url, title, saved, stage) VALUES (?, ?, ?, ?)",
            (url, title, int(self._clock()), Stage.QUEUED),
        )
        id = ArticleId(cursor.lastrowid or 0)
        connection.execute("INSERT INTO address VALUES (?, ?)", (key, id))
        return id


def _welcome(connection: sqlite3.Connection, id: ArticleId, tags: Iterable[str]) -> None:
    """Let an article be worked on: who adds it, again or not, wants to have it, so it is in no trash."""
    connection.execute("UPDATE article SET turn = turn + 1, reason = '', is_trashed = 0 WHERE id = ?", (id,))
    connection.executemany("INSERT OR IGNORE INTO tag VALUES (?, ?)", [(tag, id) for tag in tags])


def _heir(connection: sqlite3.Connection, id: ArticleId) -> ArticleId:
    """Return what has become of an article; raises NotFoundError if it has been deleted."""
    heir = connection.execute("SELECT article_id FROM heir WHERE id = ?", (id,)).fetchone()
    id = id if heir is None else ArticleId(heir[0])
    if connection.execute("SELECT 1 FROM article WHERE id = ?", (id,)).fetchone() is None:
        raise NotFoundError(f"There is no article {id} any more.")
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
    connection.execute(
        "UPDATE article SET turn = turn + 1, stage = ?, reason = '' WHERE id = ?", (Stage.CLEANING, id)
    )


def _join(connection: sqlite3.Connection, id: ArticleId, key: str) -> ArticleId:
    """Give the article this address too; if another one has it, the two become one.

    The one that has a text stays, the older if both have; it takes over what was decided for the other.
    """
    other = _owner(connection, key)
    if other is None:
        connection.execute("INSERT INTO address VALUES (?, ?)", (key, id))
    if other is None or other == id:
        return id
    (kept,), (dropped,) = connection.execute(
        "SELECT id FROM article WHERE id IN (?, ?) ORDER BY words = 0, id", (id, other)
    )
    for table in ("address", "heir"):
        connection.execute(f"UPDATE {table} SET article_id = ? WHERE article_id = ?", (kept, dropped))  # noqa: S608
    connection.execute("INSERT INTO heir VALUES (?, ?)", (dropped, kept))
    connection.execute("UPDATE OR IGNORE decision SET article_id = ? WHERE article_id = ?", (kept, dropped))
    highlight_rows.hand_over(connection, dropped, kept)
    story_places.hand_over(connection, dropped, kept)
    connection.execute("UPDATE OR IGNORE tag SET article_id = ? WHERE article_id = ?", (kept, dropped))
    connection.execute(
        "UPDATE article SET is_trashed = 0, is_read = article.is_read OR other.is_read,"
        " is_starred = article.is_starred OR other.is_starred"
        " FROM (SELECT * FROM article WHERE id = ?) AS other WHERE article.id = ?",
        (dropped, kept),
    )
    if dropped == id:
        # What is being worked on is the newer page: it goes on under the number that stays.
        connection.execute(
            "INSERT OR REPLACE INTO page SELECT ?, url, content_type, body FROM page WHERE article_id = ?",
            (kept, dropped),
        )
    _drop(connection, dropped)
    return ArticleId(kept)


def _store_text(connection: sqlite3.Connection, id: ArticleId, document: Document, names: Names) -> None:
    """Write the text and what the list shows of it, and index it."""
    text, structure = encode_blocks(document.blocks)
    _carry_place_over(connection, id, document)
    _unindex(connection, id)
    connection.execute(
        "UPDATE article SET title = ?, site = ?, authors = ?, language = ?, published = ?, zone = ?,"
        " words = ?, excerpt = ?, url = iif(url = '', ?, url) WHERE id = ?",
        (
            document.title,
            document.site,
            json.dumps(document.authors, ensure_ascii=False),
            document.language,
            to_seconds(document.published),
            to_zone(document.published),
            document.words,
            document.excerpt,
            document.url,
            id,
        ),
    )
    connection.execute(
        "INSERT OR REPLACE INTO content VALUES (?, ?, ?, ?, ?)",
        (id, text, structure, names.recogniser, encode_details(document)),
    )
    highlight_rows.carry_over(connection, id, document.title, document.blocks)
    connection.execute(
        "INSERT INTO search (rowid, title, text) SELECT id, title, text FROM searchable WHERE id = ?", (id,)
    )


def _carry_place_over(connection: sqlite3.Connection, id: ArticleId, document: Document) -> None:
    """Let reading go on at the same words in a text that takes the place of another."""
    old = connection.execute(
        "SELECT block, character, text, structure FROM article JOIN content ON article_id = id"
        " WHERE id = ? AND (block > 0 OR character > 0)",
        (id,),
    ).fetchone()
    if old is not None:
        block, character, text, structure = old
        place = carried_over(Position(block, character), decode_blocks(text, structure), document.blocks)
        connection.execute(
            "UPDATE article SET block = ?, character = ? WHERE id = ?", (place.block, place.character, id)
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
    forget_sketch(connection, id)
    connection.execute("DELETE FROM article WHERE id = ?", (id,))
