from __future__ import annotations

from datetime import UTC, datetime

from tui_reader.models import ArticleId, ArticleRow, Stage
from tui_reader.reading.notice import notice


def row(stage: Stage, reason: str = "") -> ArticleRow:
    return ArticleRow(
        id=ArticleId(1), url="https://example.org/a", title="A", site="", authors=(), language="",
        saved=datetime(2024, 5, 16, tzinfo=UTC), published=None, words=0, excerpt="", names=(), tags=(),
        is_read=False, is_starred=False, is_archived=False, is_trashed=False, progress=0.0,
        stage=stage, reason=reason,
    )  # fmt: skip


def said(row: ArticleRow, **keys: str) -> list[str]:
    known = {"retry": "r", "browse": "o", "back": "q", **keys}
    return [block.text for block in notice(row, **known).blocks]


def test_the_keys_that_are_named_are_those_of_the_keymap() -> None:
    failed = row(Stage.FAILED, "404: the page is gone")
    assert said(failed, retry="R", back="B") == [
        "404: the page is gone",
        "R tries again, o opens it in the browser, B goes back.",
    ]


def test_what_has_no_key_is_not_offered() -> None:
    assert said(row(Stage.FAILED, "gone"), retry="", browse="") == ["gone", "q goes back."]
    assert said(row(Stage.FAILED, "gone"), retry="", browse="", back="") == ["gone"]


def test_an_article_on_its_way_says_how_far_it_is() -> None:
    assert said(row(Stage.QUEUED)) == ["It waits for its turn to be fetched.", "It will appear here."]
