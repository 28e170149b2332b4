"""Texts are cut where names may begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.entities.tagger.tokens import tokens


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Kassym-Jomart Tokayev's envoy", ["Kassym", "-", "Jomart", "Tokayev", "'s", "envoy"]),
        ("the U.S.-led force", ["the", "U.S.", "-", "led", "force"]),
        ("J.K. Rowling met O’Neil.", ["J.K.", "Rowling", "met", "O", "’", "Neil", "."]),
        ("2,000 from G20 on the 10th", ["2,000", "from", "G20", "on", "the", "10th"]),
        ("One\n\n\nTwo_three", ["One", "\n", "Two", "_", "three"]),
        ("Rene\u0301 (LN)", ["Rene\u0301", "(", "LN", ")"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_numbers_marks_and_breaks(text: str, forms: list[str]) -> None:
    assert tokens(text).forms == forms


@given(st.text())
def test_only_white_space_stays_outside_the_tokens(text: str) -> None:
    found = tokens(text)
    inside: set[int] = set()
    for start, end in zip(found.starts, found.ends, strict=True):
        assert start < end
        inside.update(range(start, end))
    assert sum(end - start for start, end in zip(found.starts, found.ends, strict=True)) == len(inside)
    assert all(text[place].isspace() for place in range(len(text)) if place not in inside)
