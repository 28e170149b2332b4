"""What the worker process does with one request."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.entities.marked import article
from tests.pipelines import pipeline_in
from tui_reader import entities
from tui_reader.codec import encode_document
from tui_reader.models import Document, Names, Naming
from tui_reader.saving.worker import Request, answer, serve

PAGE = b"""<html lang="fr"><title>La glace</title><article><h1>La glace</h1>
<p>La glace du fleuve a fondu, et les bateaux repartent vers la mer avec leurs filets et leurs hommes.</p>
<p>Au port on attendait ce jour depuis novembre, car sans poisson il n'y a rien au marche de la ville.</p>
</article></html>"""


def _request(body: bytes, work: str = "digest", pipelines: Sequence[str] = ()) -> Request:
    return {
        "work": work,
        "keep": "",
        "drop": "",
        "url": "https://example.org/glace",
        "content_type": "text/html",
        "body": base64.b64encode(body).decode(),
        "pipelines": pipelines,
        "threshold": 0.4,
        "deadline": 60,
    }


def test_a_page_is_cleaned_and_then_its_names_are_sought() -> None:
    result, named = answer(_request(PAGE))
    document: Any = result["document"]
    assert document["title"] == "La glace"
    assert "les bateaux repartent" in document["text"]
    assert named["names"] == {"entities": [], "mentions": [], "recogniser": ""}


def test_a_page_in_another_language_is_read_by_the_pipeline_that_is_asked_for(tmp_path: Path) -> None:
    folder = pipeline_in(tmp_path, "fr", port="LOC")
    _, named = answer(_request(PAGE, pipelines=[folder]))
    names: Any = named["names"]
    assert names["entities"] == [("place", "port", 1, "port")]
    assert names["recogniser"].startswith("fr_listed")


def test_the_whole_page_is_given_on_request() -> None:
    (result,) = answer(_request(PAGE, "whole"))
    document: Any = result["document"]
    assert "les bateaux repartent" in document["text"]


def test_a_page_without_text_is_an_error_and_the_next_is_read() -> None:
    requests = b"".join(json.dumps(_request(body)).encode() + b"\n" for body in (b"", PAGE))
    answers = io.BytesIO()
    serve(io.BytesIO(requests), answers)
    first, second, third = map(json.loads, answers.getvalue().splitlines())
    assert first["error"]
    assert second["document"]["title"] == "La glace"
    assert third["names"]["entities"] == []


def test_a_recogniser_that_fails_costs_the_names_and_not_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: Document, naming: Naming) -> Names:
        raise LookupError(document.title)

    monkeypatch.setattr(entities, "recognise", fail)
    result, named = answer(_request(PAGE))
    assert result["document"]
    assert named["names"] == {"entities": [], "mentions": [], "recogniser": ""}


def test_the_names_of_a_document_are_given_without_its_page() -> None:
    request = _request(b"", "names")
    request["document"] = encode_document(
        article("", "In Oslo the mayor said that 4 per cent of it was for him.")
    )
    (reply,) = answer(request)
    names: Any = reply["names"]
    assert ("percent", "4 per cent", 1, "") in names["entities"]


def test_a_plain_text_is_given_as_it_is_with_its_names() -> None:
    request = _request(b"One.\r\n\r\nOn Friday, 4 per cent.\r\n", "annotate")
    request["published"] = "2026-05-14T00:00:00+00:00"
    (reply,) = answer(request)
    names: Any = reply["names"]
    assert reply["text"] == "One.\r\n\r\nOn Friday, 4 per cent.\r\n"
    assert [mention[:4] + mention[5:] for mention in names["mentions"]] == [
        (0, 11, 17, "date", 1.0, "2026-05-08"),
        (0, 19, 29, "percent", 1.0, "4"),
    ]


def test_bytes_that_are_no_text_are_answered_with_a_sentence() -> None:
    request = _request(b"\xff\xfeA\x00\x00\xd8", "annotate")
    request["published"] = ""
    (reply,) = answer(request)
    assert "can't be read" in str(reply["error"])


def test_a_fault_of_the_recogniser_is_told_where_old_names_could_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> Names:
        raise ZeroDivisionError

    monkeypatch.setattr(entities, "recognise", fail)
    request = _request(b"", "names")
    request["document"] = encode_document(article("", "Oslo"))
    (reply,) = answer(request)
    assert "fault of our own" in str(reply["error"])
