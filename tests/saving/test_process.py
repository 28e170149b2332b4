"""The worker process answers, or is given up with a sentence; the next page gets a new one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.shelf import document
from tui_reader.codec import encode_document, encode_names
from tui_reader.errors import ExtractError, StorageError, WorkerError
from tui_reader.models import Names, Naming, Page
from tui_reader.saving.limits import OUT_OF_MEMORY, OUT_OF_TIME
from tui_reader.saving.process import Worker

DOCUMENT = json.dumps({"document": encode_document(document("Ice", "Text."))})
NAMES = json.dumps({"names": encode_names(Names())})

# Stands in for the worker: does what the body of the page says.
SCRIPT = f"""
import base64, json, os, signal, sys
for line in sys.stdin:
    order = base64.b64decode(json.loads(line)["body"]).decode()
    if order == "hang":
        while True: pass
    if order == "die":
        sys.exit(1)
    if order.startswith("SIG"):
        os.kill(os.getpid(), getattr(signal, order))
    if order == "babble":
        print("no JSON", flush=True)
    if order == "shrug":
        print('{{"document": {{}}}}', flush=True)
    if order == "refuse":
        print('{{"error": "Nothing to read."}}', flush=True)
        continue
    if order == "threads":
        print(json.dumps({{"error": os.environ["OPENBLAS_NUM_THREADS"] + " thread"}}), flush=True)
        continue
    if order == "settings":
        request = json.loads(line)
        print(json.dumps({{"error": f"{{request['pipelines']}} {{request['threshold']}}"}}), flush=True)
        continue
    print({DOCUMENT!r}, flush=True)
    if order == "ponder":
        while True: pass
    print({NAMES!r}, flush=True)
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
    assert worker.digest(Page(b"read"))[0].title == "Ice"
    worker.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
@pytest.mark.parametrize(("order", "message"), [(b"SIGPROF", OUT_OF_TIME), (b"SIGKILL", OUT_OF_MEMORY)])
def test_what_ended_a_worker_is_told(tmp_path: Path, order: bytes, message: str) -> None:
    worker = _worker(tmp_path)
    with pytest.raises(WorkerError) as caught:
        worker.digest(Page(order))
    assert str(caught.value) == message
    assert worker.digest(Page(b"read"))[0].title == "Ice"
    worker.close()


def test_an_answer_that_was_not_waited_for_is_never_taken_for_the_next_one(tmp_path: Path) -> None:
    def fail() -> None:
        raise StorageError("locked", is_passing=True)

    worker = _worker(tmp_path)
    with pytest.raises(StorageError):
        worker.digest(Page(b"read"), on_naming=fail)
    with pytest.raises(ExtractError):
        worker.digest(Page(b"refuse"))
    assert worker.digest(Page(b"read"))[0].title == "Ice"
    worker.close()


def test_a_text_whose_names_take_too_long_is_kept_without_them(tmp_path: Path) -> None:
    worker = _worker(tmp_path, deadline=2)
    read, names = worker.digest(Page(b"ponder"))
    assert read.title == "Ice"
    assert names.entities == ()
    worker.close()


def test_a_program_that_cannot_be_started_says_so() -> None:
    with pytest.raises(WorkerError, match="can't be started"):
        Worker(command=("/there/is/no/such/program",)).digest(Page(b"read"))


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


def test_the_worker_computes_in_one_thread(tmp_path: Path) -> None:
    worker = _worker(tmp_path)
    with pytest.raises(ExtractError, match=r"^1 thread$"):
        worker.digest(Page(b"threads"))
    worker.close()


def test_how_names_are_to_be_sought_reaches_the_worker(tmp_path: Path) -> None:
    worker = _worker(tmp_path)
    with pytest.raises(ExtractError, match=r"^\['de_core_news_sm'\] 0.7$"):
        worker.digest(Page(b"settings"), naming=Naming(("de_core_news_sm",), 0.7))
    worker.close()


def test_a_closed_worker_stays_closed(tmp_path: Path) -> None:
    worker = _worker(tmp_path)
    worker.close()
    with pytest.raises(WorkerError, match="ending"):
        worker.digest(Page(b"read"))
