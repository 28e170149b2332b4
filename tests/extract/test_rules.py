"""What the user says of a site goes before what any engine finds."""

from __future__ import annotations

import pytest

from tui_reader.errors import ExtractError
from tui_reader.extract import extract
from tui_reader.models import Document, Doubt, Page, SiteRule

_PAGE = """
<html lang="en"><head><title>The mill turns again</title></head><body>
<nav><a href="/">Home</a></nav>
<div class="story"><h1>The mill turns again</h1>
<p>After forty years the wheel of the mill at Overbeck turns again, and flour is ground on Saturdays.</p>
<p class="aside-note">Read more about mills, millers and millstones in our long series about old trades.</p>
<div class="story"><p>The stones came from a quarry two valleys away, as the old ones had.</p></div>
</div>
<div class="letters"><p>A reader writes that the wheel had turned in 1987 too, if only for a film.</p></div>
</body></html>
"""


def _read(rule: SiteRule) -> Document:
    return extract(Page(_PAGE.encode(), "https://example.org/mill", "text/html; charset=utf-8"), rule)


def _beginnings(document: Document) -> list[str]:
    return [block.text.split()[0] for block in document.blocks]


def test_what_is_to_be_kept_is_the_article_each_part_once_and_without_its_headline() -> None:
    document = _read(SiteRule(keep=".story, .letters"))
    assert _beginnings(document) == ["After", "Read", "The", "A"]
    assert document.title == "The mill turns again"
    assert document.engine == "rule"


def test_what_is_to_be_dropped_goes_from_what_is_kept() -> None:
    assert _beginnings(_read(SiteRule(keep=".story", drop=".aside-note"))) == ["After", "The"]


def test_what_is_to_be_dropped_goes_from_what_the_engines_find() -> None:
    assert "Read" not in _beginnings(_read(SiteRule(drop=".aside-note")))


def test_the_whole_page_can_be_kept() -> None:
    assert _beginnings(_read(SiteRule(keep="body", drop="nav"))) == ["After", "Read", "The", "A"]


def test_a_rule_that_keeps_nothing_to_read_is_told() -> None:
    with pytest.raises(ExtractError, match="your rule"):
        _read(SiteRule(keep="h1"))


def test_a_rule_that_fits_nothing_on_the_page_leaves_it_to_the_engines_with_a_doubt() -> None:
    found, without = _read(SiteRule(keep=".gone", drop=".gone")), _read(SiteRule())
    assert found.blocks == without.blocks
    assert found.doubts == (*without.doubts, Doubt.RULE)
    assert _read(SiteRule(drop=".gone")) == without


def test_the_page_itself_can_not_be_dropped() -> None:
    assert _beginnings(_read(SiteRule(drop="html, body"))) == _beginnings(_read(SiteRule()))
