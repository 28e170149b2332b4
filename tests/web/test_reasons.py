from __future__ import annotations

import errno
import socket
import ssl

import httpx
import pytest

from tui_reader.web.reasons import failure_reason


def led_to(cause: Exception) -> Exception:
    """Return what httpx makes of an error of the network."""
    try:
        try:
            raise cause
        except Exception as error:
            raise OSError("in between") from error
    except OSError as error:
        outer = httpx.ConnectError(str(cause))
        outer.__cause__ = error
        return outer


def unverified(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code = code
    return error


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        (unverified(10), "the certificate has expired"),
        (unverified(18), "the certificate is signed by the site itself"),
        (unverified(62), "the certificate is for another host"),
        (unverified(99), "the certificate can't be verified"),
        (ssl.SSLError(1, "wrong version number"), "no secure connection can be made"),
        (socket.gaierror(-2, "Name or service not known"), "the host can't be found"),
        (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), "nothing answers at this address"),
        (OSError(errno.ENETUNREACH, "unreachable"), "the network can't be reached; check your connection"),
        (OSError(errno.EPERM, "no"), "the connection failed"),
    ],
)
def test_the_innermost_error_gives_the_reason(cause: Exception, reason: str) -> None:
    assert failure_reason(led_to(cause)) == reason


def test_an_error_of_httpx_itself_gives_a_reason() -> None:
    assert failure_reason(httpx.ReadTimeout("")) == "the site does not answer"
    assert failure_reason(httpx.RemoteProtocolError("")) == "the answer broke off or makes no sense"
    assert failure_reason(httpx.InvalidURL("")) == "the address makes no sense"


def test_errors_that_name_each_other_come_to_an_end() -> None:
    one, other = httpx.ReadError("one"), httpx.ReadError("other")
    one.__cause__, other.__cause__ = other, one
    assert failure_reason(one) == "the connection failed"
