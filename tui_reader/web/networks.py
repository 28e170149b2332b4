"""Which addresses lead to this machine or into the networks around it, where strangers have no business."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

_UNICAST: Final = ip_network("2000::/3")
"""All of IPv6 that leads anywhere on the internet (RFC 4291)."""
_TRANSLATED: Final = ip_network("64:ff9b::/96")
"""IPv4 addresses as networks write them that speak IPv6 only (RFC 6052)."""
# Names of hosts that the internet at large doesn't know: RFC 6761, RFC 8375, RFC 6762 appendix G.
_OWN_ENDINGS: Final = (
    *(".localhost", ".local", ".home.arpa", ".internal", ".intranet"),
    *(".private", ".corp", ".home", ".lan", ".localdomain"),
)


class PrivateAddressError(OSError):
    """An address that only the user may ask for, and did not; `host` is what led to it."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host} is private")
        self.host = host


def is_private(address: str) -> bool:
    """Whether an IP address is of this machine, of a network around it, of a group, or of nobody."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv4Address):
        return ip.is_multicast or not ip.is_global
    inner = _carried(ip)
    return is_private(str(inner)) if inner else ip not in _UNICAST or not ip.is_global


def is_private_host(host: str) -> bool:
    """Whether a host is private as far as its name tells, which is all that is known behind a proxy."""
    name = host.rstrip(".").lower()
    try:
        return is_private(name)
    except ValueError:
        pass
    try:
        # So libraries of C read numbers: 2130706433, 0x7f.1 and 0177.0.0.1 are all this machine.
        return is_private(socket.inet_ntoa(socket.inet_aton(name)))
    except OSError:
        return "." not in name or name.endswith(_OWN_ENDINGS)


def _carried(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that traffic to an IPv6 address ends at, if there is one in it."""
    if ip in _TRANSLATED:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour
