"""Knows which nouns say who or what somebody or something is, and how much more they need to say it."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from tui_reader.entities.lexicon import words_of
from tui_reader.models import Kind


class Need(IntEnum):
    """What a noun needs beside it before it tells a reader anything."""

    NOTHING = 0
    """"president", "footballer"."""
    MORE = 1
    """"leader", "company": a word before it, or "of" and more after it."""
    WHOSE = 2
    """"daughter", "friend": the name of somebody."""


# Trades are without number, but they end alike; "list" and its like stand in no list of trades.
_TRADE = re.compile(
    r"(?:olog|onom|nal|ic|tic|lin|pian|gan|el|ar|tor|iv|tar|cell)ist$|[a-z]{3}(?:man|woman|writer|player|worker)$"
)
_NO_TRADE = frozenset({"human", "woman", "german", "roman", "layman", "policyholder", "businesswoman-owned"})


def need_of(noun: str, kind: Kind) -> Need | None:
    """Return what a noun needs to say what something of this kind is; None if it says nothing of the sort."""
    known = _nouns().get(kind, {})
    word = noun.casefold()
    if (need := known.get(word)) is not None:
        return need
    last = re.split(r"[-‑]", word)[-1]  # "lawyer-activist", "ex-footballer"
    if (need := known.get(last)) is not None and last != word:
        return need
    if (
        kind is Kind.PERSON
        and word not in _NO_TRADE
        and _TRADE.search(word)
        and word not in _nouns()[Kind.ORGANISATION]
    ):
        return Need.NOTHING
    return None


def one_of_many(noun: str) -> str:
    """Return a noun in the singular, if it is in the plural."""
    if noun.endswith("women") or noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


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
