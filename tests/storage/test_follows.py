"""Names that are followed, and lists of all names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.shelf import Shelf, document, names
from tui_reader.dossiers import EntityId, NameSort
from tui_reader.errors import NotFoundError
from tui_reader.library import Library
from tui_reader.models import ArticleId, Flag, Kind
from tui_reader.queries import Filter, Query
from tui_reader.values import replace

_NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
_UNREAD = Filter("is", "unread")

Put = Callable[..., ArticleId]
"""Saves an article with a text and the kind of each name in it."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Give an empty library whose clock moves on by a second at each look."""
    moments = (_NOW + timedelta(seconds=second) for second in range(10_000))
    with Library(tmp_path, clock=lambda: next(moments).timestamp()) as library:
        yield library


@pytest.fixture
def put(tmp_path: Path, library: Library) -> Iterator[Put]:
    """Give what saves an article."""
    shelf = Shelf(tmp_path)

    def put(text: str, days_ago: int = 1, **kinds: str) -> ArticleId:
        number = len(library.ids()) + 1
        article = document(f"Story {number}", text, url=f"https://example.org/{number}")
        article = replace(article, published=_NOW - timedelta(days=days_ago))
        return shelf.put(article, names(article, **kinds))

    yield put
    shelf.close()


def _id(library: Library, name: str, kind: Kind | None = None) -> EntityId:
    (entity,) = library.names.named(name, kind)
    return entity.id


def test_what_is_followed_is_told_with_its_unread_articles_in_the_order_of_following(
    library: Library, put: Put
) -> None:
    read, *_ = [put("Oslo and Ada Lind.", Oslo="place", Ada_Lind="person") for _ in range(3)]
    put("Oslo.", Oslo="place")
    library.mark([read], Flag.READ, True)
    library.names.follow(_id(library, "Oslo"), True)
    library.names.follow(_id(library, "Ada Lind"), True)
    followed = library.names.followed()
    assert [(each.entity.name, each.unread) for each in followed] == [("Oslo", 3), ("Ada Lind", 2)]
    assert all(each.entity.is_followed for each in followed)
    library.names.follow(_id(library, "Oslo"), False)
    assert [each.entity.name for each in library.names.followed()] == ["Ada Lind"]
    assert not library.names.listed(Kind.PLACE)[0].is_followed


def test_following_again_keeps_the_place_in_the_order(library: Library, put: Put) -> None:
    put("Oslo and Ural.", Oslo="place", Ural="place")
    for name in ("Oslo", "Ural", "Oslo"):
        library.names.follow(_id(library, name), True)
    assert [each.entity.name for each in library.names.followed()] == ["Oslo", "Ural"]


def test_a_followed_name_stays_when_its_last_article_goes_and_is_there_when_one_comes(
    library: Library, put: Put
) -> None:
    id = put("Oslo and Ural.", Oslo="place", Ural="place")
    library.names.follow(_id(library, "Oslo"), True)
    library.mark([id], Flag.TRASHED, True)
    library.delete([id])
    (followed,) = library.names.followed()
    assert (followed.entity.name, followed.entity.articles, followed.unread) == ("Oslo", 0, 0)
    assert [entity.name for entity in library.names.named("oslo")] == ["Oslo"]
    assert library.names.named("Ural") == []
    put("Oslo again.", Oslo="place")
    assert library.names.followed()[0].unread == 1


def test_very_many_unread_articles_are_not_counted(
    library: Library, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.storage.entities.MOST_UNREAD", 2)
    for _ in range(4):
        put("Oslo.", Oslo="place")
    library.names.follow(_id(library, "Oslo"), True)
    assert library.names.followed()[0].unread == 2


def test_a_condition_on_one_name_means_no_other(library: Library, put: Put) -> None:
    lind, both = put("Lind.", Lind="person"), put("Ada Lind.", Ada_Lind="person")
    entity = next(each for each in library.names.listed(None) if each.name == "Lind")
    query = Query(filters=(_UNREAD, Filter("entity", str(entity.id))))
    assert list(library.ids(query)) == [lind]
    library.mark([lind, both], Flag.READ, True)
    assert not library.ids(query)


def test_nobody_can_follow_what_is_gone(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.names.follow(EntityId(7), True)


@pytest.mark.parametrize("kind", [None, Kind.PLACE])
@pytest.mark.parametrize("sort", [NameSort.ARTICLES, NameSort.RECENT])
def test_numbers_come_in_the_order_of_the_list(
    library: Library, put: Put, kind: Kind | None, sort: NameSort
) -> None:
    put("Oslo and Ural.", 9, Oslo="place", Ural="place")
    put("Oslo and Ada Lind.", 1, Oslo="place", Ada_Lind="person")
    put("Bergen.", 5, Bergen="place")
    ids = library.names.ids(kind, sort)
    assert library.names.rows(ids) == library.names.listed(kind, sort)
    assert library.names.ids(kind, sort, limit=2) == ids[:2]


@pytest.mark.parametrize("few", [0, 100])
def test_words_narrow_the_list_and_keep_its_order(
    library: Library, put: Put, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("tui_reader.storage.name_list._FEW", few)
    put("Oskar Berg and Bergen.", 9, Oskar_Berg="person", Bergen="place")
    put("Bergen and Oslo.", 8, Bergen="place", Oslo="place")
    put("Anna Berg.", 1, Anna_Berg="person")

    def found(words: str, sort: NameSort, kind: Kind | None = None) -> list[str]:
        ids = library.names.ids(kind, sort, words=words)
        return [entity.name for entity in library.names.rows(ids)]

    assert found("BERG", NameSort.ARTICLES)[0] == "Bergen"
    assert found("berg", NameSort.RECENT) == ["Anna Berg", "Bergen", "Oskar Berg"]
    assert found("berg", NameSort.RECENT, Kind.PERSON) == ["Anna Berg", "Oskar Berg"]
    assert found("os be", NameSort.RECENT) == ["Oskar Berg"]
    assert found("xyz", NameSort.RECENT) == []


def test_words_narrow_what_rises(library: Library, put: Put) -> None:
    for _ in range(3):
        put("Oslo and Ural.", Oslo="place", Ural="place")
    assert len(library.names.rising()) == 2
    assert [entity.name for entity in library.names.rising(words="ur")] == ["Ural"]
    assert library.names.rising(Kind.PERSON) == []


def test_rows_of_names_that_are_gone_are_left_out(library: Library, put: Put) -> None:
    put("Oslo.", Oslo="place")
    assert [entity.name for entity in library.names.rows([9999, _id(library, "Oslo")])] == ["Oslo"]
