"""The libraries that benchmarks are run on: what is counted along in them is as a count from scratch."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.benchmarks.invention import Plan, articles
from tests.benchmarks.shelving import fill
from tests.benchmarks.table import Line, printed
from tui_reader.codec import decode_blocks
from tui_reader.library import Library, parse_query
from tui_reader.models import ArticleId

SIZE = 10
PLAN = Plan(words=150, mentions=8)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a library of ten articles."""
    folder = tmp_path_factory.mktemp("invented")
    fill(folder, SIZE, PLAN)
    return folder


@pytest.fixture
def connection(folder: Path) -> Iterator[sqlite3.Connection]:
    """Give its tables."""
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        yield connection


def test_the_same_articles_come_each_time() -> None:
    assert list(articles(SIZE, PLAN)) == list(articles(SIZE, PLAN))


def test_each_name_stands_where_it_is_said_to(connection: sqlite3.Connection) -> None:
    found = connection.execute(
        'SELECT block, start, "end", written, text, structure FROM mention'
        " JOIN entity ON entity.id = entity_id JOIN content USING (article_id)"
    ).fetchall()
    assert len(found) == SIZE * PLAN.mentions
    for block, start, end, name, text, structure in found:
        assert decode_blocks(text, structure)[block].text[start:end] == name


def test_appearances_are_those_of_the_mentions(connection: sqlite3.Connection) -> None:
    kept = connection.execute("SELECT entity_id, moment, article_id FROM appearance").fetchall()
    counted = connection.execute("SELECT DISTINCT entity_id, moment, article_id FROM appearing").fetchall()
    assert sorted(kept) == sorted(counted) != []


def test_names_are_counted_as_they_appear(connection: sqlite3.Connection) -> None:
    kept = connection.execute("SELECT id, articles, last FROM entity WHERE articles > 0").fetchall()
    counted = connection.execute(
        "SELECT entity_id, count(*), max(moment) FROM appearance GROUP BY entity_id"
    ).fetchall()
    assert sorted(kept) == sorted(counted) != []


def test_weeks_are_counted_as_they_appear(connection: sqlite3.Connection) -> None:
    kept = connection.execute("SELECT entity_id, week, articles FROM tally").fetchall()
    counted = connection.execute(
        "SELECT entity_id, (moment + 62135596800) / 604800 AS week, count(*) FROM appearance GROUP BY 1, 2"
    ).fetchall()
    assert sorted(kept) == sorted(counted) != []


def test_unread_articles_of_followed_names_are_known(connection: sqlite3.Connection) -> None:
    kept = connection.execute("SELECT article_id, entity_id FROM news").fetchall()
    counted = connection.execute("SELECT article_id, entity_id FROM awaited").fetchall()
    assert sorted(kept) == sorted(counted)
    assert connection.execute("SELECT 1 FROM entity WHERE followed IS NOT NULL").fetchone()


def test_every_word_is_found(folder: Path) -> None:
    with Library(folder) as library:
        for invented in articles(SIZE, PLAN):
            if not invented.is_trashed:
                word = invented.blocks[-1].text.split()[3].strip(".")
                assert invented.id in library.ids(parse_query(f'"{word}"'))


def test_an_article_is_shown_as_it_was_invented(folder: Path) -> None:
    with Library(folder) as library:
        for invented in articles(SIZE, PLAN):
            article = library.article(ArticleId(invented.id))
            assert article.document.title == invented.title
            assert article.document.blocks == invented.blocks
            assert article.row.is_read == invented.is_read


def test_a_bar_is_met_or_not() -> None:
    assert Line("quick", 10, "ms", 100, ratio=0.1).is_met
    assert not Line("slow", 11, "ms", 100, ratio=0.1).is_met
    assert not Line("slow", 11, "ms", limit=10).is_met
    assert not Line("few", 80, "pages/s", 100, ratio=0.9, is_least=True).is_met
    assert "| slow | ≤ 0.1 × | 11 ms" in printed([Line("slow", 11, "ms", 100, ratio=0.1)])
