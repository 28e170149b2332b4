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
