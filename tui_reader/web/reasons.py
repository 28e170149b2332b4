"""Why a page can't be had, in words that its reader can act on."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator

import httpx

from tui_reader.web.decompress import BrokenBodyError
from tui_reader.web.networks import PrivateAddressError

_STATUS = {
    400: "the site does not understand the address",
    401: "the site asks for a login",
    402: "the site asks for payment",
    403: "the site refuses to give the page; it may ask for a login",
    404: "the page is gone",
    410: "the page is gone for good",
    429: "the site has had too many requests; try again later",
    451: "the page is withheld for legal reasons",
}
# Numbers of OpenSSL, x509_vfy.h.
_CERTIFICATE = {
    10: "the certificate has expired",
    9: "the certificate is not valid yet",
    18: "the certificate is signed by the site itself",
    19: "the certificate is signed by an unknown authority",
    20: "the certificate is signed by an unknown authority",
    62: "the certificate is for another host",
    64: "the certificate is for another host",
}
_SOCKET = {
    errno.ECONNREFUSED: "nothing answers at this address",
    errno.ECONNRESET: "the site broke off the connection",
    errno.ENETUNREACH: "the network can't be reached; check your connection",
    errno.EHOSTUNREACH: "the host can't be reached",
    errno.ETIMEDOUT: "the site does not answer",
}


def status_reason(status: int) -> str:
    """Return what an HTTP status other than success means, with its number."""
    if status >= 500:
        return f"{status}: the site is in trouble; try again later"
    return f"{status}: {_STATUS.get(status, 'the site does not give the page')}"


def failure_reason(error: Exception) -> str:
    """Return why a request failed, by the innermost error that says something."""
    if isinstance(error, httpx.ProxyError):
        return "the proxy can't be reached, or refuses; HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names it"
    for cause in _causes(error):
        if isinstance(cause, PrivateAddressError):
            return f"leads into a private network, to {cause.host}; add that address itself if you trust it"
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _CERTIFICATE.get(cause.verify_code, "the certificate can't be verified")
        if isinstance(cause, ssl.SSLError):
            return "no secure connection can be made"
        if isinstance(cause, socket.gaierror):
            return "the host can't be found"
        if isinstance(cause, OSError) and cause.errno in _SOCKET:
            return _SOCKET[cause.errno]
    match error:
        case httpx.TimeoutException():
            return "the site does not answer"
        case httpx.RemoteProtocolError() | BrokenBodyError():
            return "the answer broke off or makes no sense"
        case httpx.InvalidURL() | httpx.UnsupportedProtocol() | UnicodeError():
            return "the address makes no sense"
        case _:
            return "the connection failed"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield the error and what led to it, the innermost first."""
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or current.__context__
    yield from reversed(chain)
