"""A text's own words for who or what a name is are found; where they may be for somebody else, none are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entities.marked import ListedNames, article, read_marks
from tui_reader.entities import Span, recognise
from tui_reader.entities.appositives import descriptions
from tui_reader.entities.noun_phrases import LONGEST
from tui_reader.entities.roles import singular
from tui_reader.models import Block, BlockKind, Document, Kind

_SET = Path(__file__).with_name("descriptions.txt")
_EXPECTED = re.compile(r"= (?P<name>[^:]+): (?P<said>.+)")


def _cases() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each marked sentence with what it says of whom."""
    marked, expected = "", dict[str, str]()
    for line in _SET.read_text("utf-8").splitlines():
        if found := _EXPECTED.fullmatch(line):
            expected[found["name"]] = found["said"]
        elif line and not line.startswith("#"):
            if marked:
                yield marked, expected
            marked, expected = line, {}
    yield marked, expected


def _said(marked: str) -> dict[str, str]:
    text, spans = read_marks(marked)
    return {spans[number].text(text): said for number, said in descriptions(text, spans).items()}


@pytest.mark.parametrize(("marked", "expected"), _cases())
def test_a_name_is_described_in_the_words_of_the_text(marked: str, expected: dict[str, str]) -> None:
    assert _said(marked) == expected


def test_a_long_description_is_cut_before_a_preposition() -> None:
    (said,) = _said(
        "{person:Ada Lind}, the director of the institute for the study of very old documents from all the"
        " northern islands of the ocean, left."
    ).values()
    assert said == "the director of the institute for the study of very old documents"


def test_other_lines_describe_nobody() -> None:
    assert _said("A report by the mayor\n\n{person:Ada Lind}\n\nThe mayor of {place:Lund}") == {}


def test_a_headline_describes_nobody() -> None:
    reader = ListedNames({"Ada Lind": Kind.PERSON})
    found = recognise(article("Swedish activist Ada Lind held", "The activist Ada Lind was held."), reader)
    assert [mention.description for mention in found.mentions] == ["", "activist"]


def test_a_description_is_kept_with_its_mention_in_its_block() -> None:
    reader = ListedNames({"Ada Lind": Kind.PERSON, "Lind": Kind.PERSON})
    blocks = (
        Block(BlockKind.PARAGRAPH, "Ada Lind, the mayor of our town, was held and taken away by the police."),
        Block(
            BlockKind.PARAGRAPH, "The police said that Ada Lind had been seen near the harbour on that day."
        ),
    )
    found = recognise(Document("Held", blocks, language="en"), reader)
    assert [(mention.block, mention.description) for mention in found.mentions] == [
        (0, "the mayor of our town"),
        (1, ""),
    ]


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("banks", "bank"),
        ("agencies", "agency"),
        ("chairmen", "chairman"),
        ("coaches", "coach"),
        ("boss", "boss"),
    ],
)
def test_nouns_are_known_in_the_plural(many: str, one: str) -> None:
    assert singular(many) == one


_PIECES = st.sampled_from(
    [
        "Ada",
        ", ",
        " ",
        "the ",
        "mayor ",
        "of ",
        "Lund",
        ". ",
        "(",
        ")",
        "“",
        "\n",
        "is ",
        "a ",
        "one ",
        "'s ",
        "and ",
    ]
)


@given(st.lists(_PIECES, max_size=30), st.data())
def test_any_text_is_survived_and_each_description_stands_in_it(
    pieces: list[str], data: st.DataObject
) -> None:
    text = "".join(pieces)
    kinds = data.draw(st.lists(st.sampled_from(list(Kind)), min_size=2, max_size=2))
    spans = [
        Span(found.start(), found.end(), kinds[found[0] == "Ada"]) for found in re.finditer("Ada|Lund", text)
    ]
    for said in descriptions(text, spans).values():
        words = re.findall(r"\w+", said.removeprefix("was ").casefold())
        assert set(words) <= set(re.findall(r"\w+", text.casefold()))
        assert len(said) <= 2 * LONGEST
