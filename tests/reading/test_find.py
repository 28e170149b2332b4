from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.models import Block, BlockKind, Document, Position
from tui_reader.reading.find import Finder, Hits, Place


def found(text: str, wanted: str) -> list[str]:
    document = Document("", (Block(BlockKind.PARAGRAPH, text),))
    return [text[place.start : place.end] for place in Finder(document).find(wanted)]


@pytest.mark.parametrize(
    ("text", "wanted", "places"),
    [
        ("Floods after floods", "FLOODS", ["Floods", "floods"]),
        ("São Tomé", "sao tome", ["São Tomé"]),
        ("Sa\u0303o Paulo", "são", ["Sa\u0303o"]),
        ("the president’s “call”", '\'s "call"', ["’s “call”"]),
        ("one\nline after\u00a0the other", "one line after the", ["one\nline after\u00a0the"]),
        ("die Straße", "strasse", ["Straße"]),
        ("die Straße", "s", ["S", "ß"]),
        ("Ŵðþ Łódź", "lodz", ["Łódź"]),
        ("洪水过后", "水", ["水"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("nothing here", "  ", []),
        ("nothing here", "", []),
    ],
)
def test_text_is_found_whatever_its_case_and_accents(text: str, wanted: str, places: list[str]) -> None:
    assert found(text, wanted) == places


def test_the_headline_is_searched_too_and_comes_first() -> None:
    document = Document("Ice", (Block(BlockKind.PARAGRAPH, "Thin ice."), Block(BlockKind.PARAGRAPH, "ICE")))
    assert Finder(document).find("ice") == (Place(-1, 0, 3), Place(0, 5, 8), Place(1, 0, 3))


def test_hits_are_gone_through_around_the_ends() -> None:
    first, second = places = (Place(0, 5, 8), Place(2, 1, 4))
    hits = Hits(places)
    assert hits.number == 0
    assert hits.go_on(Position(0, 5), 1) == second
    assert hits.go_on(Position(), 1) == first
    assert hits.go_on(Position(), -1) == second
    assert hits.number == 2
    assert hits.go_to_first(Position(0, 5)) == first
    assert hits.go_to_first(Position(2, 2)) == first


def test_without_places_there_is_no_hit_to_go_to() -> None:
    assert Hits().go_on(Position(), 1) is None
    assert Hits().go_to_first(Position()) is None


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=40), st.integers(0, 40), st.integers(1, 10))
def test_whatever_stands_in_a_text_is_found_there(text: str, start: int, length: int) -> None:
    wanted = text[start : start + length]
    places = Finder(Document("", (Block(BlockKind.PARAGRAPH, text),))).find(wanted)
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    if wanted.isascii() and wanted.strip():
        assert places
