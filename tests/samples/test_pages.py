"""The sample pages as their invented publishers serve them."""

from __future__ import annotations

import json
import re
from importlib import resources
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

PAGES = {
    file.name: file.read_bytes()
    for file in resources.files("tui_reader.samples").iterdir()
    if file.name.endswith(".html")
}
each_page = pytest.mark.parametrize("name", sorted(PAGES))


def root_of(name: str) -> html.HtmlElement:
    """Return the root of a page."""
    return html.document_fromstring(PAGES[name].decode("utf-8"))


def meta(root: html.HtmlElement, key: str) -> str:
    """Return the content of the page's meta tag of that name or property, empty if there is none."""
    found = root.xpath(f"string(//meta[@name='{key}' or @property='{key}']/@content)")
    return str(found)


def linked_data(root: html.HtmlElement) -> str:
    """Return the page's JSON-LD written anew, empty if there is none."""
    found = root.xpath("//script[@type='application/ld+json']/text()")
    return "".join(json.dumps(json.loads(str(text)), ensure_ascii=False) for text in found)


def test_there_is_a_dozen_and_they_are_numbered_without_a_gap() -> None:
    assert len(PAGES) >= 12
    numbers = [int(name[:2]) for name in sorted(PAGES)]
    assert numbers == list(range(1, len(PAGES) + 1))
    assert all(re.fullmatch(r"\d\d(-[a-z0-9]+)+\.html", name) for name in PAGES)


@each_page
def test_a_page_is_well_formed(name: str) -> None:
    parser = etree.HTMLParser(encoding="utf-8")
    etree.fromstring(PAGES[name], parser)
    # The parser knows the elements of HTML 4 only: <article> and its like are news to it, but no fault.
    faults = [error.message for error in parser.error_log if error.type_name != "HTML_UNKNOWN_TAG"]
    assert faults == []


@each_page
def test_a_page_says_what_it_is(name: str) -> None:
    root = root_of(name)
    title = meta(root, "og:title")
    assert title
    assert root.xpath("string(//title)").startswith(title)
    assert root.xpath("string(//h1)") == title
    assert root.get("lang")
    assert meta(root, "og:site_name")
    canonical = root.xpath("string(//link[@rel='canonical']/@href)")
    assert canonical == meta(root, "og:url")
    assert str(urlsplit(canonical).hostname).endswith(".example")
    assert meta(root, "article:published_time") or '"datePublished"' in linked_data(root)
    assert meta(root, "author") or '"author"' in linked_data(root)


@each_page
def test_a_page_runs_nothing_and_loads_nothing(name: str) -> None:
    root = root_of(name)
    assert root.xpath("//script[not(@type='application/ld+json')]") == []
    assert root.xpath("//link[@rel!='canonical'] | //style | //iframe") == []
    for address in root.xpath("//img/@src | //img/@data-src | //source/@data-srcset"):
        assert address.startswith("data:") or ".example/" in address


@each_page
def test_prose_has_curly_quotes(name: str) -> None:
    prose = root_of(name).xpath("//body//text()[not(ancestor::pre or ancestor::code)]")
    assert [text for text in prose if '"' in text or "'" in text] == []


def test_publishing_dates_span_the_years() -> None:
    years = {
        year
        for name in PAGES
        for year in re.findall(
            r"(20\d\d)-\d\d", meta(root_of(name), "article:published_time") + linked_data(root_of(name))
        )
    }
    assert years >= {"2021", "2022", "2023", "2024", "2025", "2026"}
