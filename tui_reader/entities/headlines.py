"""Frees names in headlines from the words around them, which have a capital there too."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable

from tui_reader.entities.lexicon import (
    headline_verbs,
    known_names,
    openers,
    organisation_tails,
    place_tails,
)
from tui_reader.entities.ordinary import stem
from tui_reader.entities.recall import occurrences
from tui_reader.entities.recogniser import Span
from tui_reader.entities.running_text import Segment
from tui_reader.entities.stretches import covered, in_order
from tui_reader.models import Kind
from tui_reader.values import replace

_JOINTS = frozenset({"of", "for", "and", "&", "de", "la", "al", "the", "bin", "van", "von"})
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CAPITAL_IN_SENTENCE = re.compile(r"(?<=[\w,;] )[^\W\d_a-z][\w'’-]*")
_LONG_WORD = 4
"""Letters from which a word has a capital in a headline that has capitals throughout."""
_TITLE_CASE = 0.7
"""Share of its long words with a capital that makes a headline one of those."""
_SHORTEST_CAPITALS = 5
"""Letters from which a name is sought in capitals that the body has in small letters: "US" may be "us"."""


def names_alone(
    text: str,
    spans: list[Span],
    headlines: Iterable[Segment],
    title_case: bytearray,
    ordinary: frozenset[str],
) -> list[Span]:
    """Reduce what was found in headlines to names.

    A name that the body has as it stands is left alone. In a headline with capitals throughout, the body must
    vouch for each word; in another, only verbs and words that the body writes small are taken off the ends.
    """
    in_headline = covered(text, headlines)
    body = {span.text(text) for span in spans if not in_headline[span.start]}
    known = known_names()
    words = {word for name in body for word in name.split()} | _capitals_of_body(text, in_headline)
    words |= {name for name in known if " " not in name}
    whole = body | known
    stems = {stem(word) for word in ordinary}

    def is_ordinary(word: str) -> bool:
        is_small = word.islower() or word in openers() or _is_verb(word) or stem(word) in stems
        return is_small and word not in words and word not in organisation_tails() | place_tails()

    reduced: list[Span] = []
    for span in spans:
        if not in_headline[span.start] or span.text(text) in whole:
            reduced.append(span)
        elif title_case[span.start]:
            reduced += _vouched_runs(text, span, words, is_ordinary)
        else:
            reduced += _without_ends(text, span, is_ordinary)
    return reduced


def title_case(text: str, headlines: Iterable[Segment]) -> bytearray:
    """Return a byte for each character: 1 in headlines where most words have a capital, else 0."""
    return covered(text, (each for each in headlines if _is_title_case(text[each.start : each.end])))


def _is_title_case(headline: str) -> bool:
    words = [word for word in _WORD.findall(headline) if len(word) >= _LONG_WORD]
    return bool(words) and sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)


def _capitals_of_body(text: str, in_headline: bytearray) -> set[str]:
    """Return the words that have a capital in the middle of a sentence of the body."""
    return {
        found[0].removesuffix("'s").removesuffix("’s")
        for found in _CAPITAL_IN_SENTENCE.finditer(text)
        if not in_headline[found.start()]
    }


def _is_verb(word: str) -> bool:
    verb = word.lower()
    return any(form in headline_verbs() for form in (verb, verb + "s", verb + "es"))


def _vouched_runs(
    text: str, span: Span, vouched: Container[str], is_ordinary: Callable[[str], bool]
) -> list[Span]:
    """Return the runs of words that the body vouches for, each with an unknown word right before it.

    That word may be a first name; small words stay only where they join two parts.
    """
    words = list(re.finditer(r"\S+", span.text(text)))
    is_vouched = [word[0] in vouched and not word[0].islower() for word in words]
    runs: list[Span] = []
    joins = False
    for index, word in enumerate(words):
        is_first_name = is_vouched[index + 1 : index + 2] == [True] and not is_ordinary(word[0])
        if is_vouched[index] or is_first_name:
            start = runs.pop().start if joins else span.start + word.start()
            runs.append(replace(span, start=start, end=span.start + word.end()))
            joins = True
        elif word[0] not in _JOINTS:
            joins = False
    return runs


def _without_ends(text: str, span: Span, is_ordinary: Callable[[str], bool]) -> list[Span]:
    """Return the span without the ordinary words at its ends; nothing if all are ordinary."""
    words = list(re.finditer(r"\S+", span.text(text)))
    if any(word[0] in _JOINTS for word in words):
        return [span]
    kept = [word for word in words if not is_ordinary(word[0])]
    if not kept:
        return []
    return [replace(span, start=span.start + kept[0].start(), end=span.start + kept[-1].end())]


def in_capitals(text: str, spans: list[Span], headlines: Iterable[Segment]) -> list[Span]:
    """Find the names of the body in headlines that are all capitals, instead of what was found there."""
    shouted = [each for each in headlines if text[each.start : each.end].isupper()]
    if not shouted:
        return spans
    in_shouted = covered(text, shouted)
    body = {span.text(text): span for span in spans if not in_shouted[span.start]}
    names = {name.upper(): span for name, span in body.items() if len(name) >= _SHORTEST_CAPITALS} | body
    for name, span in body.items():
        if span.kind is Kind.PERSON:
            names.setdefault(name.upper().rpartition(" ")[2], span)
    known = known_names()
    kept = [span for span in spans if not in_shouted[span.start] or span.text(text) in known]
    found = [
        replace(names[name], start=start, end=end)
        for name, start, end in occurrences(text, names, covered(text, kept))
        if in_shouted[start]
    ]
    return in_order(kept + found)
