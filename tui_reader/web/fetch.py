"""Fetches a page over HTTP within a time and a size, or says in a sentence why it can't be had."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache

import httpx

from tui_reader import __version__
from tui_reader.errors import FetchError
from tui_reader.models import Page
from tui_reader.web.deadline import Deadline
from tui_reader.web.decompress import BrokenBodyError, is_known, unpacked
from tui_reader.web.files import MEBIBYTE, MOST_BYTES
from tui_reader.web.kinds import is_text, kind_of, looks_like_text
from tui_reader.web.reasons import failure_reason, status_reason
from tui_reader.web.route import route
from tui_reader.web.urls import normalise

MOST_REDIRECTS = 10
"""Redirects that are followed; browsers follow 20, honest sites need three."""

_HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; newsreader/{__version__})",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.1",
    # Only what can be unpacked here within a limit.
    "Accept-Encoding": "gzip, deflate",
}
_LONGEST_HEADER = 200
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def fetch(
    url: str,
    *,
    is_typed: bool = True,
    client: httpx.Client | None = None,
    deadline: float = 30.0,
    most_bytes: int = MOST_BYTES,
) -> Page:
    """Return the page at an address.

    Args:
        url: an http or https address.
        is_typed: whether the user named the address; only then may it lead into a private network.
        client: through what to send; by default one of its own, so that no cookie outlives the fetch.
        deadline: seconds within which all of it must have come, redirects included.
        most_bytes: size of the unpacked body beyond which it is given up.

    Raises:
        FetchError: if the page can't be had.
    """
    if client is None:
        with _own_client(url, is_typed=is_typed) as own:
            return fetch(url, client=own, deadline=deadline, most_bytes=most_bytes)
    with Deadline(deadline) as limit:
        try:
            return _Fetch(client, limit, most_bytes, url).run()
        except (httpx.HTTPError, httpx.InvalidURL, BrokenBodyError, UnicodeError, OSError) as error:
            reason = f"took longer than {deadline:g} s" if limit.has_passed else failure_reason(error)
            raise FetchError(url, reason) from error


@contextmanager
def _own_client(url: str, *, is_typed: bool) -> Iterator[httpx.Client]:
    """Give a client for one fetch that goes through the proxy and trusts the authorities of the environment.

    Raises:
        FetchError: if the environment names some that can't be used.
    """
    try:
        client = httpx.Client(transport=route(_authorities(), is_typed=is_typed))
    except OSError as error:
        reason = "the certificates that SSL_CERT_FILE or SSL_CERT_DIR names can't be read"
        raise FetchError(url, reason) from error
    except (ValueError, httpx.InvalidURL) as error:
        reason = "HTTP_PROXY, HTTPS_PROXY or ALL_PROXY names no proxy that can be used"
        raise FetchError(url, reason) from error
    with client:
        yield client


@cache
def _authorities() -> ssl.SSLContext:
    """Return the authorities that certificates are checked against; to read them takes longer than a page."""
    return httpx.create_ssl_context()


class _Fetch:
    """One fetch on its way through redirects."""

    def __init__(self, client: httpx.Client, limit: Deadline, most_bytes: int, url: str) -> None:
        self._client = client
        self._limit = limit
        self._most_bytes = most_bytes
        self._url = url

    def run(self) -> Page:
        """Return the page at the end of the redirects."""
        target = normalise(self._url)
        for _ in range(MOST_REDIRECTS + 1):
            with closing(self._send(target)) as response:
                if response.status_code not in _REDIRECTS:
                    return self._page(response)
                target = self._next(response)
        raise FetchError(self._url, f"redirected more than {MOST_REDIRECTS} times")

    def _send(self, target: str) -> httpx.Response:
        request = self._client.build_request(
            "GET",
            target,
            headers=_HEADERS,
            timeout=self._limit.remaining,
            extensions={"trace": self._limit.watch},
        )
        return self._client.send(request, stream=True, follow_redirects=False)

    def _next(self, response: httpx.Response) -> str:
        """Return where a redirect leads; cookies stay behind when that is another host."""
        location = response.headers.get("location", "")
        try:
            target = normalise(str(response.url.join(location))) if location else ""
        except (FetchError, httpx.InvalidURL) as error:
            raise self._error(response, "redirected to what is no web address") from error
        if not target:
            raise self._error(response, f"{response.status_code}: redirected to nowhere")
        if httpx.URL(target).host != response.url.host:
            self._client.cookies.clear()
        return target

    def _page(self, response: httpx.Response) -> Page:
        if not response.is_success:
            raise self._error(response, status_reason(response.status_code))
        content_type = _header(response, "content-type")
        if not is_text(content_type):
            raise self._error(response, f"not a page but {kind_of(content_type)}")
        body = self._body(response)
        if not kind_of(content_type) and not looks_like_text(body):
            raise self._error(response, "not a page of text")
        return Page(body, str(response.url), content_type)

    def _body(self, response: httpx.Response) -> bytes:
        """Return the unpacked body, given up as soon as it is too large or too slow."""
        encoding = _header(response, "content-encoding")
        if not is_known(encoding):
            raise self._error(response, f"packed in a way that can't be unpacked ({encoding})")
        too_large = f"larger than {self._most_bytes / MEBIBYTE:g} MiB"
        announced = _header(response, "content-length")
        if announced.isdecimal() and int(announced) > self._most_bytes:
            raise self._error(response, too_large)
        body = bytearray()
        for piece in unpacked(response.iter_raw(), encoding):
            body += piece
            if len(body) > self._most_bytes:
                raise self._error(response, too_large)
            if self._limit.has_passed:
                raise TimeoutError
        # A body of unknown length that the deadline has cut looks like one that came to its end.
        if self._limit.has_passed:
            raise TimeoutError
        return bytes(body)

    def _error(self, response: httpx.Response, reason: str) -> FetchError:
        return FetchError(self._url, reason, status=response.status_code)


def _header(response: httpx.Response, name: str) -> str:
    """Return a header as far as anybody in earnest would fill it, "" if there is none."""
    return str(response.headers.get(name, ""))[:_LONGEST_HEADER]
