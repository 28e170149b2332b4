"""A deadline for a whole request: time-outs of single reads never end a page that comes byte by byte."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Protocol


class Connection(Protocol):
    """A network stream as httpcore hands it to a trace."""

    def get_extra_info(self, info: str) -> object:
        """Return what is known of the stream, its socket for `"socket"`."""


class Deadline:
    """Shuts the connections of a request when its time is up; a context manager, running while entered.

    `watch` is given to httpx as its `trace` extension
    (https://www.python-httpx.org/advanced/extensions/#trace), which tells of each new connection.
    """

    def __init__(self, seconds: float) -> None:
        """Allow so many seconds from now on."""
        self._end = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._connections: list[Connection] = []

    @property
    def has_passed(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self._end

    @property
    def remaining(self) -> float:
        """Seconds left, never less than a thousandth."""
        return max(self._end - time.monotonic(), 0.001)

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()

    def watch(self, event: str, info: Mapping[str, object]) -> None:
        """Take note of a connection that has been made."""
        if not event.endswith(("connect_tcp.complete", "start_tls.complete")):
            return
        with self._lock:
            self._connections.append(info["return_value"])  # type: ignore[arg-type]
        if self.has_passed:
            self._cut()

    def _cut(self) -> None:
        with self._lock:
            connections, self._connections = self._connections, []
        for connection in connections:
            end = connection.get_extra_info("socket")
            if isinstance(end, socket.socket):
                _shut(end)


def _shut(end: socket.socket) -> None:
    """Wake whoever waits for the socket: it is told that nothing more will come."""
    try:
        # A TLS socket forgets its state when shut by its own method, while another thread reads from it.
        socket.socket.shutdown(end, socket.SHUT_RDWR)
    except OSError:
        return
