"""Text from strangers can say what it likes, but steers nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.controls import MOST_MARKS, with_signs, without_controls
from tui_reader.harmless import harmless, harmless_line, is_plain, masked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\x1b]0;owned\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x9d52;c;AAAA\x9cb", "ab"),
        ("a\x1b[2J\x1b[31mred\x1b[0m", "ared"),
        ("a\x9b31mred", "ared"),
        ("a\x1bPq#0\x1b\\b", "ab"),
        ("a\x1bcb", "ab"),
        ("a\x07\x08\x00\x7fb", "ab"),
        ("a\r\nb\rc\x85d\u2028e", "a\nb\nc\nd\ne"),
        ("a\u202eb\u2066c\u200bd\ufeffe\u00adf", "abcdef"),
        ("a\ud800b", "ab"),
        ("tab\tand\nbreak", "tab\tand\nbreak"),
        ("[link=http://x]y[/nope]", "[link=http://x]y[/nope]"),
    ],
)
def test_what_steers_a_terminal_goes_and_the_rest_stays(text: str, left: str) -> None:
    assert harmless(text) == left


@pytest.mark.parametrize(
    "text", ["Crème brûlée", "Điện Biên Phủ", "می‌خواهم", "بِسْمِ ٱللَّٰهِ", "👩‍👩‍👧‍👦", "气候变化", "हिन्दी", "Ёлка"]
)
def test_text_of_the_world_is_left_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_a_tower_of_marks_is_levelled() -> None:
    assert harmless("e" + "\u0301" * 60 + "f") == "e" + "\u0301" * MOST_MARKS + "f"


def test_a_line_is_one_line() -> None:
    assert harmless_line("  a\n\tb\u3000c  ") == "a b c"


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", ["\x9d" * 80_000, "\x1b]" * 40_000, "\x9dab" * 40_000, "\x1b[" * 40_000])
def test_a_flood_of_controls_takes_no_time(text: str) -> None:
    assert set(harmless(text)) <= {"a", "b"}


@given(st.text())
def test_nothing_that_leaves_controls_anything(text: str) -> None:
    clean = harmless(text)
    assert not [c for c in clean if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n"]
    assert not set(clean) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b")
    assert harmless(clean) == clean


@given(st.text(st.characters(max_codepoint=0x2100)))
def test_plain_text_holds_nothing_to_take_out(text: str) -> None:
    if is_plain(text):
        assert without_controls(text) == text == with_signs(text)


def test_masking_keeps_every_offset() -> None:
    text = "a\x1b[31mb\u202ec\r\nd" + "e" + "\u0301" * 9
    shown = masked(text)
    assert len(shown) == len(text)
    assert shown[0] == "a"
    assert shown[text.index("b")] == "b"
    assert not set("\x1b\u202e\r") & set(shown)
    assert shown.count("\u0301") == MOST_MARKS
