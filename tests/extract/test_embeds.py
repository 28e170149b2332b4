from __future__ import annotations

import pytest

from tests.extract.article import PARAGRAPHS, page
from tui_reader.extract import extract
from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.prepare import prepare
from tui_reader.extract.tree import parse
from tui_reader.models import Block, BlockKind, Inline, Page, Style

BASE = "https://post.example/dam"


def read(html: str) -> tuple[Block, ...]:
    root = parse(f"<body>{html}</body>")
    prepare(root, BASE)
    return blocks_of(root, BASE)


def embed(name: str, address: str) -> Block:
    return Block(BlockKind.EMBED, name, (Inline(0, len(name), Style.LINK, address),), source=address)


@pytest.mark.parametrize(
    ("html", "name", "address"),
    [
        (
            '<iframe src="//v.example/embed/1" title="The spill"></iframe>',
            "The spill",
            "https://v.example/embed/1",
        ),
        (
            '<iframe data-src="//v.example/embed/1?a=b"></iframe>',
            "v.example/embed/1",
            "https://v.example/embed/1?a=b",
        ),
        ('<iframe src="/f/1" allowfullscreen></iframe>', "post.example/f/1", "https://post.example/f/1"),
        ('<video><source src="/d.mp4">No film</video>', "post.example/d.mp4", "https://post.example/d.mp4"),
        ('<audio src="/d.mp3" title="Water"></audio>', "Water", "https://post.example/d.mp3"),
        (f'<video src="/{"d" * 60}.mp4"></video>', "post.example", f"https://post.example/{'d' * 60}.mp4"),
    ],
)
def test_what_is_embedded_is_a_line_that_links_to_it(html: str, name: str, address: str) -> None:
    assert read(f"<p>Look.</p>{html}") == (Block(BlockKind.PARAGRAPH, "Look."), embed(name, address))


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://count.example/x"></iframe>',
        '<iframe src="https://v.example/embed/1" width=1 height=1></iframe>',
        '<iframe src="https://v.example/embed/1" style="display: none"></iframe>',
        '<noscript><iframe src="https://v.example/embed/1"></iframe></noscript>',
        '<iframe src="https://v.example/plugins/like?x" title="Like"></iframe>',
        '<video src="blob:abc"></video>',
        "<iframe></iframe>",
    ],
)
def test_what_shows_nothing_to_a_reader_leaves_nothing(html: str) -> None:
    assert read(f"<p>Look.</p>{html}") == (Block(BlockKind.PARAGRAPH, "Look."),)


def test_a_post_is_a_quotation_of_whom_it_names() -> None:
    html = (
        '<blockquote class="sky-embed" data-sky-uri="at://x"><p lang=en>Nine days full.</p>&mdash; Watch '
        '(<a href="https://sky.example/w">@w</a>) <a href="https://sky.example/w/7">March 3, 2024</a>'
        "</blockquote>"
    )
    post, name = read(html)
    assert post == Block(BlockKind.PARAGRAPH, "Nine days full.", quote=1)
    assert (name.kind, name.text) == (BlockKind.ATTRIBUTION, "Watch (@w) March 3, 2024")
    assert [name.text[link.start : link.end] for link in name.inlines] == ["@w", "March 3, 2024"]


def test_a_post_without_its_text_is_a_line_that_says_whose_it_is() -> None:
    html = (
        '<blockquote class="photo-media" data-permalink="https://photo.example/p/9/">'
        '<a href="https://photo.example/x"><div>View this post</div></a>'
        '<p><a href="https://photo.example/x">A post by Orlenz (@orlenz)</a></p></blockquote>'
    )
    assert read(html) == (embed("A post by Orlenz (@orlenz)", "https://photo.example/p/9/"),)


@pytest.mark.parametrize(
    ("html", "source"),
    [
        ('<img class=lazyload src="/blur.jpg" data-srcset="/b.jpg 400w, /c.jpg 1200w">', "c.jpg"),
        ('<picture><source data-srcset="/c.jpg 2x"><img src="/blur.jpg"></picture>', "c.jpg"),
        ('<picture><source srcset="/c.jpg 2x"><img src="/b.jpg"></picture>', "b.jpg"),
        ('<img src="/b.jpg" srcset="/b.jpg 400w, /c.jpg 1200w">', "b.jpg"),
        ('<img src="data:image/gif;base64,R0" srcset="/b.jpg 400w, /c.jpg 1200w">', "c.jpg"),
        ('<img src="/blur.jpg" data-srcset="/c.jpg 2x" data-src="/d.jpg">', "d.jpg"),
    ],
)
def test_what_a_script_would_show_is_shown_rather_than_what_holds_its_place(html: str, source: str) -> None:
    assert [block.source for block in read(html)] == [f"https://post.example/{source}"]


def test_a_picture_for_browsers_without_scripts_is_shown_if_its_figure_has_no_other() -> None:
    spare = "<noscript><img src=/b.jpg alt=B></noscript>"
    assert [block.source for block in read(f"<figure>{spare}</figure>")] == ["https://post.example/b.jpg"]
    assert [block.source for block in read(f"<figure><img src=/a.jpg>{spare}</figure>")] == [
        "https://post.example/a.jpg"
    ]
    assert [block.source for block in read(f"<figure><img data-x=1>{spare}</figure>")] == [
        "https://post.example/b.jpg"
    ]


POST = (
    '<blockquote class="chirp-tweet"><p lang=en>The quay is ours! {}<a href="https://c.example/abc">'
    'pic.chirp.example/abcdef</a></p>&mdash; Jo Bell (@jobell) <a href="https://c.example/jobell/1">'
    "May 5, 2024</a></blockquote>"
)
TAGS = "".join(f'<a href="https://c.example/{name}">#{name}</a> ' for name in ("Orlenz", "NightFerry", "Ice"))


@pytest.mark.parametrize("tags", ["", TAGS])
@pytest.mark.parametrize("around", ["{}", "<figure class=embed><div><div>{}</div></div></figure>"])
@pytest.mark.parametrize("bottom", ["<footer>{}</footer>", "<div><p>{}</p></div>"])
def test_a_post_that_is_made_of_links_stays_with_the_article_around_it(
    tags: str, around: str, bottom: str
) -> None:
    place = f"</p>{around.format(POST.format(tags))}<p>{PARAGRAPHS[3]}"
    html = page(bottom=bottom).replace(f"</p><p>{PARAGRAPHS[3]}", place)
    blocks = extract(Page(html.encode(), BASE, "text/html; charset=utf-8")).blocks
    first, post, name, last = blocks[2:6]
    assert (first.text, last.text) == PARAGRAPHS[2:4]
    assert (post.kind, post.quote) == (BlockKind.PARAGRAPH, 1)
    assert post.text.startswith("The quay is ours!")
    assert post.text.endswith("pic.chirp.example/abcdef")
    assert (name.kind, name.text) == (BlockKind.ATTRIBUTION, "Jo Bell (@jobell) May 5, 2024")


def test_a_post_beside_the_article_goes_with_what_is_around_it() -> None:
    box = f"<div class=sidebar><h2>Latest</h2><p>Read on <a href=/a>our wall</a></p>{POST.format(TAGS)}</div>"
    blocks = extract(Page(page(bottom=box + "<i>{}</i>").encode(), BASE, "text/html")).blocks
    assert tuple(block.text for block in blocks) == PARAGRAPHS
