from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable

import httpx
import pytest

from tests.loopback import Answer, Request, Site
from tests.web.drip import HEAD, drip
from tui_reader import __version__
from tui_reader.errors import FetchError
from tui_reader.models import Page
from tui_reader.web.fetch import fetch
from tui_reader.web.files import MOST_BYTES

STORY = "<html><title>Ferry</title><p>The ferry to Bømlo leaves at noon.</p></html>".encode()


def refusal(url: str, *, deadline: float = 30.0, most_bytes: int = MOST_BYTES) -> FetchError:
    """Return the error that fetching the address ends in."""
    with pytest.raises(FetchError) as caught:
        fetch(url, deadline=deadline, most_bytes=most_bytes)
    assert caught.value.url == url
    return caught.value


def answered(handler: Callable[[httpx.Request], httpx.Response], url: str = "https://example.org/") -> Page:
    """Fetch an address whose site answers as the handler says."""
    with httpx.Client(transport=httpx.MockTransport(handler)) as client:
        return fetch(url, client=client)


def test_a_page_comes_as_it_was_sent(loopback: Site) -> None:
    loopback.routes["/story"] = STORY
    assert fetch(loopback.url("/story")) == Page(STORY, loopback.url("/story"), "text/html; charset=utf-8")


def test_a_site_is_told_who_asks_and_nothing_more(loopback: Site) -> None:
    loopback.routes["/story"] = STORY
    fetch(loopback.url("/story"))
    headers = {name.lower(): value for name, value in loopback.requests[0].headers.items()}
    assert headers["user-agent"] == f"Mozilla/5.0 (compatible; newsreader/{__version__})"
    assert headers["accept-encoding"] == "gzip, deflate"
    assert headers["accept"].startswith("text/html")
    assert not {"cookie", "referer", "authorization"} & headers.keys()


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_packed_page_is_unpacked(loopback: Site, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    loopback.routes["/story"] = Answer(pack(STORY), headers={"Content-Encoding": encoding})
    assert fetch(loopback.url("/story")).body == STORY


def test_a_page_packed_twice_is_refused(loopback: Site) -> None:
    body = gzip.compress(gzip.compress(STORY))
    loopback.routes["/story"] = Answer(body, headers={"Content-Encoding": "gzip, gzip"})
    assert str(refusal(loopback.url("/story"))) == "packed in a way that can't be unpacked (gzip, gzip)"


def test_redirects_lead_to_the_address_that_is_kept(loopback: Site) -> None:
    loopback.routes |= {
        "/short": Answer(status=301, headers={"Location": "/middle"}),
        "/middle": Answer(status=307, headers={"Location": loopback.url("/story?x=1")}),
        "/story": STORY,
    }
    assert fetch(loopback.url("/short")).url == loopback.url("/story?x=1")


def test_ten_redirects_are_followed_and_no_more(loopback: Site) -> None:
    for number in range(20):
        loopback.routes[f"/{number}"] = Answer(status=302, headers={"Location": f"/{number + 1}"})
    loopback.routes["/20"] = STORY
    assert fetch(loopback.url("/10")).body == STORY
    assert str(refusal(loopback.url("/9"))) == "redirected more than 10 times"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "redirected to what is no web address"),
        ("javascript:alert(1)", "the address makes no sense"),
        ("http://[broken", "redirected to what is no web address"),
        ("", "302: redirected to nowhere"),
    ],
)
def test_a_redirect_to_no_web_address_is_refused(loopback: Site, location: str, reason: str) -> None:
    loopback.routes["/away"] = Answer(status=302, headers={"Location": location})
    assert str(refusal(loopback.url("/away"))) == reason


def test_cookies_stay_with_the_host_that_set_them() -> None:
    seen: list[tuple[str, str | None]] = []

    def site(request: httpx.Request) -> httpx.Response:
        seen.append((str(request.url), request.headers.get("cookie")))
        if request.url.path == "/start":
            return httpx.Response(302, headers={"Location": "/wall", "Set-Cookie": "visit=1; Path=/"})
        if request.url.path == "/wall":
            return httpx.Response(302, headers={"Location": "https://www.example.org/story"})
        return httpx.Response(200, stream=httpx.ByteStream(STORY), headers={"Content-Type": "text/html"})

    answered(site, "https://example.org/start")
    assert seen == [
        ("https://example.org/start", None),
        ("https://example.org/wall", "visit=1"),
        ("https://www.example.org/story", None),
    ]


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, "404: the page is gone"),
        (410, "410: the page is gone for good"),
        (401, "401: the site asks for a login"),
        (403, "403: the site refuses to give the page; it may ask for a login"),
        (418, "418: the site does not give the page"),
        (429, "429: the site has had too many requests; try again later"),
        (503, "503: the site is in trouble; try again later"),
    ],
)
def test_a_status_is_given_in_words(loopback: Site, status: int, reason: str) -> None:
    loopback.routes["/story"] = Answer(status=status)
    error = refusal(loopback.url("/story"))
    assert (str(error), error.status) == (reason, status)


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "video/mp4", "application/json"])
def test_what_is_not_text_is_called_by_its_name(loopback: Site, kind: str) -> None:
    loopback.routes["/file"] = Answer(b"...", content_type=f"{kind}; x=y")
    assert str(refusal(loopback.url("/file"))) == f"not a page but {kind}"


@pytest.mark.parametrize(
    "kind",
    ["text/html", "TEXT/HTML;charset=x", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml"],
)
def test_every_kind_of_text_is_taken(loopback: Site, kind: str) -> None:
    loopback.routes["/text"] = Answer(STORY, content_type=kind)
    assert fetch(loopback.url("/text")) == Page(STORY, loopback.url("/text"), kind)


def test_a_header_without_end_is_cut(loopback: Site) -> None:
    loopback.routes["/long"] = Answer(STORY, content_type="text/html" + "; x=y" * 10_000)
    assert len(fetch(loopback.url("/long")).content_type) == 200
    loopback.routes["/long"] = Answer(STORY, content_type="image/" + "x" * 50_000)
    assert len(str(refusal(loopback.url("/long")))) < 120


def test_a_page_without_a_kind_is_judged_by_how_it_begins(loopback: Site) -> None:
    loopback.routes |= {
        "/text": Answer(STORY, content_type=""),
        "/wide": Answer("Ferry".encode("utf-16"), content_type="application/octet-stream"),
        "/binary": Answer(b"\x7fELF\x02\x01\x01\x00\x00", content_type=""),
        "/pdf": Answer(b"%PDF-1.7 text", content_type=""),
    }
    assert fetch(loopback.url("/text")).body == STORY
    assert fetch(loopback.url("/wide")).body == "Ferry".encode("utf-16")
    assert str(refusal(loopback.url("/binary"))) == "not a page of text"
    assert str(refusal(loopback.url("/pdf"))) == "not a page of text"


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_page_that_is_too_large_is_given_up(loopback: Site, is_packed: bool) -> None:
    body = b"a" * (2 * 2**20 + 1)
    loopback.routes["/large"] = (
        Answer(gzip.compress(body), headers={"Content-Encoding": "gzip"}) if is_packed else Answer(body)
    )
    assert str(refusal(loopback.url("/large"), most_bytes=2 * 2**20)) == "larger than 2 MiB"
    assert len(fetch(loopback.url("/large"), most_bytes=2 * 2**20 + 1).body) == 2 * 2**20 + 1


def test_a_page_may_have_fifteen_mebibytes_when_unpacked(loopback: Site) -> None:
    most = b"a" * (15 * 2**20)
    loopback.routes |= {
        "/most": Answer(gzip.compress(most), headers={"Content-Encoding": "gzip"}),
        "/more": Answer(gzip.compress(most + b"a"), headers={"Content-Encoding": "gzip"}),
    }
    assert len(fetch(loopback.url("/most")).body) == len(most)
    assert str(refusal(loopback.url("/more"))) == "larger than 15 MiB"


def test_a_page_without_an_end_is_given_up_for_its_size() -> None:
    with drip(HEAD + b"\r\n", b"<p>more</p>" * 1_000) as url:
        assert str(refusal(url, most_bytes=2**18)) == "larger than 0.25 MiB"


@pytest.mark.parametrize(
    ("start", "endless"),
    [
        (HEAD + b"Content-Length: 100000\r\n\r\n", b"a"),
        (HEAD + b"\r\n", b"<p>more</p>"),
        (HEAD, b"X-Header: 1\r\n"),
        (b"", b""),
        (HEAD + b"Content-Length: 100\r\n\r\nhello", b""),
    ],
    ids=["body byte by byte", "body of unknown length", "endless headers", "silence", "silence in the body"],
)
def test_the_deadline_is_for_the_whole_page(start: bytes, endless: bytes) -> None:
    began = time.monotonic()
    with drip(start, endless, is_held=True) as url:
        assert str(refusal(url, deadline=0.3)) == "took longer than 0.3 s"
    assert time.monotonic() - began < 3


def test_the_deadline_counts_redirects_together(loopback: Site) -> None:
    never = threading.Event()

    def slow(request: Request) -> Answer:
        never.wait(0.12)
        return Answer(status=302, headers={"Location": f"{request.path}0"})

    for number in range(11):
        loopback.routes["/" + "0" * number] = slow
    assert str(refusal(loopback.url("/"), deadline=0.3)) == "took longer than 0.3 s"


@pytest.mark.parametrize(
    "start",
    [
        HEAD + b"Content-Length: 1000\r\n\r\nhello",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(STORY)[:-12],
        HEAD + b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
        b"this is no HTTP at all\r\n\r\n",
        b"",
    ],
    ids=["length", "chunks", "gzip cut short", "not gzip", "no HTTP", "nothing"],
)
def test_an_answer_that_breaks_off_is_not_taken_for_a_page(start: bytes) -> None:
    with drip(start) as url:
        assert str(refusal(url)) in (
            "the answer broke off or makes no sense",
            "the site broke off the connection",
        )


def test_a_dead_port_is_told_apart() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        assert str(refusal(f"http://127.0.0.1:{port}/")) == "nothing answers at this address"


def test_an_address_is_checked_before_anything_is_sent() -> None:
    assert "can't be saved" in str(refusal("ftp://example.org/file"))
    assert str(refusal("https://example..org/")).startswith("“https://example..org/” is not an address")


def test_https_spoken_to_a_plain_server_has_a_reason(loopback: Site) -> None:
    assert str(refusal(f"https://127.0.0.1:{loopback.port}/")) == "no secure connection can be made"
