from __future__ import annotations

from lxml.html import tostring

from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.judge.outline import outline
from tui_reader.extract.judge.prune import prune
from tui_reader.extract.tree import parse
from tui_reader.models import BlockKind

BASE = "https://post.example/"
FIGURE = "<figure><img src={}.png alt={}><figcaption>{} seen from above</figcaption></figure>"


def pruned(html: str, *left: str) -> list[tuple[BlockKind, str]]:
    """Return kind and text of the blocks when the pieces that hold one of these texts are left."""
    root = parse(f"<body>{html}</body>")
    page = outline(root)
    prune(root, page, [not any(text in piece.text for text in left) for piece in page.pieces])
    return [(block.kind, block.text) for block in blocks_of(root, BASE)]


def test_only_the_text_of_the_pieces_that_are_left_goes() -> None:
    html = "<div>Loose<p>One</p>advert<p>Two <b>bold</b></p>behind</div>"
    assert [text for _, text in pruned(html, "advert")] == ["Loose", "One", "Two bold", "behind"]


def test_a_page_of_which_all_is_kept_has_the_same_blocks() -> None:
    html = (
        "<h2>Ice</h2><p>Text<br>line</p><ul><li>a<ul><li>b</ul></ul><blockquote><p>Quote</p></blockquote><hr>"
        f"<pre>x = 1\n  y</pre><table><tr><th>a<th>b<tr><td><td>d</table>{FIGURE.format('ice', 'Ice', 'Ice')}"
        "<p>End</p>"
    )
    assert pruned(html) == [
        (block.kind, block.text) for block in blocks_of(parse(f"<body>{html}</body>"), BASE)
    ]


def test_a_picture_stays_with_its_text_and_takes_its_caption_with_it() -> None:
    html = f"<article><p>Text</p>{FIGURE.format('ice', 'Ice', 'Ice')}<p>More</p></article>"
    assert [kind for kind, _ in pruned(html, "seen from above")] == [
        BlockKind.PARAGRAPH,
        BlockKind.IMAGE,
        BlockKind.CAPTION,
        BlockKind.PARAGRAPH,
    ]


def test_a_picture_goes_with_the_teaser_that_it_belongs_to() -> None:
    teaser = "<a href=/x><img src=x.png alt=Other><h3>Another story</h3></a>"
    assert pruned(f"<article><p>Text of the article</p><div>{teaser}</div></article>", "Another") == [
        (BlockKind.PARAGRAPH, "Text of the article")
    ]


def test_the_numbers_of_a_list_do_not_change_when_an_item_is_left() -> None:
    root = parse("<body><ol><li>one<li>advert<li>three</ol><ul><li>a<li>advert<li>b</ul></body>")
    page = outline(root)
    prune(root, page, ["advert" not in piece.text for piece in page.pieces])
    assert [block.marker for block in blocks_of(root)] == ["1.", "3.", "•", "•"]


def test_empty_cells_hold_their_place_in_a_table() -> None:
    assert pruned("<p>x</p><table><tr><td>a<td>b<td>c<tr><td>1<td><td>3</table>", "x") == [
        (BlockKind.TABLE, "a\tb\tc\n1\t\t3")
    ]


def test_boxes_without_anything_kept_are_gone() -> None:
    root = parse("<body><nav><ul><li>Home</ul></nav><p>Text</p><div><div>advert</div></div></body>")
    page = outline(root)
    prune(root, page, [piece.text == "Text" for piece in page.pieces])
    assert b"nav" not in tostring(root)
    assert b"div" not in tostring(root)
