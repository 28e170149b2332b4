from __future__ import annotations

import ssl
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import trustme

from tests.web.tls import serve_tls
from tui_reader.errors import FetchError
from tui_reader.web.fetch import fetch

STORY = b"<p>The ferry leaves at noon.</p>"


def shown_by(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """Return how a server shows a certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    return context


def trusting(authority: trustme.CA) -> httpx.Client:
    """Return a client that trusts the authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return httpx.Client(verify=context)


def refusal(server: ssl.SSLContext, client: httpx.Client | None = None) -> str:
    """Return why a page behind the certificate can't be had."""
    with serve_tls(server, STORY) as url, pytest.raises(FetchError) as caught:
        fetch(url, client=client)
    return str(caught.value)


def test_a_certificate_of_a_trusted_authority_is_taken() -> None:
    authority = trustme.CA()
    server = shown_by(authority.issue_cert("127.0.0.1"))
    with serve_tls(server, STORY) as url, trusting(authority) as client:
        assert fetch(url, client=client).body == STORY


def test_a_certificate_of_an_unknown_authority_is_refused() -> None:
    server = shown_by(trustme.CA().issue_cert("127.0.0.1"))
    assert refusal(server) == "the certificate is signed by an unknown authority"


def test_a_certificate_signed_by_the_site_itself_is_refused(tmp_path: Path) -> None:
    itself = trustme.CA()
    itself.cert_pem.write_to_path(str(tmp_path / "certificate"))
    itself.private_key_pem.write_to_path(str(tmp_path / "key"))
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(tmp_path / "certificate", tmp_path / "key")
    assert refusal(server) == "the certificate is signed by the site itself"


def test_a_certificate_for_another_host_or_of_another_time_is_refused() -> None:
    authority = trustme.CA()
    another = shown_by(authority.issue_cert("another.example"))
    expired = shown_by(authority.issue_cert("127.0.0.1", not_after=datetime(2020, 1, 1, tzinfo=UTC)))
    with trusting(authority) as client:
        assert refusal(another, client) == "the certificate is for another host"
        assert refusal(expired, client) == "the certificate has expired"
