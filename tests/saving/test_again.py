"""The names of saved articles are sought anew, one whole article after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shelf import Shelf, document, names
from tui_reader.models import ArticleId, Kind, Progress, Stage
from tui_reader.saving.again import name_again
from tui_reader.saving.process import Worker
from tui_reader.storage.queue import Queue

_TEXT = document(
    "Merkel travels",
    "Angela Merkel travelled to Paris on Monday, and the talks that she had there were about gas.",
    "It is €20 million that Merkel wants to give to the people of Ukraine.",
)


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.close()


def test_new_names_come_with_their_values_and_the_list_shows_them(shelf: Shelf, worker: Worker) -> None:
    id = shelf.put(_TEXT, names(_TEXT, gas="person"))
    assert name_again(shelf.articles, worker, [id]) == {}
    article = shelf.articles.article(id)
    found = {(entity.kind, entity.name) for entity in article.names.entities}
    assert (Kind.PERSON, "Angela Merkel") in found
    assert (Kind.PERSON, "gas") not in found
    assert {mention.value for mention in article.names.mentions} >= {"2026-01-26", "20000000 EUR"}
    assert "Merkel" in article.row.names
    assert article.document == shelf.articles.article(id).document
    assert article.row.stage is Stage.READY


def test_progress_is_told_before_each_article(shelf: Shelf, worker: Worker) -> None:
    ids = [shelf.put(document(f"Rain {number}", "It rained in Oslo.")) for number in range(3)]
    told: list[Progress] = []
    name_again(shelf.articles, worker, ids, progress=told.append)
    assert [(each.finished, each.total) for each in told] == [(0, 3), (1, 3), (2, 3)]
    assert [each.current.title for each in told if each.current] == ["Rain 0", "Rain 1", "Rain 2"]


def test_articles_that_are_on_their_way_are_left_to_those_who_bring_them(
    shelf: Shelf, worker: Worker
) -> None:
    id = shelf.put(_TEXT, names(_TEXT, gas="person"))
    Queue(shelf.database).reclean([id])
    assert name_again(shelf.articles, worker, [id, ArticleId(99)]) == {}
    assert [entity.name for entity in shelf.articles.article(id).names.entities] == ["gas"]
    assert shelf.articles.article(id).row.stage is Stage.CLEANING


def test_a_worker_that_is_given_up_leaves_the_names_as_they_are(shelf: Shelf) -> None:
    worker = Worker(command=("false",))
    id = shelf.put(_TEXT, names(_TEXT, gas="person"))
    failures = name_again(shelf.articles, worker, [id])
    worker.close()
    assert list(failures) == [id]
    assert [entity.name for entity in shelf.articles.article(id).names.entities] == ["gas"]
