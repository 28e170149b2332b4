"""Names in headlines are told from the words around them."""

from __future__ import annotations

import pytest

from tests.entities.marked import ListedNames, article, marked_blocks
from tui_reader.entities import recognise
from tui_reader.models import Kind

BODY = (
    "Ana Horvat, who leads the harbour of Ovrana, has asked Marko Babić to come back. The Port Authority of "
    "Ovrana agreed with Horvat, and the ferry to Kenya will sail."
)
KINDS: dict[str, Kind | None] = {
    "Ana Horvat": Kind.PERSON,
    "Marko Babić": Kind.PERSON,
    "Ovrana": Kind.PLACE,
    "Port Authority of Ovrana": Kind.ORGANISATION,
}


def headline(title: str, *found: str) -> str:
    """Return the title as it is marked when the recogniser takes the given stretches of it for names."""
    document = article(title, BODY)
    recogniser = ListedNames(KINDS | dict.fromkeys(found, Kind.ORGANISATION))
    return marked_blocks(document, recognise(document, recogniser))[0]


@pytest.mark.parametrize(
    ("title", "found", "marked"),
    [
        ("Horvat Asks Babić to Return", "Horvat Asks", "{person:Horvat} Asks {person:Babić} to Return"),
        (
            "Horvat Sees Light in Dark Days",
            "Sees Light in Dark Days",
            "{person:Horvat} Sees Light in Dark Days",
        ),
        ("Ana Horvat Speaks to Kenya", "Horvat Speaks", "{person:Ana Horvat} Speaks to {place:Kenya}"),
        ("Kenya Thanks Ovrana", "Kenya Thanks", "{place:Kenya} Thanks {place:Ovrana}"),
        ("Horvat and Babić Meet", "Babić Meet", "{person:Horvat} and {person:Babić} Meet"),
        (
            "HORVAT MEETS BABIĆ IN OVRANA",
            "MEETS BABIĆ",
            "{person:HORVAT} MEETS {person:BABIĆ} IN {place:OVRANA}",
        ),
        # In a headline in sentence case only verbs and words that the body writes small come off.
        (
            "Harbour chief Luka Perić Agreed at last",
            "Luka Perić Agreed",
            "Harbour chief {organisation:Luka Perić} Agreed at last",
        ),
    ],
)
def test_a_headline_is_left_with_its_names(title: str, found: str, marked: str) -> None:
    assert headline(title, found) == marked


def test_a_longer_printed_name_is_not_cut_to_its_surname() -> None:
    assert headline("Kata Horvat Rows Home", "Kata Horvat") == "{organisation:Kata Horvat} Rows Home"
