from __future__ import annotations

import json

import pytest

from tests.extract.article import HEADLINE, PARAGRAPHS, page, plain_text
from tests.extract.news import ALL, News
from tui_reader.extract import extract, whole
from tui_reader.models import Document, Doubt, Page

SHELL = "<div id=root></div>"
OTHER = "The mills along the upper river stood still for a third summer, and nobody could say for how long. "


def read(html: str, content_type: str = "text/html") -> Document:
    return extract(Page(html.encode(), "https://courier.example/ferry", content_type))


def texts(document: Document) -> tuple[str, ...]:
    return tuple(block.text for block in document.blocks)


def linked(body: str, shown: str) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": HEADLINE, "articleBody": body})
    script = f'<script type="application/ld+json">{data}</script>'
    return f"<html><head><title>{HEADLINE}</title>{script}</head><body>{shown}</body></html>"


def test_the_engine_says_where_the_text_comes_from() -> None:
    assert read(page()).engine in ("judge", "readability", "density")
    assert read(linked("\n\n".join(PARAGRAPHS), f"<p>{PARAGRAPHS[0][:120]} …</p>")).engine == "linked data"
    assert whole(Page(page().encode(), "", "text/html")).engine == "page"
    assert read(plain_text(), "text/plain").engine == "text"


def test_nothing_is_doubted_about_an_article_that_all_engines_find() -> None:
    assert read(page()).doubts == ()


def test_a_text_of_few_words_is_doubted() -> None:
    assert Doubt.SHORT in read(f"<body><h1>{HEADLINE}</h1><p>{PARAGRAPHS[4]}</p></body>").doubts


def test_a_longer_text_for_machines_is_told_of_but_not_shown_if_it_is_another_one() -> None:
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    document = read(linked(OTHER * 40, f"<article><h1>{HEADLINE}</h1>{shown}</article>"))
    assert texts(document) == PARAGRAPHS
    assert Doubt.FRAGMENT in document.doubts


def test_a_longer_text_for_machines_that_says_what_is_shown_is_shown_instead() -> None:
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    document = read(linked("\n\n".join((*PARAGRAPHS, OTHER * 40)), shown))
    assert texts(document)[: len(PARAGRAPHS)] == PARAGRAPHS
    assert len(document.blocks) == len(PARAGRAPHS) + 1
    assert (document.engine, document.doubts) == ("linked data", ())


def test_a_longer_text_for_machines_replaces_a_demand() -> None:
    document = read(linked("\n\n".join(PARAGRAPHS), "<p>Log in to go on reading.</p>"))
    assert texts(document) == PARAGRAPHS


@pytest.mark.parametrize("news", ALL, ids=lambda news: news.language)
@pytest.mark.parametrize(
    "script",
    [
        '<script id=__NEXT_DATA__ type="application/json">{"props": {"post": %s}}</script>',
        "<script>window.__STATE__ = {'a': 1, \"post\": %s};</script>",
    ],
)
@pytest.mark.parametrize("is_nested", [False, True])
@pytest.mark.parametrize("is_parted", [False, True])
def test_the_text_is_taken_from_a_script_if_the_page_holds_none(
    news: News, script: str, is_nested: bool, is_parted: bool
) -> None:
    html = "".join(f"<p>{paragraph}</p>" for paragraph in news.paragraphs)
    parts = [{"kind": "text", "value": paragraph} for paragraph in news.paragraphs]
    told: object = {"slug": "bakery", "url": "https://marden.example/bakery?id=1", "body": html}
    if is_parted:
        told = {"slug": "bakery", "parts": parts}
    data = json.dumps(json.dumps(told) if is_nested else told)
    document = read(f"<title>{news.title}</title><body>{SHELL}{script.replace('%s', data)}</body>")
    assert texts(document) == news.paragraphs
    assert document.engine == "script"


def test_a_script_is_not_asked_where_the_page_holds_a_text() -> None:
    data = json.dumps({"body": f"<p>{OTHER}</p>" * 60})
    html = page().replace("</body>", f"<script type='application/json'>{data}</script></body>")
    assert texts(read(html)) == PARAGRAPHS


def test_what_a_script_does_is_no_text() -> None:
    source = "".join(
        f'a("k{place}", "M0 0h24v24H0z {place}; fill: none; stroke: red");' for place in range(90)
    )
    style = json.dumps({"css": ".a { color: red; } " * 90})
    body = f"<body><p>{PARAGRAPHS[0]}</p><script>{source}</script><script>var s = {style}</script></body>"
    assert texts(read(body)) == PARAGRAPHS[:1]
