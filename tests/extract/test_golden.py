from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.dump import dumped
from tui_reader.extract import extract
from tui_reader.models import Page

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_its_golden_text_says(path: Path, is_updating: bool) -> None:
    document = extract(Page(path.read_bytes(), f"https://news.example/{path.stem}", "text/html"))
    golden = path.with_suffix(".golden.txt")
    if is_updating:
        golden.write_text(dumped(document), encoding="utf-8")
    assert dumped(document) == golden.read_text(encoding="utf-8")
