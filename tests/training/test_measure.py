from __future__ import annotations

import pytest

from training.measure import Score, failures, mean, score

TRUTH = "one two three four five six seven"


def test_the_same_text_scores_one_whatever_its_lines() -> None:
    assert score("one two, three four\nfive six seven", TRUTH).f1 == 1


def test_a_part_is_precise_and_a_longer_text_complete() -> None:
    assert score("one two three four five", TRUTH) == Score(1, 0.5)
    assert score(f"zero {TRUTH}", TRUTH) == Score(0.8, 1)


def test_no_text_scores_nothing() -> None:
    assert score("", TRUTH).f1 == 0
    assert score("something else altogether now", TRUTH).f1 == 0


def test_a_set_is_measured_by_the_means_of_its_pages() -> None:
    scores = [Score(1, 0.5), Score(0.5, 1), Score(0.2, 0.2)]
    assert mean(scores).precision == pytest.approx(1.7 / 3)
    assert failures(scores) == 1
