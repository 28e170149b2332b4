"""Knows which nouns say who or what something is, and how much more they need to say it."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache, lru_cache

from tui_reader.entities.lexicon import words_of
from tui_reader.models import Kind


class Need(Enum):
    """What a noun needs beside it before it tells a reader anything."""

    NOTHING = auto()
    """Nothing: "president", "footballer"."""
    MORE = auto()
    """A word before it, or "of" and more after it: "leader", "company"."""
    WHOSE = auto()
    """The name of somebody: "daughter", "friend"."""


# Trades are without number, but they end alike.
_TRADE = re.compile(
    r"(?:olog|onom|nal|ic|lin|pian|gan|el|ar|tor|iv)ist$|[a-z]{3}(?:man|woman|writer|player|worker)$"
)
_NO_TRADE = frozenset({"human", "woman", "german", "roman", "layman"})
_HYPHEN = re.compile("[-‑]")


@lru_cache(maxsize=1 << 12)
def need_of(noun: str, kind: Kind) -> Need | None:
    """Return what a noun needs to say what something of this kind is; None if it says nothing of the sort."""
    known = _nouns()[kind]
    word = noun.casefold()
    last = _HYPHEN.split(word)[-1]  # "lawyer-activist", "ex-footballer"
    need = known.get(word) or known.get(last)
    is_trade = kind is Kind.PERSON and word not in _NO_TRADE and _TRADE.search(word)
    return Need.NOTHING if need is None and is_trade else need


def singular(noun: str) -> str:
    """Return a noun in lower case, and in the singular if it is in the plural."""
    noun = noun.casefold()
    if noun.endswith("men"):
        return noun.removesuffix("en") + "an"
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun.removesuffix("es")
    return noun if noun.endswith("ss") else noun.removesuffix("s")


@cache
def _nouns() -> dict[Kind, dict[str, Need]]:
    people = dict.fromkeys(words_of("vague_roles.txt"), Need.MORE)
    people |= dict.fromkeys(words_of("roles.txt"), Need.NOTHING)
    people |= dict.fromkeys(words_of("relations.txt"), Need.WHOSE)
    return {
        Kind.PERSON: people,
        Kind.ORGANISATION: dict.fromkeys(words_of("bodies.txt"), Need.MORE),
        Kind.PLACE: dict.fromkeys(words_of("sites.txt"), Need.MORE),
    }
