"""Libraries that older versions have left are brought up to date, and nothing in them is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.shelf import Shelf
from tui_reader.models import ArticleId
from tui_reader.storage import schema

_OLD_ARTICLE = """
INSERT INTO article (id, url, title, saved, published, words, stage, is_starred)
VALUES (7, 'https://example.org/harbour', 'The harbour', 1700000000, 1690000000, 3, 'ready', 1);
INSERT INTO content VALUES (7, 'Ships wait outside.', '[["paragraph", 19, [], 0, 0, "", ""]]', '');
"""


def test_an_article_of_the_first_version_is_read_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        Shelf(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.executescript(_OLD_ARTICLE)
    shelf = Shelf(tmp_path)
    article = shelf.articles.article(ArticleId(7))
    shelf.close()
    assert [block.text for block in article.document.blocks] == ["Ships wait outside."]
    assert article.row.is_starred
    assert article.row.published == datetime(2023, 7, 22, 4, 26, 40, tzinfo=UTC)
    assert article.document.doubts == ()


_OLD_AMOUNTS = """
INSERT INTO article (id, url, title, saved, words, stage)
VALUES (7, 'https://example.org/dues', 'Dues', 1700000000, 9, 'ready');
INSERT INTO content VALUES (7, '', '[]', '', '{}');
INSERT INTO entity VALUES (1, 'amount', '5 euros'), (2, 'amount', '4 %'), (3, 'amount', 'four per cent'),
    (4, 'amount', '3 percent'), (5, 'amount', '50 Basis points'), (6, 'amount', '50 cents'),
    (7, 'place', 'Oslo');
INSERT INTO mention VALUES (7, 0, 0, 7, 1), (7, 0, 9, 12, 2), (7, 0, 14, 27, 3), (7, 0, 29, 38, 4),
    (7, 0, 40, 55, 5), (7, 0, 57, 65, 6), (7, 0, 69, 73, 7);
"""


def test_amounts_of_the_second_version_become_money_and_per_cent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:2])
        Shelf(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.executescript(_OLD_AMOUNTS)
    shelf = Shelf(tmp_path)
    names = shelf.articles.article(ArticleId(7)).names
    shelf.close()
    assert [entity.kind.value for entity in names.entities] == [
        *("money", "percent", "percent", "percent", "percent", "money", "place")
    ]
    assert {(mention.score, mention.value) for mention in names.mentions} == {(1.0, "")}
