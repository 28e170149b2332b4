"""A name is as sure as its mentions are, and what rules find is as sure as what vouches for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entities.marked import ListedNames, article, read_marks
from tui_reader.entities import Span, recognise
from tui_reader.entities.clean_up import clean_up
from tui_reader.entities.recognition import OTHER_THRESHOLD, lit
from tui_reader.entities.running_text import running_text
from tui_reader.models import Kind, Naming
from tui_reader.values import replace


def scores_of(marked: str, *scores: float) -> list[tuple[str, float]]:
    """Return the names with their scores after the clean-up, where those that are marked have these."""
    text, spans = read_marks(marked)
    found = [replace(span, score=score) for span, score in zip(spans, scores, strict=True)]
    running = running_text(article("", text))
    assert running.text == text
    return [(span.text(text), round(span.score, 9)) for span in clean_up(running, found)]


@pytest.mark.parametrize(
    ("marked", "scores", "expected"),
    [
        # The mean of all mentions of a name is the score of each.
        (
            "They saw {place:Ovrana}. We like {place:Ovrana}.",
            (0.9, 0.5),
            [("Ovrana", 0.7), ("Ovrana", 0.7)],
        ),
        # Mentions that were found to be of another kind don't count.
        (
            "{place:Ovrana} fell. {place:Ovrana} won. Then {person:Ovrana} sank.",
            (0.9, 0.7, 0.1),
            [("Ovrana", 0.8), ("Ovrana", 0.8), ("Ovrana", 0.8)],
        ),
        # A mention that was missed is as sure as those that were found.
        (
            "They saw {place:Ovrana}. We like Ovrana.",
            (0.6,),
            [("Ovrana", 0.6), ("Ovrana", 0.6)],
        ),
        # A surname is as sure as the full name, a short form as the long one, initials as their words.
        ("{person:Ana Horvat} came. Horvat sat.", (0.6,), [("Ana Horvat", 0.6), ("Horvat", 0.6)]),
        (
            "{person:Ana Horvat} came. {place:Horvat} sat.",
            (0.6, 0.9),
            [("Ana Horvat", 0.6), ("Horvat", 0.6)],
        ),
        (
            "The {organisation:Harbour Board} (HABO) met, and HABO voted.",
            (0.6,),
            [("Harbour Board", 0.6), ("HABO", 0.6), ("HABO", 0.6)],
        ),
        (
            "The {organisation:Bank of Ovran} met. Then BoO said no.",
            (0.6,),
            [("Bank of Ovran", 0.6), ("BoO", 0.6)],
        ),
        # What only its surroundings make what it is may well be wrong; what everybody knows is sure.
        ("The {person:Akra} press service told us.", (0.9,), [("Akra", 0.5)]),
        ("They left Kenya. {person:Unesco} met.", (0.6,), [("Kenya", 1.0), ("Unesco", 1.0)]),
    ],
)
def test_scores_flow_through_the_rules(
    marked: str, scores: tuple[float, ...], expected: list[tuple[str, float]]
) -> None:
    assert scores_of(marked, *scores) == expected


@given(st.lists(st.floats(0, 1), min_size=1, max_size=9))
def test_the_score_of_a_name_lies_among_those_of_its_mentions(scores: list[float]) -> None:
    marked = " ".join(["They saw {place:Ovrana}."] * len(scores))
    text, spans = read_marks(marked)
    found = [replace(span, score=score) for span, score in zip(spans, scores, strict=True)]
    for span in clean_up(running_text(article("", text)), found):
        assert min(scores) - 1e-9 <= span.score <= max(scores) + 1e-9


def test_the_threshold_is_the_user_s() -> None:
    class Unsure(ListedNames):
        def read(self, text: str) -> Iterator[Span]:
            return (replace(span, score=0.6) for span in super().read(text))

    document = article("", "They saw Ovrana.")
    for threshold, count in ((0.0, 1), (0.6, 1), (0.61, 0)):
        names = recognise(document, Unsure({"Ovrana": Kind.PLACE}), Naming(threshold=threshold))
        assert [mention.score for mention in names.mentions] == [0.6] * count


def test_what_is_unsure_is_left_unlit_and_another_name_must_be_surer() -> None:
    spans = [
        Span(start, start + 1, kind, score)
        for start, (kind, score) in enumerate(
            [
                (Kind.PLACE, 0.4),
                (Kind.PLACE, 0.39),
                (Kind.OTHER, OTHER_THRESHOLD),
                (Kind.OTHER, OTHER_THRESHOLD - 0.01),
            ]
        )
    ]
    assert [span.start for span in lit(spans, 0.4)] == [0, 2]
    assert [span.start for span in lit(spans, 0.9)] == []
