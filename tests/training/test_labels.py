from __future__ import annotations

from training.labels import labels

PIECES = (
    "Home World Sport Weather",
    "Ice on the river",
    "The river froze from bank to bank in the last week of January.",
    "More",
    "The ferries lay in the ice until the end of March and then sailed.",
    "The ferries of other rivers sailed all winter long",
)
TRUTH = "\n\n".join((PIECES[1], PIECES[2], PIECES[4]))


def test_a_piece_is_article_if_the_truth_holds_it() -> None:
    assert labels(PIECES, TRUTH) == [False, True, True, False, True, False]


def test_a_piece_that_stands_elsewhere_in_the_truth_is_article_too() -> None:
    moved = "\n\n".join((PIECES[4], PIECES[1], PIECES[2]))
    assert labels(PIECES, moved) == [False, True, True, False, True, False]


def test_nothing_is_article_without_a_truth() -> None:
    assert labels(PIECES, "") == [False] * len(PIECES)
    assert labels([], TRUTH) == []
