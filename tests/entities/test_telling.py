"""The names that say most about an article come first."""

from __future__ import annotations

from tests.entities.marked import ListedNames, article
from tui_reader.entities import recognise, telling_names
from tui_reader.models import Kind, Names

KINDS: dict[str, Kind | None] = {
    "Ana Horvat": Kind.PERSON,
    "Luka Horvat": Kind.PERSON,
    "Ursula von der Linde": Kind.PERSON,
    "Xu Wei": Kind.PERSON,
    "Zadar": Kind.PLACE,
    "Ovrana": Kind.PLACE,
    "Harbour Board": Kind.ORGANISATION,
}


def names_in(title: str, *paragraphs: str) -> Names:
    return recognise(article(title, *paragraphs), ListedNames(KINDS))


def test_names_come_by_mentions_and_a_title_counts_more() -> None:
    names = names_in("Zadar waits", "Ovrana, Ovrana. Zadar. Harbour Board. On Monday it cost $5.")
    assert telling_names(names) == ("Zadar", "Ovrana", "Harbour Board")


def test_at_most_as_many_as_asked_for() -> None:
    assert telling_names(names_in("", "Ovrana and Ovrana and Zadar."), limit=1) == ("Ovrana",)


def test_a_name_that_the_library_has_everywhere_tells_little() -> None:
    names = names_in("", "Ovrana and Ovrana and Zadar.")
    assert telling_names(names, [50, 0]) == ("Zadar", "Ovrana")


def test_a_person_is_shown_by_the_form_that_the_article_uses() -> None:
    assert telling_names(names_in("", "Ana Horvat came. Horvat sat.")) == ("Horvat",)
    assert telling_names(names_in("", "Xu Wei came. Later Xu sat.")) == ("Xu",)
    assert telling_names(names_in("", "Ana Horvat came. Ana and Horvat are one.")) == ("Horvat",)


def test_a_person_always_named_in_full_is_shown_by_surname_with_its_particles() -> None:
    assert telling_names(names_in("", "Ursula von der Linde came.")) == ("von der Linde",)


def test_two_people_with_one_surname_are_shown_in_full() -> None:
    assert telling_names(names_in("", "Ana Horvat and Luka Horvat came.")) == ("Ana Horvat", "Luka Horvat")


def test_an_article_without_names_has_no_telling_ones() -> None:
    assert telling_names(Names()) == ()
