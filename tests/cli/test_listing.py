from __future__ import annotations

import io
import json

import pytest

from tests.cli.conftest import Known, Newsreader, Tty
from tests.shelf import Shelf
from tui_reader.cli.console import Console
from tui_reader.cli.listing import show_found, show_list
from tui_reader.cli.parser import parse
from tui_reader.library import Library
from tui_reader.models import Block, BlockKind, Document, Flag
from tui_reader.reading.cells import width


def on_terminal(library: Library, *words: str, term: str = "xterm") -> tuple[str, str]:
    """Return what the command prints on a terminal, and what it advises there."""
    console = Console(Tty(), Tty(), Tty(), {"TERM": term})
    command = show_found if words[0] == "search" else show_list
    command(library, parse(words), console)
    out, err = console.stdout, console.stderr
    assert isinstance(out, io.StringIO)
    assert isinstance(err, io.StringIO)
    return out.getvalue(), err.getvalue()


def test_the_list_in_a_pipe_is_full_lines_parted_by_tabs(newsreader: Newsreader, known: Known) -> None:
    listed = newsreader("list")
    assert listed.code == 0
    assert listed.err == ""
    assert listed.out.splitlines() == [
        f"{known.chinese}\tunread\t2026-03-01\t河岸\t一条河的两岸",
        f"{known.bank}\tread\t2026-03-01\tMarket Note\tCentral banks hold, and say so at length",
        f"{known.ice}\tunread\t2026-03-01\tField Notes\tThe glacier that forgot to move",
    ]


def test_without_a_command_and_a_terminal_the_list_is_printed(newsreader: Newsreader) -> None:
    assert newsreader().out == newsreader("list").out != ""


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--unread"], ["一条河的两岸", "The glacier that forgot to move"]),
        (["--starred"], ["The glacier that forgot to move"]),
        (["--tag", "Water"], ["The glacier that forgot to move"]),
        (["--tag", "water", "--tag", "fire"], []),
        (["--tag", "water,fire"], []),
        (["--tag", "\udcffwater"], ["The glacier that forgot to move"]),
        (["--limit", "1"], ["一条河的两岸"]),
        (["--limit", "1", "--reverse"], ["The glacier that forgot to move"]),
        (["--sort", "length", "--limit", "1"], ["The glacier that forgot to move"]),
        (["--archive"], ["Central banks hold, and say so at length"]),
        (["--trash"], ["一条河的两岸"]),
    ],
)
def test_views_show_what_they_say(
    newsreader: Newsreader, library: Library, known: Known, options: list[str], expected: list[str]
) -> None:
    if "--archive" in options:
        library.mark([known.bank], Flag.ARCHIVED, True)
    if "--trash" in options:
        library.mark([known.chinese], Flag.TRASHED, True)
    listed = newsreader("list", *options)
    assert [line.split("\t")[-1] for line in listed.out.splitlines()] == expected


def test_json_has_the_documented_fields(newsreader: Newsreader, known: Known) -> None:
    listed = json.loads(newsreader("list", "--tag", "water", "--json").out)
    assert listed == [
        {
            "id": known.ice,
            "url": "https://ice.example/story",
            "title": "The glacier that forgot to move",
            "authors": ["Ada Lind"],
            "site": "Field Notes",
            "published": "2026-02-01T00:00:00Z",
            "saved": "2026-03-01T12:00:00Z",
            "language": "en",
            "words": 31,
            "state": "unread",
            "starred": True,
            "tags": ["water"],
            "story": None,
        }
    ]


def test_json_of_nothing_is_an_empty_array(newsreader: Newsreader) -> None:
    assert json.loads(newsreader("list", "--tag", "nowhere", "--json").out) == []
    assert json.loads(newsreader("search", "zeppelin", "--json").out) == []


def test_search_prints_the_line_around_the_words(newsreader: Newsreader, known: Known) -> None:
    found = newsreader("search", "nine", "winters")
    assert found.code == 0
    (line,) = found.out.splitlines()
    assert line.startswith(f"{known.ice}\tunread\t")
    assert "nine winters" in line.split("\t")[5]
    assert "\x1b" not in line


def test_search_leaves_out_a_word_with_a_minus(newsreader: Newsreader, known: Known) -> None:
    both = newsreader("search", "the").out.splitlines()
    without = newsreader("search", "the", "-rate").out.splitlines()
    assert [line.split("\t")[0] for line in both] == [str(known.bank), str(known.ice)]
    assert [line.split("\t")[0] for line in without] == [str(known.ice)]
    assert newsreader("search", "the", "-x").out.splitlines() == both
    assert newsreader("search", "-x").code == 0


def test_search_json_adds_the_snippet(newsreader: Newsreader) -> None:
    (found,) = json.loads(newsreader("search", "metres", "--json").out)
    assert "eleven metres" in found["snippet"]


def test_an_ill_formed_search_says_where_it_goes_wrong(newsreader: Newsreader) -> None:
    for before in ("ice", "ice   floods\t\n", "\x1b[2J"):
        failed = newsreader("search", before, '"nine winters')
        assert failed.code == 2
        assert failed.out == ""
        sentence, query, caret = failed.err.splitlines()
        assert sentence.startswith("newsreader: ")
        assert query.endswith(' "nine winters')
        assert query[caret.index("^")] == '"'
        assert "\x1b" not in query


@pytest.mark.parametrize("columns", [30, 60, 80, 120])
def test_no_line_on_a_terminal_is_wider_than_it(
    library: Library, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    listed, _ = on_terminal(library, "list", term="dumb")
    assert len(listed.splitlines()) == 3
    assert all(width(line) <= columns for line in listed.splitlines())
    found, _ = on_terminal(library, "search", "winters", term="dumb")
    assert all(width(line) <= columns for line in found.splitlines())


def test_titles_stand_in_one_column_on_a_terminal(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    listed, _ = on_terminal(library, "list", term="dumb")
    columns = {
        width(line[: line.index(title)])
        for line, title in zip(listed.splitlines(), ["一条河", "Central", "★ The glacier"], strict=True)
    }
    assert len(columns) == 1


def test_hits_are_bold_on_a_terminal(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    found, _ = on_terminal(library, "search", "winters")
    assert "\x1b[1mwinters\x1b[0m" in found


def test_an_empty_view_advises_only_at_a_terminal(library: Library, newsreader: Newsreader) -> None:
    out, err = on_terminal(library, "list", "--trash")
    assert (out, err) == ("", "Nothing here.\n")
    assert newsreader("list", "--trash").err == ""


HOSTILE = Document(
    title="\x1b]0;gotcha\x07Rates\u202e [link=x]and\nmore[/x]\x9b31m",
    blocks=(Block(BlockKind.PARAGRAPH, "Zeppelins \x1b[2J over the lake."),),
    site="Evil\tNews",
    url="https://evil.example/",
    words=5,
)


@pytest.mark.parametrize("command", [("list",), ("search", "zeppelins"), ("list", "--json")])
def test_a_hostile_article_is_printed_harmless(
    newsreader: Newsreader, known: Known, command: tuple[str, ...]
) -> None:
    shelf = Shelf(known.folder)
    shelf.put(HOSTILE)
    shelf.close()
    printed = newsreader(*command).out
    assert "Rates [link=x]and more[/x]" in printed
    assert "Evil News" in printed
    for dangerous in ("\x1b", "\\u001b", "\u202e", "\x9b", "gotcha"):
        assert dangerous not in printed
