from __future__ import annotations

import io
import json
from collections.abc import Sequence

import pytest

from tests.cli.conftest import Known, Newsreader, Tty
from tests.shelf import Shelf
from tests.stories.labelled import labelled
from tui_reader.cli.console import Console
from tui_reader.cli.exits import Exit
from tui_reader.cli.parser import parse
from tui_reader.cli.stories import story
from tui_reader.library import Library
from tui_reader.values import replace


@pytest.fixture(autouse=True)
def fires(known: Known) -> Sequence[int]:
    """Save three reports of one fire, the last of which is a reprint of the first."""
    shelf = Shelf(known.folder)
    ids = [
        shelf.put(
            replace(report.document, url=f"https://fire.example/{number}", title=f"Fire \x1b[2J {number}")
        )
        for number, report in enumerate(labelled("tuning")[:3])
    ]
    shelf.close()
    return ids


def _kinds(newsreader: Newsreader, id: int) -> list[tuple[int, str]]:
    lines = newsreader("story", id).out.splitlines()
    return [(int(number), kind) for number, kind, *_ in (line.split("\t") for line in lines)]


def test_the_reports_of_a_story_are_printed_and_copies_told(
    newsreader: Newsreader, fires: Sequence[int]
) -> None:
    outcome = newsreader("story", fires[1])
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    first, second, third = outcome.out.splitlines()
    assert first.split("\t")[:4] == [str(fires[0]), "report", "2026-03-02", "Coastal Herald"]
    assert second.split("\t")[:2] == [str(fires[1]), "report"]
    assert third.split("\t")[:2] == [str(fires[2]), "copy"]


def test_a_story_is_printed_as_json(newsreader: Newsreader, fires: Sequence[int]) -> None:
    found = json.loads(newsreader("story", "https://fire.example/2", "--json").out)
    assert [(each["id"], each["copy"]) for each in found] == list(
        zip(fires, (False, False, True), strict=True)
    )


def test_the_list_tells_which_articles_share_a_story(
    newsreader: Newsreader, known: Known, fires: Sequence[int]
) -> None:
    found = {each["id"]: each["story"] for each in json.loads(newsreader("list", "--json").out)}
    assert len({found[id] for id in fires}) == 1
    assert found[fires[0]] is not None
    assert found[known.ice] is None


def test_an_article_by_itself_is_a_story_of_one(newsreader: Newsreader, known: Known) -> None:
    assert _kinds(newsreader, known.ice) == [(known.ice, "report")]


def test_what_is_split_and_joined_stays_so_until_it_is_undone(
    newsreader: Newsreader, known: Known, fires: Sequence[int]
) -> None:
    assert newsreader("story", "--split", fires[1]).code == 0
    assert newsreader("story", "--join", fires[0], known.ice).code == 0
    assert newsreader("story", "--again").code == 0
    assert {id for id, _ in _kinds(newsreader, fires[0])} == {fires[0], fires[2], known.ice}
    assert "into a story" in newsreader("undo").out
    assert "out of its story" in newsreader("undo").out
    assert [id for id, _ in _kinds(newsreader, fires[0])] == list(fires)


def test_a_terminal_is_told_what_was_split_and_joined(known: Known, fires: Sequence[int]) -> None:
    undo = " newsreader undo takes it back.\n"
    one, two, three = map(str, fires)
    with Library(known.folder) as library:
        for words, said in (
            (("--split", one), f"Took 1 article out of its story.{undo}"),
            (("--split", two, three), f"Took 2 articles out of their stories.{undo}"),
            (("--split", str(known.ice)), "No other article reports that.\n"),
            (("--join", two, one), f"Put 1 article into the story of {two}.{undo}"),
            (("--join", two, one), "They share a story already.\n"),
        ):
            console = Console(Tty(), Tty(), Tty(), {"TERM": "xterm"})
            assert story(library, parse(["story", *words]), console) is Exit.FINE
            assert isinstance(console.stderr, io.StringIO)
            assert console.stderr.getvalue() == said


def test_what_is_not_there_is_complained_of_and_the_rest_is_done(
    newsreader: Newsreader, fires: Sequence[int]
) -> None:
    outcome = newsreader("story", "--split", 999, fires[1])
    assert outcome.code == 1
    assert "999" in outcome.err
    assert _kinds(newsreader, fires[1]) == [(fires[1], "report")]


@pytest.mark.parametrize(
    "words",
    [
        ("story",),
        ("story", "1", "2"),
        ("story", "--again", "1"),
        ("story", "--split"),
        ("story", "--split", "--json", "1"),
    ],
)
def test_what_makes_no_sense_is_refused(newsreader: Newsreader, words: Sequence[str]) -> None:
    assert newsreader(*words).code == 2
