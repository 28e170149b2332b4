"""Gives every name a key that all spellings of it share, within an article and across the library."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from tui_reader.entities.cores import core_and_country
from tui_reader.entities.lexicon import legal_forms, ranks, titles
from tui_reader.entities.same_names import country_names, same_organisations, same_places
from tui_reader.entities.spelling import spelled, spelled_words
from tui_reader.models import Kind

_STATE_FORM = re.compile(
    r"^(?:(?:people s|peoples|democratic|islamic|federal|socialist|federative|arab)? ?republic|kingdom|state"
    r"|commonwealth) of (?:the )?"
)
# Words of organisations that English and American write in two ways.
_AMERICAN = {
    "organisation": "organization",
    "organisations": "organizations",
    "defence": "defense",
    "labour": "labor",
    "centre": "center",
    "programme": "program",
    "theatre": "theater",
    "harbour": "harbor",
}
_STATE_BODIES = frozenset({"ministry", "department", "government", "parliament", "army", "navy"})
"""What a country has one of, so that it doesn't matter where in the name the country is."""
_FIRST_WORDS = {"un": "united nations", "eu": "european union", "us": "united states", "uk": "united kingdom"}
"""Short forms that open longer names, as in "UN Security Council"."""


@lru_cache(maxsize=1 << 14)
def canonical(name: str, kind: Kind) -> str:
    """Return what all spellings of one full name share: two mentions of one kind with one key are one entity.

    A title, the article, a legal form, case, accents and marks say nothing; countries and what is known to
    all go by one of their names. A surname alone isn't the key of anybody's full name.
    """
    plain = spelled(" ".join(person_words(name)) if kind is Kind.PERSON else name)
    if kind is Kind.ORGANISATION:
        plain = _well_known(_organisation(plain), _organisations())
    elif kind in (Kind.PLACE, Kind.OTHER):
        plain = _well_known(plain, same_places())
    # Marks alone are no name, but they have a key, too.
    return plain or name.casefold()


@lru_cache(maxsize=1 << 14)
def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name without the titles before it."""
    return spelled_words(without_title(name))


def without_title(name: str) -> str:
    """Return a person's name without the titles before it, if a name is left."""
    while found := titles().match(name) or ranks().match(name):
        name = name[found.end() :]
    return name


def _well_known(plain: str, same: Mapping[str, str]) -> str:
    """Return the first of the names that a country or a thing known to all goes by."""
    country = country_names().get(plain) or country_names().get(_STATE_FORM.sub("", plain))
    return country or same.get(plain, plain)


@cache
def _organisations() -> dict[str, str]:
    return {_organisation(name): _organisation(first) for name, first in same_organisations().items()}


def _organisation(plain: str) -> str:
    """Return the name of an organisation without its legal form, its first words in full."""
    words = [_AMERICAN.get(word, word) for word in plain.split()]
    while len(words) > 1 and words[-1] in legal_forms():
        del words[-1]
        if len(words) > 1 and words[-1] == "and":
            del words[-1]
    if len(words) > 1 and words[0] in _FIRST_WORDS:
        words[:1] = _FIRST_WORDS[words[0]].split()
    core, country = core_and_country(tuple(words))
    return " ".join((country, *core) if country and core[-1] in _STATE_BODIES else words)
