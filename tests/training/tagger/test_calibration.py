"""How well scores tell what is right is measured rightly."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from training.calibrate_tagger import answers, calibration_error, surprise


def test_scores_that_come_true_have_no_error() -> None:
    said = [(0.75, True), (0.75, True), (0.75, True), (0.75, False), (0.25, True), (0.25, False)] * 2
    assert calibration_error(said[:4]) == pytest.approx(0)
    assert calibration_error(said) == pytest.approx(2 / 6 * 0.25)


def test_a_sure_mistake_is_the_largest_surprise() -> None:
    assert surprise([(0.5, True), (0.5, False)]) == pytest.approx(math.log(2))
    assert surprise([(0.99, False)]) > surprise([(0.6, False)]) > surprise([(0.6, True)])


def test_a_higher_temperature_makes_the_tagger_less_sure(tmp_path: Path) -> None:
    file = tmp_path / "marked.jsonl"
    text = "President Maia Sandu met António Costa."
    file.write_text(json.dumps({"text": text, "entities": [[10, 20, "PER"]]}) + "\n")
    cold, warm = (list(answers([file], temperature)) for temperature in (1.0, 2.0))
    assert [is_right for _, is_right in cold] == [is_right for _, is_right in warm] == [True, False]
    assert all(first > second for (first, _), (second, _) in zip(cold, warm, strict=True))
