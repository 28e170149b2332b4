"""What a page says of its article in the vocabulary of schema.org, in JSON-LD or microdata."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

from tui_reader.extract.json_ld import Json, read_json_ld
from tui_reader.extract.microdata import read_microdata
from tui_reader.extract.schema_values import (
    Item,
    addresses_of,
    entries_of,
    first,
    first_text,
    keywords_of,
    line_of_value,
    names_of,
    resolved,
    texts_of,
)
from tui_reader.extract.titles import letters
from tui_reader.extract.tree import Element
from tui_reader.values import value

_KINDS = (
    re.compile(r"(?:Article|Posting|Report|Review)$"),
    re.compile(r"^(?:Recipe|HowTo|VideoObject|AudioObject|PodcastEpisode|CreativeWork|Course|Report)$"),
    re.compile(r"Page$"),
)
"""What an article is called, the surest first: most pages describe themselves as WebPage besides."""
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "blogPost")
"""Properties in which the article may stand."""
_MOST_ITEMS = 1_000


@value
class LinkedArticle:
    """The article that a page describes; what it leaves out is empty."""

    headline: str = ""
    is_news: bool = False
    """Whether it is called news: then its headline is a newsroom's rather than made for search engines."""
    authors: tuple[str, ...] = ()
    """People, and whoever is not said to be an organisation."""
    organisations: tuple[str, ...] = ()
    """Authors that are organisations."""
    published: tuple[str, ...] = ()
    """When it came out, the surest statement first."""
    modified: tuple[str, ...] = ()
    publisher: str = ""
    logo: str = ""
    """Address of the publisher's sign."""
    language: str = ""
    description: str = ""
    images: tuple[str, ...] = ()
    section: str = ""
    keywords: tuple[str, ...] = ()
    crumbs: tuple[str, ...] = ()
    """The way to the page from the front page, as far as it is told."""
    body: str = ""
    """The article's text."""


def read_linked_article(root: Element, url: str, headlines: Iterable[str]) -> LinkedArticle:
    """Return the article that the page describes, an empty one if it describes none.

    Args:
        root: the page.
        url: its address, empty if unknown.
        headlines: what the page shows as such, to tell its article from others that it describes.
    """
    items = [item for value in (*read_json_ld(root), *read_microdata(root)) for item in _items(value)]
    named = {name: item for item in items if isinstance(name := item.get("@id"), str) and len(item) > 1}
    shown = {letters(line) for line in headlines}
    ranked = [(_rank(item), not _is_about(item, url, shown), item) for item in items]
    ranked = sorted((entry for entry in ranked if entry[0] < len(_KINDS)), key=lambda entry: entry[:2])
    # What the article leaves out may be told of the page, or of the article a second time.
    about = [
        item
        for number, (rank, is_other, item) in enumerate(ranked)
        if number == 0 or not is_other or rank == len(_KINDS) - 1
    ]
    return LinkedArticle(
        headline=line_of_value(first(about, "headline", "name", "alternativeHeadline")),
        is_news=any("News" in str(kind) for item in about[:1] for kind in entries_of(item.get("@type"))),
        authors=_writers(about, named, are_organisations=False),
        organisations=_writers(about, named, are_organisations=True),
        published=tuple(texts_of(about, "datePublished", "dateCreated", "uploadDate")),
        modified=tuple(texts_of(about, "dateModified")),
        publisher=next(names_of(first(about, "publisher", "sourceOrganization"), named), ""),
        logo=next(addresses_of(_logo(about, named), named), ""),
        language=first_text(first(about, "inLanguage")),
        description=line_of_value(first(about, "description")),
        images=tuple(
            address
            for key in ("image", "primaryImageOfPage", "thumbnailUrl")
            for item in about
            for address in addresses_of(item.get(key), named)
        ),
        section=line_of_value(first(about, "articleSection")),
        keywords=tuple(keywords_of(about)),
        crumbs=_crumbs(items, about),
        body=first_text(first(about, "articleBody")),
    )


def _items(value: Json) -> Iterator[Item]:
    """Yield the objects that stand at the top, in lists and in graphs."""
    waiting = deque([value])
    for _ in range(_MOST_ITEMS):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in (*_HOLDERS, "breadcrumb") if key in value)


def _rank(item: Item) -> int:
    types = [kind for kind in entries_of(item.get("@type")) if isinstance(kind, str)]
    return next((rank for rank, kind in enumerate(_KINDS) if any(map(kind.search, types))), len(_KINDS))


def _is_about(item: Item, url: str, shown: set[str]) -> bool:
    """Whether the item describes the page's own article, by its address or its headline."""
    addresses = [item.get("url"), item.get("@id"), item.get("mainEntityOfPage")]
    addresses += [entry.get("@id") for entry in addresses if isinstance(entry, dict)]
    path = _path(url)
    if path and any(isinstance(address, str) and _path(address) == path for address in addresses):
        return True
    return letters(line_of_value(item.get("headline") or item.get("name"))) in shown - {""}


def _path(address: str) -> str:
    """Return what tells a page from others of its site, empty for a front page."""
    return re.sub(r"^https?://[^/]*|[?#].*$", "", address.strip()).strip("/").lower()


def _writers(about: list[Item], named: dict[str, Item], *, are_organisations: bool) -> tuple[str, ...]:
    publisher = next(names_of(first(about, "publisher"), named), "")
    for item in about:
        for key in ("author", "creator"):
            entries = [(entry, tuple(names_of(entry, named))) for entry in resolved(item.get(key), named)]
            if found := tuple(
                name
                for entry, names in entries
                for name in names
                if _is_group(entry, name, publisher) is are_organisations
            ):
                return found
    return ()


def _is_group(entry: Json, name: str, publisher: str) -> bool:
    """Whether an author is an organisation; if that isn't said, the publisher is one."""
    kinds = (
        [kind for kind in entries_of(entry.get("@type")) if isinstance(kind, str)]
        if isinstance(entry, dict)
        else []
    )
    if not kinds:
        return letters(name) == letters(publisher)
    return any(kind.endswith(("Organization", "Corporation")) for kind in kinds)


def _crumbs(items: list[Item], about: list[Item]) -> tuple[str, ...]:
    trails = [
        entries_of(item.get("itemListElement"))
        for item in items
        if "BreadcrumbList" in entries_of(item.get("@type"))
    ]
    for trail in trails:
        steps = [step for step in trail if isinstance(step, dict)]
        names = [line_of_value(step.get("name")) or line_of_value(step.get("item")) for step in steps]
        if len(names) > 1:
            return tuple(names)
    return ()


def _logo(about: list[Item], named: dict[str, Item]) -> Json:
    publisher = next(resolved(first(about, "publisher"), named), None)
    return publisher.get("logo") if isinstance(publisher, dict) else None
