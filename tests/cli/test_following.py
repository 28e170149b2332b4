from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Known, Newsreader
from tests.shelf import Shelf, document, names
from tui_reader.library import Library


@pytest.fixture(autouse=True)
def stories(known: Known) -> None:
    """Save two articles that name Ada Lind, one of which names Eve Lind and a town of her name too."""
    shelf = Shelf(known.folder)
    text = document("One", "Ada Lind went up the glacier.")
    shelf.put(text, names(text, Ada_Lind="person"))
    text = document("Two", "Ada Lind met Eve Lind in Moss.")
    shelf.put(text, names(text, Ada_Lind="person", Eve_Lind="person", Moss="place"))
    text = document("Three", "So did Moss.")
    shelf.put(text, names(text, Moss="person"))
    shelf.close()


def test_a_name_is_followed_and_listed_with_its_unread_articles(newsreader: Newsreader) -> None:
    assert newsreader("follow", "ada", "lind").code == 0
    assert newsreader("follow", "Moss", "--kind", "place").code == 0
    listed = newsreader("entities", "--followed")
    assert listed.out.splitlines() == [
        "person\tAda Lind\t2\t2026-02-01T00:00:00Z\t2",
        "place\tMoss\t1\t2026-02-01T00:00:00Z\t1",
    ]
    (moss,) = json.loads(newsreader("entities", "--followed", "--kind", "place", "--json").out)
    assert (moss["name"], moss["followed"], moss["unread"]) == ("Moss", True, 1)
    assert len(newsreader("entities", "--followed", "--limit", 1).out.splitlines()) == 1


def test_it_is_followed_wherever_it_is_told_of(newsreader: Newsreader) -> None:
    newsreader("follow", "Ada Lind")
    assert json.loads(newsreader("entity", "Ada Lind", "--json").out)["followed"] is True
    told = {entity["name"]: entity["followed"] for entity in json.loads(newsreader("entities", "--json").out)}
    assert (told["Ada Lind"], told["Eve Lind"]) == (True, False)


def test_one_of_several_names_must_be_chosen_to_be_followed(newsreader: Newsreader, library: Library) -> None:
    unclear = newsreader("follow", "lind")
    assert unclear.code == 1
    assert "“lind” may be any of 2 names" in unclear.err
    assert (
        newsreader("follow", "nobody").err
        == "newsreader: no name has “nobody”; newsreader search looks in the texts.\n"
    )
    assert library.names.followed() == []


def test_of_several_names_the_followed_one_is_followed_no_longer(
    newsreader: Newsreader, library: Library
) -> None:
    newsreader("follow", "Ada Lind")
    assert newsreader("unfollow", "lind").code == 0
    assert library.names.followed() == []
    again = newsreader("unfollow", "lind")
    assert again.code == 1
    assert "no name that is followed has “lind”" in again.err


def test_a_name_without_articles_can_be_followed_no_longer(newsreader: Newsreader, library: Library) -> None:
    newsreader("follow", "Eve Lind")
    newsreader("remove", *library.ids())
    newsreader("remove", "--forever", "--yes")
    assert newsreader("entities", "--followed").out == "person\tEve Lind\t0\t\t0\n"
    assert newsreader("unfollow", "eve").code == 0
    assert newsreader("entities", "--followed").out == ""


def test_what_is_followed_has_its_own_order(newsreader: Newsreader) -> None:
    assert newsreader("entities", "--followed", "--sort", "recent").code == 2
