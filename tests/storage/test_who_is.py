"""The library tells who or what a name is in the words of its articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shelf import Shelf, document, names
from tui_reader.dossiers import EntityId, WhoIs
from tui_reader.library import Library
from tui_reader.models import ArticleId, Document, Flag, Names
from tui_reader.storage.queue import Task
from tui_reader.storage.whois import MOST_LOOKED_AT
from tui_reader.values import replace

_NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)

Put = Callable[..., ArticleId]
"""Saves an article: its day before today, and what it says of Ada Lind."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Give an empty library."""
    with Library(tmp_path) as library:
        yield library


@pytest.fixture
def shelf(tmp_path: Path, library: Library) -> Iterator[Shelf]:
    """Give what fills it."""
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.close()


@pytest.fixture
def put(library: Library, shelf: Shelf) -> Put:
    """Give what saves an article."""

    def put(days_ago: int, *said: str) -> ArticleId:
        number = len(library.ids()) + 1
        return shelf.put(*_article(number, days_ago, *said))

    return put


def _article(number: int, days_ago: int, *said: str) -> tuple[Document, Names]:
    """Return an article that names Ada Lind as often as something is said of her."""
    text = document(f"Story {number}", *("Ada Lind." for _ in said), url=f"https://example.org/{number}")
    text = replace(text, published=_NOW - timedelta(days=days_ago))
    return text, _describing(names(text, Ada_Lind="person"), *said)


def _describing(found: Names, *said: str) -> Names:
    """Return the names with what is said of each mention."""
    mentions = (
        replace(mention, description=words) for mention, words in zip(found.mentions, said, strict=True)
    )
    return replace(found, mentions=tuple(mentions))


def _ada(library: Library) -> WhoIs | None:
    (entity,) = library.names.named("Ada Lind")
    assert library.names.dossier(entity.id).who == library.names.who_is([entity.id]).get(entity.id)
    return library.names.who_is([entity.id]).get(entity.id)


def _said(library: Library) -> str | None:
    who = _ada(library)
    return who.text if who else None


def test_a_line_comes_with_the_article_that_says_it(library: Library, put: Put) -> None:
    put(2, "")
    id = put(1, "", "the mayor of Lund")
    moment = _NOW - timedelta(days=1)
    assert _ada(library) == WhoIs("the mayor of Lund", id, "Story 2", "Example", moment)


def test_nobody_is_described_of_whom_no_article_says_anything(library: Library, put: Put) -> None:
    put(1, "", "")
    assert _ada(library) is None
    assert library.names.who_is([EntityId(99)]) == {}


def test_what_most_articles_say_is_told_in_the_fullest_form(library: Library, put: Put) -> None:
    put(5, "Mayor")
    put(4, "the mayor of Lund")
    put(3, "a keen cyclist with two dogs and a boat")
    put(2, "the mayor of Lund")
    put(1, "Mayor")
    assert _said(library) == "the mayor of Lund"


def test_of_the_same_words_the_newest_are_told(library: Library, put: Put) -> None:
    newer = put(1, "the mayor of Lund")
    put(7, "the mayor of Lund")
    who = _ada(library)
    assert who is not None
    assert who.article == newer


def test_a_new_office_is_told_after_a_few_articles(library: Library, put: Put) -> None:
    for day in range(40, 30, -1):
        put(day, "the mayor of Lund")
    for day in range(9, 5, -1):
        put(day, "the former mayor of Lund")
    assert _said(library) == "the former mayor of Lund"


def test_an_article_has_one_vote_however_often_it_says_something(library: Library, put: Put) -> None:
    put(3, "a footballer", "a footballer", "a footballer", "a footballer")
    put(2, "the mayor of Lund")
    put(1, "the mayor of Lund")
    assert _said(library) == "the mayor of Lund"


def test_an_article_in_the_trash_says_nothing(library: Library, put: Put) -> None:
    old = put(2, "a footballer")
    new = put(1, "the mayor of Lund")
    library.mark([new], Flag.TRASHED, True)
    assert _said(library) == "a footballer"
    library.mark([new], Flag.TRASHED, False)
    assert _said(library) == "the mayor of Lund"
    library.mark([old, new], Flag.TRASHED, True)
    library.delete([new])
    library.undo()
    library.mark([old], Flag.TRASHED, False)
    assert _said(library) == "a footballer"


def test_names_that_are_sought_anew_bring_new_lines(library: Library, shelf: Shelf, put: Put) -> None:
    id = put(1, "the mayor of Lund")
    _, found = _article(1, 1, "a footballer")
    task = shelf.articles.settled(id)
    assert isinstance(task, Task)
    shelf.articles.store_names(task, found)
    assert _said(library) == "a footballer"
    assert library.article(id).names == found


def test_a_line_follows_its_mention_to_another_entity(library: Library, shelf: Shelf, put: Put) -> None:
    put(1, "the mayor of Lund")
    text = document("Of another", "A. Lind.")
    shelf.put(text, names(text, **{"A._Lind": "person"}))
    (ada,), (other,) = library.names.named("Ada Lind"), library.names.named("A. Lind")
    with shelf.database.write() as connection:
        connection.execute("UPDATE mention SET entity_id = ? WHERE entity_id = ?", (other.id, ada.id))
    told = library.names.who_is([ada.id, other.id])
    assert {id: who.text for id, who in told.items()} == {other.id: "the mayor of Lund"}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["", "mayor", "the mayor of Lund", "a poet", "was a poet"]), max_size=30))
def test_one_of_the_lines_is_told_whenever_there_is_one(
    tmp_path_factory: pytest.TempPathFactory, said: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("library")
    shelf = Shelf(folder)
    for number, words in enumerate(["", *said]):
        shelf.put(*_article(number, number % 7, words))
    shelf.close()
    with Library(folder) as library:
        told = _said(library)
    newest = [words for words in said if words][-MOST_LOOKED_AT:]
    assert told in newest if newest else told is None
