"""Invents articles: words and names as uneven as those of the news, sites, authors, dates, tags and marks."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.wording import FLATTENING, NAMES_FLATTENING, evenness, names, words
from tui_reader.models import Block, BlockKind, Inline, Kind, Style

NOW = 1_790_000_000
"""When the newest article was saved."""
KINDS = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.PERSON, Kind.OTHER)
"""The kind of each name in turn."""
SITES, AUTHORS, TAGS = 200, 500, 40
_YEARS = 3
_PARAGRAPH, _SENTENCE = 70, 17
"""Words in each."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the articles of a library are like."""

    words: int = 500
    """Words in an article."""
    mentions: int = 10
    """Names that it mentions, most of them different ones."""
    names_an_article: int = 3
    """How many different names there are in the library for each article…"""
    most_names: int = 300_000
    """… but not more than these."""
    read: float = 0.6
    """How many of them have been read, 0 to 1."""
    seed: int = 7
    """What chance begins with: the same articles come from the same seed."""

    def names(self, size: int) -> tuple[str, ...]:
        """Return the names of a library of that many articles, the commonest first."""
        return names(max(self.mentions, min(size * self.names_an_article, self.most_names)))


@dataclass(frozen=True, slots=True)
class Invented:
    """An article that nobody wrote."""

    id: int
    """Its number, from 1: the newest has the highest."""
    title: str
    """Some words, often a name among them."""
    url: str
    """Its address; no two articles have the same."""
    site: str
    """Who published it."""
    authors: tuple[str, ...]
    """Who wrote it: one, two, or nobody."""
    saved: int
    """When it was saved, in seconds since 1970."""
    published: int | None
    """When it came out; of some that isn't known."""
    blocks: tuple[Block, ...]
    """Its text: paragraphs, with a heading and some links."""
    mentions: tuple[tuple[int, int, int], ...]
    """Block, offset, and which of the names it is."""
    tags: tuple[str, ...]
    """Most articles have none."""
    is_read: bool
    """Whether it has been read."""
    is_starred: bool
    """A few are starred."""
    is_archived: bool
    """A fifth, all of them read."""
    is_trashed: bool
    """One in a hundred."""


def articles(size: int, plan: Plan) -> Iterator[Invented]:
    """Yield that many articles, the oldest first; the same ones each time."""
    chance = random.Random(plan.seed)
    known = plan.names(size)
    site_weights = evenness(SITES, 2)
    sites = [
        f"The {name} {kind}"
        for name, kind in zip(names(SITES), itertools.cycle(("Post", "Times")), strict=False)
    ]
    hosts = [site.lower().replace(" ", "-") + ".example" for site in sites]
    authors = [f"{first} {last}" for first, last in itertools.pairwise(names(AUTHORS + 1))]
    tags = words()[200 : 200 + TAGS]
    step = _YEARS * 365 * 86_400 / size
    for id in range(1, size + 1):
        drawn = chance.choices(words(), cum_weights=evenness(len(words()), FLATTENING), k=plan.words)
        named = chance.choices(
            range(len(known)), cum_weights=evenness(len(known), NAMES_FLATTENING), k=plan.mentions
        )
        blocks, mentions = _text(drawn, [known[number] for number in named])
        site = chance.choices(range(SITES), cum_weights=site_weights)[0]
        saved = NOW - int((size - id) * step)
        is_read = chance.random() < plan.read
        title = drawn[-chance.randint(5, 10) :]
        if named and chance.random() < 0.4:
            title[1] = known[named[0]]
        title[0] = title[0].capitalize()
        yield Invented(
            id=id,
            title=" ".join(title),
            url=f"https://{hosts[site]}/{'-'.join(title[2:5]).lower()}-{id}",
            site=sites[site],
            authors=tuple(chance.sample(authors, chance.choice((0, 1, 1, 1, 2)))),
            saved=saved,
            published=None if chance.random() < 0.05 else saved - chance.randrange(2 * 86_400),
            blocks=blocks,
            mentions=tuple(
                (block, start, number) for (block, start), number in zip(mentions, named, strict=True)
            ),
            tags=tuple(dict.fromkeys(chance.choices(tags, k=chance.choice((0, 0, 0, 1, 2))))),
            is_read=is_read,
            is_starred=chance.random() < 0.03,
            is_archived=is_read and chance.random() < 0.35,
            is_trashed=chance.random() < 0.01,
        )


def _text(drawn: list[str], named: list[str]) -> tuple[tuple[Block, ...], list[tuple[int, int]]]:
    """Return paragraphs of sentences, and block and offset of each name; a heading stands in the middle."""
    parts = [drawn[start : start + _PARAGRAPH] for start in range(0, len(drawn), _PARAGRAPH)]
    shares = [named[place :: len(parts)] for place in range(len(parts))]
    blocks: list[Block] = []
    places: dict[int, list[tuple[int, int]]] = {}
    for number, (part, share) in enumerate(zip(parts, shares, strict=True)):
        if number == len(parts) // 2 and number:
            blocks.append(Block(BlockKind.HEADING, " ".join(part[:4]).capitalize(), level=2))
        said = [
            word.capitalize()
            if at % _SENTENCE == 0
            else word + "."
            if at % _SENTENCE == _SENTENCE - 1
            else word
            for at, word in enumerate(part)
        ]
        step = max(2, len(said) // (len(share) + 1))
        found: list[tuple[int, int]] = []
        pieces: list[str] = []
        length = 0
        for turn, name in enumerate(share):
            before = " ".join(said[turn * step : (turn + 1) * step]) + " "
            pieces += (before, name, " ")
            length += len(before)
            found.append((len(blocks), length))
            length += len(name) + 1
        pieces.append(" ".join(said[len(share) * step :]) or "end")
        link = (Inline(0, len(said[0]), Style.LINK, "https://example.org/more"),) if number % 2 == 0 else ()
        blocks.append(Block(BlockKind.PARAGRAPH, "".join(pieces) + ".", link))
        places[number] = found
    order = [places[place % len(parts)][place // len(parts)] for place in range(len(named))]
    return tuple(blocks), order
