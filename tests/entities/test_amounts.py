"""Amounts are found by rules, and bare numbers are left alone."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities.amounts import amounts


@pytest.mark.parametrize(
    "marked",
    [
        "cost {money:$1,200} or {money:US$2.7 million}",
        "{money:€3bn}, {money:£5m}, {money:₹4,00,000} and {money:Rs 4000}",
        "between {money:$3-5 billion} or {money:$30,000 to $50,000}",
        "{money:300 pesos}, {money:two million dollars}, {money:5 million US dollars}",
        "{money:10 Swiss francs} and {money:EUR 20} and {money:20 EUR}",
        "{money:hundreds of millions of dollars} in aid",
        "{money:R1.6 billion} but not R2 or route R7",
        "rose {percent:0.3%}, {percent:2 to 3 per cent}, {percent:50 basis points}",
        "{percent:five per cent} and {percent:-0.5%}",
        "{money:1 000 euros}, {money:12\u00a0500,50 euros}, {money:1.500.000 euros}, {money:€1\u202f200}",
        "{percent:20,5 %}, {money:2,5 million euros}, and in 2024 {money:300 euros}",
        "12 ships, 3 won prizes, 40 km, 1.5 million people",
        "he pounds on doors 3 times",
    ],
)
def test_amounts_are_found_with_exact_ends(marked: str) -> None:
    text, _ = read_marks(marked)
    assert write_marks(text, amounts(text)) == marked
