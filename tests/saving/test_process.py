"""The worker process answers, or is given up with a sentence; the next page gets a new one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.shelf import document
from tui_reader.codec import encode_document, encode_names
from tui_reader.errors import ExtractError, WorkerError
from tui_reader.models import Names, Page
from tui_reader.saving.process import Worker

ANSWER = json.dumps({"document": encode_document(document("Ice", "Text.")), "names": encode_names(Names())})

# Stands in for the worker: does what the body of the page says.
SCRIPT = f"""
import base64, json, sys
for line in sys.stdin:
    order = base64.b64decode(json.loads(line)["body"]).decode()
    if order == "hang":
        while True: pass
    if order == "die":
        sys.exit(1)
    if order == "babble":
        print("no JSON", flush=True)
    if order == "shrug":
        print('{{"document": {{}}, "names": {{}}}}', flush=True)
    if order == "refuse":
        print('{{"error": "Nothing to read."}}', flush=True)
    print('{{"stage": "naming"}}', flush=True)
    print({ANSWER!r}, flush=True)
"""


def _worker(folder: Path, deadline: float = 20) -> Worker:
    script = folder / "worker.py"
    script.write_text(SCRIPT, encoding="utf-8")
    return Worker(deadline=deadline, command=(sys.executable, str(script)))


def test_a_page_comes_back_as_document_and_names(tmp_path: Path) -> None:
    worker = _worker(tmp_path)
    stages: list[str] = []
    read, names = worker.digest(Page(b"read"), on_naming=lambda: stages.append("naming"))
    assert read == document("Ice", "Text.")
    assert names == Names()
    assert stages == ["naming"]
    worker.close()


@pytest.mark.parametrize(
    ("order", "message"),
    [
        (b"die", "the program that reads pages ended"),
        (b"babble", "the program that reads pages ended"),
        (b"shrug", "gave no answer"),
    ],
)
def test_a_worker_that_fails_is_replaced(tmp_path: Path, order: bytes, message: str) -> None:
    worker = _worker(tmp_path)
    with pytest.raises(WorkerError, match=message):
        worker.digest(Page(order))
    if order != b"shrug":
        assert worker.digest(Page(b"read"))[0].title == "Ice"
    worker.close()


def test_a_worker_that_hangs_is_ended_at_the_deadline(tmp_path: Path) -> None:
    worker = _worker(tmp_path, deadline=0.2)
    with pytest.raises(WorkerError, match="longer than 0 s"):
        worker.digest(Page(b"hang"))
    worker.close()


def test_a_page_without_text_says_why(tmp_path: Path) -> None:
    worker = _worker(tmp_path)
    with pytest.raises(ExtractError, match="Nothing to read"):
        worker.digest(Page(b"refuse"))
    worker.close()


def test_a_closed_worker_stays_closed(tmp_path: Path) -> None:
    worker = _worker(tmp_path)
    worker.close()
    with pytest.raises(WorkerError, match="ending"):
        worker.digest(Page(b"read"))
