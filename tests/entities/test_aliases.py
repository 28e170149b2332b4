"""Mentions of one person, place or organisation are one entity."""

from __future__ import annotations

from itertools import accumulate, product
from random import Random
from string import ascii_uppercase
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entities.marked import read_marks
from tui_reader.entities import Span
from tui_reader.entities.aliases import entity_of_each
from tui_reader.models import Kind


@pytest.mark.parametrize(
    ("marked", "entities"),
    [
        ("{person:Ana Horvat}, {person:Horvat}, {person:Ana}", [0, 0, 0]),
        ("{person:Horvat}, later {person:Ana Horvat}", [0, 0]),
        ("{person:Ana Maria Horvat} or {person:Ana Horvat} or {person:Horvat}", [0, 0, 0]),
        ("{person:Mohammed bin Tarif} and {person:bin Tarif}", [0, 0]),
        # Two people with one surname stay two, and the surname alone is nobody's.
        ("{person:Ana Horvat}, {person:Luka Horvat}, {person:Horvat}", [0, 1, 2]),
        # Likeness of letters says nothing.
        ("{person:Ana Horvat} and {person:Ana Horvath}", [0, 1]),
        ("{place:Georgia} and {person:Georgia}", [0, 1]),
        ("{organisation:The Harbour Post}, {organisation:Harbour Post}", [0, 0]),
        ("{organisation:Ovran Trade Union} ({organisation:OTU})", [0, 0]),
        ("{organisation:Ovran Rowers} and {organisation:OR}", [0, 0]),
        # Two letters fit much: they stand for two plain words of the same kind or for nothing.
        ("{organisation:Ovran Rowers} and {place:OR}", [0, 1]),
        ("{organisation:ABC Ovran} and {organisation:AO}", [0, 1]),
        ("{place:Ulm State} and {place:US}", [0, 1]),
        ("{organisation:Union of Ovran Rowers} and {organisation:UOR}", [0, 0]),
        ("{organisation:Workers of Ovrana} ({organisation:TOV}), {organisation:TOV}", [0, 0, 0]),
        ("{organisation:Workers of Ovrana} ({organisation:Reuters})", [0, 1]),
        ("{organisation:Workers of Ovrana} ({organisation:United})", [0, 1]),
        ("{person:Luka Perić} ({organisation:TOV})", [0, 1]),
        ("{organisation:Dorna} and {organisation:Dorna Inc.}", [0, 0]),
        ("{place:U.S.}, {place:US}, {place:United States}", [0, 0, 0]),
        ("{place:Split} and {place:SPLIT}", [0, 0]),
        ("{place:Zadar} and {place:Zadar County}", [0, 1]),
        # One spelling may be misread; a spelling of two kinds is two things.
        ("{place:Zadar}, {place:Zadar} and {organisation:ZADAR}", [0, 0, 0]),
        ("{place:Zadar}, {place:Zadar} and {organisation:Zadar}", [0, 0, 1]),
        # A people is its country's, whether or not the country is named.
        ("{other:Kenyans}, {other:Kenyan} in {place:Kenya}", [0, 0, 0]),
        ("{other:Kenyans} and a {other:Kenyan}", [0, 0]),
        ("{other:Kenyans} and a {person:Kenyan}", [0, 1]),
        ("{other:Koreans}, {other:Korean} in {place:South Korea}", [0, 0, 0]),
        ("{other:Koreans}, {place:North Korea}, {place:South Korea}", [0, 1, 2]),
        ("{other:Europeans} in {place:Europe}", [0, 0]),
        ("{place:Niger}, {place:Nigeria}, {place:Iran}, {place:Iraq}", [0, 1, 2, 3]),
        ("{date:3 May} and {date:3  May} and {date:May}", [0, 0, 1]),
    ],
)
def test_names_meet_only_by_rule(marked: str, entities: list[int]) -> None:
    text, spans = read_marks(marked)
    assert entity_of_each(text, spans) == entities


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (["J. K. Marlow", "JK Marlow", "Joan Katherine Marlow"], [0, 0, 0]),
        (["George W. Lund", "George H. W. Lund", "George Lund"], [0, 1, 2]),
        (["George W. Lund", "George Lund"], [0, 0]),
        (["Robert Fenn", "Bob Fenn", "Rupert Fenn"], [0, 0, 1]),
        (["A. Horvat", "Ana Horvat", "Anton Horvat"], [0, 1, 2]),
        (["Bashir al-Amin", "Amin", "al-Amin"], [0, 0, 0]),
        (["Juan López Ortega", "López"], [0, 0]),
        (["Daniel Chan Ho-fung", "Chan", "Fung"], [0, 0, 1]),
        (["Ana Horvat", "President Horvat", "Sir Horvat"], [0, 0, 0]),
        (["Martin Berg", "Ana Martin", "Martin"], [0, 1, 1]),
    ],
)
def test_people_meet_by_parts_of_their_names(names: list[str], numbers: list[int]) -> None:
    assert entities([(Kind.PERSON, name) for name in names]) == numbers


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (["Kenyan Foreign Ministry", "Ministry of Foreign Affairs", "Foreign Ministry"], [0, 0, 0]),
        (["Kenyan Foreign Ministry", "Ugandan Foreign Ministry", "Foreign Ministry"], [0, 1, 2]),
        (["Bank of India", "Indian Bank"], [0, 1]),
        (["Orthodox Church of Kenya", "Kenyan Orthodox Church"], [0, 1]),
        (["Badminton Association of Kenya", "Kenyan Badminton Association"], [0, 0]),
        (["Dunmore Motor Corp", "Dunmore"], [0, 0]),
        (["Dunmore Motor Corp", "Dunmore Steel", "Dunmore"], [0, 1, 2]),
        (["Dunmore Workers Union", "Dunmore"], [0, 1]),
        (["Dunmore India", "Dunmore"], [0, 1]),
        (["Dunmore News Agency", "Dunmore"], [0, 0]),
        (["Redport United", "United"], [0, 0]),
        (["Redport United", "Glen United", "United"], [0, 1, 2]),
        (["African National Congress", "Congress"], [0, 1]),
        (["Department of Homeland Safety", "Homeland Safety"], [0, 0]),
        (["Academy of Homeland Safety", "Homeland Safety"], [0, 1]),
        (["Republican Guard", "Republican Guards"], [0, 0]),
        (["University of Lorne", "Lorne University"], [0, 0]),
        (["Food and Fisheries Organisation", "FFO", "FAFO"], [0, 0, 0]),
    ],
)
def test_organisations_meet_by_country_kind_and_part(names: list[str], numbers: list[int]) -> None:
    assert entities([(Kind.ORGANISATION, name) for name in names]) == numbers


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (["Orla River", "Orla"], [0, 0]),
        (["Arkansas River", "Arkansas"], [0, 1]),
        (["Mexico City", "Mexico"], [0, 1]),
        (["Ovra City", "Ovra"], [0, 0]),
        (["San Tomé de la Sierra", "San Tomé"], [0, 0]),
        (["Gulf of Sarna", "Gulf of Orla", "Gulf"], [0, 1, 2]),
        (["Orla, Kenya", "Orla", "Kenya"], [0, 0, 1]),
        (["Burma", "Myanmar"], [0, 0]),
    ],
)
def test_places_meet_with_and_without_what_they_are(names: list[str], numbers: list[int]) -> None:
    assert entities([(Kind.PLACE, name) for name in names]) == numbers


WORDS = ("Ana", "Horvat", "Luka", "A.", "van", "Ovran", "Bank", "of", "Kenya", "Kenyan", "OBK", "Party", "UN")
NAMES = st.tuples(
    st.sampled_from([Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.OTHER]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
)


def entities(names: list[tuple[Kind, str]]) -> list[int]:
    """Return the entity of each of these names, each standing by itself."""
    text = "; ".join(name for _, name in names)
    ends = list(accumulate(len(name) + 2 for _, name in names))
    spans = [Span(end - 2 - len(name), end - 2, kind) for end, (kind, name) in zip(ends, names, strict=True)]
    return entity_of_each(text, spans)


def pairs(names: list[tuple[Kind, str]]) -> set[frozenset[tuple[Kind, str]]]:
    """Return which of these names are one."""
    numbered = list(zip(names, entities(names), strict=True))
    return {frozenset((one, other)) for one, a in numbered for other, b in numbered if a == b}


@given(st.lists(NAMES, min_size=1, max_size=8))
def test_entities_are_numbered_by_their_first_mention(names: list[tuple[Kind, str]]) -> None:
    numbers = entities(names)
    assert list(dict.fromkeys(numbers)) == list(range(max(numbers) + 1))


@given(st.lists(NAMES, min_size=1, max_size=8, unique=True), st.randoms())
def test_it_does_not_matter_which_name_comes_first(names: list[tuple[Kind, str]], chance: Random) -> None:
    shuffled = list(names)
    chance.shuffle(shuffled)
    assert pairs(shuffled) == pairs(names)


@given(st.lists(NAMES, min_size=1, max_size=8, unique=True))
def test_an_unrelated_name_changes_nothing(names: list[tuple[Kind, str]]) -> None:
    stranger = (Kind.PERSON, "Zoë Quist")
    assert {pair for pair in pairs([stranger, *names]) if stranger not in pair} == pairs(names)


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.OTHER])
@pytest.mark.parametrize("form", ["Ana {} Horvat", "A. {} Horvat", "{} Horvat", "Horvat {}", "{}"])
def test_many_names_take_little_time(kind: Kind, form: str) -> None:
    names = [(kind, form.format(f"{a}{b}")) for a, b in product(ascii_uppercase, map(str, range(200)))]
    names += [(kind, name.rpartition(" ")[2]) for _, name in names]
    started = process_time()
    entities(names)
    assert process_time() - started < 5


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.OTHER])
@pytest.mark.parametrize("word", ["of ", "Co ", "Dr ", "A.", "al-", "St "])
def test_a_name_as_long_as_a_page_takes_little_time(kind: Kind, word: str) -> None:
    started = process_time()
    assert entities([(kind, "Ana " + word * 20_000 + "Horvat"), (kind, word * 20_000 + "B")]) == [0, 1]
    assert process_time() - started < 2
