"""All spellings of one full name have one key, and no two full names have the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.entities import canonical
from tui_reader.models import Kind

PERSON, PLACE, ORGANISATION, OTHER = Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.OTHER


@pytest.mark.parametrize(
    ("kind", "spellings"),
    [
        (PERSON, ["Luka Perić", "LUKA PERIĆ", "Luka Peric", "President Luka Perić", "Luka  Perić’s"]),
        (PERSON, ["Kasym-Zhan Orazov", "Kasym Zhan Orazov", "Head of State Kasym-Zhan Orazov"]),
        (PERSON, ["J. K. Marlow", "J.K. Marlow", "JK Marlow"]),
        (PERSON, ["Mary O’Dell", "Mary O'Dell"]),
        (PERSON, ["Bashir al-Amin", "Bashir Al Amin"]),
        (PLACE, ["United States", "the US", "U.S.", "USA", "America", "United States of America"]),
        (PLACE, ["Türkiye", "Turkey", "Republic of Turkey"]),
        (PLACE, ["Democratic Republic of the Congo", "DR Congo", "DRC"]),
        (PLACE, ["Côte d'Ivoire", "Cote d’Ivoire", "Ivory Coast"]),
        (PLACE, ["St. Anselm", "St Anselm", "Saint Anselm"]),
        (PLACE, ["Ｓｐｌｉｔ", "Split"]),
        (ORGANISATION, ["Lorne Motors", "Lorne Motors Inc.", "Lorne Motors, Ltd", "LORNE MOTORS CORP"]),
        (ORGANISATION, ["British Broadcasting Corporation", "BBC", "The BBC"]),
        (ORGANISATION, ["International Labour Organisation", "International Labor Organization", "ILO"]),
        (ORGANISATION, ["Tarn & Sons", "Tarn and Sons", "Tarn & Sons Co."]),
        (ORGANISATION, ["UN Security Council", "U.N. Security Council", "United Nations Security Council"]),
        (ORGANISATION, ["Ovran Defence Board", "Ovran Defense Board", "The Ovran Defence Board"]),
        (
            ORGANISATION,
            [
                "Kenyan Foreign Ministry",
                "Kenya's Foreign Ministry",
                "Foreign Ministry of Kenya",
                "Ministry of Foreign Affairs of Kenya",
            ],
        ),
        (ORGANISATION, ["US Department of the Treasury", "United States Treasury Department"]),
    ],
)
def test_spellings_of_one_name_have_one_key(kind: Kind, spellings: list[str]) -> None:
    assert len({canonical(spelling, kind) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (PERSON, ["Ana Horvat", "Ana Maria Horvat", "A. Horvat", "Horvat", "Ana", "Ana Horvat Jr."]),
        (PLACE, ["Niger", "Nigeria", "Iran", "Iraq", "Austria", "Australia"]),
        (PLACE, ["North Korea", "South Korea", "Korea", "Republic of the Congo", "DRC", "Congo"]),
        (PLACE, ["Zadar", "Zadar County", "Mexico", "Mexico City", "Georgia", "Georgian"]),
        (ORGANISATION, ["Bank of India", "Indian Bank", "Reserve Bank of India"]),
        (ORGANISATION, ["Foreign Ministry", "Kenyan Foreign Ministry", "Ugandan Foreign Ministry"]),
        (PLACE, ["New York", "New York State"]),
        (ORGANISATION, ["New York", "New York City", "London", "AP News", "Associated Press"]),
        (OTHER, ["Kenya", "Kenyan"]),
    ],
)
def test_two_names_have_two_keys(kind: Kind, names: list[str]) -> None:
    assert len({canonical(name, kind) for name in names}) == len(names)


@pytest.mark.parametrize("kind", Kind)
@given(name=st.text(min_size=1))
def test_every_name_has_a_key(kind: Kind, name: str) -> None:
    assert canonical(name, kind)


@given(name=st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_case_says_nothing(name: str) -> None:
    assert canonical(f"Xa {name.lower()} xa", PLACE) == canonical(f"XA {name.lower().title()} XA", PLACE)
