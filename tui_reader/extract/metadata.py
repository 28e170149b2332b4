"""What a page tells about its article: headline, writers, outlet, date, language, address, summary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tui_reader.extract.addresses import absolute, host_of, is_front_page
from tui_reader.extract.bylines import in_order, people, shown_bylines, shown_dates
from tui_reader.extract.dates import date_in_address, parsed_date
from tui_reader.extract.inline import line_of
from tui_reader.extract.linked_data import read_linked_article
from tui_reader.extract.titles import chosen_title
from tui_reader.extract.tree import Element
from tui_reader.harmless import harmless_line

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "citation_publication_date",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dc.date",
    "date",
)
_AUTHORS = ("author", "parsely-author", "byl", "article:author")
_CATALOGUED_AUTHORS = ("dc.creator", "citation_author")
"""These may give the last name first."""
_SITES = ("og:site_name", "application-name", "citation_journal_title")
_SUMMARIES = ("description", "og:description", "twitter:description", "dc.description")
_LANGUAGES = ("content-language", "language", "og:locale")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; what it doesn't say is empty."""

    title: str
    titles: tuple[str, ...]
    """The headline in every form that the page gives it."""
    authors: tuple[str, ...]
    site: str
    published: datetime | None
    language: str
    """The language tag as declared."""
    url: str
    """Absolute address that the page gives for itself."""
    base: str
    """Address that the page's links are relative to."""
    summary: str
    body: str
    """The article's text as the page gives it to machines, plain or marked up."""


def read_metadata(root: Element, url: str) -> Metadata:
    """Return what the page tells, which came from the address `url`, empty if that is unknown."""
    meta = _meta(root)
    linked = read_linked_article(root)
    own_url = _own_url(root, meta, url)
    site = _first(meta, _SITES) or harmless_line(linked.publisher)
    tag = harmless_line(root.findtext(".//title") or "")
    claims = [claim for claim in (harmless_line(linked.headline), *_all(meta, _TITLES)) if claim]
    headings = [line_of(heading) for heading in root.iter("h1")]
    title = chosen_title(headings, claims, tag, site)
    dates = map(parsed_date, (linked.published, *_all(meta, _DATES), *shown_dates(root)))
    written = [*_all(meta, _AUTHORS), *map(in_order, _all(meta, _CATALOGUED_AUTHORS))]
    return Metadata(
        title=title,
        titles=tuple(dict.fromkeys(form for form in (title, *claims, tag) if form)),
        authors=people(linked.authors) or people(written) or people(shown_bylines(root)),
        site=site or host_of(url or own_url),
        published=next(filter(None, dates), None) or date_in_address(url or own_url),
        language=root.get("lang") or root.get("xml:lang") or linked.language or _first(meta, _LANGUAGES),
        url=own_url,
        base=_base(root, url or own_url),
        summary=_first(meta, _SUMMARIES) or harmless_line(linked.description),
        body=linked.body,
    )


def _meta(root: Element) -> dict[str, list[str]]:
    """Return the contents of all meta elements by their name, lower case."""
    found: dict[str, list[str]] = defaultdict(list)
    for element in root.iter("meta"):
        content = harmless_line(element.get("content", ""))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(attribute)):
                found[name.strip().lower()].append(content)
    return found


def _all(meta: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return [content for name in names for content in meta.get(name, ())]


def _first(meta: dict[str, list[str]], names: Iterable[str]) -> str:
    return next(iter(_all(meta, names)), "")


def _own_url(root: Element, meta: dict[str, list[str]], url: str) -> str:
    """Return the page's canonical address; a front page given for an article is not believed."""
    is_article = bool(url) and not is_front_page(url)
    links = (link for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split())
    for candidate in (*(link.get("href", "") for link in links), *_all(meta, ("og:url",))):
        found = absolute(candidate, url)
        if found.startswith("http") and not (is_article and is_front_page(found)):
            return found
    return ""


def _base(root: Element, url: str) -> str:
    element = root.find(".//base")
    return absolute(element.get("href", ""), url) or url if element is not None else url
