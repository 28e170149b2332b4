"""What a page says of itself in JSON-LD, the schema.org data in its scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TypeAlias

from tui_reader.extract.tree import Element

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"
"""What `json.loads` returns."""

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|WebPage)$")
_MOST_ITEMS = 1_000
_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$")


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The article that a page's JSON-LD describes; what it leaves out is empty."""

    headline: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    publisher: str = ""
    language: str = ""
    description: str = ""
    body: str = ""


def read_linked_article(root: Element) -> LinkedArticle:
    """Return the first article that the page describes, an empty one if it describes none."""
    items = [item for script in root.iter("script") for item in _items(_loaded(script))]
    named = {name: item for item in items if isinstance(name := item.get("@id"), str)}
    articles = [item for item in items if _ARTICLE.search(_first_text(item.get("@type")))]
    # Most pages describe themselves as WebPage beside the article that they hold.
    articles.sort(key=lambda item: _first_text(item.get("@type")).endswith("WebPage"))
    if not articles:
        return LinkedArticle()
    article = articles[0]
    return LinkedArticle(
        headline=_first_text(article.get("headline")) or _first_text(article.get("name")),
        authors=tuple(_names(article.get("author"), named)) or tuple(_names(article.get("creator"), named)),
        published=_first_text(article.get("datePublished")),
        publisher=next(_names(article.get("publisher"), named), ""),
        language=_first_text(article.get("inLanguage")),
        description=_first_text(article.get("description")),
        body=_first_text(article.get("articleBody")),
    )


def _loaded(script: Element) -> Json:
    if "ld+json" not in script.get("type", ""):
        return None
    try:
        value: Json = json.loads(_WRAPPING.sub("", script.text or ""), strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _items(value: Json) -> Iterator[dict[str, Json]]:
    """Yield the objects that stand at the top, in lists and in graphs."""
    waiting = [value]
    for _ in range(_MOST_ITEMS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)


def _names(value: Json, named: dict[str, dict[str, Json]]) -> Iterator[str]:
    """Yield the names of people or organisations, which may be given by reference."""
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            reference = entry.get("@id")
            known = named.get(reference, {}) if isinstance(reference, str) else {}
            entry = entry.get("name") or known.get("name")
        if name := _first_text(entry):
            yield name


def _first_text(value: Json) -> str:
    while isinstance(value, list):
        value = value[0] if value else ""
    return unescape(value).strip() if isinstance(value, str) else ""
