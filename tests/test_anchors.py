"""Words of an article are found again in whatever its text becomes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.anchors import SHORT, Quote, Told
from tui_reader.models import Block, BlockKind, Position


def told(*texts: str, title: str = "A title") -> Told:
    return Told(title, tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


WORDS = st.lists(st.sampled_from(["a", "fox", "fo", "dog", "the", "“so”", "–", "鹿"]), min_size=1, max_size=8)
TEXTS = st.lists(WORDS.map(" ".join), min_size=1, max_size=6)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Told, Position, Position]:
    """A text, and a stretch of it that has more than white space."""
    texts = draw(TEXTS)
    text = told(*texts)
    places = [Position(block, c) for block, each in enumerate(texts) for c in range(len(each) + 1)]
    start = draw(st.sampled_from(places))
    end = draw(st.sampled_from([place for place in places if place >= start]))
    return (text, *text.trimmed(start, end))


@given(marked())
def test_in_the_same_text_every_stretch_is_found_where_it_is(mark: tuple[Told, Position, Position]) -> None:
    text, start, end = mark
    if start != end:
        assert text.find(text.quote(start, end), start) == (start, end)


@given(marked(), TEXTS)
def test_what_is_found_in_another_text_are_the_same_words(
    mark: tuple[Told, Position, Position], texts: list[str]
) -> None:
    text, start, end = mark
    other = told(*texts)
    found = other.find(text.quote(start, end), start)
    if found is not None:
        assert other.words(*found).split() == text.words(start, end).split()


@given(marked(), TEXTS)
def test_words_are_found_below_what_was_put_above_them(
    mark: tuple[Told, Position, Position], above: list[str]
) -> None:
    text, start, end = mark
    blocks = text.text.split("\n")[1:]
    other = told(*above, *blocks, title="A title")
    if start != end:
        found, words = other.find(text.quote(start, end), start), text.words(start, end)
        # What is short and stands above too isn't guessed at.
        assert other.words(*found) == words if found is not None else len(words.strip()) < SHORT


def test_what_stands_around_them_tells_which_of_equal_words_are_meant() -> None:
    text = told("One said no. Two said no. Three said no.")
    quote = text.quote(Position(0, 22), Position(0, 24))
    assert quote.words == "no"
    other = told("Three said no. Some more. One said no. Two said no.")
    assert other.find(quote, Position(0, 22)) == (Position(0, 48), Position(0, 50))


def test_words_may_be_set_with_other_quotation_marks_dashes_and_breaks() -> None:
    quote = told("He said: “It’s over – for now”.").quote(Position(0, 9), Position(0, 30))
    other = told("Intro.", 'He said: "It\'s over -\nfor now".')
    found = other.find(quote, Position(0, 9))
    assert found is not None
    assert other.words(*found) == '"It\'s over -\nfor now"'


def test_a_stretch_over_two_paragraphs_is_found_if_they_become_one() -> None:
    quote = told("It was late.", "Nobody slept.").quote(Position(0, 7), Position(1, 6))
    assert quote.words == "late.\nNobody"
    assert told("", "It was late. Nobody slept.").find(quote, Position()) == (Position(1, 7), Position(1, 19))


def test_a_word_is_not_found_within_another() -> None:
    quote = told("The art of war.").quote(Position(0, 4), Position(0, 7))
    assert told("A party in the evening.").find(quote, Position()) is None
    assert told("A start.").find(Quote("art", "st", "."), Position()) == (Position(0, 4), Position(0, 7))


def test_a_common_word_is_gone_rather_than_anywhere_if_nothing_around_it_is_left() -> None:
    quote = told("They saw the glacier.").quote(Position(0, 9), Position(0, 12))
    assert told("On the hill", "by the sea").find(quote, Position()) is None


def test_pictures_are_no_part_of_the_words() -> None:
    text = Told(
        "",
        (
            Block(BlockKind.PARAGRAPH, "Before."),
            Block(BlockKind.IMAGE, "a glacier"),
            Block(BlockKind.PARAGRAPH, "After."),
        ),
    )
    assert text.words(Position(0, 0), Position(2, 6)) == "Before.\nAfter."
    assert text.words(Position(1, 2), Position(2, 5)) == "After"
    assert text.trimmed(Position(1, 0), Position(1, 4)) == (Position(1, 0), Position(1, 0))
