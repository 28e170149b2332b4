"""Lessons say what each token may be, and vary without saying anything wrong."""

from __future__ import annotations

import random

import numpy as np

from training.tagger.lessons import Lesson, lessons, with_headline
from training.tagger.material import UNKNOWN, Marked, Source
from training.tagger.swapping import TEAM, pools, swapped
from training.tagger.tags import possible_tags, tags_of
from tui_reader.entities.tagger.decoding import TAGS
from tui_reader.entities.tagger.tokens import tokens

TEXT = "Ana Paz met Bo. Paz left Oslo."
NAMES = (Marked(0, 7, "PER"), Marked(12, 14, "PER"), Marked(16, 19, "PER"), Marked(25, 29, "LOC"))


def lesson(text: str = TEXT, names: tuple[Marked, ...] = NAMES) -> Lesson:
    (found,) = lessons(Source("1", text, names), is_complete=True)
    return found


def test_a_complete_text_leaves_nothing_open() -> None:
    found = lesson()
    assert (found.targets.sum(1) == 1).all()
    assert found.targets.argmax(1)[:4].tolist() == [*tags_of("PER", 2), 0, *tags_of("PER", 1)]
    assert found.names == ((0, 1, "PER"), (3, 3, "PER"), (5, 5, "PER"), (7, 7, "LOC"))


def test_a_text_without_other_names_leaves_these_open_outside_its_names() -> None:
    found = possible_tags(tokens(TEXT), Source("1", TEXT, NAMES))
    assert found[0].sum() == 1
    assert np.flatnonzero(found[2]).tolist() == [0, *range(13, TAGS)]


def test_where_a_name_is_unsure_all_is_possible() -> None:
    found = possible_tags(tokens(TEXT), Source("1", TEXT, (Marked(12, 14, UNKNOWN),), knows_others=True))
    assert found[3].sum() == TAGS


def test_a_long_text_is_parted_at_a_line_break() -> None:
    text = "\n".join("word " * 99 + "Oslo" for _ in range(20))
    parts = list(lessons(Source("1", text), is_complete=True))
    assert sum(len(part.forms) for part in parts) == len(tokens(text).forms)
    assert all(len(part.forms) <= 700 and part.forms[0] == "word" for part in parts)


def test_a_surname_is_swapped_with_its_full_name() -> None:
    names = {"PER": (("Kim", "Lee"),), "LOC": (("Rome",),), "ORG": ()}
    found = swapped(lesson(), names, 1.0, random.Random(1))
    assert " ".join(found.forms) == "Kim Lee met Bo . Lee left Rome ."
    assert found.targets.argmax(1).tolist() == lesson().targets.argmax(1).tolist()


def test_tags_follow_a_name_of_another_length() -> None:
    names = {"LOC": (("New", "York"),)}
    found = swapped(lesson(), names, 1.0, random.Random(1))
    assert found.forms[-3:] == ("New", "York", ".")
    assert found.targets.argmax(1)[-3:].tolist() == [*tags_of("LOC", 2), 0]
    assert found.names[-1] == (7, 8, "LOC")


def test_a_team_that_goes_by_its_town_becomes_another_town_and_the_town_stays() -> None:
    names = {"LOC": (), "ORG": (("Acme",),), TEAM: (("Lille",), ("Oslo",))}
    teams = lesson("Oslo beat Bo. He left Oslo.", (Marked(0, 4, "ORG"), Marked(22, 26, "LOC")))
    found = {swapped(teams, names, 1.0, random.Random(seed)).forms for seed in range(20)}
    assert {" ".join(forms) for forms in found} == {
        "Oslo beat Bo . He left Oslo .",
        "Lille beat Bo . He left Oslo .",
    }


def test_what_stands_in_capitals_is_swapped_in_capitals_but_for_short_forms() -> None:
    names = {"LOC": (("Rome",),), "ORG": (("Acme",),)}
    capitals = lesson("IMF IN HAMBURG", (Marked(0, 3, "ORG"), Marked(7, 14, "LOC")))
    assert swapped(capitals, names, 1.0, random.Random(1)).forms == ("Acme", "IN", "ROME")


def test_names_for_swapping_are_those_of_the_lessons() -> None:
    assert pools([lesson()])["LOC"] == (("Oslo",),)


def test_a_headline_changes_letters_only() -> None:
    chance = random.Random(1)
    varied = [with_headline(lesson("ana said nothing.", ()), chance).forms for _ in range(200)]
    assert {" ".join(forms) for forms in varied} == {
        "ana said nothing .",
        "Ana Said Nothing .",
        "ANA SAID NOTHING .",
    }
