"""Tags become names only where they make sense together."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from tui_reader.entities.tagger.decoding import LABELS, TAGS, TEMPERATURE, decode

_O, _B_PER, _I_PER, _E_PER, _S_PER = range(5)
_S_LOC = 8


def rows(*tags: int, sure: float = 8.0) -> NDArray[np.float32]:
    """Return numbers that speak for these tags."""
    found = np.zeros((len(tags), TAGS), np.float32)
    found[np.arange(len(tags)), tags] = sure
    return found


def test_names_are_read_off_their_tags() -> None:
    found = decode(rows(_O, _B_PER, _I_PER, _E_PER, _O, _S_LOC, _S_PER))
    assert [(name.first, name.last, name.label) for name in found] == [
        (1, 3, "PER"),
        (5, 5, "LOC"),
        (6, 6, "PER"),
    ]


def test_a_beginning_without_an_end_is_a_name_of_one_word() -> None:
    found = rows(_B_PER, _O)
    found[0, _S_PER] = 7
    assert [(name.first, name.last) for name in decode(found)] == [(0, 0)]


def test_nothing_is_found_in_nothing() -> None:
    assert decode(np.zeros((0, TAGS), np.float32)) == []
    assert decode(rows(_O, _O, _O)) == []


def test_the_score_is_that_of_the_least_sure_word() -> None:
    sure = rows(_B_PER, _E_PER)
    unsure = sure.copy()
    unsure[1] /= 2
    assert decode(unsure)[0].score < decode(sure)[0].score <= 1
    assert decode(sure)[0].score == pytest.approx(1 / (1 + (TAGS - 1) * np.exp(-8 / TEMPERATURE)), abs=1e-5)


def possible(tags: tuple[int, ...]) -> bool:
    """Whether the tags make sense one after the other."""
    inside = 0  # number of the label whose name is open, from 1
    for tag in tags:
        label, part = (tag + 3) // 4, (tag - 1) % 4
        if inside:
            if tag == 0 or label != inside or part not in (1, 2):
                return False
            inside = 0 if part == 2 else inside
        elif tag:
            if part not in (0, 3):
                return False
            inside = label if part == 0 else 0
    return not inside


def test_the_likeliest_possible_tags_are_chosen() -> None:
    chance = np.random.default_rng(3)
    for _ in range(20):
        found = chance.normal(size=(3, TAGS)).astype(np.float32)
        best = max(
            filter(possible, itertools.product(range(TAGS), repeat=3)),
            key=lambda tags: sum(found[place, tag] for place, tag in enumerate(tags)),
        )
        expected = [
            (place, LABELS[(tag - 1) // 4])
            for place, tag in enumerate(best)
            if tag and (tag - 1) % 4 in (2, 3)
        ]
        assert [(name.last, name.label) for name in decode(found)] == expected
