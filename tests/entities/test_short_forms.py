"""A short form in brackets takes after its long name."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities.short_forms import with_initials, with_short_forms


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (
            "{organisation:Ovran Harbour Board} (OHB) met. {person:OHB} voted.",
            "{organisation:Ovran Harbour Board} ({organisation:OHB}) met. {organisation:OHB} voted.",
        ),
        (
            "{organisation:Servizi Elettorali} (“Serel”) met.",
            "{organisation:Servizi Elettorali} (“{organisation:Serel}”) met.",
        ),
        ("{place:Zadar} (AFP) met.", "{place:Zadar} (AFP) met."),
        ("{person:Ana Horvat} (BBC) met.", "{person:Ana Horvat} (BBC) met."),
    ],
)
def test_only_a_short_form_of_the_name_before_it_counts(raw: str, found: str) -> None:
    text, spans = read_marks(raw)
    assert write_marks(text, with_short_forms(text, spans)) == found


def test_a_defined_short_form_is_found_wherever_it_stands() -> None:
    text, spans = read_marks("{organisation:Ovran Harbour Board} (OHB) met. The OHB voted, and the OHB left.")
    assert write_marks(text, with_short_forms(text, spans)) == (
        "{organisation:Ovran Harbour Board} ({organisation:OHB}) met. "
        "The {organisation:OHB} voted, and the {organisation:OHB} left."
    )


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (
            "The {organisation:Bank of Ovran} met. {person:BoO} said no. A BoO2 is none.",
            "The {organisation:Bank of Ovran} met. {organisation:BoO} said no. A BoO2 is none.",
        ),
        (
            "The {organisation:Ovran Harbour and Ferry Board} met. OHFB voted.",
            "The {organisation:Ovran Harbour and Ferry Board} met. {organisation:OHFB} voted.",
        ),
        (
            "The {organisation:Union Sugar Agency} left the USA.",
            "The {organisation:Union Sugar Agency} left the USA.",
        ),
        (
            "The {organisation:Harbour Board} has an HB pencil.",
            "The {organisation:Harbour Board} has an HB pencil.",
        ),
        ("{person:Bo of Ovran} saw BoO.", "{person:Bo of Ovran} saw BoO."),
    ],
)
def test_the_initials_of_a_long_name_of_an_organisation_stand_for_it(raw: str, found: str) -> None:
    text, spans = read_marks(raw)
    assert write_marks(text, with_initials(text, spans)) == found
