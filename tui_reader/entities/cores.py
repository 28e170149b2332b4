"""Parts the name of an organisation from the country that it belongs to."""

from __future__ import annotations

from tui_reader.entities.same_names import country_names, demonyms

Words = tuple[str, ...]
_LONGEST_COUNTRY = 9
"""How many words the longest name of a country has."""
_UNIONS = {
    "united nations": "united nations",
    "un": "united nations",
    "european union": "european union",
    "eu": "european union",
}
"""They have bodies as countries have."""
_TURNED = frozenset(
    {"ministry", "department", "university", "college", "embassy", "institute", "school", "office", "bank"}
)
_PORTFOLIOS: dict[Words, Words] = {
    ("foreign", "affairs"): ("foreign",),
    ("external", "affairs"): ("foreign",),
    ("internal", "affairs"): ("interior",),
}


def core_and_country(words: Words) -> tuple[Words, str]:
    """Return the name of an organisation without its country, and the country; its head comes last.

    "Kazakh Foreign Ministry" and "Ministry of Foreign Affairs of Kazakhstan" both have "foreign ministry".
    """
    country = ""
    for length in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
        if found := country_of(" ".join(words[:length])):
            words, country = words[length:], found
            break
    else:
        for cut in range(len(words) - 2, max(0, len(words) - _LONGEST_COUNTRY - 2), -1):
            if words[cut] in ("of", "in") and (
                found := country_of(" ".join(words[cut + 1 :]).removeprefix("the "))
            ):
                words, country = words[:cut], found
                break
    if (
        len(words) > 2
        and words[0] in _TURNED
        and words[1] in ("of", "for")
        and words[-1] not in ("of", "for", "the")
    ):
        rest = words[2:] if words[2] != "the" else words[3:]
        words = (*_PORTFOLIOS.get(rest, rest), words[0])
    return words, country


def country_of(name: str) -> str:
    """Return which country, or union of countries, a name or a people stands for; or nothing."""
    countries = country_names()
    return (
        countries.get(name)
        or demonyms().get(name)
        or _UNIONS.get(name)
        or countries.get(name.removesuffix("s"), "")
    )
