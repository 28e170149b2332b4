"""Works through the queue: fetches several pages at once, and has workers read them, two if many wait.

However many programs have a library open, one of them saves: whoever holds the lock beside the
database. The others only queue, and the next one takes over when the holder ends, however it ends.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from tui_reader.errors import NotFoundError, ReaderError, StorageError
from tui_reader.models import ArticleId, Naming, Page, SiteRule, Stage
from tui_reader.saving.again import telling
from tui_reader.saving.process import Worker
from tui_reader.storage.articles import Articles
from tui_reader.storage.queue import Queue, Task

MOST_AT_ONCE: Final = 8
"""How many pages are fetched at the same time."""
MANY: Final = 3
"""From how many pages that wait the second worker takes part: it needs some time to start."""
_LOOK_AGAIN: Final = 0.25
"""Seconds after which an idle saver looks whether another program has queued something."""


class Saver:
    """Background threads that take articles from the queue to the shelf.

    One fetches, and one for each worker cleans; only these, which `stop` waits for, touch the library.
    What loads the pages are threads without a tie to anything, as a server that answers slowly can't be
    interrupted.
    """

    def __init__(
        self,
        articles: Articles,
        queue: Queue,
        workers: Sequence[Worker],
        lock_file: Path,
        *,
        rule_for: Callable[[str], SiteRule],
        naming: Callable[[], Naming],
        catch_up: Callable[[], int],
    ) -> None:
        self._articles = articles
        self._queue = queue
        self._workers = tuple(workers)
        self._lock_file = lock_file
        self._rule_for = rule_for
        self._naming = naming
        self._catch_up = catch_up
        self._stopping = threading.Event()
        self._wake = threading.Condition()
        self._claiming = threading.Lock()
        self._cleaning: set[ArticleId] = set()
        self._loading: set[ArticleId] = set()
        self._loaded: deque[tuple[Task, Page | Exception]] = deque()
        self._thread: threading.Thread | None = None
        self.failure: StorageError | None = None
        """Why it can't save at all, if it can't."""

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
        for worker in self._workers:
            worker.close()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        """Wait for the lock, then save until stopped."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._lock_file, mode=0o600, thread_local=False)
        while not self._stopping.is_set():
            try:
                lock.acquire(blocking=False)
            except Timeout:
                self._rest()
                continue
            except (OSError, NotImplementedError) as error:
                self.failure = StorageError(f"{self._lock_file} can't be used, so nothing is saved: {error}.")
                return
            cleaners = [
                threading.Thread(target=self._repeat, args=(partial(self._clean_next, *each),), daemon=True)
                for each in enumerate(self._workers)
            ]
            try:
                for cleaner in cleaners:
                    cleaner.start()
                self._repeat(self._fetch_next)
                for cleaner in cleaners:
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
        """Keep what has been loaded, and load what waits for it as far as there is room."""
        while self._loaded:
            self._keep(*self._loaded[0])
            task, _ = self._loaded.popleft()
            self._loading.discard(task.id)
        # What stands at fetching, but isn't being loaded here, was left by a saver that ended.
        room = MOST_AT_ONCE - len(self._loading)
        tasks = self._queue.waiting(Stage.QUEUED, Stage.FETCHING, but=list(self._loading), limit=room)
        if tasks:
            self._queue.move(tasks, Stage.FETCHING)
        for task in tasks:
            self._loading.add(task.id)
            threading.Thread(target=self._load, args=(task,), daemon=True).start()
        return bool(tasks)

    def _load(self, task: Task) -> None:
        """Load one page, and hand it over or the reason why it can't be had."""
        from tui_reader.web.fetch import fetch

        try:
            outcome: Page | Exception = fetch(task.url)
        except Exception as error:
            outcome = error
        self._loaded.append((task, outcome))
        self.wake()

    def _keep(self, task: Task, outcome: Page | Exception) -> None:
        """Keep a page that was loaded for cleaning, or note why it could not be had."""
        with self._failure_noted(task):
            if isinstance(outcome, Exception):
                raise outcome
            self._articles.keep_page(task.id, outcome, _key(outcome.url))

    def _clean_next(self, number: int, worker: Worker) -> bool:
        """Have one page read that was kept, and store what it held; return whether there was one.

        Args:
            number: of the worker; the first takes any page and uses idle time, others help if many wait.
            worker: who reads it.
        """
        task = self._claim(1 if number == 0 else MANY)
        if task is not None:
            try:
                self._clean(task, worker)
            finally:
                with self._claiming:
                    self._cleaning.discard(task.id)
        elif number == 0:
            self._use_idle_time()
        return task is not None

    def _claim(self, many: int) -> Task | None:
        """Return a page to be cleaned that nobody is at, if at least so many wait."""
        with self._claiming:
            tasks = self._queue.waiting(Stage.CLEANING, Stage.NAMING, but=list(self._cleaning), limit=many)
            if len(tasks) < many:
                return None
            self._cleaning.add(tasks[0].id)
            return tasks[0]

    def _clean(self, task: Task, worker: Worker) -> None:
        """Have a page read, and store what it held."""
        with self._failure_noted(task):
            page = self._articles.page(task.id)
            on_naming = partial(self._queue.move, [task], Stage.NAMING)
            rule, naming = self._rule_for(page.url), self._naming()
            document, names = worker.digest(page, rule, naming, on_naming=on_naming)
            # Of a page from a file, only its text tells where it came from.
            if not page.url and (rule := self._rule_for(document.url)) != SiteRule():
                document, names = worker.digest(page, rule, naming)
            key = "" if page.url else _key(document.url)
            self._articles.store(task, document, names, telling=telling(names, self._articles), key=key)

    def _use_idle_time(self) -> None:
        """Do a little of what older articles lack, and rest then, as readers want the library too."""
        try:
            self._catch_up()
        except ReaderError:
            raise
        except Exception:
            # By a fault of our own it would fail again and again, and nothing new would be saved.
            self._catch_up = lambda: 0

    @contextmanager
    def _failure_noted(self, task: Task) -> Iterator[None]:
        """Note at the article why it could not be had; but a library that can't be written is no fault of it.

        Raises:
            StorageError: if the library is locked or the disk is full; the article stays in the queue.
        """
        try:
            yield
        except NotFoundError:
            pass  # it was deleted meanwhile
        except Exception as error:
            if isinstance(error, StorageError) and error.is_passing:
                raise
            if not self._stopping.is_set():
                # Nobody stands above a thread, and an article left in the queue would come up for ever.
                is_known = isinstance(error, ReaderError)
                reason = str(error) if is_known else f"could not be read, by a fault of our own ({error!r})"
                self._queue.fail(task, reason)


def _key(url: str) -> str:
    """Return the canonical form of an address, or "" for none."""
    from tui_reader.web.urls import canonical

    return canonical(url) if url else ""
