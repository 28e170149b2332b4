"""Who wrote an article and when, as its page shows them to readers rather than to machines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from tui_reader.extract.tree import Element, hints, text_of
from tui_reader.harmless import harmless_line

_BYLINE = re.compile(r"byline|author|writer", re.IGNORECASE)
_DATELINE = re.compile(
    r"\b(?:(?:post|entry|article|meta|byline|pub)\w*[-_]+)?(?:date|publish|posted|time)", re.I
)
_BY = re.compile(r"^(?:written\s+by|story\s+by|by|von|par|por|di|door)\b:?\s+", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|\||&|\b(?:and|und|et)\b)\s*")
_NOBODY = frozenset({"admin", "staff", "editor", "guest"})

_LONGEST_NAME = 60
_LONGEST_BYLINE = 240
_MOST_NAMES = 12
_MOST_MARKED = 20
"""Elements that are looked at: what is marked further down belongs to teasers and comments."""


def people(bylines: Iterable[str]) -> tuple[str, ...]:
    """Return the names in some bylines, each once; addresses and whole sentences are none."""
    found: dict[str, None] = {}
    for byline in map(harmless_line, bylines):
        if "://" in byline or "@" in byline or len(byline) > _LONGEST_BYLINE:
            continue
        names = (name.strip(" .") for name in _BETWEEN_NAMES.split(_BY.sub("", byline)))
        found |= {name: None for name in names if _is_name(name)}
    return tuple(found)[:_MOST_NAMES]


def is_byline(text: str, authors: Iterable[str]) -> bool:
    """Whether a text says who wrote the article and little else."""
    is_short = len(text) <= _LONGEST_NAME * 2
    return is_short and bool(_BY.match(text)) and any(author in text for author in authors)


def shown_bylines(root: Element) -> list[str]:
    """Return what the page marks as writer, else what reads like "by somebody", else like a name."""
    marked = (
        element for element in root.iter("a", "span", "div", "p", "address", "strong") if _is_marked(element)
    )
    texts = [(_is_author(element), text_of(element)) for element in islice(marked, _MOST_MARKED)]
    return (
        [text for is_author, text in texts if is_author]
        or [text for _, text in texts if _BY.match(text)][:1]
        or [text for _, text in texts if _PERSON.fullmatch(text)][:1]
    )


def shown_dates(root: Element) -> list[str]:
    """Return the moments that the page marks, those of publishing first, then texts that it calls a date."""
    times = [element for element in root.iter("time") if element.get("datetime")]
    times.sort(key=lambda element: "publish" not in (element.get("itemprop", "") + hints(element)).lower())
    marked = (
        element for element in root.iter("time", "span", "p", "div", "li") if _DATELINE.search(hints(element))
    )
    texts = (text_of(element) for element in islice(marked, _MOST_MARKED))
    short = [text for text in texts if len(text) <= _LONGEST_NAME]
    return [element.get("datetime", "") for element in times[:3]] + short


def _is_marked(element: Element) -> bool:
    return _is_author(element) or bool(_BYLINE.search(hints(element)))


def _is_author(element: Element) -> bool:
    return "author" in (element.get("rel"), element.get("itemprop"))


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST_NAME and text.lower() not in _NOBODY
