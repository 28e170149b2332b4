"""Settles what each name of a document is: one kind for one name, by all that is said around it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from tui_reader.entities.lexicon import (
    given_names,
    known_names,
    known_organisations,
    known_places,
    organisation_tails,
    other_tails,
    place_tails,
    without_generation,
)
from tui_reader.entities.recogniser import Span
from tui_reader.models import Kind
from tui_reader.values import replace

# How much the words around a name weigh against one label of the recogniser; set on news text.
_SURE = 10
_PLACE_WEIGHT = 2
_BEFORE_PLACE = re.compile(
    r"\b(?:in|near|across|throughout|from|into|visit(?:s|ed)? to|(?:north|south|east|west)ern|central) $",
    re.IGNORECASE,
)
_GIVEN_NAME_WEIGHT = 3
_PERSON_WEIGHT = 1
_AFTER_PERSON = re.compile(
    r",? (?:said|says|told|tells|added|adds|explained|recalled|argued|noted|wrote|who)\b"
)
_ORGANISATION_WEIGHT = 3
_AFTER_ORGANISATION = re.compile(r" (?:press (?:service|office)|news agency|newspaper|broadcaster|company)\b")
_LONGEST_CUE = 16
_UNVOUCHED = 0.5
"""Score of a name that is what it is only by the words around it: about half of these are right."""


def by_majority(text: str, spans: list[Span]) -> list[Span]:
    """Give every mention of a name the kind that most of its mentions and their surroundings speak for.

    Its score is the mean of the mentions that had this kind from the start.
    """
    votes: dict[str, Counter[Kind | None]] = defaultdict(Counter)
    scores: dict[tuple[str, Kind | None], list[float]] = defaultdict(list)
    for span in spans:
        name = span.text(text)
        ballot = votes[name]
        ballot[span.kind] += 1
        scores[name, span.kind].append(span.score)
        if _BEFORE_PLACE.search(text, max(0, span.start - _LONGEST_CUE), span.start):
            ballot[Kind.PLACE] += _PLACE_WEIGHT
        if _AFTER_PERSON.match(text, span.end):
            ballot[Kind.PERSON] += _PERSON_WEIGHT
        elif _AFTER_ORGANISATION.match(text, span.end):
            ballot[Kind.ORGANISATION] += _ORGANISATION_WEIGHT
    kinds = {name: _kind(name, ballot) for name, ballot in votes.items()}
    settled = {name: (kind, _score(name, scores[name, kind])) for name, kind in kinds.items()}
    return [
        span if _is_team(span, kinds[name]) else Span(span.start, span.end, *settled[name])
        for span in spans
        if (name := span.text(text))
    ]


def _is_team(span: Span, kind: Kind | None) -> bool:
    """Whether a place stands for its team here, as in a table of results: "Chicago 3 Boston 1".

    One who tells no scores is never unsure, and so isn't believed.
    """
    return span.kind is Kind.ORGANISATION and kind is Kind.PLACE and _UNVOUCHED <= span.score < 1


def _score(name: str, scores: list[float]) -> float:
    """Return how sure a name is whose mentions had these scores; it may have its kind by a rule alone."""
    if scores:
        return sum(scores) / len(scores)
    return 1.0 if name in known_names() else _UNVOUCHED


def _kind(name: str, ballot: Counter[Kind | None]) -> Kind | None:
    """Count the votes; what everybody knows outvotes them, and so does the last word of a longer name."""
    if name in known_places():
        ballot[Kind.PLACE] += _SURE
    elif name in known_organisations():
        ballot[Kind.ORGANISATION] += _SURE
    elif _has_given_name(name):
        ballot[Kind.PERSON] += _GIVEN_NAME_WEIGHT
    winner = ballot.most_common(1)[0][0]
    first, _, last = name.rpartition(" ")
    if first and winner not in (Kind.OTHER, None):
        if last in organisation_tails():
            return Kind.ORGANISATION
        if last in place_tails():
            return Kind.PLACE
        if last in other_tails():
            return Kind.OTHER
    return winner


def _has_given_name(name: str) -> bool:
    """Whether a name of two to four words begins with a first name, as "Anna-Maria Berg" does."""
    words = name.split()
    return (
        2 <= len(words) <= 4
        and words[-1][0].isupper()
        and not {words[0], words[0].partition("-")[0]}.isdisjoint(given_names())
    )


def people_by_part(text: str, spans: list[Span], raw: Iterable[Span]) -> list[Span]:
    """Make a lone word a person if it is the last word of a person's full name, or the first.

    For the first word, the recogniser must have called it a person somewhere, more often than a place:
    "Paris Hilton" makes no person of Paris.
    """
    balance: Counter[str] = Counter()
    for span in raw:
        balance[span.text(text)] += (span.kind is Kind.PERSON) - (span.kind is Kind.PLACE)
    parts: dict[str, Span] = {}
    for span in spans:
        words = without_generation(span.text(text)).split()
        if span.kind is Kind.PERSON and len(words) > 1:
            parts.setdefault(words[-1], span)
            if balance[words[0]] > 0:
                parts.setdefault(words[0], span)
    for name in parts.keys() & known_names():
        del parts[name]
    return [
        replace(span, kind=Kind.PERSON, score=full.score)
        if (full := parts.get(span.text(text))) and span.kind is not Kind.PERSON
        else span
        for span in spans
    ]
