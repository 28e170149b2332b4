"""Images of a page: where the real picture of a lazily loaded one is, and which are none."""

from __future__ import annotations

import re
from itertools import chain, islice

import lxml.html

from tui_reader.extract.addresses import absolute
from tui_reader.extract.tree import Element, drop

_IMAGES = ("img", "amp-img")
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-url", "data-hi-res-src", "data-image")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset")
_MOST_OFFERS = 50
"""Elements of a `<picture>` that are asked."""
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,])(?:\s+(\d{1,6}(?:\.\d{1,3})?)[wx])?\s*(?:,|$)")
_MOST_SET = 20_000
"""Characters of a list of pictures that are looked at."""
_MOST_PIXEL = 2
"""Width or height in pixels up to which an image counts visits and shows nothing."""


def settle_images(root: Element, base: str) -> None:
    """Give every image the absolute address of its picture, and drop those that only count visits."""
    for image in list(root.iter(*_IMAGES)):
        if next(image.iterancestors("noscript"), None) is not None:
            continue
        if _is_pixel(image):
            drop(image)
        else:
            image.tag = "img"
            _set_source(image, _source(image, base) or _spare(image, base))
    shown: dict[Element, bool] = {}
    for element in list(root.iter("noscript")):
        figure = next(element.iterancestors("figure"), None)
        if figure is not None:
            if figure not in shown:
                shown[figure] = _has_picture(figure)
            shown[figure] = shown[figure] or _show_spare(element, base)
        drop(element)


def _source(image: Element, base: str) -> str:
    """Return the address of the picture, empty if the image gives none."""
    picture = next(image.iterancestors("picture"), None)
    offers = [image, *(() if picture is None else islice(picture.iter("source"), _MOST_OFFERS))]
    # Where a script is to set the picture, `src` holds a blurred one until then.
    candidates = chain(
        (image.get(name, "") for name in _SOURCES),
        (_largest(offer.get(name, "")) for offer in offers for name in _LAZY_SETS),
        (image.get("src", ""),),
        (_largest(offer.get("srcset", "")) for offer in offers),
    )
    return next((address for candidate in candidates if (address := absolute(candidate, base))), "")


def _set_source(image: Element, source: str) -> None:
    # An empty address would be taken for that of the page itself.
    if source:
        image.set("src", source)
    elif "src" in map(str, image.keys()):
        del image.attrib["src"]


def _has_picture(figure: Element) -> bool:
    """Whether a figure shows a picture to browsers with scripts."""
    shown = (image for image in figure.iter("img") if image.get("src"))
    return any(next(image.iterancestors("noscript"), None) is None for image in shown)


def _show_spare(noscript: Element, base: str) -> bool:
    """Put the picture for browsers without scripts behind its `<noscript>`, and say whether there is one."""
    for image in noscript.iter("img"):
        if (address := _source(image, base)) and not _is_pixel(image):
            spare = lxml.html.Element("img", src=address, alt=image.get("alt", ""))
            spare.tail, noscript.tail = noscript.tail, None
            noscript.addnext(spare)
            return True
    return False


def _spare(image: Element, base: str) -> str:
    """Return the address that a `<noscript>` behind the image holds for browsers without scripts."""
    behind = image.getnext()
    if behind is None or behind.tag != "noscript":
        return ""
    return next((address for spare in behind.iter("img") if (address := _source(spare, base))), "")


def _largest(candidates: str) -> str:
    """Return the address of the largest picture that a `srcset` offers."""
    found = [(float(match[2] or 1), match[1]) for match in _CANDIDATE.finditer(candidates[:_MOST_SET])]
    return max(found, key=lambda pair: pair[0])[1] if found else ""


def _is_pixel(image: Element) -> bool:
    sizes = (image.get(name, "").strip().removesuffix("px") for name in ("width", "height"))
    return any(size.isascii() and size.isdigit() and int(size[:6]) <= _MOST_PIXEL for size in sizes)
