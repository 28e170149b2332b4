from __future__ import annotations

import re
import time

import pytest

from tests.extract.article import HEADLINE, PARAGRAPHS, page, plain_text
from tui_reader.errors import ExtractError
from tui_reader.extract import extract, whole
from tui_reader.models import Block, BlockKind, Document, Page


def read(text: str, content_type: str = "text/html", url: str = "https://courier.example/ferry") -> Document:
    return extract(Page(text.encode(), url, content_type))


def texts(document: Document) -> tuple[str, ...]:
    return tuple(block.text for block in document.blocks)


def test_a_text_file_that_prints_its_headline_twice_has_it_once() -> None:
    document = read(plain_text(), "text/plain", url="")
    assert (document.title, texts(document)) == (HEADLINE, PARAGRAPHS)
    assert document.language == "en"


@pytest.mark.parametrize(
    "again", ["", "<h1>{}</h1>", "<h2>{}</h2>", "<p>{}</p>", "<p><strong>{}</strong></p>"]
)
@pytest.mark.parametrize(
    ("top", "bottom"),
    [
        ("<nav>{}</nav>", "<footer>{}</footer>"),
        ("<div class=navbar>{}</div>", "<div id=footer>{}</div>"),
        ("<ul role=navigation><li>{}</li></ul>", "<p class=site-footer>{}</p>"),
        ("<div>{}</div>", "<div>{}</div>"),
    ],
)
def test_a_page_leaves_its_headline_once_and_nothing_of_its_furniture(
    again: str, top: str, bottom: str
) -> None:
    document = read(page(again, top=top, bottom=bottom))
    assert (document.title, texts(document)) == (HEADLINE, PARAGRAPHS)
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_the_whole_page_keeps_the_furniture_and_still_says_the_headline_once() -> None:
    document = whole(Page(page().encode(), "https://courier.example/ferry", "text/html"))
    assert document.title == HEADLINE
    assert "Weather" in texts(document)[0]
    assert "All rights reserved" in texts(document)[-1]
    assert HEADLINE not in texts(document)
    assert set(PARAGRAPHS) < set(texts(document))


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<body><div id=root></div><script>render('Text that only a script writes')</script></body>",
        "<body><noscript>Please enable JavaScript to run this app.</noscript></body>",
        "<body><p>You need to enable JavaScript to run this app.</p></body>",
        "<body><p>Log in to go on reading.</p></body>",
        "<body><img src=a.png alt=Alone></body>",
        "<p>…</p>",
    ],
)
def test_a_page_without_text_says_what_it_may_need(html: str) -> None:
    with pytest.raises(ExtractError, match="no readable text; it may need JavaScript or a login"):
        read(html)


def test_a_short_note_about_a_login_is_no_demand_for_one() -> None:
    assert texts(read("Ferry\n\nAsk Ann how to log in.", "text/plain")) == ("Ask Ann how to log in.",)
    page_asking = Page(b"<body><p>Log in to go on reading.</p></body>", "", "text/html")
    assert texts(whole(page_asking)) == ("Log in to go on reading.",)


def test_an_empty_page_is_called_empty() -> None:
    with pytest.raises(ExtractError, match="empty"):
        read("")
    with pytest.raises(ExtractError, match="empty"):
        read(" \n ")
    with pytest.raises(ExtractError, match="no readable text"):
        read("", "text/plain")


@pytest.mark.parametrize(
    ("start", "name"),
    [(b"%PDF-1.7", "a PDF"), (b"\x89PNG\r\n", "an image"), (b"PK\x03\x04", "a ZIP archive")],
)
def test_a_file_that_is_no_page_is_called_by_its_name(start: bytes, name: str) -> None:
    with pytest.raises(ExtractError, match=f"This is {name}"):
        extract(Page(start + bytes(100), "", "text/html"))


def test_a_page_too_long_to_be_parsed_is_refused() -> None:
    with pytest.raises(ExtractError, match="longer than 20 million characters"):
        read("<p>" + "a" * 20_000_001)


@pytest.mark.parametrize("content_type", ["text/html", "application/xhtml+xml", "text/xml", "", "text/plain"])
def test_a_page_is_known_by_how_it_begins_whatever_it_is_called(content_type: str) -> None:
    document = read(page(), content_type)
    assert texts(document) == PARAGRAPHS


def test_a_page_is_known_behind_many_comments() -> None:
    comments = "<!-- template -->\n" * 100
    assert texts(read(f"{comments}<html><p>{PARAGRAPHS[0]}", "text/plain")) == (PARAGRAPHS[0],)
    assert read(f"{comments}<p>{PARAGRAPHS[0]}</p>").words, "patterns that go back would take years here"


def test_text_is_not_taken_for_html_for_a_single_tag() -> None:
    document = read("On tags\n\nThe tag <p> begins a paragraph.", "")
    assert texts(document) == ("The tag <p> begins a paragraph.",)


def test_the_site_is_the_host_if_the_page_names_none() -> None:
    assert read(page(), url="https://www.courier.example/ferry").site == "courier.example"
    assert read(plain_text(), "text/plain", url="https://courier.example/f.txt").site == "courier.example"


def test_the_text_for_machines_is_taken_when_the_page_shows_only_its_beginning() -> None:
    body = "\\n\\n".join(PARAGRAPHS)
    html = (
        f'<html><head><title>{HEADLINE}</title><script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", "articleBody": "{body}"}}</script></head>'
        f"<body><p>{PARAGRAPHS[0][:120]} …</p></body></html>"
    )
    assert texts(read(html)) == PARAGRAPHS


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS),
        "&lt;p&gt;" + "&lt;/p&gt;\\n&lt;p&gt;".join(PARAGRAPHS) + "&lt;/p&gt;",
        f"<b>{PARAGRAPHS[0]}</b>\\n\\n" + "\\n\\n".join(PARAGRAPHS[1:]),
        "<br><br>".join(PARAGRAPHS),
    ],
)
def test_the_text_for_machines_is_read_as_html_if_it_is_marked_up(body: str) -> None:
    html = (
        f'<html><head><title>{HEADLINE}</title><script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", "articleBody": "{body}"}}</script></head>'
        f"<body><p>{PARAGRAPHS[0][:120]} …</p></body></html>"
    )
    assert texts(read(html)) == PARAGRAPHS


@pytest.mark.parametrize("tag", ["section", "div"])
@pytest.mark.parametrize("attribute", ["class", "id"])
@pytest.mark.parametrize(
    "name",
    [
        "related-work",
        "informed-consent",
        "social-impact",
        "sharing-economy",
        "recommendations",
        "sponsors-of-terror",
        "cookie-recipe",
        "menu",
    ],
)
def test_a_part_of_the_article_stays_whatever_it_is_called(name: str, attribute: str, tag: str) -> None:
    first, second, *others = PARAGRAPHS
    html = (
        f"<html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1><p>{first}</p>"
        f"<{tag} {attribute}={name}><h2>On the ice</h2><p>{second}</p></{tag}>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in others)
        + "</article></body></html>"
    )
    assert texts(read(html)) == (first, "On the ice", second, *others)


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=related-posts><a href=/a>{PARAGRAPHS[1]}</a></div>",
        f"<div class=promo><p>{PARAGRAPHS[1]}</p><ul>{'<li>Subscribe now and save</li>' * 9}</ul></div>",
        f"<div class=related><p><a href=/a>{PARAGRAPHS[1]}</a></p></div>",
        f"<div class=comments><p>{PARAGRAPHS[1]}</p></div>",
        f"<div class=author-bio><p>{PARAGRAPHS[1]}</p></div>",
        f"<aside class=newsletter><p>{PARAGRAPHS[1]}</p></aside>",
        f"<p class=promo>{PARAGRAPHS[1]}</p>",
    ],
)
def test_a_box_that_is_named_as_furniture_and_is_no_plain_prose_goes(box: str) -> None:
    first, _, *others = PARAGRAPHS
    html = (
        f"<html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1><p>{first}</p>{box}"
        + "".join(f"<p>{paragraph}</p>" for paragraph in others)
        + "</article></body></html>"
    )
    assert texts(read(html)) == (first, *others)


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("<p>It lands at a new <button class=glossary>ro-ro ramp</button> by the quay.</p>", True),
        ("<p>It lands at a <i>new</i> <span><button>ro-ro ramp</button></span>, by the quay.</p>", True),
        ("<ul><li>It lands at a <button>ro-ro ramp</button> <i>by</i> the quay.</li></ul>", True),
        ("<p>It lands at a ramp by the quay. <button>ro-ro ramp</button></p>", False),
        ("<p><button>ro-ro ramp</button> It lands at a ramp by the quay.</p>", False),
        ("<p>It lands at a <button>Copy</button> <button>ro-ro ramp</button></p>", False),
        ("<div>It lands at a <button>ro-ro ramp</button> by the quay.</div>", False),
    ],
)
def test_a_button_that_is_a_word_of_a_sentence_stays(line: str, is_kept: bool) -> None:
    line = line.replace("quay", "quay, where the old one lay, in the second week of the month")
    document = read(page().replace(f"</p><p>{PARAGRAPHS[3]}", f"</p>{line}<p>{PARAGRAPHS[3]}"))
    found = next(text for text in texts(document) if "It lands" in text)
    assert ("ro-ro ramp" in found) is is_kept


def test_the_excerpt_is_one_line_of_at_most_300_characters() -> None:
    long = "A sentence\nthat goes on " * 40
    document = read(
        f"<html><head><meta name=description content='{long}'></head><body><p>Words to read.</p></body>"
    )
    assert document.excerpt.startswith("A sentence that goes on A")
    assert document.excerpt.endswith("…")
    assert len(document.excerpt) <= 300
    assert "\n" not in document.excerpt


def test_nothing_that_steers_a_terminal_gets_through() -> None:
    evil = "&#27;[31mred\x1b]0;title\x07 \u202egpj.exe &#x9b;2J z\u200bw"
    html = f"""<html lang="en"><head><title>Title {evil}</title><meta name="author" content="Ann {evil} Lee">
        <meta property="og:site_name" content="Site {evil}"></head><body>
        <p>Words enough to make a paragraph of, {evil}, and then some more of them to read.</p>
        <pre class="language-x{evil}">code {evil}</pre>
        <table><tr><td>a {evil}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
        <p><a href="https://x.example/{evil}">link</a> <img src="/{evil}.png" alt="alt {evil}"></p>"""
    shown = repr(whole(Page(html.encode(), "https://courier.example/", "text/html")))
    assert "Words enough" in shown
    assert not re.search(r"\\x1b|\\x07|\\x9b|\\u202e|\\u200b|[\x1b\x07\x9b\u202e\u200b]", shown)


@pytest.mark.parametrize("depth", [250, 2_000, 5_000])
def test_text_survives_however_deep_it_is_nested(depth: int) -> None:
    html = (
        "<body>" + "<div>" * depth + f"<p>{PARAGRAPHS[0]}</p>" + "</div>" * depth + f"<p>{PARAGRAPHS[1]}</p>"
    )
    assert texts(read(html)) == PARAGRAPHS[:2]


def test_text_behind_a_huge_text_survives() -> None:
    html = f"<body><p>{'w' * 10_000_001}</p><p>{PARAGRAPHS[1]}</p>"
    assert texts(read(html))[-1] == PARAGRAPHS[1]


def test_a_large_page_is_read_in_reasonable_time_without_loss() -> None:
    html = "<body>" + "".join(
        f"<p>Paragraph number {number} of a very long text.</p>" for number in range(31_000)
    )
    document = read(html)
    assert len(document.blocks) == 31_000
    assert document.blocks[-1] == Block(BlockKind.PARAGRAPH, "Paragraph number 30999 of a very long text.")


def test_a_page_that_leaves_out_the_body_tag_is_read_whole() -> None:
    page = Page(b"<title>Ice</title><article><h1>Ice</h1><p>The river froze.</p></article><p>It thawed.</p>")
    assert [block.text for block in whole(page).blocks] == ["The river froze.", "It thawed."]


def test_notes_at_the_foot_are_kept_without_their_way_back() -> None:
    paragraph = (
        "<p>The river froze from bank to bank, and the ferries lay in the ice until the end of March.</p>"
    )
    page = f"""<title>Ice</title><body><article><h1>Ice</h1>{paragraph * 4}<section class="footnotes"><ol>
        <li>By the harbour's own books. <a href="#a">↩</a></li></ol></section></article></body>"""
    assert (
        extract(Page(page.encode(), content_type="text/html")).blocks[-1].text
        == "By the harbour's own books."
    )


def test_who_is_quoted_stays_even_where_the_quotation_ends_the_page() -> None:
    quoted = f"<blockquote><p>{PARAGRAPHS[2]}</p><footer>Ida Moen, mayor</footer></blockquote>"
    html = f"<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1><p>{PARAGRAPHS[0]}</p>{quoted}</article>"
    assert texts(read(html)) == (PARAGRAPHS[0], PARAGRAPHS[2], "Ida Moen, mayor")


def _nested(before: str, after: str, depth: int) -> str:
    return (before + f"<p>{PARAGRAPHS[1]} It rains.</p>" * (400_000 // depth // 200)) * depth + after * depth


@pytest.mark.parametrize(
    "html",
    [
        _nested("<div class=related>", "</div>", 300),
        _nested("<h1><div>", "</div></h1>", 300),
        _nested("<div hidden>", "</div>", 1_500),
        _nested("<aside>", "</aside>", 1_500),
        "<figure>" + "<noscript><img></noscript>" * 5_000 + "</figure>",
        "<p>x <math>" + "<mi>x</mi>" * 60_000 + "</math></p>",
    ],
    ids=["boxes", "headlines", "hidden", "asides", "pictures", "formula"],
)
def test_time_does_not_grow_with_the_square_of_what_a_page_nests_or_repeats(html: str) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    start = time.process_time()
    assert read(f"<article><h1>{HEADLINE}</h1>{text}</article>{html}").words
    assert time.process_time() - start < 4.0
