"""What a page tells about its article: headline, writers, outlet, dates, language, address, subjects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from itertools import chain, islice

from tui_reader.extract import meta_names as names
from tui_reader.extract.addresses import absolute, host_of, is_front_page
from tui_reader.extract.bylines import in_order, people
from tui_reader.extract.dates import date_in_address, most_exact, parsed_date
from tui_reader.extract.inline import line_of
from tui_reader.extract.language import code
from tui_reader.extract.linked_data import read_linked_article
from tui_reader.extract.masthead import Masthead, read_masthead
from tui_reader.extract.meta_tags import MetaTags
from tui_reader.extract.titles import chosen_title, letters
from tui_reader.extract.topics import chosen_image, chosen_keywords, chosen_section
from tui_reader.extract.tree import Element
from tui_reader.harmless import harmless_line
from tui_reader.values import value

_IN_SCRIPT = re.compile(
    r'\\?"(?:datePublished|date_published|published(?:At|_at|Date|_date|On|Time)|publish(?:Date|_date|Time)|publication'
    r'(?:Date|_date)|firstPublish\w*|pubDate|displayDate|display_date)\\?"\s*:\s*\\?"?(\d[^"\\,}]{8,34})'
)


@value
class Metadata:
    """What a page says of itself; what it doesn't say is empty."""

    title: str
    titles: tuple[str, ...]
    """The headline in every form that the page gives it."""
    authors: tuple[str, ...]
    site: str
    published: datetime | None
    modified: datetime | None
    """Both with the offset from UTC that the page gives them."""
    language: str
    """The language tag as declared."""
    url: str
    """Absolute address that the page gives for itself."""
    base: str
    """Address that the page's links are relative to."""
    image: str
    """Absolute address of the picture that stands for it."""
    section: str
    keywords: tuple[str, ...]
    summary: str
    body: str
    """The article's text as the page gives it to machines, plain or marked up."""


def read_metadata(root: Element, url: str) -> Metadata:
    """Return what the page tells, which came from the address `url`, empty if that is unknown."""
    return _Reading(root, url).metadata()


class _Reading:
    """One page while it is read: what it says in several ways, each asked only if those before are silent."""

    def __init__(self, root: Element, url: str) -> None:
        self._root = root
        self._meta = MetaTags(root)
        self._own_url = _own_url(root, self._meta, url)
        self._url = url or self._own_url
        self._tag = harmless_line(_title_tag(root))
        headings = (each for each in root.iter("h1") if next(each.iterancestors("h1"), None) is None)
        self._headings = [line_of(heading) for heading in headings]
        self._linked = read_linked_article(root, self._own_url or url, (*self._headings, self._tag))
        self._site = self._meta.first(names.SITES) or harmless_line(self._linked.publisher)
        self._claims = [claim for claim in (self._linked.headline, *self._meta.all(names.TITLES)) if claim]
        edited = self._linked.headline if self._linked.is_news else ""
        self._title = chosen_title(self._headings, self._claims, self._tag, self._site, edited)
        languages = (
            root.get("lang") or root.get("xml:lang") or "",
            self._linked.language,
            *self._meta.all(names.LANGUAGES),
        )
        self._language = next(filter(None, languages), "")
        regions = (tag for tag in languages if "-" in tag or "_" in tag)
        # The region counts only beside the same language: "en_US" is what some systems say of any page.
        self._region = next((tag for tag in regions if code(tag) == code(self._language)), self._language)

    def metadata(self) -> Metadata:
        meta, linked = self._meta, self._linked
        titles = tuple(dict.fromkeys(form for form in (self._title, *self._claims, self._tag) if form))
        base = _base(self._root, self._url)
        modified = most_exact(self._moments((*linked.modified, *meta.all(names.MODIFIED))))
        links = (link.get("href", "") for link in self._root.iter("link") if link.get("rel") == "image_src")
        return Metadata(
            title=self._title,
            titles=titles,
            authors=self._authors(),
            site=self._site or host_of(self._url),
            published=self._published(),
            modified=modified,
            language=self._language,
            url=self._own_url,
            base=base,
            image=chosen_image((*linked.images, *meta.all(names.IMAGES), *links), base, linked.logo),
            section=chosen_section((linked.section, *meta.all(names.SECTIONS)), linked.crumbs, titles),
            keywords=chosen_keywords(
                (linked.keywords, meta.all(names.TAGS), *map(_listed, meta.all(names.KEYWORDS)))
            ),
            summary=meta.first(names.SUMMARIES) or linked.description,
            body=linked.body,
        )

    @cached_property
    def _masthead(self) -> Masthead:
        return read_masthead(self._root, self._title)

    def _authors(self) -> tuple[str, ...]:
        """Return the writers: people rather than organisations, and the outlet itself last of all."""
        linked = self._linked
        outlet = {
            letters(name) for name in (self._site, linked.publisher, host_of(self._url).partition(".")[0])
        }
        groups = tuple(name for name in linked.organisations if letters(name) not in outlet)
        if found := people(linked.authors):
            return tuple(dict.fromkeys((*found, *groups)))
        own: tuple[str, ...] = ()
        for bylines in (self._written(), self._masthead.bylines()):
            found = people(bylines)
            if others := tuple(name for name in found if letters(name) not in outlet):
                return others
            own = own or found
        return groups or linked.organisations or own

    def _written(self) -> list[str]:
        """Return the bylines that the page's meta elements give."""
        catalogued = map(in_order, self._meta.all(names.CATALOGUED_AUTHORS))
        return [*self._meta.all(names.AUTHORS), *catalogued, *self._meta.labelled(names.WRITER_LABELS)]

    def _published(self) -> datetime | None:
        """Return when the article came out: as told to machines, else as its address or its text has it."""
        told = self._moments((*self._linked.published, *self._meta.all(names.PUBLISHED)))
        return most_exact(told) or self._shown_date()

    def _shown_date(self) -> datetime | None:
        in_address = date_in_address(self._url)
        times = self._moments(self._masthead.times())
        if found := most_exact(chain([in_address] if in_address else [], times)):
            return found
        scripts = (script.text or "" for script in self._root.iter("script") if not script.get("src"))
        in_scripts = (match[1] for text in scripts for match in _IN_SCRIPT.finditer(text))
        if found := most_exact(islice(self._moments(chain(self._masthead.dates(), in_scripts)), 1)):
            return found
        # Further down stand the days of other articles too: one that is alone is likely this one's.
        below = list(self._moments(self._masthead.dates_below()))
        return most_exact(below) if len({moment.date() for moment in below}) == 1 else None

    def _moments(self, texts: Iterable[str]) -> Iterator[datetime]:
        return (moment for text in texts if (moment := parsed_date(text, self._region)))


def _listed(keywords: str) -> list[str]:
    return re.split(r"[,;،、]", keywords)


def _own_url(root: Element, meta: MetaTags, url: str) -> str:
    """Return the page's canonical address; a front page given for an article is not believed."""
    is_article = bool(url) and not is_front_page(url)
    links = (link for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split())
    for candidate in (*(link.get("href", "") for link in links), *meta.all(("og:url",))):
        found = absolute(candidate, url)
        if found.startswith("http") and not (is_article and is_front_page(found)):
            return found
    return ""


def _title_tag(root: Element) -> str:
    """Return the page's title; a drawing may have one of its own."""
    titles = (title for title in root.iter("title") if next(title.iterancestors("svg"), None) is None)
    title = next(titles, None)
    return "" if title is None else title.text or ""


def _base(root: Element, url: str) -> str:
    """Return what the addresses on the page are relative to."""
    named = (absolute(element.get("href", ""), url) for element in root.iter("base"))
    return next(filter(None, named), url)
