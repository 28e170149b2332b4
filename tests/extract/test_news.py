"""Layouts of news sites on which engines are known to fail, in languages and scripts of many kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.news import ALL, News
from tui_reader.extract import extract
from tui_reader.models import BlockKind, Page


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _teasers(news: News, box: str = "div") -> str:
    return "".join(
        f"<{box} class=teaser><a href='/{place}'><h3>{title}</h3></a><p>{start}</p></{box}>"
        for place, (title, start) in enumerate(news.others)
    )


def _page(news: News, article: str, *, before: str = "", after: str = "") -> str:
    menu = "".join(f"<li><a href='/s{place}'>{title[:9]}</a>" for place, (title, _) in enumerate(news.others))
    return (
        f"<!doctype html><html lang={news.language}><head>"
        f"<title>{news.title} | Marden Mail</title></head><body>"
        f"{before}<header><a href=/>Marden Mail</a><nav><ul>{menu}</ul></nav></header>"
        f"{article}{after}<footer><p>© 2025 Marden Mail</p><ul>{menu}</ul></footer></body></html>"
    )


def plain(news: News) -> str:
    return _page(news, f"<main><article><h1>{news.title}</h1>{_paragraphs(news.paragraphs)}</article></main>")


def consent_wall_before_the_article(news: News) -> str:
    texts = _paragraphs(news.consent[:2])
    wall = f"<div class=sp-message><div><h2>Marden Mail</h2>{texts}<button>OK</button></div></div>"
    return _page(
        news,
        f"<main><article><h1>{news.title}</h1>{_paragraphs(news.paragraphs)}</article></main>",
        before=wall,
    )


def offer_longer_than_a_short_article(news: News) -> str:
    offer = (
        f"<div class=paywall-offer><h3>Marden Mail +</h3>{_paragraphs(news.offer)}<button>OK</button></div>"
    )
    return _page(news, f"<article><h1>{news.title}</h1>{_paragraphs(news.paragraphs[:2])}{offer}</article>")


def newsletter_in_the_middle(news: News) -> str:
    form = "<form><input type=email></form>"
    letter = f"<div class='nl-signup box'><h4>Newsletter</h4><p>{news.offer[1]}</p>{form}</div>"
    return _page(
        news,
        f"<article><h1>{news.title}</h1>{_paragraphs(news.paragraphs[:2])}{letter}"
        f"{_paragraphs(news.paragraphs[2:])}</article>",
    )


def teasers_of_other_articles(news: News) -> str:
    rail = f"<section class=more><h2>Marden</h2>{_teasers(news)}{_teasers(news, 'article')}</section>"
    return _page(
        news,
        f"<main><article><h1>{news.title}</h1>{_paragraphs(news.paragraphs)}</article>{rail}</main>",
    )


def links_between_the_paragraphs(news: News) -> str:
    first, *others = news.paragraphs
    title, _ = news.others[0]
    return _page(
        news,
        f"<article><h1>{news.title}</h1><p>{first}</p><p><strong><a href=/o>{title}</a></strong></p>"
        f"{_paragraphs(tuple(others))}</article>",
    )


def article_that_a_script_would_show(news: News) -> str:
    return _page(
        news,
        "<div id=app><div class=skeleton></div></div>",
        after=f"<div hidden id='S:1'><h1>{news.title}</h1>{_paragraphs(news.paragraphs)}</div>",
    )


def tail_behind_a_hidden_paywall(news: News) -> str:
    tail = f"<div class=paywall hidden>{_paragraphs(news.paragraphs[2:])}</div>"
    return _page(news, f"<article><h1>{news.title}</h1>{_paragraphs(news.paragraphs[:2])}{tail}</article>")


def each_paragraph_in_a_box_of_its_own(news: News) -> str:
    boxes = "".join(
        f"<div data-component=text-block class=ssrc-{place}><div class='ssrc-r e1'><p>{text}</p></div></div>"
        for place, text in enumerate(news.paragraphs)
    )
    rail = f"<div class=ssrc-8><div class=ssrc-9>{_teasers(news)}</div></div>"
    return _page(news, f"<main><article><div><h1>{news.title}</h1></div>{boxes}</article>{rail}</main>")


def slides_and_a_lock_on_the_content(news: News) -> str:
    first, *others = news.paragraphs
    slides = "".join(
        f"<div class='slide'><figure><img src=/{place}.jpg><figcaption>Foto: Marden</figcaption></figure>"
        f"<div class=slide-layout><p>{text}</p></div></div>"
        for place, text in enumerate(others)
    )
    return _page(
        news,
        f"<section class=post><h1>{news.title}</h1><div class=content-lock-content><p>{first}</p>"
        f"<div class=slideshow>{slides}</div></div></section>",
    )


def article_in_several_parts(news: News) -> str:
    parts = "<div class=ad-slot></div>".join(
        f"<section class=part><div class=richtext><p>{text}</p></div></section>" for text in news.paragraphs
    )
    return _page(
        news, f"<div class=page><div class=top><h1>{news.title}</h1></div>{parts}</div>", after=_teasers(news)
    )


def remarks_of_readers_behind_it(news: News) -> str:
    remarks = "".join(
        f"<li class=opinion><b>{name}</b> <time>12:0{place}</time><p>{text}</p><a href=#>+1</a></li>"
        for place, (name, text) in enumerate(news.remarks)
    )
    return _page(
        news,
        f"<main><article><h1>{news.title}</h1>{_paragraphs(news.paragraphs)}</article>"
        f"<section id=comments><h2>3</h2><ul>{remarks}</ul></section></main>",
    )


def line_breaks_instead_of_paragraphs(news: News) -> str:
    return _page(
        news,
        f"<div id=news><h1>{news.title}</h1>{'<br><br>'.join(news.paragraphs)}</div>",
        after=_teasers(news),
    )


def control_characters_in_the_page(news: News) -> str:
    return _page(
        news,
        f"<article><h1>{news.title}</h1>{_paragraphs(news.paragraphs)}</article>",
        before="<p>\x01\x0b&#2;\ufffe</p>",
    )


LAYOUTS = (
    plain,
    consent_wall_before_the_article,
    offer_longer_than_a_short_article,
    newsletter_in_the_middle,
    teasers_of_other_articles,
    links_between_the_paragraphs,
    article_that_a_script_would_show,
    tail_behind_a_hidden_paywall,
    each_paragraph_in_a_box_of_its_own,
    slides_and_a_lock_on_the_content,
    article_in_several_parts,
    remarks_of_readers_behind_it,
    line_breaks_instead_of_paragraphs,
    control_characters_in_the_page,
)


@pytest.mark.parametrize("news", ALL, ids=lambda news: news.language)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_article_is_found(layout: Callable[[News], str], news: News) -> None:
    html = layout(news).encode("utf-8", "surrogatepass")
    document = extract(Page(html, "https://marden.example/bakery", "text/html; charset=utf-8"))
    beside = (BlockKind.IMAGE, BlockKind.CAPTION)
    found = tuple(block.text for block in document.blocks if block.kind not in beside)
    assert found == (
        news.paragraphs if layout is not offer_longer_than_a_short_article else news.paragraphs[:2]
    )
