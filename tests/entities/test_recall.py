"""Mentions that a recogniser missed are found."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities import recall
from tui_reader.entities.ordinary import ordinary_words


def with_repeats(marked: str) -> str:
    text, spans = read_marks(marked)
    nowhere = bytearray(len(text))
    return write_marks(text, recall.repeats(text, spans, nowhere, ordinary_words(text)))


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("{person:Ana Horvat} came. Horvat sat.", "{person:Ana Horvat} came. {person:Horvat} sat."),
        ("{person:Ana Horvat} came. Then Ana sat.", "{person:Ana Horvat} came. Then {person:Ana} sat."),
        ("{person:Ana Horvat}. Ana Horvat's hat", "{person:Ana Horvat}. {person:Ana Horvat}'s hat"),
        ("{place:Ovrana} and Ovrana", "{place:Ovrana} and {place:Ovrana}"),
        # Parts of longer words and names aren't mentions.
        ("{place:Ovrana} and Ovranans, Ovrana-Zadar", "{place:Ovrana} and Ovranans, Ovrana-Zadar"),
        ("{place:Ovrana} and Air Ovrana", "{place:Ovrana} and Air Ovrana"),
        # A lone word that the recogniser mostly passed over is none either.
        ("{place:Ovrana}, Ovrana and Ovrana", "{place:Ovrana}, Ovrana and Ovrana"),
        # Nor is one that the text also writes small.
        ("{person:Ana Rose} rose. Rose sat.", "{person:Ana Rose} rose. Rose sat."),
    ],
)
def test_names_are_found_again(raw: str, found: str) -> None:
    assert with_repeats(raw) == found


def test_a_name_of_several_words_is_found_where_only_one_of_them_was() -> None:
    text, spans = read_marks(
        "{person:Ana Horvat}. {place:Ana} Horvat. {place:Ana}. {person:Ana Horvat Babić}"
    )
    assert write_marks(text, recall.whole_names(text, spans)) == (
        "{person:Ana Horvat}. {person:Ana Horvat}. {place:Ana}. {person:Ana Horvat Babić}"
    )


def test_places_and_organisations_known_to_all_are_found() -> None:
    text = "In Kenya and at Unesco, but not in Kenya Airways."
    assert write_marks(text, recall.known_to_all(text, [], bytearray(len(text)))) == (
        "In {place:Kenya} and at {organisation:Unesco}, but not in Kenya Airways."
    )


def test_in_title_case_the_neighbours_of_a_known_name_may_have_capitals() -> None:
    text = "Kenya Thanks Rwanda"
    assert write_marks(text, recall.known_to_all(text, [], bytearray(b"\1" * len(text)))) == (
        "{place:Kenya} Thanks {place:Rwanda}"
    )
