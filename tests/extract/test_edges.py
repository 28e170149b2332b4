from __future__ import annotations

from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.edges import without_edges
from tui_reader.extract.tree import parse

MENU = "<div><a href=/w>World</a> | <a href=/s>Sport</a> | <a href=/m>Money</a></div>"
LINKED = "<p>See <a href=/a>the first part</a> and <a href=/b>the second part</a> of this long story.</p>"


def left(html: str) -> list[str]:
    blocks = blocks_of(parse(f"<body>{html}</body>"), "https://post.example/")
    return [block.text for block in without_edges(blocks)]


def test_menus_and_copyright_lines_at_the_ends_are_left_out() -> None:
    end = "<p>© 2025 The Post</p><p>The Post. All rights reserved.</p>"
    assert left(f"{MENU}<p>Begin.</p>{MENU}<p>End.</p>{end}{MENU}") == [
        "Begin.",
        "World | Sport | Money",
        "End.",
    ]


def test_sentences_with_links_and_about_copyright_stay() -> None:
    about = "<p>Copyright law was changed in 1976, and since then it has protected every work.</p>"
    assert len(left(f"{LINKED}<p><a href=/c>One link alone</a></p>{about}")) == 3


def test_the_byline_before_the_article_is_left_out() -> None:
    blocks = blocks_of(parse("<body><p>By Ann Lee · 3 May</p><p>Ann Lee was there.</p><p>By Ann Lee</p>"))
    assert without_edges(blocks, ("Ann Lee",)) == blocks[1:]
    assert without_edges(blocks, ("Bo Ek",)) == blocks
    junior = blocks_of(parse("<body><p>By Bo Ek, Jr., PhD</p><p>Begin.</p>"))
    assert without_edges(junior, ("Bo Ek Jr.",)) == junior[1:]


def test_nothing_is_left_of_a_page_that_is_all_edges() -> None:
    assert left(f"{MENU}<p>Copyright 2025</p>") == []
