"""A page from outside can't send the reader into its own network."""

from __future__ import annotations

import pytest

from tests.loopback import Answer, Site, serve
from tui_reader.errors import FetchError
from tui_reader.web.fetch import fetch
from tui_reader.web.neighbourhood import is_private


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("172.31.0.1", True),
        ("192.168.1.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("224.0.0.1", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:10.0.0.1", True),
        ("64:ff9b::7f00:1", True),
        ("2002:7f00:1::", True),
        ("no address", True),
        ("93.184.215.14", False),
        ("2606:2800:21f:cb07::1", False),
        ("64:ff9b::5db8:d70e", False),
    ],
)
def test_addresses_of_the_own_network_are_told_in_every_form(address: str, expected: bool) -> None:
    assert is_private(address) is expected


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1"])
def test_a_public_page_can_not_lead_inside_by_any_name(loopback: Site, host: str) -> None:
    with serve({"/secret": "inside"}) as inside:
        target = inside.url("/secret").replace("127.0.0.1", host)
        loopback.routes["/story"] = Answer(status=302, headers={"Location": target})
        inside_or_not = iter((False, True))
        with pytest.raises(FetchError, match="redirected to an address of your own machine or network"):
            fetch(loopback.url("/story"), is_private=lambda address: next(inside_or_not))
        assert inside.requests == []


def test_who_types_a_private_address_may_be_led_to_another(loopback: Site) -> None:
    with serve({"/moved": "<p>The router has moved its page to another port."}) as other:
        loopback.routes["/story"] = Answer(status=302, headers={"Location": other.url("/moved")})
        assert b"The router" in fetch(loopback.url("/story")).body


def test_a_public_page_may_lead_to_another(loopback: Site) -> None:
    with serve({"/moved": "<p>The paper has a new address."}) as other:
        loopback.routes["/story"] = Answer(status=302, headers={"Location": other.url("/moved")})
        assert b"The paper" in fetch(loopback.url("/story"), is_private=lambda address: False).body
