"""The process that reads pages: from bytes to a document and its names, apart from the screen.

It stands apart so that no page, however large or wicked, can hold up a key: the parent ends it at a
deadline and starts another. Requests and answers are lines of JSON, which carry no code.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO, TypedDict

from tui_reader.codec import encode_document, encode_names
from tui_reader.errors import ExtractError
from tui_reader.models import Names, Naming, Page, SiteRule
from tui_reader.saving.limits import OUT_OF_MEMORY, bounded

_TOO_DEEP = "The page is too deeply nested to be read."

GRACE = 10
"""Seconds after the parent's deadline at which the process ends itself, should the parent be gone."""


class Request(TypedDict):
    """What the parent asks for."""

    work: str
    """"digest" for document and names, "clean" for the document alone, "whole" for all text of the page."""
    url: str
    content_type: str
    body: str
    """The bytes of the page, in base 64."""
    keep: str
    drop: str
    pipelines: Sequence[str]
    threshold: float
    deadline: float
    """Seconds after which the parent gives up."""


def answer(request: Request) -> Iterator[dict[str, object]]:
    """Do what one request asks for, and yield what comes of it: a document, its names, or an error."""
    # Heavy rooms are opened at the first request, so that the process itself starts at once.
    from tui_reader import entities, extract

    page = Page(base64.b64decode(request["body"]), request["url"], request["content_type"])
    try:
        with bounded():
            if request["work"] == "whole":
                document = extract.whole(page)
            else:
                document = extract.extract(page, SiteRule(request["keep"], request["drop"]))
    except ExtractError as error:
        yield {"error": str(error)}
        return
    yield {"document": encode_document(document)}
    if request["work"] != "digest":
        return
    try:
        naming = Naming(tuple(request["pipelines"]), request["threshold"])
        names = entities.recognise(document, naming=naming)
    except Exception as error:  # a text without names is better than none
        print(f"no names: {error!r}", file=sys.stderr)  # noqa: T201 - the parent keeps it from the screen
        names = Names()
    yield {"names": encode_names(names)}


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer line by line until there are no more requests."""
    for line in requests:
        request: Request = json.loads(line)
        _end_after(request["deadline"])
        try:
            for reply in answer(request):
                answers.write(json.dumps(reply).encode() + b"\n")
                answers.flush()
        except (MemoryError, RecursionError) as error:
            reason = OUT_OF_MEMORY if isinstance(error, MemoryError) else _TOO_DEEP
            answers.write(json.dumps({"error": reason}).encode() + b"\n")
            answers.flush()
        _end_after(0)


def _end_after(seconds: float) -> None:
    """Let the system end this process after so many seconds, where it can; after none, let it live."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds) + GRACE if seconds else 0)


def main() -> None:
    """Serve the parent on the standard streams, and keep everyone else's output off them."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
