from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.storage.folding import folded, initials, takes_in


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kassym-Jomart Tokayev", "kassym jomart tokayev"),
        ("Łódź", "lodz"),
        ("Zoë O’Brien", "zoe obrien"),
        ("U.S. Steel Corp.", "us steel corp"),
        ("Ёлкин, Йошкар-Ола", "елкин иошкар ола"),
        ("习近平", "习 近 平"),
        ("STRASSE straße", "strasse strasse"),
        ("हिन्दी भाषा", "हिन्दी भाषा"),
        ("…", ""),
    ],
)
def test_a_name_is_known_by_its_words(name: str, words: str) -> None:
    assert folded(name) == words


@given(st.text())
def test_what_is_folded_is_words_parted_by_single_spaces_and_stays_so(name: str) -> None:
    words = folded(name)
    assert words == " ".join(words.split())
    assert not set(words) & set("\"\\'_.,-")
    assert folded(words) == words


@pytest.mark.parametrize(
    ("words", "is_taken_in"),
    [
        ("tokayev", True),
        ("tok", True),
        ("kass tok", True),
        ("jomart", True),
        ("tokayev kassym", False),
        ("okayev", False),
        ("kassym kassym", False),
    ],
)
def test_words_take_in_a_name_whose_words_they_begin_in_order(words: str, is_taken_in: bool) -> None:
    assert takes_in("kassym jomart tokayev", words) is is_taken_in


@pytest.mark.parametrize(
    ("kind", "name", "letters"),
    [
        ("organisation", "National Water Authority", "nwa"),
        ("organisation", "Organization for Security and Co-operation in Europe", "osce"),
        ("organisation", "École Normale", "en"),
        ("place", "United States", "us"),
        ("place", "Astana", ""),
        ("person", "Ada Lind", ""),
        ("organisation", "One Two Three Four Five Six Seven Eight Nine", ""),
        ("place", "\u5317\u4eac", ""),
        ("place", "", ""),
    ],
)
def test_organisations_and_places_have_initials(kind: str, name: str, letters: str) -> None:
    assert initials(kind, name) == letters
