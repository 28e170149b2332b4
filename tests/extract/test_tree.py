"""Nothing of a page is lost between its text and its tree without being told."""

from __future__ import annotations

import sys

import pytest

from tui_reader.extract import extract
from tui_reader.extract.tree import parse, parsed, text_of
from tui_reader.models import Doubt, Page

WORDS = "The dike at the mouth of the river held, and the people went home. "
DEEPEST = 2_040


def _page(html: str) -> Page:
    return Page(html.encode(), "https://dike.example/story", "text/html; charset=utf-8")


def test_text_of_any_length_is_kept() -> None:
    root, is_whole = parsed(f"<p>{'word ' * 3_000_000}<p>end")
    assert is_whole
    assert text_of(root).split()[-1] == "end"
    assert len(text_of(root).split()) == 3_000_001


@pytest.mark.parametrize(
    "around", ["<div class='{}'>end</div>", "<!--{}--><p>end", "<script>{}</script><p>end"]
)
def test_what_is_not_text_may_have_any_length(around: str) -> None:
    assert text_of(parse("<p>" + around.format("x" * 11_000_000))).endswith("end")


@pytest.mark.parametrize("depth", [250, 260, DEEPEST])
def test_elements_nest_as_deep_as_the_page_has_them(depth: int) -> None:
    root, is_whole = parsed("<div>" * depth + "end")
    assert is_whole
    assert len(list(root.iter("div"))) == depth


@pytest.mark.parametrize("tag", ["div", "b", "font", "x-y", "a-b", "svg:g", "a:b", "table><tr><td"])
def test_what_nests_deeper_loses_its_nesting_and_no_text(tag: str) -> None:
    root, is_whole = parsed(f"<{tag}>word " * 5_000 + "end")
    assert is_whole
    assert text_of(root).split() == ["word"] * 5_000 + ["end"]


def test_many_faults_of_a_page_hide_no_loss() -> None:
    html = "<p id=same>word " * 500 + "<div>" * 5_000 + "end"
    assert text_of(parse(html)).endswith("end")


def test_what_is_lost_all_the_same_is_told() -> None:
    whole, lossy = (f"<article><p>{WORDS * 9}</p>{'<h2>' * depth}deeper" for depth in (9, 2_100))
    assert extract(_page(whole)).doubts == ()
    assert Doubt.LOSS in extract(_page(lossy)).doubts


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux counts what a process holds")
def test_a_page_that_memory_is_too_small_for_is_not_called_empty() -> None:
    from tui_reader.saving.limits import bounded

    html = "<html><body>" + "<p class=a id=b>x" * 600_000
    with bounded(mebibytes=64), pytest.raises(MemoryError):
        parse(html)


def test_what_an_author_calls_an_element_has_an_end() -> None:
    name = "story " * 300_000
    root = parse(f"<body><p class='{name}' id=a>Text<p class=b id='{name}'>")
    first, second = root.iter("p")
    assert first.get("class") == name[:2_000]
    assert first.get("id") == "a"
    assert (second.get("class"), second.get("id")) == ("b", name[:2_000])


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><![CDATA[Ebb & <b>flow</b>.]]> Then <![CDATA[ebb]]>.</p>", "Ebb & <b>flow</b>. Then ebb."),
        ("<p>Ebb<!-- <![CDATA[no]]> --></p><style><![CDATA[no]]></style>", "Ebb<![CDATA[no]]>"),
        ("<script>/*<![CDATA[*/ x() /*]]>*/</script><p>Ebb</p>", "/*<![CDATA[*/ x() /*]]>*/Ebb"),
        ("<p>Ebb <![CDATA[and flow", "Ebb and flow"),
    ],
)
def test_sections_of_xhtml_are_text(html: str, text: str) -> None:
    assert text_of(parse(f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{html}')) == text
