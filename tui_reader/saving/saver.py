"""Works through the queue: fetches several pages at once, and has the worker read them one by one.

However many programs have a library open, one of them saves: whoever holds the lock beside the
database. The others only queue, and the next one takes over when the holder ends, however it ends.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from tui_reader.errors import ReaderError, StorageError
from tui_reader.models import ArticleId, Names, Stage
from tui_reader.saving.process import Worker
from tui_reader.storage.articles import Articles
from tui_reader.storage.queue import Queue

MOST_AT_ONCE: Final = 8
"""How many pages are fetched at the same time."""
_LOOK_AGAIN: Final = 0.25
"""Seconds after which an idle saver looks whether another program has queued something."""


class Saver:
    """Background threads that take articles from the queue to the shelf."""

    def __init__(self, articles: Articles, queue: Queue, worker: Worker, lock_file: Path) -> None:
        self._articles = articles
        self._queue = queue
        self._worker = worker
        self._lock_file = lock_file
        self._stopping = threading.Event()
        self._wake = threading.Condition()
        self._fetching: set[ArticleId] = set()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to save, now or as soon as no other program does."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
            self._thread.start()

    def wake(self) -> None:
        """Look at the queue at once."""
        with self._wake:
            self._wake.notify_all()

    def stop(self) -> None:
        """Stop; what is unfinished stays in the queue."""
        self._stopping.set()
        self.wake()
        self._worker.close()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        """Wait for the lock, then save until stopped."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._lock_file, thread_local=False)
        while not self._stopping.is_set():
            try:
                lock.acquire(blocking=False)
            except Timeout:
                self._rest()
                continue
            cleaner = threading.Thread(target=self._repeat, args=(self._clean_next,), daemon=True)
            try:
                cleaner.start()
                self._repeat(self._fetch_next)
                cleaner.join()
            finally:
                lock.release()

    def _repeat(self, step: Callable[[], bool]) -> None:
        """Do a step again and again; rest when it finds nothing to do or the library can't be used."""
        while not self._stopping.is_set():
            try:
                if step():
                    continue
            except ReaderError:
                # The library is locked or the disk is full just now: the queue keeps what is to be done.
                pass
            self._rest()

    def _rest(self) -> None:
        """Sleep until woken, or for a moment."""
        with self._wake:
            if not self._stopping.is_set():
                self._wake.wait(_LOOK_AGAIN)

    def _fetch_next(self) -> bool:
        """Begin to fetch what waits for it, as far as there is room; return whether anything began."""
        # What stands at fetching, but isn't being fetched here, was left by a saver that ended.
        busy = list(self._fetching)
        waiting = self._queue.waiting(Stage.QUEUED, Stage.FETCHING, but=busy, limit=MOST_AT_ONCE - len(busy))
        if waiting:
            self._queue.move([id for id, _ in waiting], Stage.FETCHING)
        for id, url in waiting:
            self._fetching.add(id)
            # A daemon: a server that answers slowly must not keep the program from ending.
            threading.Thread(target=self._fetch, args=(id, url), daemon=True).start()
        return bool(waiting)

    def _fetch(self, id: ArticleId, url: str) -> None:
        """Fetch one page and keep it for cleaning."""
        from tui_reader.web.fetch import fetch

        try:
            with self._failure_noted(id):
                page = fetch(url)
                if not self._stopping.is_set():
                    self._articles.keep_page(id, page, _key(page.url))
        finally:
            self._fetching.discard(id)
            self.wake()

    def _clean_next(self) -> bool:
        """Have one page read that was fetched, and store what it held; return whether there was one."""
        for id, _ in self._queue.waiting(Stage.CLEANING, Stage.NAMING, limit=1):
            with self._failure_noted(id):
                page = self._articles.page(id)
                document, names = self._worker.digest(page, on_naming=partial(self._move, id, Stage.NAMING))
                telling = _telling(names, self._articles)
                self._articles.store(id, document, names, telling, "" if page.url else _key(document.url))
            return True
        return False

    def _move(self, id: ArticleId, stage: Stage) -> None:
        """Note that one article has come to another stage."""
        self._queue.move([id], stage)

    @contextmanager
    def _failure_noted(self, id: ArticleId) -> Iterator[None]:
        """Note at the article why it could not be had; but a library that can't be written is no fault of it.

        Raises:
            StorageError: if the library is locked or the disk is full; the article stays in the queue.
        """
        try:
            yield
        except StorageError:
            raise
        except ReaderError as error:
            if not self._stopping.is_set():
                self._queue.fail(id, str(error))
        except Exception as error:
            # Nobody stands above a thread, and an article that is left in the queue would come up for ever.
            self._queue.fail(id, f"could not be read, by a fault of newsreader's own ({error!r})")


def _telling(names: Names, articles: Articles) -> tuple[str, ...]:
    """Return the names that say most about an article, given what the library knows of them."""
    from tui_reader.entities.telling import telling_names

    return telling_names(names, articles.articles_with(names.entities))


def _key(url: str) -> str:
    """Return the canonical form of an address, or "" for none."""
    from tui_reader.web.urls import canonical

    return canonical(url) if url else ""
