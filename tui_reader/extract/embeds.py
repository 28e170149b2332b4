"""What only a browser can show: players, charts, and posts of other sites that come without their text.

Each becomes a picture without a source that tells where it is in `data-embed`, so that whoever finds the
article keeps it where a picture would be kept.
"""

from __future__ import annotations

import re

import lxml.html

from tui_reader.extract.addresses import absolute, host_of
from tui_reader.extract.tree import Element, link_share, text_of
from tui_reader.harmless import harmless_line

EMBED = "data-embed"
"""Attribute that holds the address of what is embedded."""
_FRAMES = ("iframe", "video", "audio")
_SOURCES = ("src", "data-src", "data-lazy-src", "data-url")
_PLAYER = re.compile(r"embed|player|/video|/watch", re.IGNORECASE)
# What a frame may hold that is no part of an article: counters, buttons, boxes to log in or to pay.
_DEVICE = re.compile(
    r"/plugins/(?:like|share|page)|googletagmanager|recaptcha|/ads?[/.-]|doubleclick", re.IGNORECASE
)
_POST = re.compile(r"(?:^|\s)[\w-]*-(?:embed|media|tweet|video|bq|card)(?:$|\s)")
_PERMALINK = re.compile(r"permalink$|^data-embed-url$|^cite$")
_MOST_LINKED = 0.9
"""Share of links from which a post consists of buttons that lead to it."""
_LONGEST_ADDRESS = 50


def settle_embeds(root: Element, base: str) -> None:
    """Put pictures that tell an address for everything that is embedded in the page, in place."""
    for frame in list(root.iter(*_FRAMES)):
        if address := _address(frame, base):
            _replace(frame, address, frame.get("title") or frame.get("aria-label") or "")
    for post in list(root.iter("blockquote")):
        if is_post(post) and link_share(post) >= _MOST_LINKED:
            links = [address for link in post.iter("a") if (address := absolute(link.get("href", ""), base))]
            if address := _permalink(post, base) or next(iter(links), ""):
                _replace(post, address, _last_words(post))


def is_post(element: Element) -> bool:
    """Whether the element is what another site gives to be put into a page: one of its posts."""
    is_named = element.tag == "blockquote" and bool(_POST.search(element.get("class", "")))
    return is_named and element.find(".//blockquote") is None


def embed_name(image: Element) -> str:
    """Return what an embedded thing is called: its title, or its address as far as a reader can read it."""
    if name := harmless_line(image.get("alt", "")):
        return name
    address = harmless_line(image.get(EMBED, ""))
    whole = re.sub(r"^\w+://(?:www\.)?|[?#].*", "", address).rstrip("/")
    return whole if len(whole) <= _LONGEST_ADDRESS else host_of(address) or whole[:_LONGEST_ADDRESS]


def _address(frame: Element, base: str) -> str:
    """Return where the frame or player leads, empty if it shows nothing to a reader."""
    offers = [frame, *frame.iter("source")]
    found = (absolute(each.get(name, ""), base) for each in offers for name in _SOURCES)
    address = next((each for each in found if each.startswith("http")), "")
    if frame.tag != "iframe" or not address:
        return address
    is_shown = frame.get("allowfullscreen") is not None or frame.get("title") or _PLAYER.search(address)
    return address if is_shown and not _DEVICE.search(address) and not _is_tiny(frame) else ""


def _is_tiny(frame: Element) -> bool:
    return any(frame.get(name, "").strip().removesuffix("px") in ("0", "1") for name in ("width", "height"))


def _permalink(post: Element, base: str) -> str:
    names = (name for name in map(str, post.keys()) if _PERMALINK.search(name))
    return next((address for name in names if (address := absolute(post.get(name, ""), base))), "")


def _last_words(post: Element) -> str:
    """Return the last line of a post, which says whose it is; those above it are buttons."""
    lines = (text_of(each) for each in post.iter() if (each.text or "").strip())
    return ([line for line in lines if line] or [""])[-1]


def _replace(element: Element, address: str, name: str) -> None:
    parent = element.getparent()
    if parent is None:
        return
    picture = lxml.html.Element("img")
    picture.set(EMBED, address)
    if style := element.get("style"):
        # Whoever drops what is hidden has yet to come.
        picture.set("style", style)
    if name := harmless_line(name):
        picture.set("alt", name)
    picture.tail = element.tail
    parent.replace(element, picture)
