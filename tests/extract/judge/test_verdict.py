from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui_reader.extract.judge.outline import outline
from tui_reader.extract.judge.verdict import decided
from tui_reader.extract.tree import parse

SENTENCE = (
    "The river froze from bank to bank, and the ferries lay in the ice until the end of March and the thaw."
)


def kept(
    html: str, probabilities: Sequence[float], *votes: Sequence[bool], is_seen: bool = False
) -> list[bool]:
    page = outline(parse(f"<body>{html}</body>"))
    alike = [[is_seen] * len(page.pieces)] * 2
    return decided(page, votes or alike, np.array(probabilities, np.float32))


def test_probable_pieces_are_kept_and_doubtful_ones_if_readability_keeps_them() -> None:
    html = "<p>a<p>b<p>c<p>d"
    seen, unseen = [False, False, True, True], [False] * 4
    assert kept(html, [0.6, 0.3, 0.3, 0.1], seen, unseen) == [True, False, True, False]


def test_an_improbable_piece_is_kept_where_engines_agree_and_its_neighbour_is_article() -> None:
    html = "<div><p>a<p>b<p>c<p><a href=/>d</a></div><p>e"
    assert kept(html, [0.9, 0.15, 0.05, 0.15, 0.15], is_seen=True) == [True, True, False, False, False]
    assert kept(html, [0.15, 0.15, 0.15, 0.15, 0.15], is_seen=True) == [False] * 5


def test_a_table_is_kept_or_left_as_a_whole() -> None:
    table = "<table><tr><td>long cell<td>b<tr><td>long cell<td>d</table>"
    assert kept(f"<p>a</p>{table}", [0.1, 0.9, 0.1, 0.9, 0.1]) == [False, True, True, True, True]
    assert kept(table, [0.1, 0.9, 0.1, 0.9]) == [False] * 4


def test_a_long_text_is_kept_once_and_a_short_one_as_often_as_it_is_said() -> None:
    assert kept(f"<p>{SENTENCE}<blockquote>{SENTENCE}</blockquote><p>Yes.<p>Yes.", [0.9] * 4) == [
        True,
        False,
        True,
        True,
    ]
