"""Amounts of money are found by rules, each with its number and currency, and bare numbers are left alone."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities.money import money


@pytest.mark.parametrize(
    "marked",
    [
        "cost {money:$1,200} or {money:US$2.7 million}",
        "{money:€3bn}, {money:£5m}, {money:₹4,00,000} and {money:Rs 4000}",
        "between {money:$3-5 billion} or {money:$30,000 to $50,000}",
        "{money:300 pesos}, {money:two million dollars}, {money:5 million US dollars}",
        "{money:10 Swiss francs} and {money:EUR 20} and {money:20 EUR}",
        "{money:hundreds of millions of dollars} in aid, {money:a few hundred dollars} more",
        "{money:R1.6 billion} but not R2 or route R7",
        "{money:1 000 euros}, {money:12\u00a0500,50 euros}, {money:1.500.000 euros}, {money:€1\u202f200}",
        "{money:2,5 million euros}, and in 2024 {money:300 euros}",
        "{money:20 billion yuan} ({money:US$2.98 billion}) of goods",
        "{money:$10} to 15 people, paid {money:$3} to 20 workers, {money:$3 to 5 million} rose",
        "{money:$10 to 15} was paid, {money:$50 billion} to 1.4 million claimants",
        "12 ships, 3 won prizes, 40 km, 1.5 million people",
        "he pounds on doors 3 times, with 200 pounds of rice",
    ],
)
def test_amounts_are_found_with_exact_ends(marked: str) -> None:
    text, _ = read_marks(marked)
    assert write_marks(text, money(text)) == marked


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$1.5bn", "1500000000 USD"),
        ("US$ 2.7 million", "2700000 USD"),
        ("1.5 million tenge", "1500000 KZT"),
        ("Rs 20 crore", "200000000 INR"),
        ("Rs 2 lakh crore", "2000000000000 INR"),
        ("₹4,00,000", "400000 INR"),
        ("€3-4m", "3000000/4000000 EUR"),
        ("$30,000 to $50,000", "30000/50000 USD"),
        ("$3-5 billion", "3000000000/5000000000 USD"),
        ("$500,000 to $1 million", "500000/1000000 USD"),
        ("£100,000-£1m", "100000/1000000 GBP"),
        ("Rs 50,000 to Rs 1 lakh", "50000/100000 INR"),
        ("5,000 to 10 million rupees", "5000/10000000 INR"),
        ("$1 million to $500,000", "1000000/500000 USD"),
        ("half a million dollars", "500000 USD"),
        ("one and a half million euros", "1500000 EUR"),
        ("a five-million-dollar", "5000000 USD"),
        ("two hundred and fifty million dollars", "250000000 USD"),
        ("one thousand five hundred dollars", "1500 USD"),
        ("between two hundred and three hundred dollars", "300 USD"),
        ("two million and three million dollars", "3000000 USD"),
        ("2 1/2 million dollars", "2500000 USD"),
        ("$2 1/2 million", "2500000 USD"),
        ("1/3 million dollars", ""),
        ("ninety-five yen", "95 JPY"),
        ("12 500,50 euros", "12500.5 EUR"),
        ("1.500.000 euros", "1500000 EUR"),
        ("1.500 euros", ""),
        ("1.500 million euros", "1500000 EUR"),
        ("50 US cents", "0.5 USD"),
        ("50 cents", ""),
        ("20 pence", "0.2 GBP"),
        ("10 Swiss francs", "10 CHF"),
        ("five Egyptian pounds", "5 EGP"),
        ("5 Hong Kong dollars", "5 HKD"),
        ("three million pounds sterling", "3000000 GBP"),
        ("300 pesos", ""),
        ("5 Zubrowian pesos", ""),
        ("Ksh 550", "550 KES"),
        ("N460,000", "460000 NGN"),
        ("70 ₹", "70 INR"),
        ("dozens of dollars", ""),
        ("hundreds of millions of dollars", ""),
    ],
)
def test_an_amount_comes_to_a_number_and_a_currency(text: str, value: str) -> None:
    (found,) = money(text)
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Pakistan owes 5 rupees.", "5 PKR"),
        ("Rs 5 was paid in Nepal.", "5 NPR"),
        ("Rs 5 was paid.", "5 INR"),
        ("India and Pakistan share Indian tea for 5 rupees.", "5 INR"),
        ("Mexico saw the price fall to 9 pesos.", "9 MXN"),
        ("Egypt has the dollar at 5 dollars.", "5 USD"),
    ],
)
def test_a_word_of_several_countries_means_that_of_which_the_text_speaks(text: str, value: str) -> None:
    assert [found.value for found in money(text)] == [value]
