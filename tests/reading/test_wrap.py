from __future__ import annotations

from typing import SupportsIndex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.reading import wrap as module
from tui_reader.reading.cells import clusters, is_simple, width
from tui_reader.reading.wrap import wrap

PROPERTY = settings(max_examples=300, deadline=None, derandomize=True)


def lines(text: str, measure: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, measure)]


def test_a_text_breaks_at_its_spaces_and_the_spaces_go() -> None:
    assert lines("the glacier that forgot", 12) == ["the glacier", "that forgot"]


def test_a_space_that_does_not_fit_any_more_costs_no_room() -> None:
    assert lines("glacier ice", 7) == ["glacier", "ice"]


def test_line_breaks_in_the_text_are_kept_and_so_are_empty_lines() -> None:
    assert lines("one\n\ntwo three", 40) == ["one", "", "two three"]
    assert lines("", 40) == [""]


def test_a_dash_ends_a_line_but_never_begins_one() -> None:
    assert lines("they waited—for years", 12) == ["they waited—", "for years"]


def test_a_short_hyphenated_name_stays_together() -> None:
    assert lines("said Kassym-Jomart then", 14) == ["said", "Kassym-Jomart", "then"]


def test_a_long_compound_breaks_after_its_hyphen() -> None:
    assert lines("a state-of-the-art-and-then-some engine", 20) == [
        "a state-of-the-art-",
        "and-then-some engine",
    ]


def test_an_address_breaks_after_a_slash_and_else_anywhere() -> None:
    assert lines("see https://example.org/abcdefghijklmnopqrstuvwxyz", 20) == [
        "see https://",
        "example.org/",
        "abcdefghijklmnopqrst",
        "uvwxyz",
    ]


def test_chinese_breaks_between_characters_but_not_before_closing_punctuation() -> None:
    assert lines("洪水过后，两国将加强合作。", 8) == ["洪水过", "后，两国", "将加强合", "作。"]


def test_chinese_breaks_not_after_opening_punctuation() -> None:
    assert lines("他说（谢谢）", 6) == ["他说", "（谢", "谢）"]


def test_korean_breaks_at_spaces_only() -> None:
    assert lines("대통령은 오늘 말했다", 10) == ["대통령은", "오늘", "말했다"]


def test_a_no_break_space_holds_its_neighbours_together() -> None:
    assert lines("il dit\u00a0: oui", 7) == ["il", "dit\u00a0:", "oui"]


@pytest.mark.parametrize("whole", ["👨‍👩‍👧‍👦", "🇰🇿", "👍🏽", "e\u0301\u0302", "กำ", "❤️"])
def test_what_is_one_character_to_a_reader_is_never_split(whole: str) -> None:
    assert all(line.replace(whole, "") == "" for line in lines(whole * 9, 5))


def test_two_flags_are_two_characters_of_two_cells() -> None:
    assert clusters("🇰🇿🇺🇿") == [(0, 2, 2), (2, 4, 2)]


@PROPERTY
@given(st.text(st.sampled_from("ab -/—–.,“”’\u00a0é"), max_size=60), st.integers(1, 30))
def test_the_quick_way_for_simple_text_breaks_as_the_way_for_any_script(text: str, measure: int) -> None:
    assert is_simple(text)
    stop = len(text)
    quick = list(module._break_simple(text, 0, stop, measure))
    assert quick == list(module._break_clusters(text, 0, stop, measure))


@PROPERTY
@given(st.text(max_size=120), st.integers(2, 40))
def test_no_character_is_lost_but_space_at_breaks_and_no_line_is_too_wide(text: str, measure: int) -> None:
    previous = 0
    for start, end in wrap(text, measure):
        assert text[previous:start].strip(" \n") == ""
        previous = end
        # Only a single character that is itself wider may pass the edge.
        assert width(text[start:end]) <= measure or len(clusters(text[start:end])) == 1
    assert text[previous:].strip(" \n") == ""


class Counted(str):
    """A text that counts how often a character of it is looked at."""

    __slots__ = ("reads",)

    def __getitem__(self, place: SupportsIndex | slice) -> str:
        self.reads = getattr(self, "reads", 0) + 1
        return super().__getitem__(place)


def test_a_long_paragraph_without_spaces_takes_no_more_work_for_each_character_than_a_short_one() -> None:
    short, long = Counted("洪水过后两国合作" * 50), Counted("洪水过后两国合作" * 500)
    for text in (short, long):
        wrap(text, 40)
    assert long.reads < 11 * short.reads
