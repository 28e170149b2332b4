"""Keeps pages from the internet from sending the reader into its own network by a redirect."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping

from tui_reader.web.deadline import Connection


class PrivateAddressError(ValueError):
    """A page from outside leads to an address of the own machine or network."""


def is_private(address: str) -> bool:
    """Whether an IP address lies in no public network: loopback, local, shared, multicast or reserved."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _TRANSLATED:
            ip = ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
        elif inside := ip.ipv4_mapped or ip.sixtofour:
            ip = inside
    return not ip.is_global or ip.is_multicast


_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""Addresses of version 4 as seen through NAT64."""


class Neighbourhood:
    """Looks where each connection of one fetch really leads, whatever name or number stands for it.

    Who types a private address may be led to others; a public one leads to public ones only. Through a
    proxy all connections lead to the proxy, whose own rules then count.
    """

    def __init__(self, is_private: Callable[[str], bool] = is_private) -> None:
        self._is_private = is_private
        self._began_outside: bool | None = None

    def watch(self, event: str, info: Mapping[str, object]) -> None:
        """Look at a connection that has been made, before anything is sent.

        Raises:
            PrivateAddressError: if it must not be used.
        """
        if not event.endswith("connect_tcp.complete"):
            return
        connection: Connection = info["return_value"]  # type: ignore[assignment]
        peer = connection.get_extra_info("server_addr")
        is_inside = isinstance(peer, tuple) and self._is_private(str(peer[0]))
        if self._began_outside is None:
            self._began_outside = not is_inside
        if is_inside and self._began_outside:
            connection.close()
            raise PrivateAddressError("redirected to an address of your own machine or network")
