"""Addresses inside pages: made absolute, and only those that a reader can follow."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

from tui_reader.harmless import harmless_line

_NONE = SplitResult("", "", "", "", "")


def absolute(address: str, base: str) -> str:
    """Return the address as http, https or mailto address; empty if it is none or leads nowhere else."""
    address = address.strip()
    if not address or address.startswith("#"):
        return ""
    try:
        joined = urljoin(base, address)
    except ValueError:
        return ""
    return (
        harmless_line(joined).replace(" ", "%20")
        if _split(joined).scheme in ("http", "https", "mailto")
        else ""
    )


def host_of(url: str) -> str:
    """Return the host of an address without "www.", empty if it has none."""
    return harmless_line(_split(url).hostname or "").removeprefix("www.")


def is_front_page(url: str) -> bool:
    """Whether the address is that of a site rather than of a page on it."""
    parts = _split(url)
    return not parts.path.strip("/") and not parts.query


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return _NONE
