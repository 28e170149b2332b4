"""Tells which names of one article are of one organisation: with its country or not, in whole or in part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from tui_reader.entities.canonical import canonical
from tui_reader.entities.cores import core_and_country, country_of
from tui_reader.entities.groups import MOST_FITS, MOST_WORDS, Groups, Name, longest_first
from tui_reader.entities.lexicon import known_organisations, not_names, own_bodies
from tui_reader.entities.spelling import spelled
from tui_reader.models import Kind

Words = tuple[str, ...]
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "at", "de", "la", "du", "des"})
_OF_BODIES = frozenset({"ministry", "department", "directorate", "church", "office", "bureau", "agency"})
"""What may be left out with its "of": "Department of Homeland Security"."""
_NOT_TURNED = frozenset({"bank", "church", "university", "college"})
"""What may have its country before and after it and be two: "Bank of India" isn't "Indian Bank"."""
_LANGUAGES = frozenset(
    {"arabic", "bangla", "hausa", "hindi", "pashto", "persian", "swahili", "tamil", "urdu"}
)
"""What is behind the name of a broadcaster's other branch."""


def join_organisations(groups: Groups, organisations: Iterable[Name]) -> None:
    """Join names that differ by their country only, and each part to the one whole that it fits."""
    names = longest_first(organisations)
    _join_by_core(groups, names)
    index: dict[tuple[str, Words], list[Name]] = defaultdict(list)
    for name in names:
        words = name.words
        fits = index["start", words] or index["end", words]
        if len(fits) <= MOST_FITS:
            groups.join_if_only(name, fits)
        for cut in range(1, len(words) if len(words) <= MOST_WORDS else 0):
            for rule, part, rest in (("start", words[:cut], words[cut:]), ("end", words[cut:], words[:cut])):
                if _may_be_part(rule, part, rest) and len(fits := index[rule, part]) <= MOST_FITS:
                    fits.append(name)


def join_others(groups: Groups, others: Iterable[Name]) -> None:
    """Join one and many of a people, and two words or more to the one name that they end."""
    wholes: dict[str, list[Name]] = defaultdict(list)
    for name in longest_first(others):
        groups.join_if_only(name, wholes[name.key])
        words = name.words
        wholes[name.key.removesuffix("s")].append(name)
        for cut in range(1, len(words) - 1 if len(words) <= MOST_WORDS else 0):
            if words[cut - 1] not in _SMALL_WORDS and words[cut] not in _SMALL_WORDS:
                wholes[" ".join(words[cut:])].append(name)


def _may_be_part(rule: str, part: Words, rest: Words) -> bool:
    """Whether a name may be short for itself and some words after it ("start") or before it ("end")."""
    name, others = " ".join(part), " ".join(rest)
    if country_of(name) or {part[0], part[-1]} & _SMALL_WORDS:
        return False
    if rule == "start":
        if rest[0] in ("of", "in", "for") or "news" in rest:
            return True
        is_branch = country_of(others) or others in _LANGUAGES or rest[-1].isdigit() or len(rest[-1]) == 1
        return not is_branch and name not in _adjectives() and own_bodies().isdisjoint(rest)
    if rest[-1] == "of" and rest[-2:-1] and rest[-2] in _OF_BODIES:
        return True
    return rest[-1] not in _SMALL_WORDS and name not in _known()


def _join_by_core(groups: Groups, names: Iterable[Name]) -> None:
    """Join names that are the same but for their country, if there is one country at most."""
    by_core: dict[str, dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        core, country = core_and_country(name.words)
        by_core[" ".join(core).removesuffix("s")][country].append(name)
    for whole, by_country in by_core.items():
        for country, several in by_country.items():
            if not country or _NOT_TURNED.isdisjoint(whole.split()):
                for other in several[1:]:
                    groups.join(other, several[0])
        countries = [country for country in by_country if country]
        if "" in by_country and len(countries) == 1:
            groups.join(by_country[""][0], by_country[countries[0]][0])


@cache
def _known() -> frozenset[str]:
    return frozenset(canonical(name, Kind.ORGANISATION) for name in known_organisations())


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(map(spelled, not_names()))
