from __future__ import annotations

import pytest

from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.prepare import prepare
from tui_reader.extract.tree import parse
from tui_reader.models import Block, BlockKind, Inline, Style

BASE = "https://post.example/mill"


def read(html: str) -> tuple[Block, ...]:
    root = parse(f"<body>{html}</body>")
    prepare(root, BASE)
    return blocks_of(root, BASE)


FORMS = {
    "markdown": (
        '<p>The mill<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup> stands.</p>'
        '<ol><li id="fn:1"><p>It does.&nbsp;<a href="#fnref:1" class="reversefootnote">↩</a></p></li></ol>'
    ),
    "whole addresses": (
        f'<p>The mill<sup><a href="{BASE}#n1" id="r1">1</a></sup> stands.</p>'
        f'<ol><li id="n1">It does. <a href="{BASE}#r1">Back</a></li></ol>'
    ),
    "encyclopedia": (
        '<p>The mill<sup id="cite_ref-1"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>'
        " stands.</p>"
        '<ol><li id="cite_note-1"><span>^ <a href="#cite_ref-1"><sup><i>a</i></sup></a></span>'
        "<span> It does.</span></li></ol>"
    ),
    "letter": (
        '<p>The mill<a id="footnote-anchor-1" href="#footnote-1">1</a> stands.</p>'
        '<div><a id="footnote-1" href="#footnote-anchor-1">1</a><div><p>It does.</p></div></div>'
    ),
    "word processor": (
        '<p>The mill<a href="#_ftn1" name="_ftnref1">[1]</a> stands.</p>'
        '<p><a href="#_ftnref1" name="_ftn1">[1]</a> It does.</p>'
    ),
    "empty anchor": (
        '<p>The mill<sup>[<a href="#n1" id="r1">1</a>]</sup> stands.</p>'
        '<p><a name="n1"></a><a href="#r1">1</a>. It does.</p>'
    ),
    "identifiers": (
        '<p>The mill<sup class="fn"><a href="#ab12" id="ab12-link">1</a></sup> stands.</p>'
        '<ol><li id="ab12">It does. <a href="#ab12-link" aria-label="Back to 1">↩︎</a></li></ol>'
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_notes_have_their_number_and_references_stay_apart_from_words(form: str) -> None:
    assert read(FORMS[form]) == (
        Block(BlockKind.PARAGRAPH, "The mill[1] stands.", (Inline(8, 11, Style.SUPERSCRIPT),)),
        Block(BlockKind.LIST_ITEM, "It does.", level=1, marker="1."),
    )


def test_a_note_with_several_ways_back_loses_them_all() -> None:
    html = (
        '<p>One<sup id="r0"><a href="#n">1</a></sup> two<sup id="r1"><a href="#n">1</a></sup></p>'
        '<ol><li id="n">^ <a href="#r0">a</a> <a href="#r1">b</a> It does.</li></ol>'
    )
    assert [block.text for block in read(html)] == ["One[1] two[1]", "^ It does."]


def test_paragraphs_of_a_note_stay_with_it() -> None:
    html = (
        '<p>The mill<a id="r1" href="#n1">*</a> stands.</p>'
        '<div><a id="n1" href="#r1">*</a><div><p>It does.</p><p>Still.</p></div></div><p>End.</p>'
    )
    first, *notes, last = read(html)
    assert first.text == "The mill[*] stands."
    assert [(note.text, note.marker, note.kind) for note in notes] == [
        ("It does.", "*", BlockKind.LIST_ITEM),
        ("Still.", "", BlockKind.LIST_ITEM),
    ]
    assert last == Block(BlockKind.PARAGRAPH, "End.")


def test_a_list_of_contents_and_the_way_up_are_no_notes() -> None:
    html = (
        '<ul id="toc"><li><a href="#s1">1</a></li><li><a href="#s2">2</a></li></ul>'
        '<h2 id="s1">First <a href="#toc">up</a></h2><p>Text.</p>'
        '<h2 id="s2">Second <a href="#toc">up</a></h2>'
    )
    assert [block.text for block in read(html)] == ["1", "2", "First up", "Text.", "Second up"]


def test_an_exponent_is_no_reference() -> None:
    (block,) = read('<p>3 m<sup>2</sup>, <sup><a href="https://other.example/#1">1</a></sup></p>')
    assert block.text == "3 m2, 1"


def test_a_table_of_notes_keeps_its_column_of_numbers() -> None:
    html = (
        '<p>The mill<sup id="r1"><a href="#n1">1</a></sup> stands<sup id="r2"><a href="#n2">2</a></sup>.</p>'
        '<table><tr><td><a id="n1" href="#r1">1</a></td><td>It does.</td></tr>'
        '<tr><td><a id="n2" href="#r2">2</a></td><td>Still.</td></tr></table>'
    )
    text, table = read(html)
    assert text.text == "The mill[1] stands[2]."
    assert table == Block(BlockKind.TABLE, "1\tIt does.\n2\tStill.")
