from __future__ import annotations

import io
import json
from collections.abc import Sequence

import pytest

from tests.cli.conftest import Known, Newsreader, Tty
from tests.shelf import Shelf, document, names
from tui_reader.cli.console import Console
from tui_reader.cli.parser import parse
from tui_reader.cli.related import show_related
from tui_reader.library import Library


@pytest.fixture(autouse=True)
def stories(known: Known) -> Sequence[int]:
    """Save two articles about two people, and one about something else."""
    shelf = Shelf(known.folder)
    ids: list[int] = []
    for title, text in (
        ("The glacier", "Ada Lind met Bo Moss. Ada Lind and Bo Moss went up, and Ada Lind fell."),
        (
            "Evil\x1b[2J rescue",
            "Bo Moss ran for help. They found Ada Lind alive; Bo Moss had marked where Ada Lind lay.",
        ),
        ("The price of bread", "It is up again."),
    ):
        saved = document(title, text, url=f"https://example.org/{len(ids)}", words=20)
        ids.append(shelf.put(saved, names(saved, Ada_Lind="person", Bo_Moss="person")))
    shelf.close()
    return ids


def test_related_articles_are_printed_with_the_reason(newsreader: Newsreader, stories: Sequence[int]) -> None:
    told = newsreader("related", str(stories[0]))
    assert (told.code, told.err) == (0, "")
    assert told.out.split("\t") == [
        str(stories[1]), "2026-02-01", "Example", "Evil rescue", "both: Ada Lind, Bo Moss\n"
    ]  # fmt: skip


def test_json_tells_what_is_shared(newsreader: Newsreader, stories: Sequence[int]) -> None:
    (other,) = json.loads(newsreader("related", "https://example.org/0", "--json").out)
    assert (other["id"], other["title"], other["shared_names"]) == (
        stories[1], "Evil rescue", ["Ada Lind", "Bo Moss"]
    )  # fmt: skip
    assert other["shared_words"] == []
    assert other["words"] == 20
    assert other["score"] > 0


def test_nothing_is_printed_where_nothing_is_related(newsreader: Newsreader, stories: Sequence[int]) -> None:
    told = newsreader("related", str(stories[2]))
    assert (told.code, told.out) == (0, "")
    assert json.loads(newsreader("related", str(stories[2]), "--json").out) == []
    assert newsreader("related", "99").code != 0


def test_a_terminal_gets_a_line_for_the_reason(known: Known, stories: Sequence[int]) -> None:
    console = Console(Tty(), Tty(), Tty(), {"TERM": "dumb"})
    with Library(known.folder) as library:
        show_related(library, parse(["related", str(stories[0])]), console)
    assert isinstance(console.stdout, io.StringIO)
    lines = console.stdout.getvalue().splitlines()
    assert [line.strip() for line in lines] == [
        f"{stories[1]}  2026-02-01  Example  Evil rescue",
        "both: Ada Lind, Bo Moss",
    ]
