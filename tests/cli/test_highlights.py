"""The command line lists highlights, writes them into exports, and tells of them in dossiers."""

from __future__ import annotations

import io
import json

import pytest

from tests.cli.conftest import Known, Newsreader, Tty
from tests.shelf import Shelf, document
from tui_reader.cli.console import Console
from tui_reader.cli.highlights import show_highlights
from tui_reader.cli.parser import parse
from tui_reader.library import Library
from tui_reader.models import Names, Page, Position
from tui_reader.web.urls import canonical

ICE_WORDS = "the surveyors of Innsbruck measured a tongue of ice"


@pytest.fixture(autouse=True)
def highlighted(known: Known) -> None:
    """Highlight words over two blocks and words with a note."""
    with Library(known.folder) as library:
        add = library.highlights.add
        add(known.bank, Position(0, 0), Position(0, 30), "The rate stayed where it was; ", "so what")
        add(known.ice, Position(0, 17), Position(0, 68), ICE_WORDS)
        add(known.ice, Position(1, 5), Position(2, 4), "the stakes said\nThen", "odd *heading*")


def test_highlights_are_listed_by_article(newsreader: Newsreader, known: Known) -> None:
    told = newsreader("highlights")
    assert (told.code, told.err) == (0, "")
    lines = [line.split("\t") for line in told.out.splitlines()]
    assert [(line[0], *line[3:]) for line in lines] == [
        (str(known.bank), "The rate stayed where it was;", "so what", ""),
        (str(known.ice), ICE_WORDS, "", ""),
        (str(known.ice), "the stakes said Then", "odd *heading*", ""),
    ]
    assert len(newsreader("highlights", known.ice).out.splitlines()) == 2
    assert len(newsreader("highlights", "central", "-glacier").out.splitlines()) == 1


def test_where_nothing_is_highlighted_that_is_said(newsreader: Newsreader, known: Known) -> None:
    told = newsreader("highlights", known.chinese)
    assert (told.code, told.out) == (0, "")
    assert json.loads(newsreader("highlights", known.chinese, "--json").out) == []


def test_json_has_the_words_and_where_they_stand(newsreader: Newsreader, known: Known) -> None:
    *_, last = json.loads(newsreader("highlights", known.ice, "--json").out)
    assert (last["id"], last["quote"], last["note"], last["lost"]) == (
        known.ice, "the stakes said\nThen", "odd *heading*", False
    )  # fmt: skip
    assert [last[key] for key in ("block", "character", "end_block", "end_character")] == [1, 5, 2, 4]


def test_markdown_has_quotations_and_notes(newsreader: Newsreader, known: Known) -> None:
    assert newsreader("highlights", known.ice, "--markdown").out == (
        "# Highlights\n\n## [The glacier that forgot to move](https://ice.example/story)\n\n"
        f"Field Notes · 2026-02-01\n\n> {ICE_WORDS}\n\n> the stakes said\n>\n> Then\n\nodd \\*heading\\*\n"
    )


def test_a_terminal_gets_a_bar_beside_the_words(known: Known) -> None:
    console = Console(Tty(), Tty(), Tty(), {"TERM": "dumb", "COLUMNS": "40"})
    with Library(known.folder) as library:
        show_highlights(library, parse(["highlights", str(known.ice)]), console)
    assert isinstance(console.stdout, io.StringIO)
    lines = [line.rstrip() for line in console.stdout.getvalue().splitlines()]
    assert lines[0].endswith("The glacier that forgot to move")
    assert [line for line in lines[1:] if line][-3:] == ["▎ the stakes said", "▎ Then", "✎ odd *heading*"]


def test_what_is_lost_is_listed_as_such(newsreader: Newsreader, known: Known) -> None:
    shelf = Shelf(known.folder)
    url = "https://bank.example/story"
    shelf.articles.keep_page(known.bank, Page(b"<p>newer</p>", url, "text/html"), canonical(url))
    shelf.articles.store(shelf.task(known.bank), document("Banks", "Another text."), Names())
    shelf.close()
    assert newsreader("highlights", known.bank).out.endswith("so what\tlost\n")
    assert "*No longer in the text.*" in newsreader("highlights", known.bank, "--markdown").out
    exported = newsreader("export", known.bank).out
    assert exported.endswith(
        "## Other highlights\n\n- The rate stayed where it was; *(no longer in the text)* — so what\n"
    )
    assert (
        "<del>The rate stayed where it was;</del> so what"
        in newsreader("export", known.bank, "--format", "html").out
    )


def test_an_export_has_the_highlights_in_the_text(newsreader: Newsreader, known: Known) -> None:
    written = newsreader("export", known.ice).out
    assert (
        "For nine winters ==the surveyors of [Innsbruck](https://uni.example/ice)"
        " measured a tongue of ice== that stood still."
    ) in written
    assert "## What ==the stakes said==" in written
    assert "==Then==[^1-3], in one warm week" in written
    assert "\n[^1-3]: odd \\*heading\\*\n" in written
    page = newsreader("export", known.ice, "--format", "html").out
    assert '<mark>Then</mark><sup><a href="#note-1-3">✎</a></sup>, in one' in page
    assert '<li id="note-1-3">odd *heading*</li>' in page
    (article,) = json.loads(newsreader("export", known.ice, "--format", "json").out)
    assert [each["quote"] for each in article["highlights"]] == [ICE_WORDS, "the stakes said\nThen"]


def test_the_dossier_of_a_name_has_the_highlights_that_name_it(newsreader: Newsreader, known: Known) -> None:
    assert ICE_WORDS in newsreader("entity", "Innsbruck").out.split("Your highlights")[1]
    told = json.loads(newsreader("entity", "Innsbruck", "--json").out)
    assert [each["quote"] for each in told["highlights"]] == [ICE_WORDS]
    written = newsreader("entity", "Innsbruck", "--markdown").out
    assert (
        "## Your highlights\n\n- [The glacier that forgot to move](https://ice.example/story)"
        f" · Field Notes · 2026-02-01\n\n  > {ICE_WORDS}\n\n## Articles\n"
    ) in written
    with Library(known.folder) as library:
        library.highlights.remove(library.highlights.in_article(known.ice)[0].id)
    assert "Your highlights" not in newsreader("entity", "Innsbruck").out
    assert "Your highlights" not in newsreader("entity", "Innsbruck", "--markdown").out


def test_a_note_to_the_headline_is_written_below_the_text(newsreader: Newsreader, known: Known) -> None:
    with Library(known.folder) as library:
        library.highlights.add(known.chinese, Position(-1, 0), Position(-1, 3), "一条河", "a river")
    assert newsreader("export", known.chinese).out.endswith("## Other highlights\n\n- 一条河 — a river\n")
    page = newsreader("export", known.chinese, "--format", "html").out
    assert "<q>一条河</q> a river</li>" in page
