"""The tagger as it comes with the reader."""

from __future__ import annotations

import subprocess
import sys

import numpy as np

from tests.entities.marked import article, marked_blocks
from tui_reader.entities import recognise
from tui_reader.entities.tagger.tagger import Tagger
from tui_reader.models import Kind

TITLE = "Sandu Thanks Costa for Flood Aid"
PARAGRAPHS = (
    "Chisinau, The Danube Herald: President Maia Sandu thanked António Costa on Tuesday for 20 million euros "
    "that the European Union has promised to Moldova after the floods.",
    "Costa told Sandu that help from Brussels would arrive by the end of June. The money is meant for "
    "villages along the river, where some 300 houses were damaged in 2024.",
)


def test_an_article_is_read_with_all_its_names() -> None:
    document = article(TITLE, *PARAGRAPHS)
    assert marked_blocks(document, recognise(document, Tagger())) == [
        "{person:Sandu} Thanks {person:Costa} for Flood Aid",
        "{place:Chisinau}, {organisation:The Danube Herald}: President {person:Maia Sandu} thanked "
        "{person:António Costa} on {date:Tuesday} for {money:20 million euros} that the "
        "{organisation:European Union} has promised to {place:Moldova} after the floods.",
        "{person:Costa} told {person:Sandu} that help from {place:Brussels} would arrive by the end of "
        "{date:June}. The money is meant for villages along the river, where some 300 houses were damaged in "
        "{date:2024}.",
    ]


def test_other_names_are_told_from_peoples_which_are_of_no_kind() -> None:
    text = "The German minister Ana Schmidt won the Nobel Peace Prize."
    kinds = {span.text(text): span.kind for span in Tagger().read(text)}
    assert kinds["German"] is None
    assert kinds["Nobel Peace Prize"] is Kind.OTHER
    assert kinds["Ana Schmidt"] is Kind.PERSON


def test_a_long_text_is_read_in_parts_with_offsets_into_the_whole() -> None:
    line = "President Maia Sandu met António Costa in Brussels on the third day of the week.\n"
    text = line * 500
    spans = list(Tagger().read(text))
    assert sum(span.text(text) == "Maia Sandu" for span in spans) == 500
    assert sum(span.text(text) == "Brussels" for span in spans) == 500


def test_scores_are_shares() -> None:
    text = " ".join(PARAGRAPHS)
    scores = [span.score for span in Tagger().read(text)]
    assert scores
    assert 0 < min(scores) <= max(scores) <= 1


def test_nothing_comes_of_nothing() -> None:
    assert list(Tagger().read("")) == []
    assert list(Tagger().read(" \t")) == []


def test_a_surrogate_and_a_word_without_end_are_read() -> None:
    text = "\ud800 " + "x" * 100_000 + " Maia Sandu."
    assert "Maia Sandu" in {span.text(text) for span in Tagger().read(text)}


def test_the_tagger_needs_nothing_but_numpy() -> None:
    code = (
        "import sys; from tui_reader.entities.tagger.tagger import Tagger; "
        "list(Tagger().read('Ana met Bo.')); "
        "print(sorted({'spacy', 'thinc', 'jax', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_same_text_has_the_same_names_whatever_was_read_before() -> None:
    fresh, used = Tagger(), Tagger()
    list(used.read("Brussels sprouts for Costa Coffee."))
    found = [list(each.read(PARAGRAPHS[0])) for each in (fresh, used)]
    assert [(s.start, s.end, s.kind) for s in found[0]] == [(s.start, s.end, s.kind) for s in found[1]]
    assert np.allclose([s.score for s in found[0]], [s.score for s in found[1]], atol=1e-5)
