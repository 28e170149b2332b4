"""The parent's side of the worker process: starts it when first needed, ends it at a deadline."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from tui_reader.codec import decode_document, decode_names, encode_document
from tui_reader.errors import ExtractError, WorkerError
from tui_reader.models import Document, Names, Naming, Page, SiteRule
from tui_reader.saving.limits import reason_of
from tui_reader.saving.worker import Request

DEADLINE: Final = 60.0
"""Seconds that one page may take."""
_SOON: Final = 1.0
"""Seconds within which a process ends that has let go of its pipes."""

# Two threads of OpenBLAS wait for each other by computing: on the small matrices of the judge and the tagger
# they take six times the processor time of one.
_ONE_THREAD: Final = {"OPENBLAS_NUM_THREADS": "1"}
# -P keeps modules in the current folder from being taken for ours or a library's.
_COMMAND: Final = (sys.executable, "-P", "-m", "tui_reader.saving.worker")

_Reply = dict[str, dict[str, object]]


class Worker:
    """One worker process, shared by the threads that need it; they take turns."""

    def __init__(self, *, deadline: float = DEADLINE, command: Sequence[str] = _COMMAND) -> None:
        self._deadline = deadline
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        self._is_closed = False

    def digest(
        self,
        page: Page,
        rule: SiteRule = SiteRule(),
        naming: Naming = Naming(),
        *,
        on_naming: Callable[[], None] = lambda: None,
    ) -> tuple[Document, Names]:
        """Return the text of a page and its names.

        Args:
            page: the bytes.
            rule: what the user wants kept and dropped on pages of this site.
            naming: how the user wants names to be sought.
            on_naming: called when the text is clean and the search for names begins.

        Raises:
            ExtractError: if the page holds no readable text.
            WorkerError: if the worker had to be given up before the text was clean.
        """
        with self._asking(self._request("digest", page, rule, naming)) as replies, _understood():
            document = decode_document(next(replies)["document"])
            on_naming()
            try:
                return document, decode_names(next(replies)["names"])
            except WorkerError:
                if self._is_closed:
                    raise
                return document, Names()  # clean in time, but too long to be read for names

    def clean(self, page: Page, rule: SiteRule = SiteRule()) -> Document:
        """Return the text of a page without looking for names; raises what `digest` raises."""
        with self._asking(self._request("clean", page, rule)) as replies, _understood():
            return decode_document(next(replies)["document"])

    def whole(self, page: Page) -> Document:
        """Return all text of a page, not cleaned; raises what `digest` raises."""
        with self._asking(self._request("whole", page)) as replies, _understood():
            return decode_document(next(replies)["document"])

    def names(self, document: Document, naming: Naming = Naming()) -> Names:
        """Return the names of a document that is clean already; raises what `digest` raises."""
        request = self._request("names", Page(b""), naming=naming)
        request["document"] = encode_document(document)
        with self._asking(request) as replies, _understood():
            return decode_names(next(replies)["names"])

    def annotate(
        self, page: Page, published: datetime | None, naming: Naming = Naming()
    ) -> tuple[str, Names]:
        """Return a plain text as it was written, and its names with their places in that, its only block.

        Args:
            page: the bytes.
            published: when it came out; None if unknown.
            naming: how the user wants names to be sought.

        Raises:
            ExtractError: if the bytes are no text.
            WorkerError: if the worker had to be given up.
        """
        request = self._request("annotate", page, naming=naming)
        request["published"] = published.isoformat() if published else ""
        with self._asking(request) as replies, _understood():
            reply = next(replies)
            return str(reply["text"]), decode_names(reply["names"])

    def close(self) -> None:
        """End the process at once, whatever it is doing, for good."""
        self._is_closed = True
        process = self._process
        if process is not None:
            process.kill()  # whoever waits for its answer now gives up, and the turn is free
        with self._turn:
            self._give_up()

    def _request(
        self, work: str, page: Page, rule: SiteRule = SiteRule(), naming: Naming = Naming()
    ) -> Request:
        """Return what is asked for."""
        return {
            "work": work,
            "url": page.url,
            "content_type": page.content_type,
            "keep": rule.keep,
            "drop": rule.drop,
            "pipelines": naming.pipelines,
            "threshold": naming.threshold,
            "deadline": self._deadline,
            "body": base64.b64encode(page.body).decode(),
        }

    @contextmanager
    def _asking(self, request: Request) -> Iterator[Iterator[_Reply]]:
        """Send one request and give its answers as they come; if they are not all taken, end the process.

        An answer that was left in the pipe would be taken for that to the next request.
        """
        with self._turn:
            process = self._running()
            alarm = threading.Timer(self._deadline, process.kill)
            alarm.daemon = True
            alarm.start()
            try:
                yield self._replies(process, json.dumps(request).encode() + b"\n", alarm)
            except ExtractError:
                raise  # that was the last answer
            except BaseException:
                self._give_up()
                raise
            finally:
                alarm.cancel()

    def _replies(
        self, process: subprocess.Popen[bytes], request: bytes, alarm: threading.Timer
    ) -> Iterator[_Reply]:
        """Write a request and yield the answers to it."""
        try:
            if process.stdin is None or process.stdout is None:
                raise OSError("the worker has no pipes")
            process.stdin.write(request)
            process.stdin.flush()
            while line := process.stdout.readline():
                reply = json.loads(line)
                if "error" in reply:
                    raise ExtractError(str(reply["error"]))
                yield reply
            raise OSError("the worker ended")
        except (OSError, TypeError, ValueError) as error:
            reason = self._reason(process, error, is_late=not alarm.is_alive())
            self._give_up()
            raise WorkerError(reason) from error

    def _reason(self, process: subprocess.Popen[bytes], error: Exception, *, is_late: bool) -> str:
        """Return why a process no longer answers."""
        if self._is_closed:
            return "The program is ending."
        if is_late:
            return f"The page took longer than {self._deadline:.0f} s to read."
        if isinstance(error, OSError):  # its pipes are closed, and soon it is gone, if it hasn't been yet
            with suppress(subprocess.TimeoutExpired):
                process.wait(_SOON)
        return reason_of(process.poll()) or "The page could not be read: the program that reads pages ended."

    def _running(self) -> subprocess.Popen[bytes]:
        """Return the process, started if it isn't running."""
        if self._process is None or self._process.poll() is not None:
            self._give_up()
            house = str(Path(__file__).parents[2])
            path = os.pathsep.join(filter(None, (house, os.environ.get("PYTHONPATH"))))
            try:
                self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=os.environ | _ONE_THREAD | {"PYTHONPATH": path},
                    # In a session of its own, Ctrl-C at the terminal doesn't reach it.
                    start_new_session=True,
                )
            except OSError as error:
                raise WorkerError(f"The program that reads pages can't be started: {error}.") from error
        if self._is_closed:
            self._give_up()
            raise WorkerError("The program is ending.")
        return self._process

    def _give_up(self) -> None:
        """End the process and close its pipes."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):  # what was still to be written can't be written any more
                        pipe.close()
            process.wait()


@contextmanager
def _understood() -> Iterator[None]:
    """Translate what goes wrong when an answer isn't what it should be."""
    try:
        yield
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise WorkerError(
            "The page could not be read: the program that reads pages gave no answer."
        ) from error
