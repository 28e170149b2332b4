"""A short form in brackets takes after its long name."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities.short_forms import with_short_forms


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
