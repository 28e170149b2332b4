"""Knows by which names countries and what is known to all go, and which people is of which country."""

from __future__ import annotations

from functools import cache

from tui_reader.entities.lexicon import lines_of
from tui_reader.entities.spelling import spelled


@cache
def country_names() -> dict[str, str]:
    """Return for each name of a country the one that it goes by here; all are spelled alike."""
    return {
        spelled(name): spelled(names[0])
        for names in (_entries(line.partition("|")[0]) for line in lines_of("countries.txt"))
        for name in names
    }


@cache
def demonyms() -> dict[str, str]:
    """Return the country of each people, by its adjective and by what one or many of it are called."""
    return {
        form: spelled(_entries(line)[0].partition("|")[0])
        for line in lines_of("countries.txt")
        for people in _entries(line.partition("|")[2])
        for form in (spelled(people), spelled(people) + "s")
    }


@cache
def same_names() -> dict[str, str]:
    """Return for each name of a place or an organisation that goes by several the first of them."""
    return {
        spelled(name): spelled(names[0])
        for names in map(_entries, lines_of("same_names.txt"))
        for name in names
    }


@cache
def given_name_forms() -> dict[str, str]:
    """Return for each form of a first name the one that stands for all of them."""
    return {
        spelled(name): spelled(names[0])
        for names in map(_entries, lines_of("given_name_forms.txt"))
        for name in names
    }


def _entries(line: str) -> list[str]:
    return [entry.strip() for entry in line.split(";") if entry.strip()]
