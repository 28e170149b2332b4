"""The library: the only door through which the command line and the screens reach everything else."""

from __future__ import annotations

import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from tui_reader.errors import StorageError
from tui_reader.harmless import harmless_line
from tui_reader.models import (
    Article,
    ArticleId,
    ArticleRow,
    Counts,
    Document,
    Flag,
    Naming,
    Page,
    Position,
    Progress,
    SiteRule,
    Snippet,
    Sort,
)
from tui_reader.queries import Query
from tui_reader.rooms import Rooms
from tui_reader.storage.connection import Database
from tui_reader.storage.schema import migrate

if TYPE_CHECKING:
    from types import TracebackType

    from tui_reader.saving.alone import annotating as annotating
    from tui_reader.saving.alone import cleaning as cleaning
    from tui_reader.saving.alone import naming_complaints as naming_complaints
    from tui_reader.saving.alone import read_page as read_page
    from tui_reader.saving.saver import Saver
    from tui_reader.storage.query import NameTyped as NameTyped
    from tui_reader.storage.query import name_typed as name_typed
    from tui_reader.storage.query import parse_query as parse_query
    from tui_reader.storage.query import with_name as with_name
    from tui_reader.storage.tag_names import tag_name as tag_name

_ELSEWHERE = {
    **dict.fromkeys(("annotating", "cleaning", "naming_complaints", "read_page"), "saving.alone"),
    **dict.fromkeys(("NameTyped", "name_typed", "parse_query", "with_name"), "storage.query"),
    "tag_name": "storage.tag_names",
}
"""What this door also leads to, and where it is: a quick command doesn't wait for what it doesn't need."""
_FILE = "library.db"
_LOOKED_AT_A_SECOND = 50_000
"""Articles whose stage is looked at within a second while they are waited for."""


class Library(Rooms):
    """Saved articles in a folder. Any thread may use it; each call is one short read or one change."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], float] = time.time,
        updating: Callable[[int, int], None] = lambda number, of: None,
    ) -> None:
        """Open the library in a folder, and make it if there is none.

        Args:
            folder: where its files are.
            clock: tells the time of saving, in seconds since 1970.
            updating: told before each step by which an older library is brought up to date, of how many.

        Raises:
            StorageError: if it can't be opened, with what to do.
        """
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StorageError(f"The folder {folder} can't be made: {error.strerror}.") from error
        database = Database(folder / _FILE)
        try:
            migrate(database, _identity, updating)
        except BaseException:
            database.close()
            raise
        super().__init__(database, clock)
        self._saver: Saver | None = None

    @staticmethod
    def is_in(folder: Path) -> bool:
        """Whether there is a library in that folder."""
        return (folder / _FILE).exists()

    def close(self) -> None:
        """Stop saving and close the files."""
        self.stop_saving()
        if "_reader" in self.__dict__:
            self._reader.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Lists

    def ids(self, query: Query = Query(), sort: Sort = Sort.SAVED, *, reverse: bool = False) -> array[int]:
        """Return the ids of all articles that the query asks for, as 64-bit numbers in the order of the list.

        The newest or longest come first, sites from A to Z. Articles in the trash are left out unless
        the query asks for them with `is:trashed`.
        """
        return self._search.ids(query, sort, reverse=reverse)

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """Return the rows of these articles in this order; articles that are gone are left out."""
        return self._rows.rows(ids)

    def snippets(self, query: Query, ids: Sequence[int]) -> dict[int, Snippet]:
        """Return, for each of these articles that holds a word of the query, a line around it."""
        return self._search.snippets(query, ids)

    def counts(self) -> Counts:
        """Return how many articles there are of each sort."""
        return self._search.counts()

    def version(self) -> int:
        """Return a number that changes whenever anything in the library has changed, by whichever program."""
        return self._database.version()

    def find(self, address: str) -> ArticleId | None:
        """Return the article that was saved from this address, if there is one."""
        from tui_reader.web.urls import canonical, normalise

        return self._articles.find(canonical(normalise(address)))

    # Reading

    def article(self, id: ArticleId) -> Article:
        """Return the whole article; raises NotFoundError."""
        return self._articles.article(id)

    def original(self, id: ArticleId) -> Page:
        """Return the page as it came; raises NotFoundError if nothing has been fetched yet."""
        return self._articles.page(id)

    def whole_page(self, id: ArticleId) -> Document:
        """Return all text of the page, not cleaned; takes a moment.

        Raises:
            NotFoundError: if nothing has been fetched yet.
            ExtractError: if there is no text.
            WorkerError: if it takes too long.
        """
        return self._reader.whole(self._articles.page(id))

    def remember(self, id: ArticleId, position: Position, progress: float) -> None:
        """Keep where reading stopped, and how much of the article that is, 0 to 1."""
        self._articles.remember(id, position, progress)

    # Marks

    def mark(self, ids: Sequence[int], flag: Flag, value: bool) -> None:
        """Set or clear a mark on articles; one step of undo, however many they are."""
        self._marks.mark(ids, flag, value)

    def tag(self, ids: Sequence[int], *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """Add tags to articles and remove others; one step of undo, however many they are."""
        self._marks.tag(ids, add=_tag_names(add), remove=_tag_names(remove))

    def mark_opened(self, id: ArticleId) -> None:
        """Mark an article read because it is being read; that is no step of undo."""
        self._marks.mark_opened(id)

    def undo(self) -> str:
        """Take back the last change of marks and tags; return what it was, or "" if there is none."""
        return self._marks.undo()

    def redo(self) -> str:
        """Make the change again that was undone last; return what it was, or "" if there is none."""
        return self._marks.redo()

    def delete(self, ids: Sequence[int]) -> None:
        """Delete articles for good; those that are not in the trash stay."""
        self._articles.delete(ids)

    # Saving

    def add(self, address: str, *, tags: Iterable[str] = ()) -> ArticleId:
        """Queue an address for fetching; one that was saved before is fetched again and keeps its marks.

        Raises:
            FetchError: if it can't be the address of a page.
        """
        from tui_reader.web.urls import canonical, normalise

        url = normalise(address)
        id = self._articles.add_address(url, canonical(url), _tag_names(tags))
        self._wake_saver()
        return id

    def add_page(self, page: Page, *, title: str = "", tags: Iterable[str] = ()) -> ArticleId:
        """Keep a page that is at hand and queue it for cleaning; the page may tell its address itself.

        Args:
            page: the bytes.
            title: what the list calls it until its own title is known.
            tags: tags that it gets.
        """
        from tui_reader.web.urls import canonical

        key = canonical(page.url) if page.url else ""
        id = self._articles.add_page(page, key, title=harmless_line(title), tags=_tag_names(tags))
        self._wake_saver()
        return id

    def add_source(self, word: str, *, tags: Iterable[str] = ()) -> list[ArticleId]:
        """Queue what a word means: the name of a file, or else an address.

        A file that holds nothing but addresses stands for the pages they lead to.

        Raises:
            FetchError: if the file can't be read, or it is neither a file nor an address; nothing is queued.
        """
        from tui_reader.web.files import file_meant, read_file

        path = file_meant(word)
        if path is None:
            return [self.add(word, tags=tags)]
        return self._add_text(read_file(path), path.name, tags)

    def add_stream(self, stream: BinaryIO, name: str, *, tags: Iterable[str] = ()) -> list[ArticleId]:
        """Queue what a stream holds, as `add_source` does with a file; messages call it by this name.

        Raises:
            FetchError: if there is nothing in it, or too much, or an address that can't be one.
        """
        from tui_reader.web.files import read_stream

        return self._add_text(read_stream(stream, name), name, tags)

    def add_samples(self) -> list[ArticleId]:
        """Queue the articles that come with the program, the first one last, so that it is on top."""
        from importlib import resources

        samples = resources.files("tui_reader.samples").iterdir()
        pages = {file.name: file.read_bytes() for file in samples if file.name.endswith(".html")}
        return [
            self.add_page(Page(body, content_type="text/html"), title=name)
            for name, body in sorted(pages.items(), reverse=True)
        ]

    def retry(self, ids: Sequence[int]) -> None:
        """Fetch these articles again."""
        self._queue.requeue(ids)
        self._wake_saver()

    def extract_again(self, ids: Sequence[int]) -> list[int]:
        """Clean articles again without the network, and return which: those whose page was kept."""
        queued = self._queue.reclean(ids)
        self._wake_saver()
        return queued

    def name_again(
        self,
        ids: Sequence[int],
        naming: Naming = Naming(),
        progress: Callable[[Progress], None] = lambda progress: None,
    ) -> dict[ArticleId, str]:
        """Seek the names of these articles anew in their texts; return why not for those where that failed.

        Args:
            ids: which articles; those without a text and those that are just being saved are passed over.
            naming: how the user wants names to be sought.
            progress: called before each article.
        """
        from tui_reader.saving.again import name_again

        return name_again(self._articles, self._reader, ids, naming, progress)

    def start_saving(
        self,
        rule_for: Callable[[str], SiteRule] = lambda url: SiteRule(),
        naming: Callable[[], Naming] = Naming,
    ) -> None:
        """Begin to work through the queue in the background; if another program does, take over after it.

        Args:
            rule_for: gives what the user wants kept and dropped on the pages of an address.
            naming: gives how the user wants names to be sought.
        """
        from tui_reader.saving.process import Worker
        from tui_reader.saving.saver import Saver

        if self._saver is None:
            lock = self.folder / "saver.lock"
            self._saver = Saver(
                self._articles,
                self._queue,
                (Worker(), Worker()),
                lock,
                rule_for=rule_for,
                naming=naming,
                catch_up=self.stories.catch_up,
            )
            self._saver.start()

    def stop_saving(self) -> None:
        """Stop working through the queue; what is unfinished stays in it."""
        if self._saver is not None:
            self._saver.stop()
            self._saver = None

    def wait_for(
        self,
        ids: Sequence[int],
        progress: Callable[[Progress], None] = lambda progress: None,
        *,
        interval: float = 0.1,
    ) -> list[ArticleRow]:
        """Wait until all of these articles are ready or have failed, and return their rows.

        An article that turns out to be one that the library had already is replaced by that one.

        Args:
            ids: the articles, as returned by `add`.
            progress: called at the start and whenever something has changed.
            interval: seconds between two looks; more for very many articles, as a look takes longer.

        Raises:
            StorageError: if nothing can be saved.
        """
        interval = max(interval, len(ids) / _LOOKED_AT_A_SECOND)
        version = -1
        while True:
            if self._saver is not None and self._saver.failure is not None:
                raise self._saver.failure
            if version != (version := self.version()):
                heirs = self._articles.heirs(ids)
                stages = self._queue.stages(set(heirs))
                pending = [id for id, stage in stages.items() if stage.is_pending]
                furthest = sorted(pending, key=lambda id: stages[id].step)[-1:]
                current = next(iter(self.rows(furthest)), None)
                progress(Progress(len(heirs), Counter(stages.values()), current))
                if not pending:
                    return self.rows(heirs)
            time.sleep(interval)

    def _add_text(self, page: Page, title: str, tags: Iterable[str]) -> list[ArticleId]:
        """Queue a page, or each address where there is nothing but addresses."""
        from tui_reader.web.files import addresses_in
        from tui_reader.web.urls import normalise

        # All are looked at before the first is queued, so that one bad line doesn't leave half of them.
        addresses = [normalise(address) for address in addresses_in(page)]
        added = [self.add(address, tags=tags) for address in addresses]
        return added or [self.add_page(page, title=title, tags=tags)]

    def _wake_saver(self) -> None:
        """Let a saver of this program see at once what was queued."""
        if self._saver is not None:
            self._saver.wake()


def _tag_names(tags: Iterable[str]) -> list[str]:
    """Return tags in the form they are kept in; what is no tag at all is left out."""
    from tui_reader.storage.tag_names import tag_name

    return [name for tag in tags if (name := tag_name(tag))]


def _identity(name: str, kind: str) -> str:
    """Return what all spellings of a name share; the rules are loaded only when an older library needs it."""
    from tui_reader.entities import canonical
    from tui_reader.models import Kind

    return canonical(name, Kind(kind))


def __getattr__(name: str) -> Any:
    """Import what this door also leads to when it is asked for."""
    if name in _ELSEWHERE:
        return getattr(import_module(f"tui_reader.{_ELSEWHERE[name]}"), name)
    raise AttributeError(name)
