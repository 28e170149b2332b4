"""Mentions of one person, place or organisation are one entity."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks
from tui_reader.entities.aliases import entity_of_each


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
        ("{organisation:Ovran Rowers} and {organisation:OR}", [0, 1]),
        ("{organisation:Union of Ovran Rowers} and {organisation:UOR}", [0, 0]),
        ("{organisation:Dorna} and {organisation:Dorna Inc.}", [0, 0]),
        ("{place:U.S.}, {place:US}, {place:United States}", [0, 0, 0]),
        ("{place:Split} and {place:SPLIT}", [0, 0]),
        ("{place:Zadar} and {place:Zadar County}", [0, 1]),
        ("{date:3 May} and {date:3  May} and {date:May}", [0, 0, 1]),
    ],
)
def test_names_meet_only_by_rule(marked: str, entities: list[int]) -> None:
    text, spans = read_marks(marked)
    assert entity_of_each(text, spans) == entities
