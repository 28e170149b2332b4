from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.web.networks import is_private, is_private_host

PRIVATE = [
    *("127.0.0.1", "127.255.0.3", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1"),
    *("::", "::1", "fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2001:db8::1"),
    *(
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::a00:1",
        "2002:a00:1::",
        "::7f00:1",
    ),
]
PUBLIC = ["8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_told_in_every_dress(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", [*PUBLIC, "64:ff9b::808:808", "2002:808:808::1"])
def test_a_public_address_is_told_in_every_dress(address: str) -> None:
    assert not is_private(address)


@given(st.ip_addresses(v=4))
def test_an_address_is_as_private_as_what_carries_it(ip: IPv4Address) -> None:
    carriers = (IPv6Address(0xFFFF << 32 | int(ip)), IPv6Address((0x0064_FF9B << 96) | int(ip)))
    assert {is_private(str(carrier)) for carrier in carriers} == {is_private(str(ip))}


@pytest.mark.parametrize(
    "host",
    [
        *(
            "localhost",
            "LOCALHOST.",
            "app.localhost",
            "printer.local",
            "router.lan",
            "nas.home.arpa",
            "intranet",
        ),
        *("2130706433", "0x7f.1", "0177.0.0.1", "127.1", "10.0.0.1.", "::1"),
    ],
)
def test_behind_a_proxy_a_private_host_is_told_by_its_name(host: str) -> None:
    assert is_private_host(host)


@pytest.mark.parametrize(
    "host", ["example.org", "example.org.", "8.8.8.8", "localhost.example.org", "home.example"]
)
def test_behind_a_proxy_other_names_are_left_to_it(host: str) -> None:
    assert not is_private_host(host)
