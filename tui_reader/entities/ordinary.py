"""Tells ordinary words from names by how the document itself writes them."""

from __future__ import annotations

import re

from tui_reader.entities.recogniser import Span
from tui_reader.models import Kind

_LOWER_CASE = re.compile(r"(?<![\w'’.@/-])[^\W\d_A-Z]{2,}\b")
_ENDING = re.compile(r"(?:ing|ies|ied|ed|es|e|s|y)$")


def ordinary_words(text: str) -> frozenset[str]:
    """Return the words that the text writes without a capital."""
    return frozenset(word for word in _LOWER_CASE.findall(text) if word.islower())


def stem(word: str) -> str:
    """Return the word in lower case without its ending, so that "Engages" meets "engaged"."""
    word = word.lower()
    return _ENDING.sub("", word) if len(word) > 4 else word


def without_ordinary(text: str, spans: list[Span], ordinary: frozenset[str]) -> list[Span]:
    """Drop names of one word that the text also writes small, but for the surnames of people it names."""
    surnames = {
        name.rpartition(" ")[2]
        for name in (span.text(text) for span in spans if span.kind is Kind.PERSON)
        if " " in name
    }
    return [
        span
        for span in spans
        if (name := span.text(text)) in surnames or name.isupper() or name.lower() not in ordinary
    ]
