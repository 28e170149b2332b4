"""Amounts are found by rules, and bare numbers are left alone."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities.amounts import amounts


@pytest.mark.parametrize(
    "marked",
    [
        "cost {amount:$1,200} or {amount:US$2.7 million}",
        "{amount:€3bn}, {amount:£5m}, {amount:₹4,00,000} and {amount:Rs 4000}",
        "between {amount:$3-5 billion} or {amount:$30,000 to $50,000}",
        "{amount:300 pesos}, {amount:two million dollars}, {amount:5 million US dollars}",
        "{amount:10 Swiss francs} and {amount:EUR 20} and {amount:20 EUR}",
        "{amount:hundreds of millions of dollars} in aid",
        "{amount:R1.6 billion} but not R2 or route R7",
        "rose {amount:0.3%}, {amount:2 to 3 per cent}, {amount:50 basis points}",
        "{amount:five per cent} and {amount:-0.5%}",
        "{amount:1 000 euros}, {amount:12\u00a0500,50 euros}, {amount:1.500.000 euros}, {amount:€1\u202f200}",
        "{amount:20,5 %}, {amount:2,5 million euros}, and in 2024 {amount:300 euros}",
        "12 ships, 3 won prizes, 40 km, 1.5 million people",
        "he pounds on doors 3 times",
    ],
)
def test_amounts_are_found_with_exact_ends(marked: str) -> None:
    text, _ = read_marks(marked)
    assert write_marks(text, amounts(text)) == marked
