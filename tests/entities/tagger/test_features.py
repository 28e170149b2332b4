"""A form is known by its letters, its ends, its shape and its vector."""

from __future__ import annotations

import numpy as np
import pytest

from tui_reader.entities.tagger.features import PROBES, TABLES, key, rows, shape, vector_rows


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Astana", "Xxxx"),
        ("MacDonald", "XxxXxxx"),
        ("G20", "Xdd"),
        ("1,000,000", "d,ddd,ddd"),
        ("Ñandú", "Xxxx"),
        ("—", "—"),
    ],
)
def test_a_shape_has_capitals_letters_and_digits(form: str, expected: str) -> None:
    assert shape(form) == expected


def test_rows_are_those_that_the_weights_were_learnt_with() -> None:
    assert rows(["Tokayev"])[0].tolist() == [
        1742,
        2478,
        2972,
        1695,
        7925,
        7344,
        6861,
        7905,
        8603,
        10324,
        8064,
        8843,
        11978,
        11868,
        12319,
        11209,
    ]
    assert key("Tokayev") == 3320840640


def test_each_feature_stays_in_its_table() -> None:
    found = rows(["Tokayev", "x", "", "\ud800", "2,000"]).reshape(5, len(TABLES), PROBES)
    first = 0
    for number, size in enumerate(TABLES.values()):
        assert found[:, number].min() >= first
        assert found[:, number].max() < first + size
        first += size


def test_words_that_differ_in_digits_alone_share_their_first_rows() -> None:
    found = rows(["1984", "2026"])
    assert found[0].tolist() == found[1].tolist()


def test_a_form_without_a_vector_has_that_of_its_small_or_title_case_form() -> None:
    forms = ["bank", "Astana"]
    keys = np.array([key(form) for form in forms], np.uint32)
    order = np.argsort(keys)
    places = np.array([1, 2], np.uint16)[order]
    found = vector_rows(["bank", "BANK", "ASTANA", "Astana", "Oskemen"], keys[order], places)
    assert found.tolist() == [1, 1, 2, 2, 0]
