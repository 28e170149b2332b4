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
from datetime import datetime
from typing import BinaryIO, NotRequired, TypedDict

from tui_reader.codec import decode_document, encode_document, encode_names
from tui_reader.errors import ExtractError
from tui_reader.models import Document, Names, Naming, Page, SiteRule
from tui_reader.saving.limits import OUT_OF_MEMORY, bounded

_TOO_DEEP = "The page is too deeply nested to be read."

GRACE = 10
"""Seconds after the parent's deadline at which the process ends itself, should the parent be gone."""


class Request(TypedDict):
    """What the parent asks for."""

    work: str
    """"digest" for document and names, "clean" for the document alone, "whole" for all text of the page,
    "annotate" for a plain text and its names, "names" for those of a document."""
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
    published: NotRequired[str]
    """When a text to annotate came out, as ISO 8601; empty if unknown."""
    document: NotRequired[dict[str, object]]
    """The document whose names are sought."""


def answer(request: Request) -> Iterator[dict[str, object]]:
    """Do what one request asks for, and yield what comes of it: a document, its names, or an error."""
    try:
        yield from _results(request)
    except ExtractError as error:
        yield {"error": str(error)}


def _results(request: Request) -> Iterator[dict[str, object]]:
    """Yield the results of one request; raises ExtractError if there are none, or no further ones."""
    work = request["work"]
    if work == "annotate":
        yield _annotated(request)
        return
    if work == "names":
        document = decode_document(request["document"])
    else:
        document = _document(request)
        yield {"document": encode_document(document)}
    if work in ("digest", "names"):
        yield {"names": encode_names(_names(document, request))}


def _document(request: Request) -> Document:
    """Return the text of a page, cleaned or whole."""
    # Heavy rooms are opened when they are needed, so that the process itself starts at once.
    from tui_reader import extract

    page = Page(base64.b64decode(request["body"]), request["url"], request["content_type"])
    with bounded():
        if request["work"] == "whole":
            return extract.whole(page)
        return extract.extract(page, SiteRule(request["keep"], request["drop"]))


def _annotated(request: Request) -> dict[str, object]:
    """Return a plain text as it was written, with its names."""
    from tui_reader.extract import written

    published = request["published"]
    text = written(
        base64.b64decode(request["body"]), datetime.fromisoformat(published) if published else None
    )
    names = text.placed(_names(text.document, request))
    return {"text": text.text, "names": encode_names(names)}


def _names(document: Document, request: Request) -> Names:
    """Return what a document names.

    Raises:
        ExtractError: if that fails, unless the document is new: a text without names is better than none.
    """
    from tui_reader import entities

    naming = Naming(tuple(request["pipelines"]), request["threshold"])
    try:
        return entities.recognise(document, naming=naming)
    except Exception as error:
        if request["work"] != "digest":
            raise ExtractError(
                f"Its names could not be sought, by a fault of our own ({error!r})."
            ) from error
        print(f"no names: {error!r}", file=sys.stderr)  # noqa: T201 - the parent keeps it from the screen
        return Names()


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
