"""The environment may name a proxy and authorities; `fetch` goes through them or says what is wrong."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from tests.loopback import Site
from tui_reader.errors import FetchError
from tui_reader.web import fetch as fetching
from tui_reader.web.fetch import fetch

STORY = b"<p>The ferry leaves at noon.</p>"


def serve_socks(listener: socket.socket, asked: list[bytes], port: int) -> None:
    """Lead one connection to a port of this machine, whichever host it asks for (RFC 1928)."""
    client, _ = listener.accept()
    with client, socket.create_connection(("127.0.0.1", port)) as site:
        client.recv(262)
        client.sendall(b"\x05\x00")
        asked.append(client.recv(262))
        client.sendall(b"\x05\x00\x00\x01" + bytes(6))
        site.sendall(client.recv(65_536))
        while piece := site.recv(65_536):
            client.sendall(piece)


def test_a_page_comes_through_a_socks_proxy(loopback: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    loopback.routes["/story"] = STORY
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        proxy = threading.Thread(target=serve_socks, args=(listener, asked, loopback.port), daemon=True)
        proxy.start()
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{listener.getsockname()[1]}")
        assert fetch("http://ferry.example/story").body == STORY
        proxy.join(timeout=5)
    assert b"ferry.example" in asked[0]


@pytest.mark.parametrize("proxy", ["gopher://127.0.0.1:1", "socks4://127.0.0.1:1", "http://a:b:c"])
def test_a_proxy_that_makes_no_sense_is_told(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(FetchError, match="ALL_PROXY names no proxy that can be used"):
        fetch("http://ferry.example/")


def test_a_proxy_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{port}")
    with pytest.raises(FetchError, match="the proxy can't be reached"):
        fetch("http://ferry.example/")


def test_authorities_that_cannot_be_read_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fetching._authorities.cache_clear()
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(FetchError, match="SSL_CERT_FILE"):
        fetch("https://ferry.example/")
