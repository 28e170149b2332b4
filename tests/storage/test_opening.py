"""Opening an article reads what belongs to it, however many others there are, and asks few questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.benchmarks.invention import Plan
from tests.benchmarks.shelving import fill
from tui_reader.library import Library
from tui_reader.models import ArticleId
from tui_reader.ui.open_article import OpenArticle

SIZE = 30
MOST = 12
"""Statements that opening may take, but for who its names are."""
ID = ArticleId(SIZE // 2)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Give a library, and the statements that opening an article there takes."""
    folder = tmp_path_factory.mktemp("opened")
    fill(folder, SIZE, Plan(words=100, mentions=8))
    statements: list[str] = []
    with Library(folder) as library:
        OpenArticle(library, ID).open(ID)
        connections = library._database._idle
        for connection in connections:
            connection.set_trace_callback(statements.append)
        OpenArticle(library, ID).open(ID)
        for connection in connections:
            connection.set_trace_callback(None)
    return folder, [each for each in statements if each.startswith("SELECT")]


@pytest.fixture
def connection(asked: tuple[Path, list[str]]) -> Iterator[sqlite3.Connection]:
    """Give the tables."""
    with closing(sqlite3.connect(asked[0] / "library.db")) as connection:
        yield connection


def test_nothing_is_gone_through_from_end_to_end(
    asked: tuple[Path, list[str]], connection: sqlite3.Connection
) -> None:
    assert asked[1]
    for statement in asked[1]:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert not [step for step in plan if step.startswith("SCAN") and "json_each" not in step], statement


def test_few_questions_are_asked(asked: tuple[Path, list[str]]) -> None:
    of_names = [each for each in asked[1] if "mention_described" in each]
    assert len(of_names) <= 8
    assert len(asked[1]) - len(of_names) <= MOST
