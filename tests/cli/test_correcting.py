"""Names are corrected from the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Known, Newsreader, Tty
from tests.shelf import Shelf, document, names
from tui_reader.cli.console import Console
from tui_reader.cli.correcting import correct
from tui_reader.cli.exits import Exit
from tui_reader.cli.parser import parse
from tui_reader.library import Library

_INNSBRUCK = ("place", "Innsbruck", "1")
"""What the known articles name."""


@pytest.fixture(autouse=True)
def stories(known: Known) -> None:
    """Save two articles: Burma in one, Myanmar in both, an Ada Lind in each."""
    shelf = Shelf(known.folder)
    for title, text in (("Rivers", "Burma, now Myanmar. Ada Lind."), ("Chess", "Ada Lind wins in Myanmar.")):
        story = document(title, text)
        shelf.put(story, names(story, Burma="place", Myanmar="place", Ada_Lind="person"))
    shelf.close()


def _listed(newsreader: Newsreader) -> set[tuple[str, ...]]:
    return {tuple(line.split("\t")[:3]) for line in newsreader("entities").out.splitlines()}


def test_a_name_is_changed_and_changed_back(newsreader: Newsreader) -> None:
    assert newsreader("correct", "rename", "Ada Lind", "A. Lind").code == 0
    assert ("person", "A. Lind", "2") in _listed(newsreader)
    assert newsreader("undo").out == "Undone: renamed “Ada Lind” to “A. Lind”.\n"
    assert ("person", "Ada Lind", "2") in _listed(newsreader)


def test_two_names_become_one(newsreader: Newsreader) -> None:
    assert newsreader("correct", "merge", "Burma", "--into", "Myanmar").code == 0
    assert _listed(newsreader) == {_INNSBRUCK, ("place", "Myanmar", "2"), ("person", "Ada Lind", "2")}


def test_one_name_becomes_two(newsreader: Newsreader) -> None:
    chess = json.loads(newsreader("search", "chess", "--json").out)[0]["id"]
    done = newsreader("correct", "split", "Ada Lind", "--as", "Ada Lind (chess)", "--article", str(chess))
    assert done.code == 0
    assert {("person", "Ada Lind", "1"), ("person", "Ada Lind (chess)", "1")} < _listed(newsreader)


def test_a_kind_is_changed_and_what_is_no_name_goes(newsreader: Newsreader) -> None:
    assert newsreader("correct", "kind", "Burma", "other").code == 0
    assert ("other", "Burma", "1") in _listed(newsreader)
    assert newsreader("correct", "reject", "Burma").code == 0
    assert not any("Burma" in line for line in _listed(newsreader))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rename", "Ada Lind", " A. Lind"), "“Ada Lind” is called “A. Lind” now."),
        (("merge", "Burma", "--into", "Myanmar"), "“Burma” is “Myanmar” now."),
        (("merge", "Burma", "Innsbruck", "--into", "Myanmar"), "“Burma”, “Innsbruck” are “Myanmar” now."),
        (("split", "Ada Lind", "--as", "Ada", "--written", "Ada Lind"), "“Ada Lind” is “Ada” there."),
        (("kind", "Burma", "other"), "“Burma” is of the kind “other” now."),
        (("reject", "Burma"), "“Burma” is no name."),
    ],
)
def test_a_terminal_is_told_what_was_corrected(known: Known, words: tuple[str, ...], said: str) -> None:
    console = Console(Tty(), Tty(), Tty(), {"TERM": "xterm"})
    with Library(known.folder) as library:
        assert correct(library, parse(["correct", *words]), console) is Exit.FINE
    assert isinstance(console.stderr, io.StringIO)
    assert console.stderr.getvalue() == f"{said} newsreader undo takes it back.\n"


def test_decisions_are_listed_exported_and_taken_over(newsreader: Newsreader, tmp_path: Path) -> None:
    assert newsreader("correct", "list").out == ""
    newsreader("correct", "merge", "Burma", "--into", "Myanmar")
    newsreader("correct", "reject", "Ada Lind")
    assert newsreader("correct", "list").out.splitlines() == [
        "“burma” (place) is Myanmar (place)",
        "“ada lind” (person) is no name",
    ]
    file = tmp_path / "names.json"
    file.write_text(newsreader("correct", "list", "--json").out, encoding="utf-8")
    newsreader("undo")
    newsreader("undo")
    assert newsreader("correct", "import", str(file)).code == 0
    assert _listed(newsreader) == {_INNSBRUCK, ("place", "Myanmar", "2")}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "it isn't JSON"),
        ("{}", "array was expected"),
        ("[1]", "Decision 1 is no object"),
        ('[{"kind": "date", "means": null}]', "no “kind” of person"),
        ('[{"kind": "person", "key": " ", "means": null}]', "no “key”"),
        ('[{"kind": "person", "key": "\\ud800", "means": null}]', "no “key”"),
        ('[{"kind": "person", "key": "a", "article": "\\ud800", "means": null}]', "no “article”"),
        ('[{"kind": "person", "key": "a", "means": 7}]', "no “means”"),
        ('[{"kind": "person", "key": "a"}]', "no “means”"),
        (
            '[{"kind": "person", "key": "a", "means": {"kind": "person", "key": "b", "name": "\\u200b"}}]',
            "no “name”",
        ),
        ('[{"kind": "person", "key": "a", "means": {"kind": "place", "key": "a"}}]', "no “name”"),
    ],
)
def test_what_are_no_decisions_is_refused(
    newsreader: Newsreader, tmp_path: Path, content: str, said: str
) -> None:
    file = tmp_path / "names.json"
    file.write_text(content, encoding="utf-8")
    result = newsreader("correct", "import", str(file))
    assert result.code != 0
    assert said in result.err


@pytest.mark.parametrize(
    "words",
    [
        ("rename", "Burma"),
        ("merge", "Burma"),
        ("split", "Burma"),
        ("kind", "Burma", "city"),
        ("reject",),
        ("import",),
    ],
)
def test_what_is_missing_is_told(newsreader: Newsreader, words: tuple[str, ...]) -> None:
    result = newsreader("correct", *words)
    assert result.code == 2
    assert "newsreader correct" in result.err


def test_an_unknown_name_and_a_missing_file_are_told(newsreader: Newsreader) -> None:
    assert "no name has “Nobody”" in newsreader("correct", "reject", "Nobody").err
    assert "can't be read" in newsreader("correct", "import", "nothing.json").err
