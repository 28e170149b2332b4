from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from tests.cli.conftest import Known, Newsreader, Tty
from tests.shelf import Shelf, document, names
from tui_reader.cli.console import Console
from tui_reader.cli.dossiers import list_entities, show_entity
from tui_reader.cli.listing import show_found
from tui_reader.cli.parser import parse
from tui_reader.library import Library
from tui_reader.reading.cells import width
from tui_reader.values import replace

_FIRST = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stories(known: Known) -> Sequence[int]:
    """Save a dozen articles that name Ada Lind, one of which names a Georgia of each kind."""
    shelf = Shelf(known.folder)
    ids = []
    for number in range(12):
        text = document(
            f"Story [{number}]",
            "It rained for days. Then Ada Lind, who had waited so long, went up the glacier with Bo Moss.",
            site="Wire" if number else "Evil\x1b[2J News",
            url=f"https://example.org/story({number})",
        )
        text = replace(text, published=_FIRST + timedelta(weeks=number))
        ids.append(shelf.put(text, names(text, Ada_Lind="person", Bo_Moss="person")))
    text = document("Two of one name", "Georgia went to Georgia.")
    found = names(text, Georgia="person")
    found = replace(
        found,
        entities=(replace(found.entities[0], count=1), *names(text, Georgia="place").entities),
        mentions=(found.mentions[0], replace(names(text, Georgia="place").mentions[1], entity=1)),
    )
    shelf.put(text, found)
    shelf.close()
    return ids


def _on_terminal(library: Library, *words: str) -> tuple[str, str]:
    """Return what the command prints on a terminal, and what it advises there."""
    console = Console(Tty(), Tty(), Tty(), {"TERM": "xterm"})
    commands = {"entity": show_entity, "entities": list_entities, "search": show_found}
    commands[words[0]](library, parse(words), console)
    assert isinstance(console.stdout, io.StringIO)
    assert isinstance(console.stderr, io.StringIO)
    return console.stdout.getvalue(), console.stderr.getvalue()


def test_a_dossier_is_told_line_by_line(newsreader: Newsreader, stories: Sequence[int]) -> None:
    told = newsreader("entity", "ada", "LIND")
    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines()[:9] == [
        "Ada Lind  person",
        "12 articles, 2026-03-02 – 2026-05-18",
        "████████████",
        "",
        "Outlets       Wire 11, Evil News 1",
        "Appears with  Bo Moss 12",
        "",
        f"2026-05-18  {stories[-1]:>4}  Wire  Story [11]",
        "            Then Ada Lind, who had waited so long, went up the glacier with Bo Moss.",
    ]
    assert told.out.count("Story") == 10
    assert newsreader("entity", "Ada", "Lind", "--limit", 2).out.count("Story") == 2


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_dossier_fits_the_terminal_and_shows_the_name(
    newsreader: Newsreader, known: Known, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    with Library(known.folder) as library:
        told, advice = _on_terminal(library, "entity", "Ada Lind")
    assert "\x1b[1mAda Lind\x1b[0m" in told
    plain = told.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
    assert "\x1b" not in plain
    assert all(width(line) <= columns for line in plain.splitlines())
    assert "2 more: newsreader entity --limit 12" in advice


def test_json_has_all_that_is_known(newsreader: Newsreader, stories: Sequence[int]) -> None:
    told = json.loads(newsreader("entity", "Ada Lind", "--json").out)
    appearances = told.pop("appearances")
    weeks = told.pop("weeks")
    (companion,) = told.pop("appears_with")
    assert told == {
        "kind": "person",
        "name": "Ada Lind",
        "articles": 12,
        "is_single": False,
        "who": None,
        "first": "2026-03-02T00:00:00Z",
        "last": "2026-05-18T00:00:00Z",
        "outlets": [{"site": "Wire", "articles": 11}, {"site": "Evil News", "articles": 1}],
        "looked_at": 12,
        "highlights": [],
        "followed": False,
    }
    assert (companion["name"], companion["together"]) == ("Bo Moss", 12)
    assert companion["surprise"] > 0
    assert (len(weeks), weeks[0]) == (12, {"monday": "2026-03-02", "articles": 1})
    assert [each["id"] for each in appearances] == list(reversed(stories))
    first = appearances[0]
    assert first["sentence"][first["start"] : first["end"]] == "Ada Lind"
    assert (first["block"], first["character"], first["mentions"]) == (0, 25, 1)
    assert first["title"] == "Story [11]"


def test_markdown_links_to_all_articles(newsreader: Newsreader) -> None:
    told = newsreader("entity", "Ada Lind", "--markdown").out
    assert told.startswith(
        "# Ada Lind\n\nPerson · 12 articles, 2026-03-02 – 2026-05-18\n\n**Outlets:** Wire (11)"
    )
    assert "**Appears with:** Bo Moss (12)\n\n## Articles\n\n- 2026-05-18 · " in told
    assert (
        "· [Story \\[11\\]](https://example.org/story%2811%29) · Wire\n\n  > Then **Ada Lind**, who" in told
    )
    assert told.count("\n- ") == 12
    assert "\x1b" not in told


def test_who_it_is_is_told_with_outlet_and_date(newsreader: Newsreader, known: Known) -> None:
    shelf = Shelf(known.folder)
    text = document("Lakes & \x1b[2Jrivers", "Cora Vik, the mayor of *Lund*, swam.", site="Evil\x1b[2J Wire")
    found = names(text, Cora_Vik="person")
    said = replace(found.mentions[0], description="the mayor\x1b[2J of *Lund*")
    id = shelf.put(text, replace(found, mentions=(said,)))
    shelf.close()
    told = newsreader("entity", "Cora Vik").out.splitlines()
    assert told[2] == "the mayor of *Lund* (Evil Wire, 2026-02-01)"
    assert json.loads(newsreader("entity", "Cora Vik", "--json").out)["who"] == {
        "text": "the mayor of *Lund*",
        "id": id,
        "title": "Lakes & rivers",
        "site": "Evil Wire",
        "date": "2026-02-01T00:00:00Z",
    }
    markdown = newsreader("entity", "Cora Vik", "--markdown").out
    assert " of \\*Lund\\* (Lakes & " in markdown
    assert "Wire, 2026-02-01)\n" in markdown
    assert "\x1b" not in markdown
    with Library(known.folder) as library:
        shown, _ = _on_terminal(library, "entity", "Cora Vik")
    assert "\nthe mayor of *Lund*\x1b[2m (Evil Wire, 2026-02-01)\x1b[0m\n" in shown


def test_several_names_are_told_with_how_to_choose(newsreader: Newsreader) -> None:
    unclear = newsreader("entity", "Georgia")
    assert (unclear.code, unclear.out) == (1, "")
    assert "choose by kind, as in --kind p" in unclear.err
    assert unclear.err.count("1 article  Georgia\n") == 2
    assert newsreader("entity", "Georgia", "--kind", "place").out.startswith("Georgia  place\n1 article, ")


def test_words_that_several_names_have_are_told_too(newsreader: Newsreader, known: Known) -> None:
    shelf = Shelf(known.folder)
    text = document("A cousin", "Eve Lind came too.")
    shelf.put(text, names(text, Eve_Lind="person"))
    shelf.close()
    unclear = newsreader("entity", "lind")
    assert unclear.code == 1
    assert unclear.err.splitlines() == [
        "newsreader: “lind” may be any of 2 names; give one in full and in quotation marks:",
        "  person           12 articles  Ada Lind",
        "  person             1 article  Eve Lind",
    ]


def test_a_person_is_told_of_names_that_hold_this_one(newsreader: Newsreader, known: Known) -> None:
    shelf = Shelf(known.folder)
    text = document("By surname", "Lind came too.")
    shelf.put(text, names(text, Lind="person"))
    shelf.close()
    with Library(known.folder) as library:
        told, advice = _on_terminal(library, "entity", "lind")
    assert "1 article, " in told
    assert advice == "See also: Ada Lind.\n"
    assert newsreader("entity", "lind").err == ""


def test_a_beginning_is_enough_if_only_one_name_has_it(newsreader: Newsreader) -> None:
    assert newsreader("entity", "mos").out.startswith("Bo Moss  person")


def test_a_name_that_no_article_has_is_told(newsreader: Newsreader) -> None:
    missing = newsreader("entity", "No\x1b[2Jbody")
    assert (missing.code, missing.out) == (1, "")
    assert missing.err == "newsreader: no name has “Nobody”; newsreader search looks in the texts.\n"
    assert "of the kind “place”" in newsreader("entity", "Ada Lind", "--kind", "place").err


def test_names_are_listed_for_programs(newsreader: Newsreader) -> None:
    listed = newsreader("entities")
    assert listed.code == 0
    assert listed.out.splitlines()[:2] == [
        "person\tBo Moss\t12\t2026-05-18T00:00:00Z",
        "person\tAda Lind\t12\t2026-05-18T00:00:00Z",
    ]
    assert len(listed.out.splitlines()) == 5
    assert len(newsreader("entities", "--limit", 1).out.splitlines()) == 1
    places = json.loads(newsreader("entities", "--kind", "place", "--json").out)
    assert {entity["name"] for entity in places} == {"Georgia", "Innsbruck"}
    assert set(places[0]) == {"kind", "name", "articles", "last", "is_single", "followed"}


def test_rising_names_have_what_was_expected(newsreader: Newsreader, known: Known) -> None:
    shelf = Shelf(known.folder)
    for number in range(4):
        text = document(f"News {number}", "Ural again.")
        text = replace(text, published=datetime.now(UTC) - timedelta(hours=number + 1))
        shelf.put(text, names(text, Ural="place"))
    shelf.close()
    (risen,) = json.loads(newsreader("entities", "--sort", "rising", "--json").out)
    assert (risen["name"], risen["recent"], risen["expected"]) == ("Ural", 4, 0.0)
    assert newsreader("entities", "--sort", "rising", "--kind", "person").out == ""


@pytest.mark.parametrize("sort", ["articles", "recent", "rising"])
def test_the_list_of_names_fits_the_terminal(
    known: Known, monkeypatch: pytest.MonkeyPatch, sort: str
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    with Library(known.folder) as library:
        listed, _ = _on_terminal(library, "entities", "--sort", sort)
    plain = listed.replace("\x1b[2m", "").replace("\x1b[0m", "")
    assert all(width(line) <= 40 for line in plain.splitlines())


def test_a_search_tells_a_person_which_names_it_took_in(newsreader: Newsreader, known: Known) -> None:
    with Library(known.folder) as library:
        found, advice = _on_terminal(library, "search", "person:lind -place:nowhere")
    assert advice == "person:lind is Ada Lind.\n-place:nowhere is in no name.\n"
    assert found.count("Story") == 12
    searched = newsreader("search", "person:lind")
    assert (len(searched.out.splitlines()), searched.err) == (12, "")
