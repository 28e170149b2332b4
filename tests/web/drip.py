"""A server on 127.0.0.1 that sends what it is told to, piece by piece: broken and endless answers."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@contextmanager
def drip(start: bytes, endless: bytes = b"", *, is_held: bool = False) -> Iterator[str]:
    """Give the address of a server that sends `start`, then `endless` every hundredth of a second.

    It hangs up when there is nothing more to send, unless the connection is to be held in silence.
    """
    is_over = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            connection.recv(65_536)
            try:
                connection.sendall(start)
                while (endless or is_held) and not is_over.wait(0.01):
                    connection.sendall(endless)
            except OSError:
                return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        is_over.set()
        listener.close()
        thread.join(timeout=5)
