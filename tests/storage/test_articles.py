"""What goes onto the shelf comes off it again, whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.shelf import Shelf, document, names
from tui_reader.errors import NotFoundError
from tui_reader.models import (
    ArticleId,
    Block,
    BlockKind,
    Document,
    Doubt,
    Entity,
    Flag,
    Inline,
    Kind,
    Mention,
    Names,
    Page,
    Position,
    Stage,
    Style,
)
from tui_reader.storage.marks import Marks
from tui_reader.storage.queue import Queue
from tui_reader.values import replace
from tui_reader.web.urls import canonical


def test_an_article_comes_back_as_it_was_stored(shelf: Shelf) -> None:
    stored = Document(
        title="Ice",
        blocks=(
            Block(BlockKind.HEADING, "Depth", level=2),
            Block(BlockKind.PARAGRAPH, "a\nb", (Inline(0, 1, Style.LINK, "https://example.org/x"),), quote=1),
            Block(BlockKind.TABLE, "a\tb\n1\t2", level=1),
            Block(BlockKind.RULE),
            Block(BlockKind.LIST_ITEM, "one", level=2, marker="1."),
            Block(BlockKind.IMAGE, "a glacier", source="https://example.org/g.png"),
        ),
        authors=("Ada Writer", "Bo Author"),
        site="Example",
        language="en",
        url="https://example.org/ice",
        excerpt="Cold.",
        words=7,
        published=datetime(2026, 2, 1, 0, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        modified=datetime(2026, 2, 2, tzinfo=UTC),
        image="https://example.org/lead.png",
        section="World",
        keywords=("ice", "depth"),
        engine="readability",
        doubts=(Doubt.SHORT,),
    )
    read = shelf.articles.article(shelf.put(stored))
    assert read.document == stored
    assert read.row.published is not None
    assert read.row.published.isoformat() == "2026-02-01T00:30:00+05:30"


def test_names_come_back_by_first_mention(shelf: Shelf) -> None:
    text = document("Astana calls", "Tashkent answers Astana.", "Tokayev spoke in Astana.")
    stored = names(text, Astana="place", Tashkent="place", Tokayev="person")
    read = shelf.articles.article(shelf.put(text, stored)).names
    assert [(entity.name, entity.kind, entity.count) for entity in read.entities] == [
        ("Astana", Kind.PLACE, 3),
        ("Tashkent", Kind.PLACE, 1),
        ("Tokayev", Kind.PERSON, 1),
    ]
    assert read == stored


def test_the_score_of_a_mention_and_the_value_of_a_date_come_back(shelf: Shelf) -> None:
    stored = Names(
        (Entity(Kind.OTHER, "Ice Fair", 1), Entity(Kind.DATE, "3 May", 1)),
        (Mention(0, 0, 8, Kind.OTHER, 0, score=0.75), Mention(0, 12, 17, Kind.DATE, 1, value="2026-05-03")),
        "test",
    )
    assert shelf.articles.article(shelf.put(document("Ice", "Ice Fair on 3 May."), stored)).names == stored


def test_two_fridays_of_one_article_stay_two_days(shelf: Shelf) -> None:
    stored = Names(
        (Entity(Kind.DATE, "Friday", 1), Entity(Kind.DATE, "Friday", 1)),
        (
            Mention(0, 0, 6, Kind.DATE, 0, value="2026-05-08"),
            Mention(0, 10, 16, Kind.DATE, 1, value="2026-05-15"),
        ),
        "test",
    )
    assert shelf.articles.article(shelf.put(document("Ice", "Friday to Friday."), stored)).names == stored


def test_storing_again_replaces_text_and_names(shelf: Shelf) -> None:
    first = document("Ice", "Astana freezes.")
    id = shelf.put(first, names(first, Astana="place"))
    Queue(shelf.database).reclean([id])
    shelf.articles.store(shelf.task(id), replace(first, blocks=()), Names())
    article = shelf.articles.article(id)
    assert article.document.blocks == ()
    assert article.names.entities == ()


def test_the_same_address_updates_and_keeps_the_position(shelf: Shelf) -> None:
    id = shelf.put(document("Old title", "Text.", url="https://example.org/a"))
    shelf.articles.remember(id, Position(3, 14), 0.5)
    again = shelf.put(document("New title", "Text.", url="https://www.example.org/a/?utm_source=x#top"))
    article = shelf.articles.article(again)
    assert again == id
    assert article.row.title == "New title"
    assert article.position == Position(3, 14)
    assert article.row.progress == 0.5


def test_an_address_that_leads_to_a_known_page_joins_its_article(shelf: Shelf) -> None:
    known = shelf.put(document("Ice", "Text.", url="https://example.org/ice"))
    short = shelf.articles.add_address("https://sho.rt/1", "sho.rt/1")
    page = Page(b"new", "https://example.org/ice", "text/html")
    assert shelf.articles.keep_page(short, page, canonical(page.url)) == known
    assert shelf.rows([short]) == []
    assert shelf.articles.find("sho.rt/1") == known
    assert shelf.articles.page(known).body == b"new"
    assert shelf.rows([known])[0].stage is Stage.CLEANING


def test_of_two_that_become_one_the_text_and_the_decisions_of_both_stay(shelf: Shelf) -> None:
    poor = shelf.articles.add_address("https://sho.rt/1", "sho.rt/1", ["short"])
    Queue(shelf.database).fail(Queue(shelf.database).waiting(Stage.QUEUED, limit=1)[0], "404")
    rich = shelf.put(document("Ice", "Text.", url="https://example.org/ice"))
    Marks(shelf.database).mark([rich], Flag.ARCHIVED, True)
    shelf.articles.remember(rich, Position(0, 3), 0.5)
    assert poor < rich
    page = Page(b"empty now", "https://example.org/ice", "text/html")
    assert shelf.articles.keep_page(poor, page, canonical(page.url)) == rich
    row = shelf.rows([rich])[0]
    assert (row.tags, row.is_archived, row.progress, row.title) == (("short",), True, 0.5, "Ice")
    assert shelf.articles.heirs([poor, rich]) == [rich]


def test_names_of_one_spelling_are_counted_by_kind(shelf: Shelf) -> None:
    first, second = document("One", "Lind came."), document("Two", "Lind came.")
    both = tuple(Entity(kind, "Lind", 1) for kind in (Kind.PERSON, Kind.PLACE))
    shelf.put(first, names(first, Lind="person"))
    shelf.put(second, names(second, Lind="person"))
    assert shelf.articles.articles_with(both) == [2, 0]
    assert shelf.articles.articles_with(reversed(both)) == [0, 2]


def test_who_finishes_an_older_turn_leaves_the_newer_one_in_the_queue(shelf: Shelf) -> None:
    id = shelf.articles.add_page(Page(b"old"), "example.org/ice")
    older = shelf.task(id)
    shelf.articles.keep_page(id, Page(b"new"), "example.org/ice")
    shelf.articles.store(older, document("Old", "Text."), Names())
    Queue(shelf.database).move([older], Stage.NAMING)
    assert shelf.rows([id])[0].stage is Stage.CLEANING
    shelf.articles.store(shelf.task(id), document("New", "Text."), Names())
    assert shelf.rows([id])[0].stage is Stage.READY


def test_a_page_for_an_article_that_was_deleted_is_refused(shelf: Shelf) -> None:
    with pytest.raises(NotFoundError):
        shelf.articles.keep_page(ArticleId(5), Page(b"late"), "example.org/ice")


def test_a_page_without_an_address_is_known_by_its_bytes(shelf: Shelf) -> None:
    page = Page(b"<p>saved by hand</p>")
    assert shelf.articles.add_page(page, "") == shelf.articles.add_page(page, "")
    assert shelf.articles.add_page(Page(b"other"), "") != shelf.articles.add_page(page, "")


def test_a_page_is_told_its_address_by_itself(shelf: Shelf) -> None:
    id = shelf.articles.add_page(Page(b"<p>saved by hand</p>"), "")
    text = document("Ice", "Text.", url="https://example.org/ice")
    shelf.articles.store(shelf.task(id), text, Names(), key="example.org/ice")
    assert shelf.rows([id])[0].url == "https://example.org/ice"
    assert shelf.articles.find("example.org/ice") == id


def test_a_kept_page_comes_back_byte_by_byte(shelf: Shelf) -> None:
    page = Page(bytes(range(256)) * 100, "https://example.org/", "text/html; charset=x")
    id = shelf.articles.add_page(page, "example.org")
    assert shelf.articles.page(id) == page


def test_rows_come_in_the_order_asked_for_and_without_the_missing(shelf: Shelf) -> None:
    first, second = shelf.put(document("One", "Text.")), shelf.put(document("Two", "Text."))
    assert [row.title for row in shelf.rows([second, 999, first])] == ["Two", "One"]


def test_an_article_that_is_not_there_says_so(shelf: Shelf) -> None:
    with pytest.raises(NotFoundError, match="no article 5"):
        shelf.articles.article(ArticleId(5))
    with pytest.raises(NotFoundError, match="not been fetched"):
        shelf.articles.page(ArticleId(5))


def test_only_the_trash_is_deleted_and_its_names_go_along(shelf: Shelf) -> None:
    text = document("Ice", "Astana.")
    kept, dropped = shelf.put(document("Kept", "Text.")), shelf.put(text, names(text, Astana="place"))
    with shelf.database.write() as connection:
        connection.execute("UPDATE article SET is_trashed = 1 WHERE id = ?", (dropped,))
    shelf.articles.delete([kept, dropped])
    assert [row.id for row in shelf.rows([kept, dropped])] == [kept]
    with shelf.database.read() as connection:
        for table in ("entity", "mention", "content", "page"):
            (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert rows == (1 if table in ("content", "page") else 0), table
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


def test_the_place_moves_along_with_the_text(shelf: Shelf) -> None:
    old = document("Ice", "First.", "Second.", "Third.")
    id = shelf.put(old)
    shelf.articles.remember(id, Position(2, 3), 0.5)
    shelf.put(replace(old, blocks=(Block(BlockKind.PARAGRAPH, "Corrected."), *old.blocks)))
    assert shelf.articles.article(id).position == Position(3, 3)


def test_names_that_are_sought_anew_take_the_place_of_the_old_ones(shelf: Shelf) -> None:
    text = document("Ice", "Astana freezes.")
    id = shelf.put(text, names(text, Astana="person"), telling=["Astana"])
    task = shelf.articles.settled(id)
    assert task is not None
    shelf.articles.store_names(task, names(text, Astana="place"), ["Astana"])
    article = shelf.articles.article(id)
    assert [entity.kind for entity in article.names.entities] == [Kind.PLACE]
    assert article.row.names == ("Astana",)
    assert article.document.blocks == text.blocks


def test_names_of_a_text_that_is_being_replaced_are_left_to_the_new_one(shelf: Shelf) -> None:
    text = document("Ice", "Astana freezes.")
    id = shelf.put(text, names(text, Astana="place"))
    task = shelf.articles.settled(id)
    assert task is not None
    Queue(shelf.database).reclean([id])
    assert shelf.articles.settled(id) is None
    shelf.articles.store_names(task, Names())
    assert len(shelf.articles.article(id).names.entities) == 1
    shelf.articles.store(shelf.task(id), text, names(text, Astana="person"))
    shelf.articles.store_names(task, Names())
    assert [entity.kind for entity in shelf.articles.article(id).names.entities] == [Kind.PERSON]


def test_an_article_without_a_text_is_never_settled(shelf: Shelf) -> None:
    id = shelf.articles.add_address("https://example.org/a", "example.org/a")
    assert shelf.articles.settled(id) is None
    assert shelf.articles.settled(ArticleId(99)) is None
