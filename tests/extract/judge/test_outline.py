from __future__ import annotations

from tui_reader.extract.judge.outline import KINDS, MARKS, Outline, outline
from tui_reader.extract.tree import parse


def outlined(html: str) -> Outline:
    return outline(parse(f"<body>{html}</body>"))


def texts(html: str) -> list[str]:
    return [piece.text.strip() for piece in outlined(html).pieces]


def test_every_block_boundary_parts_two_pieces() -> None:
    html = "<h1>Ice</h1>Loose <b>text</b><div>in<p>a box</p>behind</div><ul><li>one<li>two</ul>end"
    assert texts(html) == ["Ice", "Loose text", "in", "a box", "behind", "one", "two", "end"]


def test_two_line_breaks_part_two_pieces_and_one_does_so_only_in_long_text() -> None:
    assert texts("<p>one<br>line<br><br>two") == ["one\nline", "two"]
    assert texts(f"<p>{'long ' * 40}<br>two") == [("long " * 40).strip(), "two"]


def test_what_is_no_text_is_left_out_and_the_text_behind_it_is_not() -> None:
    assert texts("<p>a<script>b()</script>c</p><style>p {}</style><svg><text>d</text></svg>e") == ["ac", "e"]


def test_links_and_bold_type_are_counted_in_characters() -> None:
    (piece,) = outlined("<p><a href=/a>four</a> and <b><a href=/b>six six</a></b>").pieces
    assert (piece.length, piece.linked, piece.strong, piece.links) == (16, 11, 7, 2)


def test_a_link_around_blocks_counts_for_each_of_them() -> None:
    pieces = outlined("<a href=/a><div>one</div><div>two</div></a>").pieces
    assert [piece.linked for piece in pieces] == [3, 3]


def test_boxes_know_what_they_stand_in() -> None:
    page = outlined("<nav class=menu><ul><li>Home</ul></nav><article><p>Text</article>")
    home, text = (page.boxes[piece.box] for piece in page.pieces)
    assert KINDS[home.kind] == "li"
    assert home.around
    assert home.marks & page.boxes[home.parent].marks
    assert not text.around
    assert home.marks & text.marks == 0


def test_cells_belong_to_the_data_table_they_stand_in() -> None:
    data = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    page = outlined(f"<p>before</p>{data}<table><tr><td>only a frame</table>")
    tables = [page.boxes[piece.box].table for piece in page.pieces]
    assert len(set(tables[1:5])) == 1
    assert tables[1] >= 0
    assert (tables[0], tables[5]) == (-1, -1)


def test_each_text_belongs_to_one_piece() -> None:
    page = outlined("<div>a<b>b</b>c<p>d<i>e</i></p>f</div>g")
    nodes = [(element, is_tail) for piece in page.pieces for element, is_tail in piece.nodes]
    assert len(nodes) == len(set(nodes)) == 7


def test_a_small_box_with_a_field_or_button_is_marked_with_all_that_it_holds() -> None:
    long = "<p>" + "The river froze from bank to bank. " * 30 + "</p>"
    html = f"<body><div>{long}<div><h4>a</h4><div><p>b</p></div><form><input></form></div><p>c</p></div>"
    page = outline(parse(html))
    bit = 1 << (MARKS - 1)
    marked = {piece.text.strip(): bool(page.boxes[piece.box].marks & bit) for piece in page.pieces}
    assert (marked["a"], marked["b"], marked["c"]) == (True, True, False)
    hidden = outline(parse(html.replace("<input>", "<input type=hidden>")))
    assert not any(box.marks & bit for box in hidden.boxes)
