"""The process that reads pages: from bytes to a document and its names, apart from the screen.

It stands apart so that no page, however large or wicked, can hold up a key: the parent ends it at a
deadline and starts another. Requests and answers are lines of JSON, which carry no code.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

from tui_reader.codec import encode_document, encode_names
from tui_reader.errors import ExtractError
from tui_reader.models import Names, Page, Stage


def answer(request: dict[str, str]) -> Iterator[dict[str, object]]:
    """Do what one request asks for, and yield the answers; the last one holds a document or an error."""
    # Heavy rooms are opened at the first request, so that the process itself starts at once.
    from tui_reader import entities, extract

    page = Page(base64.b64decode(request["body"]), request["url"], request["content_type"])
    try:
        if request["work"] == "whole":
            yield {"document": encode_document(extract.whole(page))}
            return
        document = extract.extract(page)
    except ExtractError as error:
        yield {"error": str(error)}
        return
    yield {"stage": Stage.NAMING}
    try:
        names = entities.recognise(document)
    except Exception as error:  # a text without names is better than none
        print(f"no names: {error!r}", file=sys.stderr)  # noqa: T201 - the parent keeps it from the screen
        names = Names()
    yield {"document": encode_document(document), "names": encode_names(names)}


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer line by line until there are no more requests."""
    for line in requests:
        try:
            for reply in answer(json.loads(line)):
                answers.write(json.dumps(reply).encode() + b"\n")
                answers.flush()
        except (MemoryError, RecursionError):
            answers.write(b'{"error": "The page is too large or too deeply nested to be read."}\n')
            answers.flush()


def main() -> None:
    """Serve the parent on the standard streams, and keep everyone else's output off them."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
