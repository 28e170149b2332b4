"""A place in an article outlasts another cleaning of its page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.models import Block, BlockKind, Position
from tui_reader.places import carried_over


def _blocks(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)


_TEXTS = st.lists(st.sampled_from("abcdef"), max_size=8).map(lambda texts: _blocks(*texts))


def test_a_paragraph_is_found_where_it_stands_now() -> None:
    assert carried_over(
        Position(1, 3), _blocks("one", "twenty", "three"), _blocks("nav", "one", "twenty")
    ) == (Position(2, 3))


def test_of_equal_paragraphs_the_nearest_is_meant() -> None:
    old = _blocks("ad", "one", "ad", "two", "ad")
    assert carried_over(Position(2, 1), old, _blocks("ad", "one", "more", "ad", "two", "ad")) == Position(
        3, 1
    )


def test_where_a_paragraph_is_gone_the_next_one_is_meant() -> None:
    assert carried_over(Position(1, 9), _blocks("one", "advert", "two"), _blocks("one", "two")) == Position(
        1, 0
    )


def test_at_the_end_it_is_the_one_before() -> None:
    assert carried_over(Position(2, 4), _blocks("one", "two", "advert"), _blocks("one", "two")) == Position(
        1, 0
    )


def test_in_another_text_it_is_as_far_down() -> None:
    assert carried_over(Position(5, 1), _blocks(*"abcdefghij"), _blocks(*"ABCDEFGHIJKLMNOPQRST")) == Position(
        10
    )


def test_the_top_stays_the_top() -> None:
    assert carried_over(Position(), _blocks("one"), _blocks("nav", "one")) == Position()


@given(_TEXTS, _TEXTS, st.integers(-1, 9), st.integers(0, 5))
def test_it_is_always_a_place_of_the_new_text(
    old: tuple[Block, ...], new: tuple[Block, ...], block: int, character: int
) -> None:
    place = Position(block, character)
    carried = carried_over(place, old, new)
    assert carried == place or 0 <= carried.block < len(new)


@given(_TEXTS, st.integers(-1, 9), st.integers(0, 5))
def test_in_the_same_text_it_stays(text: tuple[Block, ...], block: int, character: int) -> None:
    assert carried_over(Position(block, character), text, text) == Position(block, character)
