"""The sentence around a name is a whole one, and a long one is cut where it reads on."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.dossiers import Passage
from tui_reader.sentences import sentence_around


def _around(text: str, name: str, most: int = 240) -> str:
    start = text.index(name)
    return sentence_around(text, start, start + len(name), most).text


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("Rain fell. Ada Lind went home. It was late.", "Ada Lind", "Ada Lind went home."),
        ("It was Dr. Ada Lind who left. So.", "Ada", "It was Dr. Ada Lind who left."),
        (
            "He met J. R. Moss in the U.S. Senate. They spoke.",
            "Moss",
            "He met J. R. Moss in the U.S. Senate.",
        ),
        ("Who? “Ada Lind!” she cried. Nobody came.", "Ada", "“Ada Lind!” she cried."),
        ("First line\nAda Lind, second line\nthird", "Ada", "Ada Lind, second line"),
        ("河水上涨。习近平打了电话。雨停了。", "习近平", "习近平打了电话。"),
        ("Rates rose by 3.5 per cent in Oslo. Good.", "Oslo", "Rates rose by 3.5 per cent in Oslo."),
        ("Oslo", "Oslo", "Oslo"),
        ("He came from Oslo. Later he left.", "Oslo.", "He came from Oslo."),
        ("Она жила в Москве. Потом уехала. Всё.", "Потом", "Потом уехала."),
        ("It cost 3\u00a0million in\tOslo.", "Oslo", "It cost 3 million in Oslo."),
    ],
)
def test_a_sentence_is_whole(text: str, name: str, sentence: str) -> None:
    assert _around(text, name) == sentence


def test_a_long_sentence_is_cut_at_clauses() -> None:
    text = (
        "When the long winter had ended, and the ice on the lake was breaking, Ada Lind took her stakes,"
        " which she had kept in the shed, and went up the glacier alone."
    )
    assert _around(text, "Ada Lind", 75) == "…ice on the lake was breaking, Ada Lind took her stakes…"
    assert _around(text, "stakes", 76) == "…Ada Lind took her stakes, which she had kept in the shed…"


def test_a_long_clause_is_cut_between_words() -> None:
    text = f"{'so ' * 90}Ada Lind {'and ' * 90}end."
    cut = _around(text, "Ada Lind", 40)
    assert cut == "…so so so so so Ada Lind and and and and…"


@given(st.text(alphabet="ab .!?,\n“”—。，A", max_size=400), st.data())
def test_the_name_stays_whole_and_in_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    passage = sentence_around(text, start, end, 40)
    assert "\n" not in passage.text
    assert (
        passage.text[passage.start : passage.end] == " ".join(text[start:end].split(" ")).replace("\n", " ")
        or passage.text[passage.start : passage.end].split() == text[start:end].split()
    )
    assert len(passage.text) <= 40 + 2
    plain = " ".join(passage.text.strip("…").split())
    assert plain in " ".join(text.split())


def test_a_text_of_a_million_characters_takes_no_time() -> None:
    text = "word, " * 200_000
    began = time.process_time()
    assert isinstance(sentence_around(text, 600_000, 600_004), Passage)
    assert time.process_time() - began < 0.2
