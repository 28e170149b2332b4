"""English words and names that the rules know, read from the packaged lists when first needed."""

from __future__ import annotations

import re
from functools import cache

ARTICLE = re.compile(r"(?:the|a|an|this|that|its|our|his|her|their|both|some)\s+", re.IGNORECASE)
"""A word before a name that isn't part of it."""

# A number after one name is a monarch's, and part of it.
_GENERATION = re.compile(r"(?<=[\w.]),? (?:Jr|Sr|I{2,3}|IV)\.?$", re.IGNORECASE)

_OFFICE = (
    r"(?:Heads?|Ministers?|Secretary|Secretaries|Speaker|Chiefs?|Presidents?) of "
    r"(?:State|Government|Mission|Delegation|the House|Staff|the Union|Parliament)"
)
_PORTFOLIO = (
    r"(?:(?:Prime|Foreign|Interior|Defen[cs]e|Finance|Health|Justice|Deputy|Vice|First|Chief|Attorney|Acting)"
    r" )?"
)
_UP_TO_A_CAPITAL = r"\b\.?\s+(?=[^\W\d_a-z])"


def without_generation(name: str) -> str:
    """Return a person's name without "Jr." or "III", if first and last name are left."""
    bare = _GENERATION.sub("", name)
    return bare if " " in bare else name


@cache
def titles() -> re.Pattern[str]:
    """Return what matches a title that stands only before a person's name, up to that name."""
    words = "|".join(sorted(title_words()))
    return re.compile(rf"\b(?:{_OFFICE}|{_PORTFOLIO}(?:{words})){_UP_TO_A_CAPITAL}")


@cache
def title_words() -> frozenset[str]:
    """Return titles of one word that stand only before a person's name."""
    return words_of("titles.txt")


@cache
def ranks() -> re.Pattern[str]:
    """Return what matches a title that may also begin the name of a place or an organisation."""
    words = "|".join(sorted(words_of("ranks.txt")))
    return re.compile(rf"\b{_PORTFOLIO}(?:{words}){_UP_TO_A_CAPITAL}")


@cache
def known_places() -> frozenset[str]:
    """Return names that are places whatever a recogniser says."""
    return words_of("places.txt")


@cache
def known_organisations() -> frozenset[str]:
    """Return names that are organisations whatever a recogniser says."""
    return words_of("organisations.txt")


@cache
def known_names() -> frozenset[str]:
    """Return names that are places or organisations whatever a recogniser says."""
    return known_places() | known_organisations()


@cache
def not_names() -> frozenset[str]:
    """Return peoples, short forms and common words that are neither person, place nor organisation."""
    return words_of("not_names.txt")


@cache
def organisation_tails() -> frozenset[str]:
    """Return last words that make a name of several words an organisation's."""
    return words_of("organisation_tails.txt")


@cache
def place_tails() -> frozenset[str]:
    """Return last words that make a name of several words a place's."""
    return words_of("place_tails.txt")


@cache
def other_tails() -> frozenset[str]:
    """Return last words that make a name of several words something else, such as a prize or a war."""
    return words_of("other_tails.txt")


@cache
def openers() -> frozenset[str]:
    """Return words that have a capital without being part of a name: first words, days, months."""
    return words_of("openers.txt")


@cache
def headline_verbs() -> frozenset[str]:
    """Return, in lower case, what people, places and organisations do in headlines."""
    return words_of("headline_verbs.txt")


@cache
def given_names() -> frozenset[str]:
    """Return first names by which a name of several words is a person's."""
    return words_of("given_names.txt")


@cache
def particles() -> frozenset[str]:
    """Return words in lower case that belong to the surname after them."""
    return words_of("particles.txt")


@cache
def legal_forms() -> frozenset[str]:
    """Return, in lower case, legal forms such as "inc", which say nothing about whose name it is."""
    return words_of("legal_forms.txt")


@cache
def own_bodies() -> frozenset[str]:
    """Return, in lower case, words for what is a body of an organisation, not the organisation itself."""
    return words_of("own_bodies.txt")


def lines_of(name: str) -> list[str]:
    """Return the lines of a packaged list; "#" stands before a comment."""
    from importlib.resources import files  # 10 ms, which not every import of this package should cost

    text = files("tui_reader.entities").joinpath("words", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def words_of(name: str) -> frozenset[str]:
    """Return the entries of a packaged list that are parted by semicolons and line breaks."""
    return frozenset(word.strip() for line in lines_of(name) for word in line.split(";") if word.strip())
