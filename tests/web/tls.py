"""A server on 127.0.0.1 that speaks TLS with the certificate that a test gives it."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.web.drip import HEAD


@contextmanager
def serve_tls(certificate: ssl.SSLContext, body: bytes = b"") -> Iterator[str]:
    """Give the address of a server that answers once, with a page, if its certificate is taken."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            plain, _ = listener.accept()
            with plain, certificate.wrap_socket(plain, server_side=True) as connection:
                connection.recv(65_536)
                connection.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        except OSError:
            return  # refused by the client, or closed by the test

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        listener.close()
        thread.join(timeout=5)
