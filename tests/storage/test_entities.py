"""The library tells what it knows of the names in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shelf import Shelf, document, names
from tui_reader.dossiers import Appearance, EntityId, NameSort
from tui_reader.errors import NotFoundError
from tui_reader.library import Library, parse_query
from tui_reader.models import ArticleId, Entity, Flag, Kind, Mention, Names, Position
from tui_reader.storage.entities import MOST_LOOKED_AT
from tui_reader.storage.surprise import surprise
from tui_reader.values import replace

_NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)

Put = Callable[..., ArticleId]
"""Saves an article: its day before today, its text, and the kind of each name in it."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Give an empty library whose clock stands still."""
    with Library(tmp_path, clock=_NOW.timestamp) as library:
        yield library


@pytest.fixture
def put(tmp_path: Path, library: Library) -> Iterator[Put]:
    """Give what saves an article."""
    shelf = Shelf(tmp_path)

    def put(days_ago: int, text: str, *, site: str = "Example", title: str = "", **kinds: str) -> ArticleId:
        number = len(library.ids()) + 1
        article = document(title or f"Story {number}", text, site=site, url=f"https://example.org/{number}")
        article = replace(article, published=_NOW - timedelta(days=days_ago))
        return shelf.put(article, names(article, **kinds))

    yield put
    shelf.close()


def _id(library: Library, name: str, kind: Kind | None = None) -> EntityId:
    (entity,) = library.names.named(name, kind)
    return entity.id


def test_a_dossier_tells_when_where_and_beside_whom(library: Library, put: Put) -> None:
    put(40, "Ada Lind met Bo Moss.", site="Wire", Ada_Lind="person", Bo_Moss="person")
    put(20, "Ada Lind met Bo Moss in Oslo.", site="Wire", Ada_Lind="person", Bo_Moss="person", Oslo="place")
    put(1, "Ada Lind left Oslo on 3 May.", Ada_Lind="person", Oslo="place")
    for _ in range(5):
        put(9, "Nothing but Oslo.", Oslo="place")
    told = library.names.dossier(_id(library, "Ada Lind"))
    assert (told.entity.name, told.entity.kind, told.entity.articles) == ("Ada Lind", Kind.PERSON, 3)
    assert told.first == _NOW - timedelta(days=40)
    assert told.entity.last == _NOW - timedelta(days=1)
    assert told.weeks == ((date(2026, 4, 6), 1), (date(2026, 4, 27), 1), (date(2026, 5, 18), 1))
    assert told.outlets == (("Wire", 2), ("Example", 1))
    # Oslo shares two articles with her as well, but stands in five others: that is less than chance.
    assert [(each.entity.name, each.together) for each in told.companions] == [("Bo Moss", 2)]
    assert told.looked_at == 3


def test_outlets_and_companions_of_a_common_name_are_told_from_its_newest_articles(
    library: Library, put: Put
) -> None:
    for days_ago in range(MOST_LOOKED_AT + 2):
        put(days_ago, "Oslo again.", site="New" if days_ago < MOST_LOOKED_AT else "Old", Oslo="place")
    told = library.names.dossier(_id(library, "Oslo"))
    assert told.entity.articles == MOST_LOOKED_AT + 2
    assert told.outlets == (("New", MOST_LOOKED_AT),)


def test_what_is_merely_new_does_not_belong_to_a_common_name(
    library: Library, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.storage.entities.MOST_LOOKED_AT", 20)
    for days_ago in range(0, 40, 2):
        put(days_ago, "Oslo, Ural, Bergen.", Oslo="place", Ural="place", Bergen="place")
        put(days_ago + 1, "Ural, without the others.", Ural="place")
    for days_ago in range(40, 120, 2):
        put(days_ago, "Oslo.", Oslo="place")
        put(days_ago + 1, "Nothing.")
    companions = library.names.dossier(_id(library, "Oslo")).companions
    assert companions[0].entity.name == "Bergen"
    # Ural stands in all that is new, be Oslo in it or not.
    assert all(each.surprise * 5 < companions[0].surprise for each in companions[1:])


def test_articles_come_newest_first_and_page_by_page(library: Library, put: Put) -> None:
    ids = [put(days_ago, "It rains. Oslo is wet.", Oslo="place") for days_ago in (1, 5, 5, 5, 9)]
    newest = [ids[0], *sorted(ids[1:4], reverse=True), ids[4]]
    found: list[Appearance] = []
    while page := library.names.appearances(_id(library, "Oslo"), found[-1] if found else None, limit=2):
        assert len(page) <= 2
        found += page
    assert [each.row.id for each in found] == newest


def test_an_appearance_has_the_first_sentence_of_the_text_and_the_place(library: Library, put: Put) -> None:
    put(1, "It rains. In Oslo it pours. Oslo!", title="Oslo is wet", Oslo="place")
    put(2, "It rains.", title="A day in Oslo", Oslo="place")
    in_text, in_title = library.names.appearances(_id(library, "Oslo"))
    assert in_text.passage.text == "In Oslo it pours."
    assert in_text.passage.text[in_text.passage.start : in_text.passage.end] == "Oslo"
    assert (in_text.place, in_text.mentions) == (Position(0, 13), 3)
    assert (in_title.passage.text, in_title.place) == ("A day in Oslo", Position(-1, 9))


def test_what_is_in_the_trash_appears_nowhere_until_it_comes_back(library: Library, put: Put) -> None:
    kept, dropped = (put(day, "Oslo.", Oslo="place") for day in (1, 2))
    oslo = _id(library, "Oslo")
    library.mark([dropped], Flag.TRASHED, True)
    assert [each.row.id for each in library.names.appearances(oslo)] == [kept]
    assert library.names.dossier(oslo).entity.articles == 1
    assert list(library.ids(parse_query("place:oslo is:trashed"))) == [dropped]
    library.undo()
    assert library.names.dossier(oslo).entity.articles == 2


def test_a_name_that_is_gone_is_told_as_an_error(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.names.dossier(EntityId(7))
    with pytest.raises(NotFoundError):
        library.names.appearances(EntityId(7))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Zoe Lind", ["Zoë Lind"]),
        ("zoë LIND", ["Zoë Lind"]),
        ("lind", ["Zoë Lind", "Ada Lind-Moss"]),
        ("ada moss", ["Ada Lind-Moss"]),
        ("moss ada", []),
        ("nig", ["Nigeria", "Niger"]),
        ("niger", ["Niger"]),
        ("3 may", []),
        ("", []),
        ("…", []),
    ],
)
def test_a_name_is_found_in_full_by_its_words_or_their_beginnings(
    library: Library, put: Put, asked: str, found: list[str]
) -> None:
    put(1, "Zoë Lind, Ada Lind-Moss.", Zoë_Lind="person", **{"Ada_Lind-Moss": "person"})
    put(1, "Zoë Lind in Niger on 3 May.", Zoë_Lind="person", Niger="place")
    put(1, "Zoë Lind in Nigeria.", Zoë_Lind="person", Nigeria="place")
    put(1, "Nigeria on 3 May.", Nigeria="place", **{"3_May": "date"})
    assert [entity.name for entity in library.names.named(asked)] == found


def test_names_are_completed_most_articles_first(library: Library, put: Put) -> None:
    for _ in range(3):
        put(1, "Oskar Berg was there.", Oskar_Berg="person")
    put(1, "Bergen, Oslo and Anna Osk.", Bergen="place", Oslo="place", Anna_Osk="person")
    assert [entity.name for entity in library.names.completions("os")] == ["Oskar Berg", "Anna Osk", "Oslo"]
    assert [entity.name for entity in library.names.completions("berg", Kind.PLACE)] == ["Bergen"]
    assert [entity.name for entity in library.names.completions("os", limit=1)] == ["Oskar Berg"]
    assert [entity.name for entity in library.names.completions("oskar b")] == ["Oskar Berg"]
    assert len(library.names.completions("")) == 4
    assert library.names.completions("xyz") == []


def test_completion_is_the_same_whether_names_are_few_or_many(
    library: Library, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        kinds = {f"Tor{letter}": "person" for letter in "abcdef"[number:]}
        put(1, " ".join(kinds), **kinds)
    few = library.names.completions("tor", limit=4)
    monkeypatch.setattr("tui_reader.storage.lookup._FEW", 1)
    assert library.names.completions("tor", limit=4) == few
    assert [entity.name for entity in few] == ["Torf", "Tore", "Tord", "Torc"]


def test_names_are_listed_by_articles_and_by_the_day_they_were_last_seen(library: Library, put: Put) -> None:
    put(9, "Oslo and Ural.", Oslo="place", Ural="place")
    put(8, "Oslo and Ada Lind.", Oslo="place", Ada_Lind="person")
    put(1, "Ural.", Ural="place")
    put(5, "Oslo.", Oslo="place")

    def listed(kind: Kind | None, sort: NameSort, page: int = 0, size: int = 9) -> list[str]:
        return [entity.name for entity in library.names.listed(kind, sort, page=page, size=size)]

    assert listed(None, NameSort.ARTICLES) == ["Oslo", "Ural", "Ada Lind"]
    assert listed(None, NameSort.RECENT) == ["Ural", "Oslo", "Ada Lind"]
    assert listed(Kind.PERSON, NameSort.ARTICLES) == ["Ada Lind"]
    assert listed(None, NameSort.ARTICLES, page=1, size=2) == ["Ada Lind"]
    assert listed(None, NameSort.ARTICLES, page=2, size=2) == []


def test_a_name_rises_if_it_stands_in_more_new_articles_than_usual(library: Library, put: Put) -> None:
    for days_ago in range(8, 50):
        put(days_ago, "Oslo.", Oslo="place")
    for days_ago in range(6):
        put(days_ago, "Oslo and Ural.", Oslo="place", Ural="place")
    put(2, "Ada Lind.", Ada_Lind="person")
    put(3, "Bo Moss, twice.", Bo_Moss="person")
    put(4, "Bo Moss, once more.", Bo_Moss="person")
    put(-400, "Sea of the far future.", Sea="place")
    (risen,) = library.names.listed(None, NameSort.RISING)
    assert (risen.name, risen.recent, risen.expected) == ("Ural", 6, 0.0)
    assert library.names.listed(Kind.PERSON, NameSort.RISING) == []


def test_three_articles_in_two_weeks_of_the_calendar_make_a_name_rise(library: Library, put: Put) -> None:
    for days_ago in (0, 4, 5):  # a Wednesday, and the Saturday and Friday of the week before
        put(days_ago, "Ural.", Ural="place")
    assert [entity.name for entity in library.names.listed(None, NameSort.RISING)] == ["Ural"]


def test_what_an_article_mentions_is_told_in_the_order_of_its_names(library: Library, put: Put) -> None:
    put(1, "Oslo.", Oslo="place")
    id = put(1, "On 3 May Ada Lind left Oslo.", Oslo="place", Ada_Lind="person", **{"3_May": "date"})
    told = library.names.in_article(id)
    assert [(entity.kind, entity.name) for entity in told] == [
        (entity.kind, entity.name) for entity in library.article(id).names.entities
    ]
    assert [entity.articles for entity in told] == [0, 1, 2]


def test_one_date_that_means_two_days_is_told_twice_as_it_is_among_the_names(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    article = document("Fridays", "Friday, Oslo, Friday, Friday.")
    found = Names(
        (Entity(Kind.DATE, "Friday", 2), Entity(Kind.PLACE, "Oslo", 1), Entity(Kind.DATE, "Friday", 1)),
        (
            Mention(0, 0, 6, Kind.DATE, 0, value="2026-05-15"),
            Mention(0, 8, 12, Kind.PLACE, 1),
            Mention(0, 14, 20, Kind.DATE, 2, value="2026-05-22"),
            Mention(0, 22, 28, Kind.DATE, 0, value="2026-05-15"),
        ),
    )
    id = shelf.put(article, found)
    shelf.close()
    with Library(tmp_path) as library:
        told = library.names.in_article(id)
        assert [each.name for each in library.article(id).names.entities] == ["Friday", "Oslo", "Friday"]
        assert [each.name for each in told] == ["Friday", "Oslo", "Friday"]
        assert told[0].id == told[2].id


def test_an_appearance_tells_in_which_ways_the_name_is_written(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    article = document("Lind’s day", "Ada Lind left.", "Lind and Lind again.")
    spans = ((-1, 0, 4), (0, 0, 8), (1, 0, 4), (1, 9, 13))
    mentions = tuple(Mention(block, start, end, Kind.PERSON, 0) for block, start, end in spans)
    shelf.put(article, Names((Entity(Kind.PERSON, "Ada Lind", 4),), mentions))
    shelf.close()
    with Library(tmp_path) as library:
        (told,) = library.names.appearances(_id(library, "Ada Lind"))
        assert (told.forms, told.mentions) == (("Ada Lind", "Lind"), 4)


def test_all_articles_of_a_name_are_told_whatever_the_pages_they_are_read_in(
    library: Library, put: Put
) -> None:
    ids = [put(days_ago, "Oslo.", Oslo="place") for days_ago in range(7)]
    told = library.names.all_appearances(_id(library, "Oslo"), first=2, further=3)
    assert [appearance.row.id for appearance in told] == ids


@pytest.mark.parametrize(
    ("query", "found", "meant"),
    [
        ("person:lind", [1, 2], {"lind": ["Ada Lind", "Zoë Lind"]}),
        ("person:zoe", [2], {"zoe": ["Zoë Lind"]}),
        ("person:zo", [2], {"zo": ["Zoë Lind"]}),
        ("place:niger", [3], {"niger": ["Niger"]}),
        ("place:niger*", [3, 4], {"niger": ["Niger", "Nigeria"]}),
        ('person:"lind ada"', [], {"lind ada": []}),
        ("person:lind -place:oslo", [2], {"lind": ["Ada Lind", "Zoë Lind"], "oslo": ["Oslo"]}),
        ("org:oslo", [], {"oslo": []}),
        ('Organization:"zorn ltd"', [4], {"zorn ltd": ["Zorn Ltd"]}),
        ("other:cup went", [3], {"cup": ["World Cup"]}),
        ("-person:nobody", [1, 2, 3, 4], {"nobody": []}),
    ],
)
def test_articles_are_searched_by_whom_and_what_they_name(
    library: Library, put: Put, query: str, found: list[int], meant: dict[str, list[str]]
) -> None:
    put(1, "Ada Lind in Oslo.", Ada_Lind="person", Oslo="place")
    put(1, "Zoë Lind.", Zoë_Lind="person")
    put(1, "The World Cup went to Niger.", World_Cup="other", Niger="place")
    put(1, "Zorn Ltd in Nigeria.", Zorn_Ltd="organisation", Nigeria="place")
    asked = parse_query(query)
    assert sorted(library.ids(asked)) == found
    assert {
        wanted.value: [entity.name for entity in names.entities]
        for wanted, names in library.names.taken_in(asked).items()
    } == meant


def test_of_very_many_names_that_are_meant_some_are_told_and_how_many_there_are(
    library: Library, put: Put
) -> None:
    kinds = {f"To{first}{second}": "person" for first in "abcdef" for second in "abcd"}
    put(1, " ".join(kinds), **kinds)
    (told,) = library.names.taken_in(parse_query("person:to*")).values()
    assert (len(told.entities), told.number) == (20, 24)


def test_an_unfinished_name_finds_longer_ones(library: Library, put: Put) -> None:
    put(1, "Niger.", Niger="place")
    put(1, "Nigeria.", Nigeria="place")
    assert len(library.ids(parse_query("place:niger", is_typing=True))) == 2
    assert len(library.ids(parse_query("place:niger ", is_typing=True))) == 1


@given(*(st.integers(0, 60) for _ in range(4)))
def test_surprise_is_nought_at_chance_and_below_it_negative(a: int, b: int, c: int, d: int) -> None:
    together, here, elsewhere, others = a, a + b, c, c + d
    told = surprise(together, here, elsewhere, others)
    difference = together * others - elsewhere * here
    assert (told > 1e-9) <= (difference > 0)
    assert (told < -1e-9) <= (difference < 0)


def test_what_is_in_every_article_surprises_less_than_what_comes_with_a_name() -> None:
    everywhere = surprise(100, 100, 9_900, 9_900)
    rarest = surprise(2, 100, 0, 9_900)
    telling = surprise(30, 100, 20, 9_900)
    assert abs(everywhere) < 1e-9 < rarest < telling
