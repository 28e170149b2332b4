from __future__ import annotations

import numpy as np
import pytest

from tui_reader.extract.judge.boxes import surroundings
from tui_reader.extract.judge.course import course
from tui_reader.extract.judge.features import features
from tui_reader.extract.judge.matrix import amounts, bits, rates, summed
from tui_reader.extract.judge.outline import outline
from tui_reader.extract.judge.wording import LENGTH, LINKED, Clues, headline, wording
from tui_reader.extract.tree import parse

PAGE = """<body><nav class=menu><a href=/>Home</a></nav><article><h1>A cold winter</h1>
<p>The river froze from bank to bank, and the ferries lay in the ice until the end of March.</p>
<p>Nobody crossed it on foot, for the ice was thin in the middle and the current strong below.</p></article>
<div class=related><a href=/x>Another story</a></div></body>"""


def rows_of(html: str, clues: Clues | None = None) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    rows = wording(outline(parse(html)).pieces, clues or Clues())
    return rows.reshape(len(rows), -1)


def test_there_is_a_row_of_plain_numbers_for_each_piece() -> None:
    page = outline(parse(PAGE))
    kept = [False, True, True, True, False]
    rows = features(page, [kept, kept], Clues(("A cold winter",)))
    assert len(rows) == len(page.pieces) == 5
    assert rows.dtype == np.float32
    assert np.isfinite(rows).all()
    assert len({row.tobytes() for row in rows}) == 5


@pytest.mark.parametrize("html", ["<body>x</body>", "<body><p> a </p>", "<body><h1>天</h1><table><tr><td>1"])
def test_the_smallest_pages_have_features_too(html: str) -> None:
    page = outline(parse(html))
    votes = [[False] * len(page.pieces)] * 2
    assert np.isfinite(features(page, votes, Clues())).all()


def test_a_character_of_chinese_weighs_more_than_a_letter() -> None:
    chinese, english, greek = rows_of("<body><p>河水结冰了<p>frozen<p>πάγος")[:, LENGTH]
    assert chinese > 2 * english
    assert greek == 5


def test_links_are_told_by_their_share_of_the_text() -> None:
    menu, sentence = rows_of("<body><p><a href=/>Home</a><p>See <a href=/>this</a> one here")[:, LINKED]
    assert menu == 1
    assert 0 < sentence < 0.3


def test_the_headline_is_the_piece_that_says_the_title() -> None:
    html = "<body><p>Winter sports</p><h1>A Cold Winter</h1><p>Text about a winter.</p>"
    assert headline(rows_of(html, Clues(("A cold winter", "A cold winter - The Post")))) == 1
    assert headline(rows_of(html)) == -1


def test_the_text_for_machines_vouches_for_the_pieces_that_it_holds() -> None:
    html = "<body><p>The river froze in March.</p><p>Subscribe to our letter today.</p>"
    with_body = rows_of(html, Clues(body="It was cold. The river froze in March. It thawed."))[:, -1]
    assert with_body.tolist() == [1, 0]
    assert rows_of(html)[:, -1].tolist() == [-1, -1]


def test_amounts_are_summed_by_group_and_told_as_shares() -> None:
    lengths = np.array([10, 30, 60], np.float32)
    each = amounts(lengths, lengths * np.float32(0.5), lengths * 0, lengths[:, None])
    sums = summed(each, np.array([0, 1, 1]), 2)
    assert sums[:, 0].tolist() == [1, 2]
    count, mean, of_page, linked, long, voted, of_votes = rates(sums, each.sum(axis=0))[1]
    assert (count, mean, of_page, linked, long, voted) == pytest.approx((2, 45, 0.9, 0.5, 0, 1))
    assert of_votes == pytest.approx(0.9)


def test_bits_are_told_one_by_one() -> None:
    assert bits([5, 2], 4).tolist() == [[1, 0, 1, 0], [0, 1, 0, 0]]


def test_pieces_in_one_box_share_what_is_told_of_it() -> None:
    page = outline(parse("<body><div>one<br><br>two</div><p>three</p></body>"))
    lengths = np.array([3, 3, 5], np.float32)
    each = amounts(lengths, lengths * 0, lengths, lengths[:, None])
    one, two, three = surroundings(page, each).tolist()
    assert one == two != three


def test_a_piece_is_told_the_heading_that_it_stands_under() -> None:
    page = outline(parse("<body><p>a<h2>head<p>b<p>c</body>"))
    own = wording(page.pieces, Clues())
    each = amounts(own[:, 0], own[:, 0] * 0, own[:, 0], own[:, :1])
    kinds = np.array([page.boxes[piece.box].kind for piece in page.pieces])
    place = np.array([piece.box for piece in page.pieces])
    before, _, first, second = course(each, kinds, place, own, -1).tolist()
    assert before != first != second
