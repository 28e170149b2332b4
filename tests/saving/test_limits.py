"""A page that eats time or memory ends as a reason, and the next one is read."""

from __future__ import annotations

import sys

import pytest

from tui_reader.errors import ReaderError
from tui_reader.models import Page
from tui_reader.saving.limits import OUT_OF_MEMORY, OUT_OF_TIME, bounded
from tui_reader.saving.process import Worker

_SENTENCE = "The dike at the mouth of the river held, and the people of the town went home at last. "
_STORY = f"<html lang=en><title>Dike</title><article>{f'<p>{_SENTENCE * 3}' * 5}</article>"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def _page(html: str) -> Page:
    return Page(html.encode(), "https://example.org/dike", "text/html; charset=utf-8")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux counts what a process holds")
def test_more_memory_than_allowed_is_an_error_and_less_is_not() -> None:
    with bounded(mebibytes=64):
        assert len(bytearray(8 * 1024 * 1024)) > 0
        with pytest.raises(MemoryError):
            bytearray(128 * 1024 * 1024)
    assert len(bytearray(128 * 1024 * 1024)) > 0


@pytest.mark.parametrize(
    "html",
    [
        f"<html><body><article>{'<p>one word, two and three.</p>' * 170_000}</article>",
        f"<html><body><article>{'some words here<br>' * 200_000}</article>",
        f"<html><body>{'<div>' * 100_000}{_SENTENCE * 9}",
        f'<html><body><article class="{"x y " * 400_000}"><p>{_SENTENCE * 9}</article>',
        f"<html><body><article><p>{_SENTENCE * 150_000}</article>",
        _STORY.replace(" ", "\0 "),
        f"<html><body>{'<p class=a id=b>x' * 800_000}",
    ],
    ids=[
        "5 MB flat",
        "200k breaks",
        "100k deep",
        "1.6 MB class",
        "13 MB in one text",
        "NULs",
        "800k elements",
    ],
)
def test_a_page_that_is_hard_to_read_is_read_or_given_up_with_a_reason(html: str) -> None:
    worker = Worker()
    try:
        try:
            assert worker.clean(_page(html)).words > 50
        except ReaderError as error:
            assert str(error) in (OUT_OF_TIME, OUT_OF_MEMORY)  # noqa: PT017 - either may happen, by how fast the machine is
        assert worker.clean(_page(_STORY)).title == "Dike"
    finally:
        worker.close()
