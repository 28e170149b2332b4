"""Pages come from the network onto the shelf, whatever happens on the way."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from tests.loopback import Answer, Request, Site, serve
from tui_reader.errors import FetchError, StorageError
from tui_reader.library import Library
from tui_reader.models import Flag, Kind, Naming, Page, Position, SiteRule, Stage
from tui_reader.saving.process import Worker
from tui_reader.saving.saver import Saver
from tui_reader.storage.articles import Articles
from tui_reader.storage.connection import Database
from tui_reader.storage.queue import Queue
from tui_reader.storage.schema import migrate


def _page(title: str, name: str = "Kassym Sultan") -> str:
    paragraphs = "".join(
        f"<p>{sentence} The river rose, the dams held, and the people of the valley went home again.</p>"
        for sentence in (f"{name} visited Almaty on Monday.", "He spoke with the engineers.", "They agreed.")
    )
    return (
        f"<html lang='en'><title>{title}</title><nav>Home News</nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article></html>"
    )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return an empty library."""
    return Library(tmp_path / "library")


def test_pages_are_fetched_cleaned_named_and_found(library: Library, loopback: Site) -> None:
    loopback.routes |= {"/river": _page("The river rose"), "/gone": Answer(status=404)}
    with library:
        ids = [library.add(loopback.url(path)) for path in ("/river", "/gone")]
        library.start_saving()
        river, gone = library.wait_for(ids)
        assert (river.stage, river.title, river.reason) == (Stage.READY, "The river rose", "")
        assert gone.stage is Stage.FAILED
        assert gone.reason.startswith("404")
        assert gone.title == loopback.url("/gone")
        entities = library.article(river.id).names.entities
        assert (Kind.PLACE, "Almaty") in [(entity.kind, entity.name) for entity in entities]
        assert library.original(river.id).body == _page("The river rose").encode()

        loopback.routes["/gone"] = _page("It is back")
        library.retry([gone.id])
        (back,) = library.wait_for([gone.id])
        assert (back.id, back.title, back.reason) == (gone.id, "It is back", "")


def test_saving_again_updates_and_keeps_what_the_user_did(library: Library, loopback: Site) -> None:
    loopback.routes["/a"] = _page("First title")
    with library:
        library.start_saving()
        id = library.add(loopback.url("/a"))
        library.wait_for([id])
        library.tag([id], add=["River"])
        library.mark([id], Flag.STARRED, True)
        library.remember(id, Position(1, 5), 0.4)
        loopback.routes["/a/"] = _page("Second title")
        assert library.add(loopback.url("/a/?utm_source=mail#top")) == id
        (row,) = library.wait_for([id])
        assert (row.title, row.tags, row.is_starred, row.progress) == ("Second title", ("river",), True, 0.4)
        assert library.article(id).position == Position(1, 5)


def test_a_failed_update_leaves_the_old_text(library: Library, loopback: Site) -> None:
    loopback.routes["/a"] = _page("Still here")
    with library:
        library.start_saving()
        id = library.add(loopback.url("/a"))
        library.wait_for([id])
        loopback.routes["/a"] = Answer(status=503)
        library.retry([id])
        (row,) = library.wait_for([id])
        assert row.stage is Stage.READY
        assert row.reason.startswith("503")
        assert library.article(id).document.blocks


def test_two_addresses_of_one_page_become_one_article(library: Library, loopback: Site) -> None:
    loopback.routes |= {
        "/story": _page("One story"),
        "/short": Answer(status=302, headers={"Location": "/story"}),
    }
    with library:
        library.start_saving()
        story = library.add(loopback.url("/story"))
        library.wait_for([story])
        short = library.add(loopback.url("/short"))
        assert short != story
        assert [row.id for row in library.wait_for([short])] == [story]
        assert library.counts().saved == 1
        assert library.find(loopback.url("/short")) == story


def test_what_is_unfinished_goes_on_at_the_next_start(tmp_path: Path) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def slow(request: Request) -> Answer:
        asked.set()
        go_on.wait(20)
        return Answer(_page("Late").encode())

    with serve({"/slow": slow}) as site:
        with Library(tmp_path) as library:
            id = library.add(site.url("/slow"))
            page = library.add_page(Page(_page("At hand").encode(), content_type="text/html"))
            library.start_saving()
            assert asked.wait(20)
        with Library(tmp_path) as library:
            (row,) = library.rows([id])
            assert row.stage.is_pending
            go_on.set()
            library.start_saving()
            titles = [row.title for row in library.wait_for([id, page])]
    assert titles == ["Late", "At hand"]


def test_only_one_program_saves_and_another_takes_over(tmp_path: Path, loopback: Site) -> None:
    loopback.routes |= {f"/{n}": _page(f"Page {n}") for n in range(2)}
    first, second = Library(tmp_path), Library(tmp_path)
    first.start_saving()
    first.wait_for([first.add(loopback.url("/0"))])
    second.start_saving()
    id = second.add(loopback.url("/1"))
    assert second.wait_for([id])[0].title == "Page 1"
    assert [request.path for request in loopback.requests] == ["/0", "/1"]
    first.close()
    loopback.routes["/1"] = _page("After the first has gone")
    second.retry([id])
    assert second.wait_for([id])[0].title == "After the first has gone"
    second.close()


def test_articles_are_cleaned_again_without_the_network(library: Library) -> None:
    with library:
        library.start_saving()
        id = library.add_page(Page(_page("Kept").encode(), content_type="text/html"))
        before = library.wait_for([id])
        database = Database(library.folder / "library.db")
        with database.write() as connection:
            connection.execute("UPDATE article SET title = 'Lost'")
        database.close()
        library.extract_again([id])
        assert library.wait_for([id]) == before


def test_closing_while_pages_come_in_ends_cleanly(tmp_path: Path, loopback: Site) -> None:
    loopback.routes |= {f"/{n}": _page(f"Page {n}") + "x" * 200_000 for n in range(16)}
    for _ in range(3):
        with Library(tmp_path) as library:
            library.start_saving()
            ids = [library.add(loopback.url(f"/{n}")) for n in range(16)]
    with Library(tmp_path) as library:
        library.start_saving()
        assert {row.stage for row in library.wait_for(ids)} == {Stage.READY}


def test_a_damaged_page_fails_and_the_others_are_read(library: Library) -> None:
    with library:
        broken, fine = (
            library.add_page(Page(_page(title).encode(), content_type="text/html")) for title in ("A", "B")
        )
        database = Database(library.folder / "library.db")
        with database.write() as connection:
            connection.execute("UPDATE page SET body = x'00' WHERE article_id = ?", (broken,))
        database.close()
        library.start_saving()
        rows = library.wait_for([broken, fine])
        assert [row.stage for row in rows] == [Stage.FAILED, Stage.READY]
        assert rows[0].reason == f"The kept page of article {broken} is damaged; fetch it again."


def test_without_a_lock_nothing_is_saved_and_that_is_said(library: Library) -> None:
    with library:
        (library.folder / "saver.lock").mkdir()
        library.start_saving()
        id = library.add_page(Page(b"<p>at hand</p>"))
        with pytest.raises(StorageError, match="nothing is saved"):
            library.wait_for([id])


def test_one_bad_address_in_a_list_queues_none(library: Library, tmp_path: Path) -> None:
    lines = tmp_path / "list.txt"
    lines.write_text("https://example.org/a\nhttps://[bad/\nhttps://example.org/b\n")
    with library:
        with pytest.raises(FetchError):
            library.add_source(str(lines))
        lines.write_text("https://example.org/a\nhttps://example.org/b\n")
        assert len(library.add_source(str(lines), tags=["Two Words"])) == 2
        assert library.counts().tags == (("two-words", 2),)


def test_the_samples_are_all_readable(library: Library) -> None:
    with library:
        library.start_saving()
        rows = library.wait_for(library.add_samples())
        assert len(rows) >= 12
        assert not [row.title for row in rows if row.stage is not Stage.READY]
        assert all(row.url.startswith("https://") for row in rows)
        assert {"en", "fr", "zh"} <= {row.language for row in rows}


def test_idle_time_goes_to_older_articles_and_a_fault_there_stops_nothing(tmp_path: Path) -> None:
    called: list[int] = []

    def catch_up() -> int:
        called.append(1)
        raise ValueError("a fault of our own")

    database = Database(tmp_path / "library.db")
    migrate(database)
    saver = Saver(
        Articles(database),
        Queue(database),
        (),
        tmp_path / "lock",
        rule_for=lambda url: SiteRule(),
        naming=Naming,
        catch_up=catch_up,
    )
    assert not saver._clean_next(0, Worker())
    assert not saver._clean_next(0, Worker())
    assert called == [1]
    database.close()


def test_where_many_pages_wait_two_workers_read_them(tmp_path: Path) -> None:
    script = tmp_path / "worker.py"
    # The first waits for the second, so that nothing would ever be saved if it had to do all by itself.
    script.write_text(
        "import sys, time\n"
        "from pathlib import Path\n"
        "from tui_reader.saving.worker import main\n"
        "own, other = map(Path, sys.argv[1:])\n"
        "own.touch()\n"
        "while not other.exists():\n"
        "    time.sleep(0.01)\n"
        "main()\n"
    )
    marks = [str(tmp_path / "first"), str(tmp_path / "second")]
    with Library(tmp_path / "library") as library:
        ids = library.add_samples()
        database = Database(tmp_path / "library" / "library.db")
        saver = Saver(
            Articles(database),
            Queue(database),
            [Worker(command=(sys.executable, str(script), *each)) for each in (marks, marks[::-1])],
            tmp_path / "lock",
            rule_for=lambda url: SiteRule(),
            naming=Naming,
            catch_up=lambda: 0,
        )
        saver.start()
        rows = library.wait_for(ids)
        saver.stop()
        database.close()
    assert not [row.title for row in rows if row.stage is not Stage.READY]
