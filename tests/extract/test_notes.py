from __future__ import annotations

import pytest

from tests.extract.article import HEADLINE, PARAGRAPHS
from tui_reader.extract import extract
from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.prepare import prepare
from tui_reader.extract.tree import parse
from tui_reader.models import Block, BlockKind, Inline, Page, Style

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


PLACES = {
    "section": "<section class=footnotes role=doc-endnotes><hr><ol>{}</ol></section>",
    "footer": "<footer class=footnotes><ol>{}</ol></footer>",
    "heading": "<footer><h2>Notes</h2><ol>{}</ol></footer>",
    "foot of the page": "<footer><ol>{}</ol><p>Copyright The Gulf Courier. All rights reserved.</p></footer>",
    "aside": "<aside id=footnotes><ol>{}</ol></aside>",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "around", ["<article>{}{}</article>", "<article>{}</article>{}", "<main>{}</main>{}"]
)
@pytest.mark.parametrize("teasers", [0, 12])
def test_notes_stay_with_the_text_that_refers_to_them_wherever_they_stand(
    place: str, around: str, teasers: int
) -> None:
    notes = ("The book of the harbour, page 12.", "By nine votes to four.")
    texts, ends = list(PARAGRAPHS), ""
    for number, note in enumerate(notes, 1):
        texts[number] += f'<a href="#fn{number}" id="fnref{number}" role=doc-noteref><sup>{number}</sup></a>'
        ends += f'<li id="fn{number}"><p>{note}<a href="#fnref{number}" role=doc-backlink>↩︎</a></p></li>'
    text = f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{each}</p>" for each in texts)
    others = "<div class=card><a href=/a>Another story of the day</a><p>It rains.</p></div>" * teasers
    html = f"<title>{HEADLINE}</title><body>{around.format(text, PLACES[place].format(ends))}{others}</body>"
    blocks = extract(Page(html.encode(), BASE, "text/html; charset=utf-8")).blocks
    found = [(block.marker, block.text) for block in blocks if block.kind is BlockKind.LIST_ITEM]
    assert found == [("1.", notes[0]), ("2.", notes[1])]
    assert blocks[1].text == f"{PARAGRAPHS[1]}[1]"


def test_notes_of_a_text_that_is_not_shown_are_not_shown() -> None:
    other = '<a href=/a>Another story<sup><a href="#n1" id=r1>1</a></sup> of the day</a> ' * 2
    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    html = (
        f"<title>{HEADLINE}</title><body><article>{text}</article><div class=teasers>{other}</div>"
        "<footer class=footnotes><ol><li id=n1>It rains.<a href='#r1'>↩</a></ol>"
    )
    blocks = extract(Page(html.encode(), BASE, "text/html; charset=utf-8")).blocks
    assert tuple(block.text for block in blocks) == PARAGRAPHS
