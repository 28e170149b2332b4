from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.specimen import ARTICLE
from tui_reader.export import file_name
from tui_reader.values import replace


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Snow: much of it", "2026-01-02-snow-much-of-it-7.md"),
        ("../../etc/passwd", "2026-01-02-etc-passwd-7.md"),
        ("一条河的两岸", "2026-01-02-一条河的两岸-7.md"),
        ("\x1b[2J…\u202e", "2026-01-02-7.md"),
    ],
)
def test_a_file_is_named_after_day_headline_and_number(title: str, expected: str) -> None:
    assert file_name(replace(ARTICLE.row, title=title), ".md") == expected


@given(st.text())
def test_any_headline_makes_a_safe_name(title: str) -> None:
    name = file_name(replace(ARTICLE.row, title=title), ".html")
    assert len(name.encode()) <= 160
    assert not set('/\\:*?"<>|\x00\n ') & set(name)
    assert name.startswith("2026-01-02-")
    assert name.endswith("-7.html")
