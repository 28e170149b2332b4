"""Only English is read."""

from __future__ import annotations

import pytest

from tests.entities.marked import article
from tui_reader.entities.language import is_english

ENGLISH = (
    "The ferry that was built by the town is to sail from the old harbour with all of the mail and the fish."
)
GERMAN = (
    "Die Fähre, die von der Stadt gebaut wurde, soll mit der ganzen Post und dem Fisch vom alten Hafen "
    "ablegen und nach Norden fahren."
)
DUTCH = (
    "De veerboot die door de stad is gebouwd zal in de ochtend met alle post en vis uit de oude haven "
    "vertrekken of niet."
)

TABLE = """
Dorna 3 Velna 1, Ovrana 0 Rijeka 0 (aet, Rijeka 4-2 on pens), Zadar 2 Split 2
Standings (played, won, drawn, lost, for, against): Dorna 12 9 2 1 28 9, Velna 12 8 1 3 22 14, Split 12 5 5
"""


@pytest.mark.parametrize(
    ("language", "text", "is_read"),
    [
        ("en", ENGLISH, True),
        ("", ENGLISH, True),
        ("", GERMAN, False),
        ("", DUTCH, False),
        ("en", GERMAN, False),
        ("de", GERMAN, False),
        ("fr", ENGLISH, False),
        ("", "Too short", False),
        ("en", "Too short", True),
        ("en", TABLE, True),
        ("", TABLE, False),
    ],
)
def test_a_text_is_english_by_its_word_and_by_its_words(language: str, text: str, is_read: bool) -> None:
    assert is_english(article("", text, language=language), text) is is_read
