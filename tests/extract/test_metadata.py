from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tui_reader.extract.addresses import absolute
from tui_reader.extract.metadata import Metadata, read_metadata
from tui_reader.extract.tree import parse


def metadata(head: str = "", body: str = "", url: str = "https://post.example/a") -> Metadata:
    return read_metadata(parse(f"<html><head>{head}</head><body>{body}<p>Text.</p></body></html>"), url)


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        (linked({"@type": "Article", "author": {"name": "Ann Lee"}}), "", ("Ann Lee",)),
        (linked([{"@type": ["NewsArticle"], "author": ["Ann Lee", "Bo Ek"]}]), "", ("Ann Lee", "Bo Ek")),
        (linked({"@type": "Article", "author": {"@id": "#a"}}), "<a rel=author>Bo Ek</a>", ("Bo Ek",)),
        ('<meta name="author" content="By Ann Lee and Bo Ek">', "", ("Ann Lee", "Bo Ek")),
        ('<meta property="article:author" content="https://post.example/ann">', "", ()),
        ("", "<p class=byline>By <b>Ann Lee</b>, Bo Ek</p>", ("Ann Lee", "Bo Ek")),
        ("", "<span class=author-name>Ann Lee</span>", ("Ann Lee",)),
        ("", "<span class=author-name>more about our writers</span>", ()),
        (
            '<meta name=citation_author content="Lee, Ann"><meta name=citation_author content="Ek, Bo A.">',
            "",
            ("Ann Lee", "Bo A. Ek"),
        ),
        ('<meta name="DC.creator" content="van der Ek, Bo Jan">', "", ("Bo Jan van der Ek",)),
        ('<meta name="DC.creator" content="Lee, Ann, Jr.">', "", ("Ann Lee Jr.",)),
        ('<meta name="DC.creator" content="Ann Lee, Bo Ek">', "", ("Ann Lee", "Bo Ek")),
        ('<meta name="DC.creator" content="Ann Lee">', "", ("Ann Lee",)),
        (
            '<meta name="author" content="Ann Lee"><meta name="citation_author" content="Lee, Ann">',
            "",
            ("Ann Lee",),
        ),
        ('<meta name="author" content="Lee, Ek">', "", ("Lee", "Ek")),
        ('<meta name="author" content="Martin Luther King, Jr.">', "", ("Martin Luther King Jr.",)),
        ('<meta name="author" content="Ann Lee, PhD, and Bo Ek III, M.D.">', "", ("Ann Lee", "Bo Ek III")),
        (linked({"@type": "Article", "author": "Ann Lee, Ph.D., MSc"}), "", ("Ann Lee",)),
        (linked("nonsense") + "<script type='application/ld+json'>{broken</script>", "", ()),
    ],
)
def test_writers_are_found_where_pages_name_them(head: str, body: str, authors: tuple[str, ...]) -> None:
    assert metadata(head, body).authors == authors


@pytest.mark.parametrize(
    ("head", "body", "url"),
    [
        (linked({"@type": "Article", "datePublished": "2024-04-05"}), "<time datetime=2020-01-01>", ""),
        ('<meta property="article:published_time" content="2024-04-05">', "", ""),
        ("", '<time datetime="2020-01-01">Updated</time><time class=published datetime="2024-04-05">', ""),
        ("", "<span class=post-date>April 5, 2024</span>", ""),
        ("", "", "https://post.example/2024/04/05/a"),
        (linked({"@type": "Article", "datePublished": "soon"}), "<time datetime=2024-04-05>", ""),
    ],
)
def test_the_day_of_publishing_is_found_where_pages_give_it(head: str, body: str, url: str) -> None:
    assert metadata(head, body, url).published == datetime(2024, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            linked({"@type": "Article", "datePublished": "2024-04-05T23:30:00-05:00"}),
            "2024-04-05T23:30:00-05:00",
        ),
        (linked({"@type": "Article", "datePublished": "2024-04-05T23:30:00"}), "2024-04-05T23:30:00+00:00"),
        (
            linked({"@type": "Article", "datePublished": "2024-04-05T23:30:00"})
            + '<meta property="article:published_time" content="2024-04-05T23:30:00+09:00">',
            "2024-04-05T23:30:00+09:00",
        ),
        (
            linked({"@type": "Article", "datePublished": "2024-04-05"})
            + '<meta name="parsely-pub-date" content="2024-04-05T10:00:00Z">',
            "2024-04-05T10:00:00+00:00",
        ),
        (
            linked({"@type": "Article", "datePublished": "2024-04-05"})
            + '<meta name="date" content="2024-04-09T10:00:00Z">',
            "2024-04-05T00:00:00+00:00",
        ),
    ],
)
def test_a_moment_keeps_its_zone_or_has_it_from_another_statement(head: str, published: str) -> None:
    found = metadata(head).published
    assert found is not None
    assert found.isoformat() == published


@pytest.mark.parametrize(
    "head",
    [
        linked({"@type": "Article", "dateModified": "2024-04-06T10:00:00+02:00"}),
        '<meta property="article:modified_time" content="2024-04-06T10:00:00+02:00">',
        '<meta property="og:updated_time" content="2024-04-06T10:00:00+02:00">',
    ],
)
def test_the_last_change_is_kept_beside_the_day_of_publishing(head: str) -> None:
    found = metadata(head + '<meta property="article:published_time" content="2024-04-05">')
    assert found.modified == datetime(2024, 4, 6, 8, tzinfo=UTC)
    assert found.published == datetime(2024, 4, 5, tzinfo=UTC)


def test_people_are_named_before_organisations_and_the_outlet_last() -> None:
    post = {"@type": "Organization", "name": "The Post"}
    ann, afp = {"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "AFP"}
    byline = "<p class=byline>By Bo Ek</p>"

    def authors(author: object, body: str = "") -> tuple[str, ...]:
        return metadata(linked({"@type": "Article", "author": author, "publisher": post}), body).authors

    assert authors([ann, afp, post], byline) == ("Ann Lee", "AFP")
    assert authors(afp, byline) == ("Bo Ek",)
    assert authors(afp) == ("AFP",)
    assert authors(post, byline) == ("Bo Ek",)
    assert authors(post) == ("The Post",)
    assert authors("The Post", byline) == ("Bo Ek",)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="parsely-author" content="Ann Lee">',
        '<meta name="sailthru.author" content="Ann Lee">',
        '<meta name="cXenseParse:author" content="Ann Lee">',
        '<meta name="dcterms.creator" content="Lee, Ann">',
        '<meta name="author" content="The Post"><meta property="article:author" content="Ann Lee">'
        '<meta property="og:site_name" content="The Post">',
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">',
    ],
)
def test_the_tags_of_publishing_systems_name_the_writer(head: str) -> None:
    assert metadata(head).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("head", "image"),
    [
        (linked({"@type": "Article", "image": "/a.jpg"}), "https://post.example/a.jpg"),
        (linked({"@type": "Article", "image": [{"url": "/a.jpg"}, "/b.jpg"]}), "https://post.example/a.jpg"),
        ('<meta property="og:image" content="//img.example/a.jpg">', "https://img.example/a.jpg"),
        ('<meta name="twitter:image" content="/a.jpg">', "https://post.example/a.jpg"),
        ('<link rel="image_src" href="/a.jpg">', "https://post.example/a.jpg"),
        (
            linked({"@type": "Article", "publisher": {"logo": {"url": "/a.jpg"}}, "image": "/a.jpg"}),
            "",
        ),
        ("", ""),
    ],
)
def test_the_lead_image_is_given_by_its_address(head: str, image: str) -> None:
    assert metadata(head).image == image


def test_section_and_tags_are_read_from_meta_elements_too() -> None:
    tags = '<meta property="article:tag" content="Ice"><meta property="article:tag" content="Turku">'
    found = metadata(
        f'<meta property="article:section" content="World">{tags}<meta name=keywords content="a b, c d">'
    )
    assert (found.section, found.keywords) == ("World", ("Ice", "Turku"))
    assert metadata('<meta name="news_keywords" content="Ice; Turku">').keywords == ("Ice", "Turku")


def test_the_region_of_another_language_says_nothing_of_numbers() -> None:
    body = "<span class=date>3/4/2024</span>"
    american = metadata('<meta property="og:locale" content="en_US">' + linked({"inLanguage": "x"}), body)
    assert american.published is not None
    assert american.published.month == 3
    root = parse(
        f"<html lang=de><meta property=og:locale content=en_US><body>{body}<p>Text.</p></body></html>"
    )
    found = read_metadata(root, "").published
    assert found is not None
    assert found.month == 4


def test_entities_escaped_twice_are_unescaped() -> None:
    assert metadata('<meta property="og:title" content="Ice &amp;amp; snow">').title == "Ice & snow"


def test_a_page_without_a_date_has_none() -> None:
    assert metadata().published is None


@pytest.mark.parametrize(
    ("head", "url", "own"),
    [
        ('<link rel="canonical" href="/story">', "https://post.example/a", "https://post.example/story"),
        ('<meta property="og:url" content="https://post.example/story">', "", "https://post.example/story"),
        ('<link rel="canonical" href="https://post.example/">', "https://post.example/a", ""),
        ('<link rel="canonical" href="https://post.example/">', "", "https://post.example/"),
        ('<link rel="canonical" href="javascript:x"><link rel="canonical" href="http://[">', "", ""),
    ],
)
def test_a_page_gives_its_own_address(head: str, url: str, own: str) -> None:
    assert metadata(head, url=url).url == own


def test_links_are_relative_to_the_base_the_address_or_the_page_s_own_word() -> None:
    assert metadata('<base href="/trips/">').base == "https://post.example/trips/"
    assert metadata('<base href="http://[">').base == "https://post.example/a"
    assert (
        metadata('<meta property="og:url" content="https://post.example/b">', url="").base
        == "https://post.example/b"
    )


def test_a_base_without_an_address_is_passed_over() -> None:
    head = '<base target="_blank"><base href="https://cdn.example/b/">'
    assert metadata(head).base == "https://cdn.example/b/"


def test_the_title_of_a_drawing_is_none_of_the_page() -> None:
    assert metadata("", "<svg><title>The logo of the Post</title></svg><h1>The ferry sails</h1>").title == (
        "The ferry sails"
    )


def test_a_space_in_a_link_is_written_as_browsers_do() -> None:
    assert (
        absolute("Annual Report.pdf", "https://post.example/a/")
        == "https://post.example/a/Annual%20Report.pdf"
    )


def test_the_outlet_is_named_by_the_page() -> None:
    assert metadata('<meta property="og:site_name" content="The Post">').site == "The Post"
    assert metadata(linked({"@type": "Article", "publisher": {"name": "The Post"}})).site == "The Post"
    assert metadata(url="https://www.post.example/a").site == "post.example"
    assert metadata(url="").site == ""


def test_linked_data_nested_beyond_reason_is_passed_over() -> None:
    assert metadata('<script type="application/ld+json">' + "[" * 100_000 + "</script>").authors == ()


def test_a_headline_of_two_lines_is_read_as_one() -> None:
    assert (
        metadata("<title>Ice on the gulf</title>", "<h1>Ice<br>on the <i>gulf</i></h1>").title
        == "Ice on the gulf"
    )


def test_entities_in_linked_data_are_unescaped() -> None:
    assert metadata(linked({"@type": "Article", "headline": "Ice &amp; snow"})).title == "Ice & snow"
