from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.extract.linked_data import LinkedArticle, read_linked_article
from tui_reader.extract.metadata import read_metadata
from tui_reader.extract.tree import parse
from tui_reader.harmless import harmless_line

URL = "https://post.example/world/ferry"
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "The ferry sails",
    "datePublished": "2025-11-24T10:00:00+01:00",
}


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def read(html: str, *headlines: str) -> LinkedArticle:
    return read_linked_article(parse(f"<html><body>{html}<p>Text.</p></body></html>"), URL, headlines)


def test_blank_lines_in_a_broken_script_take_no_time() -> None:
    text = '{"@type": "NewsArticle", "headline": "The ferry sails",' + "\n" * 200_000 + "x"
    assert read(script(text)).headline == "The ferry sails", "patterns that go back would take minutes here"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "WebSite", "name": "The Post"}, ARTICLE]),
        json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "datePublished": "2020-01-01", "mainEntity": ARTICLE}),
        json.dumps({**ARTICLE, "@type": ["NewsArticle", "ReportageNewsArticle"]}),
        json.dumps({**ARTICLE, "@type": "LiveBlogPosting"}),
        json.dumps(ARTICLE).replace("{", "<!--{", 1) + "-->",
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE) + json.dumps({"@type": "BreadcrumbList"}),
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE)[:-1] + ', "about": "a line\nand another"}',
        json.dumps(ARTICLE)[:-1] + r', "about": "the captain\'s"}',
        "{\n// what the page is about\n" + json.dumps(ARTICLE)[1:],
        json.dumps(ARTICLE)[:-1] + ', "about": "the "old" ship"}',
    ],
)
def test_the_article_is_found_however_it_is_wrapped_or_broken(text: str) -> None:
    found = read(script(text))
    assert (found.headline, found.published[0]) == ("The ferry sails", "2025-11-24T10:00:00+01:00")


@pytest.mark.parametrize(
    "own",
    [
        {"url": URL + "?from=feed"},
        {"@id": URL + "#article"},
        {"mainEntityOfPage": {"@type": "WebPage", "@id": URL}},
        {"mainEntityOfPage": URL},
        {"headline": "The ferry SAILS!"},
    ],
)
def test_of_several_articles_the_page_s_own_is_taken(own: dict[str, object]) -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "Another",
        "url": "https://post.example/other",
        "author": "Cy Ox",
    }
    mine = {"@type": "NewsArticle", "datePublished": "2025-11-24", **own}
    found = read(script(json.dumps([other, mine])), "The ferry sails")
    assert found.published == ("2025-11-24",)
    assert found.authors == ()


@pytest.mark.parametrize(
    ("author", "people", "organisations"),
    [
        ({"@type": "Person", "name": "Ann Lee"}, ("Ann Lee",), ()),
        ([{"@type": "Person", "name": ["Ann Lee", "Bo Ek"]}], ("Ann Lee", "Bo Ek"), ()),
        ([{"name": "Ann Lee"}, "Bo Ek"], ("Ann Lee", "Bo Ek"), ()),
        ({"@type": "Person", "givenName": "Ann", "familyName": "Lee"}, ("Ann Lee",), ()),
        ({"@id": "#ann"}, ("Ann Lee",), ()),
        ("#ann", ("Ann Lee",), ()),
        ({"@type": "Organization", "name": "AFP"}, (), ("AFP",)),
        ({"@type": "NewsMediaOrganization", "name": "The Post"}, (), ("The Post",)),
        ("The Post", (), ("The Post",)),
        ({"@type": "Person", "name": "O&amp;#039;Hara &amp;amp; Sons"}, ("O'Hara & Sons",), ()),
        ([None, 7, {"name": None}, {}], ("7",), ()),
        ({"name": {"name": {"name": "Ann Lee"}}}, ("Ann Lee",), ()),
    ],
)
def test_authors_are_read_in_every_shape(
    author: object, people: tuple[str, ...], organisations: tuple[str, ...]
) -> None:
    graph = [
        {**ARTICLE, "author": author, "publisher": {"@type": "Organization", "name": "The Post"}},
        {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
    ]
    found = read(script(json.dumps({"@graph": graph})))
    assert (found.authors, found.organisations) == (people, organisations)


def test_what_the_article_leaves_out_is_taken_from_the_page() -> None:
    page = {"@type": "WebPage", "datePublished": "2025-11-24", "primaryImageOfPage": {"@id": "#image"}}
    image = {"@type": "ImageObject", "@id": "#image", "url": "https://post.example/ferry.jpg"}
    found = read(script(json.dumps({"@graph": [page, {"@type": "Article", "headline": "Ferry"}, image]})))
    assert (found.headline, found.published) == ("Ferry", ("2025-11-24",))
    assert found.images == ("https://post.example/ferry.jpg",)


def test_section_keywords_and_the_way_to_the_page_are_read() -> None:
    steps = [
        {"@type": "ListItem", "position": n, "name": name} for n, name in enumerate(("Home", "World"), 1)
    ]
    more = {"articleSection": ["World", "Sea"], "keywords": "ferries, ice"}
    found = read(
        script(json.dumps([{**ARTICLE, **more}, {"@type": "BreadcrumbList", "itemListElement": steps}]))
    )
    assert (found.section, found.keywords, found.crumbs) == ("World", ("ferries", "ice"), ("Home", "World"))
    listed = read(script(json.dumps({**ARTICLE, "keywords": ["Oslo, Norway", {"name": "ice"}]})))
    assert listed.keywords == ("Oslo, Norway", "ice")


MICRODATA = """
<article itemscope itemtype="https://schema.org/NewsArticle">
  <h1 itemprop="headline">The ferry sails</h1>
  <meta itemprop="dateModified" content="2025-11-25">
  <time itemprop="datePublished" datetime="2025-11-24T10:00:00+01:00">Monday</time>
  <span itemprop="author" itemscope itemtype="https://schema.org/Person">
    <a itemprop="name" href="/ann">Ann Lee</a>
  </span>
  <img itemprop="image" src="/ferry.jpg">
  <div itemprop="publisher" itemscope itemtype="https://schema.org/Organization">
    <b itemprop="name">The Post</b>
  </div>
  <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><i itemprop="author">Cy Ox</i></div>
</article>
"""


def test_microdata_says_the_same() -> None:
    found = read(MICRODATA)
    assert found.headline == "The ferry sails"
    assert found.published == ("2025-11-24T10:00:00+01:00",)
    assert found.modified == ("2025-11-25",)
    assert found.authors == ("Ann Lee",)
    assert found.publisher == "The Post"
    assert found.images == ("/ferry.jpg",)


def test_json_ld_is_believed_before_microdata() -> None:
    told = script(json.dumps({**ARTICLE, "datePublished": "2025-11-23"}))
    found = read(MICRODATA + told, "The ferry sails")
    assert found.published[0] == "2025-11-23"
    assert found.authors == ("Ann Lee",)


def test_marks_outside_of_any_item_count_unless_there_are_several() -> None:
    one = "<time itemprop=datePublished datetime=2025-11-24>Monday</time>"
    assert read(one).published == ("2025-11-24",)
    assert read(one * 2).published == ()


KEY_NAMES = """
    @type @id @graph headline name author publisher logo image url datePublished dateModified keywords
    articleSection itemListElement mainEntity mainEntityOfPage inLanguage item @value
"""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(KEY_NAMES.split()),
            inner | st.sampled_from(["NewsArticle", "BreadcrumbList", "Person", "#a", URL, "2025-11-24"]),
            max_size=6,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(
    JSON, st.dictionaries(st.sampled_from(["author", "og:image", "date", "keywords"]), st.text(max_size=40))
)
def test_whatever_a_page_says_is_read_or_passed_over(value: object, meta: dict[str, str]) -> None:
    told = "".join(
        f'<meta name="{name}" content="{text.replace(chr(34), "")}">' for name, text in meta.items()
    )
    page = parse(f"<html><head>{told}{script(json.dumps(value))}</head><body><h1>Ferry</h1></body></html>")
    found = read_metadata(page, URL)
    texts = (found.title, *found.authors, found.site, found.section, *found.keywords, found.image)
    assert all(text == harmless_line(text) for text in texts)
    assert found.image == "" or found.image.startswith("http")
    for moment in (found.published, found.modified):
        assert moment is None or moment.utcoffset() is not None
