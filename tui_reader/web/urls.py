"""Addresses: what a reader typed made whole, and the key by which the same page is recognised."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

from tui_reader.errors import FetchError
from tui_reader.harmless import harmless_line

# An address copied from mail or a terminal may be wrapped.
_WRAP = re.compile(r"\s*\n\s*")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_PORT = re.compile(r":\d{1,5}(?:[/?#]|$)")
_NEVER_IN_HOST = re.compile(r"[\s<>\"'\\^`{|}%]|\.\.")
_DEFAULT_PORTS = (80, 443)
_SAFE = "/%:@!$&'()*+,;=~-._?[]"
_ESCAPE = re.compile("%[0-9a-fA-F]{2}")

# Parameters that say where a reader came from and never which page it is.
_TRACKING_PREFIXES = ("utm_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "guce_", "at_custom", "__hs", "_hs")
_TRACKING_NAMES = """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id srsltid igshid igsh epik
    mc_cid mc_eid mkt_tok vero_id vero_conv oly_enc_id oly_anon_id wickedid _openstat s_cid s_kwcid ef_id
    icid cmpid cm_mmc ref_src ref_url at_medium at_campaign guccounter trk trkcampaign xtor smid ftag
    ns_campaign ns_mchannel ns_source ns_linkname rb_clickid __twitter_impression
"""
_TRACKING = frozenset(_TRACKING_NAMES.split())


def normalise(typed: str) -> str:
    """Return the address that was meant, with its scheme and without a place on the page.

    Raises:
        FetchError: if it can't be an http or https address.
    """
    entered = harmless_line(_WRAP.sub("", typed)).strip("<>\"' ")
    if not entered:
        raise FetchError(typed, "There is no address; type one like https://example.org/page.")
    address = _with_scheme(entered)
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise FetchError(typed, f"“{entered}” is not an address: its host or port makes no sense.") from error
    if parts.scheme not in ("http", "https"):
        raise FetchError(typed, f"“{parts.scheme}:” can't be saved; only http and https addresses can.")
    if not _is_host(host, is_named=address == entered):
        raise FetchError(typed, f"“{entered}” is not an address; type one like https://example.org/page.")
    # "#!" leads to another page on sites of a certain age; everything else behind "#" leads within one.
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return parts._replace(path=_quoted(parts.path), query=_quoted(parts.query), fragment=fragment).geturl()


def canonical(url: str) -> str:
    """Return a key that is the same for all spellings of one address: host, path and query, without scheme.

    The host is lower case and without "www."; default ports, the fragment, tracking parameters and the slash
    at the end are gone; what remains of the query keeps its order. What is no address is its own key.
    """
    address = harmless_line(url)
    if not address:
        return ""
    try:
        parts = urlsplit(_with_scheme(address))
        host, port = _canonical_host(parts), parts.port
    except ValueError:  # also what a host that can't be written in ASCII raises
        return address
    if parts.scheme not in ("http", "https") or not _is_host(host, is_named=True):
        return address
    key = host if port is None or port in _DEFAULT_PORTS else f"{host}:{port}"
    key += _quoted(parts.path).rstrip("/")
    query = "&".join(pair for pair in _quoted(parts.query).split("&") if pair and not _is_tracking(pair))
    return f"{key}?{query}" if query else key


def _with_scheme(address: str) -> str:
    """Return the address with https if it names no scheme; `host:8000` names a port, not a scheme."""
    if address.startswith("//"):
        return f"https:{address}"
    match = _SCHEME.match(address)
    if match and not _PORT.match(address, match.end() - 1):
        return match[0].lower() + address[match.end() :]
    return f"https://{address}"


def _is_host(host: str, *, is_named: bool) -> bool:
    """Whether something could answer to the name; a bare word needs a scheme before it to be one."""
    is_likely = is_named or "." in host.strip(".") or ":" in host or host == "localhost"
    return bool(host) and is_likely and not _NEVER_IN_HOST.search(host)


def _canonical_host(parts: SplitResult) -> str:
    """Return the host in lower case, ASCII, without "www." or a dot at its end."""
    host = (parts.hostname or "").rstrip(".")
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    while host.startswith("www.") and "." in host.removeprefix("www."):
        host = host.removeprefix("www.")
    return f"[{host}]" if ":" in host else host


def _is_tracking(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)


def _quoted(text: str) -> str:
    """Return the text with everything that may not stand in an address escaped, escapes in upper case."""
    return _ESCAPE.sub(lambda match: match[0].upper(), quote(text, safe=_SAFE))
