from __future__ import annotations

import numpy as np
import pytest

from tui_reader.extract.judge.features import features
from tui_reader.extract.judge.forest import Forest, forest_of, trained
from tui_reader.extract.judge.outline import outline
from tui_reader.extract.judge.wording import Clues
from tui_reader.extract.tree import parse


def small_forest() -> Forest:
    """Three trees: column 0 up to 1.5, then column 1 up to 0; column 1 up to 2; and one that never asks."""
    return forest_of(
        {
            "sizes": np.array([2, 1, 0], np.int16),
            "columns": np.array([0, 1, 1], np.int16),
            "thresholds": np.array([1.5, 0, 2], np.float32),
            "left": np.array([1, -1, -1], np.int16),
            "right": np.array([-3, -2, -2], np.int16),
            "values": np.array([1, 2, 4, 8, 16, 32], np.float32) / 100,
        }
    )


@pytest.mark.parametrize(
    ("row", "odds"),
    [((1.5, 0), 1 + 8 + 32), ((1, 0.5), 2 + 8 + 32), ((2, 0), 4 + 8 + 32), ((0, 3), 2 + 16 + 32)],
)
def test_each_row_ends_in_the_leaves_that_its_values_lead_to(row: tuple[float, float], odds: int) -> None:
    (found,) = small_forest().probabilities(np.array([row], np.float32))
    assert found == pytest.approx(1 / (1 + np.exp(-odds / 100)))


def test_rows_are_judged_alike_alone_and_among_many() -> None:
    rows = np.array([(number % 4, number % 3) for number in range(1_000)], np.float32)
    forest = small_forest()
    alone = [forest.probabilities(rows[place : place + 1])[0] for place in range(12)]
    assert forest.probabilities(rows)[:12].tolist() == pytest.approx(alone)
    assert len(forest.probabilities(rows)) == 1_000
    assert len(forest.probabilities(rows[:0])) == 0


def test_the_trees_that_come_with_the_program_know_the_features_that_it_tells() -> None:
    page = outline(parse("<body><h1>Ice</h1><p>The river froze.</p></body>"))
    rows = features(page, [[True, True], [False, True]], Clues())
    assert trained().columns.max() < rows.shape[1]
    assert ((trained().probabilities(rows) > 0) & (trained().probabilities(rows) < 1)).all()
