"""Where a redirect may lead; the sites stand in for public ones, the look-up of numbers is the real one."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping

import httpx
import pytest
import trustme

from tests.loopback import Answer, Site
from tests.web.tls import serve_tls
from tui_reader.errors import FetchError
from tui_reader.web.fetch import fetch
from tui_reader.web.route import Route, look_up

STORY = b"<p>The ferry leaves at noon.</p>"
START = "http://start.example/"
PUBLIC, OTHER = "203.0.114.7", "203.0.114.8"


def found(host: str, port: int, seconds: float) -> list[str]:
    """Look up a host as the internet of these tests has it; numbers are looked up for real."""
    known = {
        "start.example": [PUBLIC],
        "other.example": [OTHER, PUBLIC],
        "inner.example": ["10.0.0.9", "fd00::9"],
        "mixed.example": ["10.0.0.9", PUBLIC],
        "xn--bmlo-gra.example": ["192.168.0.9"],
        "router.example.": ["192.168.0.1"],
    }
    return known.get(host) or look_up(host, port, seconds)


def leading_to(target: str) -> Callable[[httpx.Request], httpx.Response]:
    """Return a site that redirects the first request and answers the others."""
    asked: list[httpx.URL] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        if len(asked) == 1:
            return httpx.Response(302, headers={b"Location": target.encode()})
        return httpx.Response(200, stream=httpx.ByteStream(STORY), headers={"Content-Type": "text/html"})

    return answer


def fetched(
    url: str,
    answer: Callable[[httpx.Request], httpx.Response],
    proxies: Mapping[str, httpx.BaseTransport] | None = None,
    *,
    is_typed: bool = True,
) -> str:
    """Fetch an address; return what address the page came from, or why it can't be had."""
    way = Route(httpx.MockTransport(answer), proxies or {}, is_typed=is_typed, look_up=found)
    with httpx.Client(transport=way) as client:
        try:
            return fetch(url, client=client).url
        except FetchError as error:
            return str(error)


@pytest.mark.parametrize(
    ("target", "host"),
    [
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://2130706433/", "2130706433"),
        ("http://0x7f.1/", "0x7f.1"),
        ("http://127.1/", "127.1"),
        ("https://169.254.169.254/latest/meta-data/", "169.254.169.254"),
        ("http://[::1]:8080/", "::1"),
        ("http://[::ffff:10.0.0.1]/", "::ffff:10.0.0.1"),
        ("http://inner.example/", "inner.example"),
        ("http://bømlo.example/", "xn--bmlo-gra.example"),
        ("http://router.example./", "router.example."),
    ],
)
def test_a_redirect_leads_into_no_private_network(target: str, host: str) -> None:
    reason = f"leads into a private network, to {host}; add that address itself if you trust it"
    assert fetched(START, leading_to(target)) == reason


def test_a_redirect_to_another_public_site_is_followed() -> None:
    assert fetched(START, leading_to("https://other.example/story")) == "https://other.example/story"


def test_who_types_a_private_address_may_be_led_to_another() -> None:
    assert fetched("http://inner.example/", leading_to("http://10.0.0.2/")) == "http://10.0.0.2/"


def test_an_address_that_nobody_typed_leads_into_no_private_network() -> None:
    reason = fetched("http://inner.example/", leading_to("/"), is_typed=False)
    assert reason.startswith("leads into a private network, to inner.example")
    assert fetched(START, leading_to("/there"), is_typed=False) == f"{START}there"


def test_of_a_host_that_is_both_only_the_public_address_is_connected_to() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return leading_to("")(request) if len(asked) > 1 else httpx.Response(302, headers={"Location": "/b"})

    fetched("https://mixed.example/a", answer)
    assert [str(request.url) for request in asked] == [f"https://{PUBLIC}/a", f"https://{PUBLIC}/b"]
    assert {request.headers["host"] for request in asked} == {"mixed.example"}
    assert {request.extensions["sni_hostname"] for request in asked} == {"mixed.example"}


def test_a_silent_address_leaves_time_for_the_next() -> None:
    waits: list[tuple[str, float]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        waits.append((request.url.host, request.extensions["timeout"]["connect"]))
        if request.url.host == OTHER:
            raise httpx.ConnectTimeout("silent")
        return httpx.Response(200, stream=httpx.ByteStream(STORY), headers={"Content-Type": "text/html"})

    assert fetched("http://other.example/", answer) == "http://other.example/"
    assert [host for host, _ in waits] == [OTHER, PUBLIC]
    assert 14 < waits[0][1] <= 15 < waits[1][1] <= 30


def test_a_look_up_without_an_answer_ends_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    is_over = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        is_over.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"took longer than 0\.2 s"):
        fetch("http://start.example/", deadline=0.2)
    assert time.monotonic() - began < 5
    is_over.set()


def test_a_host_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(FetchError, match="the host can't be found"):
        fetch("http://start.example/")


def test_behind_a_proxy_private_hosts_are_told_by_name() -> None:
    def proxied(target: str) -> str:
        return fetched(START, leading_to(""), {"http": httpx.MockTransport(leading_to(target))})

    assert proxied("http://unknown.example/") == "http://unknown.example/"
    for host in ("localhost", "2130706433", "192.168.1.1", "nas.local"):
        assert proxied(f"http://{host}/").startswith(f"leads into a private network, to {host};")


def test_a_host_that_goes_round_the_proxy_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "inner.example")
    proxies = {"all": httpx.MockTransport(leading_to("http://inner.example/"))}
    assert fetched(START, leading_to(""), proxies).startswith("leads into a private network")


def test_a_certificate_is_checked_for_the_name_and_not_the_number() -> None:
    authority = trustme.CA()
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)

    def refusal(name: str) -> str:
        certificate = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert(name).configure_cert(certificate)
        with serve_tls(certificate, STORY) as url:
            way = Route(httpx.HTTPTransport(verify=trusted), look_up=lambda *_: ["127.0.0.1"])
            with httpx.Client(transport=way) as client:
                try:
                    return fetch(url.replace("127.0.0.1", "ferry.example"), client=client).body.decode()
                except FetchError as error:
                    return str(error)

    assert refusal("ferry.example") == STORY.decode()
    assert refusal("127.0.0.1") == "the certificate is for another host"


def test_the_users_own_server_may_redirect_within_itself(loopback: Site) -> None:
    loopback.routes |= {
        "/a": Answer(status=302, headers={"Location": loopback.url("/b")}),
        "/b": STORY,
    }
    assert fetch(loopback.url("/a")).body == STORY
    with pytest.raises(FetchError, match="private network"):
        fetch(loopback.url("/a"), is_typed=False)
