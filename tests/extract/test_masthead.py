from __future__ import annotations

import pytest

from tui_reader.extract.metadata import Metadata, read_metadata
from tui_reader.extract.tree import parse

TEXT = "<p>The first crossing is planned for the second week of November, if the ice allows it to go.</p>" * 4


def read(before: str = "", after: str = "", end: str = "", url: str = "https://post.example/a") -> Metadata:
    html = f"<html lang=en-GB><body>{before}<h1>The ferry sails</h1>{after}{TEXT}{end}</body></html>"
    return read_metadata(parse(html), url)


@pytest.mark.parametrize(
    "byline",
    [
        "<a rel=author href=/ann>Ann Lee</a>",
        "<span itemprop=author>Ann Lee</span>",
        "<p class=byline>By <a href=/x>Ann Lee</a>, Political correspondent</p>",
        "<div class=author-box><img src=a.jpg><a href=/x>Ann Lee</a><a href=/y>Read more</a></div>",
        "<div class=c-signature>Par Ann Lee</div>",
        "<a href=https://post.example/authors/ann-lee>Ann Lee</a>",
        "<div><span>By Ann Lee</span> <span>24 November 2025</span></div>",
        "<p>Von Ann Lee | 24.11.2025</p>",
    ],
)
def test_the_writer_is_found_where_the_page_shows_it(byline: str) -> None:
    assert read(after=byline).authors == ("Ann Lee",)
    assert read(before=byline).authors == ("Ann Lee",)


def test_writers_without_a_link_are_named_beside_those_with_one() -> None:
    assert read(after="<p class=byline>By <a href=/x>Ann Lee</a> and Bo Ek</p>").authors == (
        "Ann Lee",
        "Bo Ek",
    )


@pytest.mark.parametrize(
    "other",
    [
        "<p>By Friday the ice was gone.</p>",
        "<div class=related><p class=byline>By Cy Ox</p></div>",
        "<aside class=sidebar><a rel=author href=/cy>Cy Ox</a></aside>",
        "<div class=comments><span class=comment-author>Cy Ox</span></div>",
        "<a class=author-link href=/login>Member Login</a>",
        "<p>Harbour Street</p>",
    ],
)
def test_what_names_no_writer_of_the_article_is_passed_over(other: str) -> None:
    assert read(after=other).authors == ()
    assert read(after=other, end="<p class=author>Ann Lee</p>").authors == ("Ann Lee",)


@pytest.mark.parametrize(
    "date",
    [
        "<time datetime=2025-11-24T10:30+01:00>today</time>",
        "<time datetime=2025-11-24>24 Nov</time>",
        "<time datetime=2025-11-25 class=updated>25</time><time class=published datetime=2025-11-24></time>",
        "<p>Updated: <time datetime=2025-11-25>25</time></p><p><time datetime=2025-11-24>24</time></p>",
        "<p>Updated <time datetime=2025-11-25>25</time> · Published <time datetime=2025-11-24>24</time></p>",
        "<span class=post-date>24 novembre 2025</span>",
        "<div><p>Posted on 24 November 2025, 10:30</p></div>",
        "<div><span>24</span> <span>November</span> <span>2025</span></div>",
        "<p>Updated 25 November 2025</p><p>Published 24 November 2025</p>",
        "<p>24/11/2025</p>",
        '<script>{"publishedAt":"2025-11-24T10:30:00Z"}</script>',
        r'<script>push("{\"datePublished\":\"2025-11-24T10:30:00Z\"}")</script>',
    ],
)
def test_the_day_is_found_where_the_page_shows_it(date: str) -> None:
    for shown in (read(after=date), read(before=date)):
        assert shown.published is not None
        assert shown.published.date().isoformat() == "2025-11-24"


@pytest.mark.parametrize(
    "other",
    [
        "<div class=related><time datetime=2020-01-01>old</time></div>",
        "<footer><p>1 January 2020</p></footer>",
        f"<p>{'It has gone on since the winter of 1 January 2020, say those who were there. ' * 2}</p>",
    ],
)
def test_a_day_that_is_not_the_article_s_is_passed_over(other: str) -> None:
    assert read(after=other).published is None
    shown = read(after=other, url="https://post.example/2025/11/24/a").published
    assert shown is not None
    assert shown.date().isoformat() == "2025-11-24"


def test_a_day_further_down_counts_if_it_is_the_only_one() -> None:
    end = f"{TEXT * 4}<p>Posted on 24 November 2025</p>"
    found = read(end=end).published
    assert found is not None
    assert found.date().isoformat() == "2025-11-24"
    assert read(end=f"{end}<p>1 January 2020</p>").published is None
