"""One name has one kind throughout a document."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities import voting
from tui_reader.models import Kind
from tui_reader.values import replace


def by_majority(marked: str) -> str:
    text, spans = read_marks(marked)
    return write_marks(text, voting.by_majority(text, spans))


def test_the_majority_decides_for_every_mention() -> None:
    assert by_majority("{person:Ovrana}. {organisation:Ovrana}. {person:Ovrana}.") == (
        "{person:Ovrana}. {person:Ovrana}. {person:Ovrana}."
    )


def test_names_that_are_not_lit_have_a_vote() -> None:
    assert by_majority("{organisation:Ovrans}. {unlit:Ovrans}. {unlit:Ovrans}.").count("{unlit:Ovrans}") == 3


@pytest.mark.parametrize(
    ("raw", "voted"),
    [
        ("a village in {person:Ovrana} burnt", "a village in {place:Ovrana} burnt"),
        ("{place:Babić} said no. {person:Babić} left.", "{person:Babić} said no. {person:Babić} left."),
        ("the {person:Ovrana} press service", "the {organisation:Ovrana} press service"),
        ("{person:Ovrana River} rose", "{place:Ovrana River} rose"),
        ("{person:Ovrana Ministry} denied it", "{organisation:Ovrana Ministry} denied it"),
        ("{organisation:Anna-Maria Velde} won", "{person:Anna-Maria Velde} won"),
        ("{organisation:Anna Velde Bank} won", "{organisation:Anna Velde Bank} won"),
        ("{person:Anna Velde Prize} won", "{other:Anna Velde Prize} won"),
        ("{person:Kenya} won", "{place:Kenya} won"),
        ("{place:Unesco} met", "{organisation:Unesco} met"),
    ],
)
def test_the_words_around_a_name_tell_its_kind(raw: str, voted: str) -> None:
    assert by_majority(raw) == voted


def test_a_town_that_is_sure_to_stand_for_its_team_stays_a_team() -> None:
    text, spans = read_marks("{organisation:Kenya} 3 {organisation:Turku} 1. Rain in {place:Kenya}.")
    surely, hardly = (
        [replace(span, score=score) if span.kind is Kind.ORGANISATION else span for span in spans]
        for score in (0.8, 0.3)
    )
    assert write_marks(text, voting.by_majority(text, surely)) == (
        "{organisation:Kenya} 3 {organisation:Turku} 1. Rain in {place:Kenya}."
    )
    assert write_marks(text, voting.by_majority(text, hardly)).startswith("{place:Kenya} 3")


def people_by_part(marked: str) -> str:
    text, spans = read_marks(marked)
    return write_marks(text, voting.people_by_part(text, spans, spans))


def test_a_surname_makes_a_person() -> None:
    assert people_by_part("{person:Ana Horvat} spoke. {organisation:Horvat} left.") == (
        "{person:Ana Horvat} spoke. {person:Horvat} left."
    )


def test_a_first_name_makes_a_person_only_if_it_was_taken_for_one_before() -> None:
    assert people_by_part("{person:Ana Horvat}. {place:Ana}.") == "{person:Ana Horvat}. {place:Ana}."
    assert people_by_part("{person:Ana Horvat}. {person:Ana}. {person:Ana}. {place:Ana}.") == (
        "{person:Ana Horvat}. {person:Ana}. {person:Ana}. {person:Ana}."
    )


def test_a_country_stays_a_place_though_somebody_is_called_so() -> None:
    assert people_by_part("{person:Nick Jordan} flew to {place:Jordan}.").endswith("{place:Jordan}.")
