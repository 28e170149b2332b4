from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.export.specimen import ARTICLE, BLOCKS, OPENING
from tui_reader.export import Format, article_text, export, html_body
from tui_reader.models import Article, Block, BlockKind
from tui_reader.values import replace

GOLDEN = Path(__file__).parent / "golden"
VOID = {"meta", "br", "hr", "img", "input"}


def with_blocks(*blocks: Block) -> Article:
    """Return the specimen with other blocks."""
    return replace(ARTICLE, document=replace(ARTICLE.document, blocks=blocks))


class Balance(HTMLParser):
    """Checks that every element is closed by its own tag."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.targets: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.targets += [value for name, value in attrs if name in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("form", list(Format))
def test_an_article_is_written_as_in_the_golden_file(form: Format) -> None:
    written = "".join(export([ARTICLE], form, title="Snow"))
    assert written == (GOLDEN / f"snow{form.suffix}").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [kind for kind in BlockKind if kind is not BlockKind.RULE])
@pytest.mark.parametrize("form", list(Format))
def test_every_kind_of_block_is_written_in_every_format(form: Format, kind: BlockKind) -> None:
    marker = "•" if kind is BlockKind.LIST_ITEM else ""
    written = "".join(export([with_blocks(Block(kind, "Glögg", marker=marker))], form))
    assert "Glögg" in written


def test_the_text_of_an_article_is_one_line_a_block_without_what_only_labels_pictures() -> None:
    assert article_text(BLOCKS).splitlines() == [
        OPENING,
        "What was needed",
        "Shovels, of which there were few",
        "wooden",
        "steel",
        "of Swedish make",
        "Salt",
        "# We slept 1. Not at all",
        "said she",
        "Kari, a *guest*",
        "depth = `12` return",
        "Day Depth | cm Monday 12",
        "Sledges",
        "Skates",
        "A trap",
    ]


def test_html_of_an_article_has_its_pictures_with_captions_and_nothing_around_it() -> None:
    quoted = Block(BlockKind.PARAGRAPH, "It fell.", quote=1)
    name = Block(BlockKind.ATTRIBUTION, "Per & Kari", quote=1)
    picture = Block(BlockKind.IMAGE, "A street", source="https://oslo.example/a.jpg")
    caption = Block(BlockKind.CAPTION, "At noon")
    assert html_body((quoted, name, picture, caption)).replace("\n", "") == (
        "<blockquote><p>It fell.</p><footer>— Per &amp; Kari</footer></blockquote>"
        '<figure><p><img src="https://oslo.example/a.jpg" alt="A street"></p>'
        "<figcaption>At noon</figcaption></figure>"
    )


def test_every_element_of_a_page_is_closed_and_no_link_is_a_script() -> None:
    page = Balance()
    page.feed("".join(export([ARTICLE, ARTICLE], Format.HTML)))
    assert page.open == []
    assert set(page.targets) == {
        "https://oslo.example/snow",
        "https://oslo.example/a_(b)",
        "https://oslo.example/street.jpg",
        "https://film.example/embed/1",
    }


def test_a_title_cannot_break_out_of_the_front_matter() -> None:
    hostile = replace(ARTICLE, row=replace(ARTICLE.row, title='a"\n---\nevil: "yes'))
    front_matter = "".join(export([hostile], Format.MARKDOWN)).split("---\n")[1]
    names = " ".join(line.partition(":")[0] for line in front_matter.splitlines())
    assert names == "id url title authors site published saved language words state starred tags"


@pytest.mark.parametrize("form", list(Format))
def test_nothing_that_steers_a_terminal_is_written(form: Format) -> None:
    hostile = with_blocks(Block(BlockKind.PARAGRAPH, "a\x1b]0;gotcha\x07b \u202ec\x9b31m"))
    written = "".join(export([hostile], form))
    assert not any(sign in written for sign in ("\x1b", "\\u001b", "\x07", "\u202e", "\x9b", "\\u009b"))


def test_hash_signs_at_the_end_of_a_heading_are_kept_in_markdown() -> None:
    article = with_blocks(Block(BlockKind.HEADING, "Still number ##", level=2), Block(BlockKind.HEADING, "#"))
    ranked = replace(article, document=replace(article.document, title="Number 1 #"))
    written = "".join(export([ranked], Format.MARKDOWN))
    # https://spec.commonmark.org/0.31.2/#example-76
    assert written.endswith("# Number 1 \\#\n\n## Still number \\##\n\n# \\#\n")


def test_a_table_without_a_header_gets_an_empty_one_in_markdown() -> None:
    written = "".join(export([with_blocks(Block(BlockKind.TABLE, "a\tb\nc"))], Format.MARKDOWN))
    assert written.endswith("|  |  |\n| --- | --- |\n| a | b |\n| c |  |\n")


def test_a_line_break_at_the_end_of_a_text_leaves_no_stray_sign() -> None:
    written = "".join(export([with_blocks(Block(BlockKind.PARAGRAPH, "one\ntwo\n"))], Format.MARKDOWN))
    assert written.endswith("\n\none\\\ntwo\n")


def test_an_item_that_begins_with_a_listing_keeps_its_number() -> None:
    item = Block(BlockKind.LIST_ITEM, "", level=1, marker="2.")
    written = "".join(export([with_blocks(item, Block(BlockKind.CODE, "ls"))], Format.MARKDOWN))
    assert "\n2.\n\n```\nls\n```" in written


def test_a_list_that_skips_a_level_stays_closed() -> None:
    deep = Block(BlockKind.LIST_ITEM, "deep", level=3, marker="•")
    shallow = Block(BlockKind.LIST_ITEM, "shallow", level=1, marker="1.")
    page = Balance()
    page.feed("".join(export([with_blocks(deep, shallow, replace(deep, quote=2))], Format.HTML)))
    assert page.open == []


def test_articles_of_a_stream_are_apart() -> None:
    written = "".join(export([ARTICLE, ARTICLE], Format.TEXT))
    first, second = written.split("-" * 72)
    assert first.strip() == second.strip() != ""


@pytest.mark.parametrize(("form", "empty"), [(Format.JSON, "[]\n"), (Format.MARKDOWN, ""), (Format.TEXT, "")])
def test_an_export_of_nothing_is_well_formed(form: Format, empty: str) -> None:
    assert "".join(export([], form)) == empty


def test_json_of_several_articles_is_one_array() -> None:
    assert [article["id"] for article in json.loads("".join(export([ARTICLE, ARTICLE], Format.JSON)))] == [
        7,
        7,
    ]
