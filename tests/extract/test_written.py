"""Plain text is laid out as blocks without being changed, and every place in them leads back to it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.errors import ExtractError
from tui_reader.extract import Written, written
from tui_reader.models import BlockKind, Entity, Kind, Mention, Names

_STORY = "Harbour opens\n\nThe harbour of Zadar opened on Monday.\n\nShips came."


def whole_blocks(found: Written) -> list[str]:
    """Return what stands in the text where each headline and block is said to be."""
    blocks = found.document.blocks
    texts = {-1: found.document.title} if found.document.title else {}
    texts |= {index: block.text for index, block in enumerate(blocks)}
    mentions = tuple(Mention(index, 0, len(text), Kind.OTHER, 0) for index, text in texts.items())
    placed = found.placed(Names((Entity(Kind.OTHER, "", 1),), mentions))
    assert {mention.block for mention in placed.mentions} <= {0}
    return [found.text[mention.start : mention.end] for mention in placed.mentions]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_headline_and_paragraphs_lead_back_to_the_text_whatever_ends_its_lines(end: str) -> None:
    text = _STORY.replace("\n", end)
    found = written(text.encode())
    assert found.text == text
    assert found.document.title == "Harbour opens"
    assert whole_blocks(found) == ["Harbour opens", "The harbour of Zadar opened on Monday.", "Ships came."]


def test_a_headline_that_is_repeated_is_a_heading() -> None:
    found = written(b"Harbour opens\n\nHarbour opens\n\nShips came.")
    assert [block.kind for block in found.document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize("text", ["It rained all day.\n\nThen it stopped.", "Rain", "Rain\nSun", ""])
def test_a_sentence_or_a_single_paragraph_is_no_headline(text: str) -> None:
    assert written(text.encode()).document.title == ""


def test_a_name_that_a_wrapped_line_cuts_is_whole_in_its_block() -> None:
    first = "The meeting of the harbour masters in the old town hall was opened by Ana"
    text = f"{first}\r\n  Horvat, who is new.\r\n"
    found = written(text.encode())
    (block,) = found.document.blocks
    assert block.text == f"{first} Horvat, who is new."
    start = block.text.index("Ana Horvat")
    (mention,) = found.placed(Names((), (Mention(0, start, start + 10, Kind.PERSON, 0),))).mentions
    assert text[mention.start : mention.end] == "Ana\r\n  Horvat"


@pytest.mark.parametrize(
    "body",
    [
        "Tōkyō 東京 🗼 is big.\n".encode(),
        codecs.BOM_UTF8 + "Tōkyō 東京 🗼 is big.\n".encode(),
        "Tōkyō 東京 🗼 is big.\n".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Tōkyō 東京 🗼 is big.\n".encode("utf-16-be"),
        "Tōkyō 東京 🗼 is big.\n".encode("utf-32"),
    ],
)
def test_the_mark_of_an_encoding_is_no_part_of_the_text(body: bytes) -> None:
    assert written(body).text == "Tōkyō 東京 🗼 is big.\n"


def test_control_characters_and_tabs_stay_where_they_are() -> None:
    text = "\tOne\x00\x85two\u2028three\u200b \x1b[1mfour\n"
    found = written(text.encode())
    assert found.text == text
    assert whole_blocks(found) == [text.strip()]


def test_an_older_encoding_is_told_by_its_letters() -> None:
    text = "Президент Казахстана поговорил с президентом Узбекистана о наводнении этой весной."
    assert written(text.encode("cp1251")).text == text


def test_bytes_that_are_no_text_are_told_with_their_place() -> None:
    with pytest.raises(ExtractError, match="byte 5"):
        written(b"\xff\xfeA\x00\x00\xd8")


def test_the_language_is_english_unless_the_text_shows_another() -> None:
    french = "Le maire de la ville est dans les rues avec une partie des habitants, et la pluie ne tombe pas."
    assert written(french.encode()).document.language == "fr"
    assert written(b"Zadar 3 Split 2").document.language == "en"


# A text with many nulls is taken for UTF-16.
_CHARACTERS = st.sampled_from("aB. \t\r\n\f\v\x1c\x85\u2028é東🗼#-") | st.characters(
    codec="utf-8", exclude_characters="\x00\ufeff"
)


@given(st.text(_CHARACTERS, max_size=60))
def test_nothing_of_a_text_is_lost_and_every_block_leads_back(text: str) -> None:
    found = written(text.encode())
    assert found.text == text
    pieces = ["".join(piece.split()) for piece in whole_blocks(found)]
    assert "".join(pieces) == "".join(text.split())
    blocks = [found.document.title, *(block.text for block in found.document.blocks)]
    assert pieces == ["".join(block.split()) for block in blocks if block]


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_sentence_says_why_not(body: bytes) -> None:
    try:
        text = written(body).text
    except ExtractError as error:
        text = str(error)
    assert isinstance(text, str)
