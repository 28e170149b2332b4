"""What a page says of itself in microdata: attributes that name the parts of what is to be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tui_reader.extract.json_ld import Json
from tui_reader.extract.tree import Element, text_of

_MOST = 2_000
"""Marked elements that are looked at."""
_LONGEST = 500
_ADDRESSES = frozenset({"url", "image", "logo", "mainEntityOfPage", "thumbnailUrl", "item", "sameAs"})
"""What an `<a>` gives by its address rather than by its text."""
_LONG = frozenset({"articleBody", "reviewBody", "text"})
"""The text of the article itself: it is judged, not believed."""


def read_microdata(root: Element) -> list[Json]:
    """Return the items that belong to no other, in the form of JSON-LD, and last what belongs to none."""
    items: dict[Element, dict[str, Json]] = {}
    loose: dict[str, Json] = {"@type": "WebPage"}
    top: list[Json] = []
    for element in islice(_marked(root), _MOST):
        owner = next((items[parent] for parent in element.iterancestors() if parent in items), None)
        names = [name for name in element.get("itemprop", "").split() if name not in _LONG]
        if "itemscope" in element.attrib:
            kind = element.get("itemtype", "").rstrip("/").rsplit("/")[-1].rsplit("#")[-1]
            item: dict[str, Json] = {"@type": kind}
            items[element] = item
            if owner is None:
                top.append(item)
            else:
                _add(owner, names, item)
        else:
            for name in names:
                _add(loose if owner is None else owner, [name], _value(element, name))
    # What is said several times is said of teasers.
    return [
        *top,
        {name: value for name, value in loose.items() if not isinstance(value, list) or len(value) == 1},
    ]


def _marked(root: Element) -> Iterator[Element]:
    found = root.xpath("descendant-or-self::*[@itemscope or @itemprop]")
    return (element for element in (found if isinstance(found, list) else ()) if isinstance(element, Element))


def _add(item: dict[str, Json], names: list[str], value: Json) -> None:
    for name in names:
        known = item.setdefault(name, [])
        if isinstance(known, list):
            known.append(value)


def _value(element: Element, name: str) -> str:
    if content := element.get("content") or element.get("datetime"):
        return content
    address = element.get("href") or element.get("src")
    if address and (name in _ADDRESSES or element.tag == "link"):
        return address
    return text_of(element)[:_LONGEST]
