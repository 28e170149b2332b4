"""Names lose what isn't part of them."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities import trim


@pytest.mark.parametrize(
    ("raw", "trimmed"),
    [
        ("He fled {place:the Netherlands} then.", "He fled the {place:Netherlands} then."),
        ("{organisation:The Senate} met.", "The {organisation:Senate} met."),
        ("They told {organisation:The Harbour Post} so.", "They told {organisation:The Harbour Post} so."),
        ("{person:Ana Horvat's} boat", "{person:Ana Horvat}'s boat"),
        ("{person:James’} boat", "{person:James}’ boat"),
        ("{person:Horvat et al.} wrote", "{person:Horvat} et al. wrote"),
        ("{place:Rijeka 2-1}", "{place:Rijeka} 2-1"),
        ("{other:Falcon 9} flew", "{other:Falcon 9} flew"),
        ("“{place:Zadar,”} she said", "“{place:Zadar},” she said"),
        ("in {place:the U.S.} today", "in the {place:U.S.} today"),
        ("{organisation:Harbour Board (HB)}", "{organisation:Harbour Board} (HB)"),
    ],
)
def test_the_edges_of_a_name_are_trimmed(raw: str, trimmed: str) -> None:
    text, spans = read_marks(raw)
    assert write_marks(text, trim.edges(text, spans)) == trimmed


@pytest.mark.parametrize(
    ("raw", "cut"),
    [
        ("{person:Ana Horvat\nRijeka}", ["Ana Horvat", "Rijeka"]),
        ("{organisation:Dorna, Velna}", ["Dorna", "Velna"]),
        ("{organisation:Dorna\n}", ["Dorna"]),
        ("{person:Ana Horvat\tRijeka}\t12", ["Ana Horvat", "Rijeka"]),
        ("{person:Ana Horvat   Rijeka}   12", ["Ana Horvat", "Rijeka"]),
        ("{organisation:Dorna, Inc.}", ["Dorna, Inc"]),
        ("{organisation:Dorna}, {organisation:LLC}", ["Dorna, LLC"]),
        ("{place:Ovrana}, {place:D.C.}, {place:Velna}", ["Ovrana, D.C.", "Velna"]),
        ("{person:Ana Horvat}, Jr. spoke", ["Ana Horvat, Jr"]),
        ("{place:Dorna}, Incidentally", ["Dorna"]),
    ],
)
def test_a_name_runs_over_a_comma_only_into_its_ending_and_never_over_a_break(
    raw: str, cut: list[str]
) -> None:
    text, spans = read_marks(raw)
    spans = trim.edges(text, trim.at_breaks(text, trim.with_endings(text, spans)))
    assert [span.text(text) for span in spans] == cut


@pytest.mark.parametrize(
    ("raw", "trimmed"),
    [
        ("{person:President Ana Horvat} spoke", "President {person:Ana Horvat} spoke"),
        ("{organisation:Prime Minister Horvat} spoke", "Prime Minister {person:Horvat} spoke"),
        ("Head of {organisation:State Ana Horvat} spoke", "Head of State {person:Ana Horvat} spoke"),
        ("Mr. {place:Babić} left", "Mr. {person:Babić} left"),
        ("{person:Captain Babić} left", "Captain {person:Babić} left"),
        ("{person:Major General Babić} left", "Major General {person:Babić} left"),
        ("{person:Ana King Horvat} left", "{person:Ana King Horvat} left"),
        ("{person:Ana Horvat King Jr} left", "{person:Ana Horvat King Jr} left"),
        ("{place:King County} voted", "{place:King County} voted"),
        ("the {organisation:General Assembly} met", "the {organisation:General Assembly} met"),
    ],
)
def test_a_title_comes_off_and_makes_a_person(raw: str, trimmed: str) -> None:
    text, spans = read_marks(raw)
    assert write_marks(text, trim.titles(text, spans)) == trimmed


def test_what_can_name_nobody_is_dropped() -> None:
    text, spans = read_marks(
        "{organisation:The} {person:X} and {place:here}, {organisation:@harbour} and {organisation:GDP} "
        "and {place:Zadar}"
    )
    assert write_marks(text, trim.without_junk(text, spans)) == (
        "The X and here, @harbour and GDP and {place:Zadar}"
    )
