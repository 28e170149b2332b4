from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.cli.conftest import Known, Newsreader
from tests.loopback import Answer, Request, Site
from tests.shelf import Shelf
from tui_reader.library import Library
from tui_reader.models import ArticleId

HARBOUR = """\
<!doctype html>
<html lang="en">
<head>
<title>A harbour without ships - The Quay</title>
<meta property="og:site_name" content="The Quay">
</head>
<body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article>
<h1>A harbour without ships</h1>
<p>The cranes of Trieste stood idle on Monday, for the first time since the harbour was dredged in the
spring, and the pilots who guide tankers through the gulf played cards in their station.</p>
<p>No storm had closed the port. A fault in the register of arrivals had sent every ship elsewhere, and
by the time the clerks found the missing line, the nearest vessel was two days away.</p>
<p>The harbour master, who has kept the register for thirty years, said that he would go back to paper
until somebody could explain to him how a line can vanish from a book that nobody has opened.</p>
</article>
<footer>All rights reserved</footer>
</body>
</html>
"""


@pytest.fixture
def harbour(loopback: Site) -> str:
    """Serve the page, and return its address."""
    loopback.routes["/harbour"] = HARBOUR
    return loopback.url("/harbour")


def test_a_pipeline_that_is_not_installed_is_told_and_costs_nothing(
    newsreader: Newsreader, harbour: str, library: Library, known: Known
) -> None:
    (known.folder / "config.toml").write_text('[names]\npipelines = ["zz_no_such"]\n')
    added = newsreader("add", harbour)
    assert added.code == 0
    assert "zz_no_such" in added.err
    assert "take it out of [names] in config.toml" in added.err
    names = library.article(ArticleId(int(added.out.split("\t")[0]))).names
    assert "Trieste" in [entity.name for entity in names.entities]


def test_a_page_is_saved_and_its_number_and_headline_printed(
    newsreader: Newsreader, harbour: str, library: Library
) -> None:
    added = newsreader("add", harbour, "--tag", "Ports")
    assert (added.code, added.err) == (0, "")
    number, title = added.out.rstrip("\n").split("\t")
    assert title == "A harbour without ships"
    (row,) = library.rows([int(number)])
    assert row.tags == ("ports",)
    assert "Trieste" in newsreader("show", number).out


def test_what_cannot_be_had_stays_with_its_reason(
    newsreader: Newsreader, loopback: Site, harbour: str
) -> None:
    gone = loopback.url("/gone")
    added = newsreader("add", gone, harbour)
    assert added.code == 1
    assert added.out.endswith("\tA harbour without ships\n")
    assert added.err.startswith(f"newsreader: {gone} (")
    assert "404" in added.err
    states = {row["url"]: row["state"] for row in json.loads(newsreader("list", "--json").out)}
    assert states[gone] == "failed"
    assert states[harbour] == "unread"


def test_adding_again_what_failed_tries_again(newsreader: Newsreader, loopback: Site) -> None:
    address = loopback.url("/late")
    assert newsreader("add", address).code == 1
    loopback.routes["/late"] = HARBOUR
    assert newsreader("add", address).out.endswith("\tA harbour without ships\n")


def test_a_file_and_standard_input_are_saved(newsreader: Newsreader, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(HARBOUR)
    assert newsreader("add", page).out.endswith("\tA harbour without ships\n")
    text = b"Nobody came\n\n" + b"The hall had been lit since noon, and the chairs stood in rows. " * 8
    added = newsreader("add", "-", stdin=text)
    assert (added.code, added.err) == (0, "")
    assert added.out.endswith("\tNobody came\n")


def test_addresses_on_standard_input_are_queued_each(newsreader: Newsreader, library: Library) -> None:
    addresses = b"https://one.example/a\n\nhttps://two.example/b\n"
    added = newsreader("add", "-", "--no-wait", stdin=addresses)
    assert added.code == 0
    numbers = [int(line.split("\t")[0]) for line in added.out.splitlines()]
    assert [row.url for row in library.rows(numbers)] == ["https://one.example/a", "https://two.example/b"]
    assert all(row.stage.is_pending for row in library.rows(numbers))


@pytest.mark.parametrize(
    ("word", "stdin", "said"),
    [
        ("missing.html", b"", "There is no file missing.html."),
        ("./missing", b"", "There is no file missing."),
        ("/", b"", "/ is a folder"),
        ("-", b"%PDF-1.7", "Standard input is a PDF"),
        ("-", b" \n", "is empty"),
        ("-", b"x" * (15 * 1024 * 1024 + 1), "larger than 15 MiB"),
        ("ftp://example.org/", b"", "ftp"),
    ],
)
def test_what_is_no_page_is_told_and_not_queued(
    newsreader: Newsreader, library: Library, word: str, stdin: bytes, said: str
) -> None:
    before = list(library.ids())
    failed = newsreader("add", word, stdin=stdin)
    assert failed.code == 1
    assert failed.err.startswith(f"newsreader: {word}: ")
    assert said in failed.err
    assert list(library.ids()) == before


def test_nothing_typed_is_told_without_a_name(newsreader: Newsreader) -> None:
    assert newsreader("add", "").err.startswith("newsreader: There is no address")


def test_tags_are_given_with_the_queueing_and_are_no_change_of_their_own(
    newsreader: Newsreader, library: Library
) -> None:
    added = newsreader(
        "add", "-", "https://two.example/b", "--tag", "Ports, To Read", "--no-wait", stdin=b"Text"
    )
    ids = [int(line.split("\t")[0]) for line in added.out.splitlines()]
    assert [row.tags for row in library.rows(ids)] == [("ports", "to-read")] * 2
    assert library.undo().startswith("marked ")


def test_a_kept_page_is_cleaned_again_without_the_network(
    newsreader: Newsreader, harbour: str, loopback: Site, known: Known
) -> None:
    number = newsreader("add", harbour).out.split("\t")[0]
    asked = len(loopback.requests)
    shelf = Shelf(known.folder)
    with shelf.database.write() as connection:
        connection.execute("UPDATE article SET title = 'As an older version read it' WHERE id = ?", (number,))
    shelf.close()
    again = newsreader("extract", "--again", number)
    assert (again.code, again.out) == (0, "Cleaned 1 article again.\n")
    assert "\tA harbour without ships\n" in newsreader("list").out
    assert len(loopback.requests) == asked
    assert newsreader("extract", "--again", "tag:nothing").code == 0
    assert newsreader("extract", "--again", "999").code == 1


def test_what_was_never_fetched_is_told_and_not_cleaned_again(
    newsreader: Newsreader, harbour: str, loopback: Site
) -> None:
    newsreader("add", harbour, loopback.url("/gone"))
    again = newsreader("extract", "--again")
    assert (again.code, again.out) == (0, "Cleaned 4 articles again.\n"), "three are known already"
    assert "1 article has no page to clean" in again.err


def test_a_mistake_in_the_settings_is_told_before_anything_is_cleaned(
    newsreader: Newsreader, harbour: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    newsreader("add", harbour)
    (tmp_path / "config.toml").write_text("measure = [", encoding="utf-8")
    monkeypatch.setattr("tui_reader.cli.adding.config_file", lambda: tmp_path / "config.toml")
    assert newsreader("extract", "--again").code == 3
    assert newsreader("list", "is:saving").out == ""


def test_an_interrupted_add_says_what_stays_queued(known: Known, loopback: Site, library: Library) -> None:
    is_asked, may_answer = threading.Event(), threading.Event()

    def slow(request: Request) -> Answer:
        is_asked.set()
        may_answer.wait(30)
        return Answer(HARBOUR.encode())

    loopback.routes["/slow"] = slow
    adding = subprocess.Popen(
        [sys.executable, "-m", "tui_reader", "--library", str(known.folder), "add", loopback.url("/slow")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NEWSREADER_CONFIG": str(known.folder / "config.toml")},
    )
    try:
        assert is_asked.wait(30)
        adding.send_signal(signal.SIGINT)
        out, err = adding.communicate(timeout=30)
    finally:
        may_answer.set()
        adding.kill()
    assert adding.returncode == 130
    assert out == ""
    assert err.splitlines() == [
        "newsreader: interrupted; 1 article stays queued until the reader next opens."
    ]
    newest = library.rows(library.ids()[:1])[0]
    assert newest.url == loopback.url("/slow")
    assert newest.stage.is_pending
