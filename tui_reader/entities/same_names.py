"""Knows by which names countries and what is known to all go, and which people is of which country."""

from __future__ import annotations

from functools import cache

from tui_reader.entities.lexicon import lines_of
from tui_reader.entities.spelling import spelled

_CONTINENTS = frozenset({"africa", "asia", "europe"})


@cache
def country_names() -> dict[str, str]:
    """Return for each name of a country the one that it goes by here; all are spelled alike."""
    return {
        spelled(name): spelled(names[0])
        for names in (_entries(line.partition("|")[0]) for line in lines_of("countries.txt"))
        for name in names
        if spelled(names[0]) not in _CONTINENTS
    }


@cache
def peoples() -> dict[str, tuple[str, ...]]:
    """Return the countries that a people may be of, by its adjective and by what one or many are called."""
    countries: dict[str, tuple[str, ...]] = {}
    for line in lines_of("countries.txt"):
        names, _, of_people = line.partition("|")
        country = spelled(_entries(names)[0])
        for people in map(spelled, _entries(of_people)):
            for form in (people, people + "s"):
                countries[form] = tuple(dict.fromkeys((*countries.get(form, ()), country)))
    return countries


@cache
def demonyms() -> dict[str, str]:
    """Return the country of each people that can be of one only."""
    return {
        people: countries[0]
        for people, countries in peoples().items()
        if len(countries) == 1 and countries[0] not in _CONTINENTS
    }


@cache
def same_places() -> dict[str, str]:
    """Return for each name of a place that goes by several the first of them."""
    return _firsts("same_places.txt")


@cache
def same_organisations() -> dict[str, str]:
    """Return for each name of an organisation that goes by several the first of them."""
    return _firsts("same_organisations.txt")


@cache
def given_name_forms() -> dict[str, str]:
    """Return for each form of a first name the first of them."""
    return _firsts("given_name_forms.txt")


def _firsts(list_name: str) -> dict[str, str]:
    """Return for each entry of each line the first one of the line; all are spelled alike."""
    return {
        spelled(name): spelled(names[0]) for names in map(_entries, lines_of(list_name)) for name in names
    }


def _entries(line: str) -> list[str]:
    return [entry.strip() for entry in line.split(";") if entry.strip()]
