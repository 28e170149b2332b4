"""The parent's side of the worker process: starts it when first needed, ends it at a deadline."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tui_reader.codec import decode_document, decode_names
from tui_reader.errors import ExtractError, WorkerError
from tui_reader.models import Document, Names, Page

DEADLINE: Final = 60.0
"""Seconds that one page may take."""

# -P keeps modules in the current folder from being taken for ours or a library's.
_COMMAND: Final = (sys.executable, "-P", "-m", "tui_reader.saving.worker")


class Worker:
    """One worker process, shared by the threads that need it; they take turns."""

    def __init__(self, *, deadline: float = DEADLINE, command: Sequence[str] = _COMMAND) -> None:
        self._deadline = deadline
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        self._is_closed = False

    def digest(self, page: Page, *, on_naming: Callable[[], None] = lambda: None) -> tuple[Document, Names]:
        """Return the text of a page and its names.

        Args:
            page: the bytes.
            on_naming: called when the text is clean and the search for names begins.

        Raises:
            ExtractError: if the page holds no readable text.
            WorkerError: if the worker had to be given up.
        """
        reply = self._ask("digest", page, on_naming)
        with _understood():
            return decode_document(reply["document"]), decode_names(reply["names"])

    def whole(self, page: Page) -> Document:
        """Return all text of a page, not cleaned; raises what `digest` raises."""
        reply = self._ask("whole", page, lambda: None)
        with _understood():
            return decode_document(reply["document"])

    def close(self) -> None:
        """End the process at once, whatever it is doing, for good."""
        self._is_closed = True
        process = self._process
        if process is not None:
            process.kill()  # whoever waits for its answer now gives up, and the turn is free
        with self._turn:
            self._give_up()

    def _ask(self, work: str, page: Page, on_naming: Callable[[], None]) -> dict[str, dict[str, object]]:
        """Send one request and return the last answer to it."""
        request = {
            "work": work,
            "url": page.url,
            "content_type": page.content_type,
            "body": base64.b64encode(page.body).decode(),
        }
        with self._turn:
            process = self._running()
            alarm = threading.Timer(self._deadline, process.kill)
            alarm.daemon = True
            alarm.start()
            try:
                return _exchange(process, json.dumps(request).encode() + b"\n", on_naming)
            except (OSError, ValueError) as error:
                is_late = not alarm.is_alive()
                self._give_up()
                reason = (
                    f"The page took longer than {self._deadline:.0f} s to read."
                    if is_late
                    else "The page could not be read: the program that reads pages ended."
                )
                raise WorkerError(reason) from error
            finally:
                alarm.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        """Return the process, started if it isn't running."""
        if self._is_closed:
            raise WorkerError("The program is ending.")
        if self._process is None or self._process.poll() is not None:
            self._give_up()
            house = str(Path(__file__).parents[2])
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": house},
                # In a session of its own, Ctrl-C at the terminal doesn't reach it.
                start_new_session=True,
            )
        return self._process

    def _give_up(self) -> None:
        """End the process and close its pipes."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    try:
                        pipe.close()
                    except OSError:
                        continue  # what was still to be written can't be written any more
            process.wait()


def _exchange(
    process: subprocess.Popen[bytes], request: bytes, on_naming: Callable[[], None]
) -> dict[str, dict[str, object]]:
    """Write a request and read answers up to the last one."""
    if process.stdin is None or process.stdout is None:
        raise OSError("the worker has no pipes")
    process.stdin.write(request)
    process.stdin.flush()
    while line := process.stdout.readline():
        reply = json.loads(line)
        if not isinstance(reply, dict):
            raise ValueError("the answer is no object")
        if "error" in reply:
            raise ExtractError(str(reply["error"]))
        if "document" in reply:
            return reply
        on_naming()
    raise OSError("the worker ended")


@contextmanager
def _understood() -> Iterator[None]:
    """Translate what goes wrong when an answer isn't what it should be."""
    try:
        yield
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise WorkerError(
            "The page could not be read: the program that reads pages gave no answer."
        ) from error
