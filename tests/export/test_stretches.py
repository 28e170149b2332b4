from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.export.stretches import render
from tui_reader.models import Inline, Style

STRETCHES = st.lists(
    st.builds(
        Inline,
        start=st.integers(-2, 12),
        end=st.integers(-2, 14),
        style=st.sampled_from(list(Style)),
        target=st.sampled_from(["https://a.example/", "javascript:x", ""]),
    ),
    max_size=8,
)
TAG = re.compile(r"<(/?)([a-z-]+)>")


def tagged(text: str, inlines: list[Inline]) -> str:
    """Return the text with each stretch in a tag named after its style."""
    return render(text, inlines, str, lambda inline, marked: f"<{inline.style}>{marked}</{inline.style}>")


@given(st.text("abc ", max_size=10), STRETCHES)
def test_marks_nest_and_no_text_is_lost(text: str, inlines: list[Inline]) -> None:
    written = tagged(text, inlines)
    assert TAG.sub("", written) == text
    open_tags: list[str] = []
    for closing, name in TAG.findall(written):
        if closing:
            assert open_tags.pop() == name
        else:
            assert name not in open_tags
            open_tags.append(name)
    assert open_tags == []


@given(st.text("abc ", min_size=1, max_size=10), STRETCHES)
def test_each_character_has_exactly_the_styles_that_cover_it(text: str, inlines: list[Inline]) -> None:
    wanted = [
        {
            str(inline.style)
            for inline in inlines
            if inline.start <= place < inline.end
            and (inline.style is not Style.LINK or inline.target.startswith("https:"))
        }
        for place in range(len(text))
    ]
    got: list[set[str]] = []
    open_tags: set[str] = set()
    for closing, name, character in re.findall(r"<(/?)([a-z-]+)>|(.)", tagged(text, inlines)):
        if character:
            got.append(set(open_tags))
        elif closing:
            open_tags.remove(name)
        else:
            open_tags.add(name)
    assert got == wanted


def test_a_thousand_nested_stretches_of_one_style_are_one() -> None:
    text = "x" * 4000
    inlines = [Inline(i, len(text) - i, Style.EMPHASIS) for i in range(2000)]
    assert tagged(text, inlines) == f"<emphasis>{text}</emphasis>"
