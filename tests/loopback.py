"""A real web server on 127.0.0.1 that serves what a test lays out for it.

with serve({"/story": "<html>…</html>", "/gone": Answer(status=404)}) as site:
    fetch(site.url("/story"))
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says to a request."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asked for."""

    path: str
    headers: Mapping[str, str]


Route = str | bytes | Answer | Callable[[Request], Answer]
"""A page, an answer, or what makes one; it may wait, as every request has a thread of its own."""


class Site:
    """The running server; `routes` may change while it runs."""

    def __init__(self, port: int, routes: dict[str, Route]) -> None:
        self.port = port
        self.routes = routes
        self.requests: list[Request] = []

    def url(self, path: str = "/") -> str:
        """Return the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def answer(self, request: Request) -> Answer:
        """Return what is laid out for the path, with or without its query; 404 if nothing is."""
        self.requests.append(request)
        route = self.routes.get(
            request.path, self.routes.get(request.path.partition("?")[0], Answer(status=404))
        )
        if isinstance(route, str):
            return Answer(route.encode())
        if isinstance(route, bytes):
            return Answer(route)
        return route if isinstance(route, Answer) else route(request)


@contextmanager
def serve(routes: dict[str, Route] | None = None) -> Iterator[Site]:
    """Run a server on a free port until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = site.answer(Request(self.path, dict(self.headers)))
            try:
                self.send_response(answer.status)
                if answer.content_type:
                    self.send_header("Content-Type", answer.content_type)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if "Content-Length" not in answer.headers:
                    self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the client has had enough

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
            """Say nothing: the terminal belongs to the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(server.server_port, {} if routes is None else routes)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def loopback() -> Iterator[Site]:
    """Give a server without pages; a test lays them out in its `routes`."""
    with serve() as site:
        yield site
