"""The way of one fetch to its hosts: through a proxy, or straight to an address that has been checked.

The check is made where the connection is: a name is looked up once, and what was found is connected to, so
that it can't mean one address when it is checked and another when it is used.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from urllib.request import getproxies, proxy_bypass

import httpx

from tui_reader.web.networks import PrivateAddressError, is_private, is_private_host

# A connection is known by its IP address here, and must not serve another host that lives there too.
_ONE_BY_ONE = httpx.Limits(max_keepalive_connections=0)
_NO_PROXIES: Mapping[str, httpx.BaseTransport] = {}


def look_up(host: str, port: int, seconds: float) -> list[str]:
    """Return the IP addresses of a host, the one to be tried first in front.

    Raises:
        httpx.ConnectTimeout: if they are not known in time; the look-up goes on, as nothing can interrupt it.
        OSError, UnicodeError: if there are none.
    """
    answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(place[0]) for *_, place in found)))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise httpx.ConnectTimeout(f"{host} was not found in time") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


class Route(httpx.BaseTransport):
    """Carries the requests of one fetch, and keeps those after the first out of private networks.

    If the user typed a private address, the first leads to one, and then the others may as well. Behind a
    proxy only names can be checked, as it is the proxy that looks them up.
    """

    def __init__(
        self,
        direct: httpx.BaseTransport,
        proxies: Mapping[str, httpx.BaseTransport] = _NO_PROXIES,
        *,
        is_typed: bool = True,
        look_up: Callable[[str, int, float], list[str]] = look_up,
    ) -> None:
        """Take the ways there are: straight, and proxies by the scheme that they are for or "all"."""
        self._direct = direct
        self._proxies = proxies
        self._may_be_private = is_typed
        self._is_first = True
        self._look_up = look_up

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request on its way.

        Raises:
            PrivateAddressError: if it may not go where it would.
        """
        host = request.url.raw_host.decode("ascii")
        if proxy := self._proxy(request.url):
            self._admit(host, is_host_private=is_private_host(host))
            try:
                return proxy.handle_request(request)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                raise httpx.ProxyError(str(error)) from error
        end = time.monotonic() + request.extensions["timeout"]["connect"]
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        addresses = self._look_up(host, port, end - time.monotonic())
        public = [address for address in addresses if not is_private(address)]
        self._admit(host, is_host_private=not public)
        return self._connected(request, host, public or addresses, end)

    def close(self) -> None:
        """Close what is open."""
        for way in (self._direct, *self._proxies.values()):
            way.close()

    def _proxy(self, url: httpx.URL) -> httpx.BaseTransport | None:
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all")
        return None if proxy is None or proxy_bypass(url.netloc.decode("ascii")) else proxy

    def _admit(self, host: str, *, is_host_private: bool) -> None:
        """Refuse a private host, unless the user asked for one in the first place."""
        if self._is_first:
            self._is_first = False
            self._may_be_private = self._may_be_private and is_host_private
        if is_host_private and not self._may_be_private:
            raise PrivateAddressError(host)

    def _connected(
        self, request: httpx.Request, host: str, addresses: list[str], end: float
    ) -> httpx.Response:
        """Send the request to the first address that takes it; each has its share of what time is left."""
        *others, last = addresses
        for number, address in enumerate(others):
            share = (end - time.monotonic()) / (len(addresses) - number)
            try:
                return self._direct.handle_request(_to(address, request, host, share))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return self._direct.handle_request(_to(last, request, host, end - time.monotonic()))


def route(authorities: ssl.SSLContext, *, is_typed: bool) -> Route:
    """Return a way to the network through the proxies that the environment names, if it names any.

    Raises:
        ValueError, httpx.InvalidURL: if it names one that can't be used.
    """
    named = getproxies()
    proxies = {
        scheme: httpx.HTTPTransport(verify=authorities, proxy=_with_scheme(named[scheme]))
        for scheme in ("http", "https", "all")
        if named.get(scheme)
    }
    return Route(httpx.HTTPTransport(verify=authorities, limits=_ONE_BY_ONE), proxies, is_typed=is_typed)


def _with_scheme(proxy: str) -> str:
    return proxy if "://" in proxy else f"http://{proxy}"


def _to(address: str, request: httpx.Request, host: str, seconds: float) -> httpx.Request:
    """Return the request as one to an IP address; its certificate must still be for the host."""
    timeout = request.extensions["timeout"] | {"connect": max(seconds, 0.001)}
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions=request.extensions | {"timeout": timeout, "sni_hostname": host.rstrip(".")},
    )
