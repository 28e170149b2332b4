"""Gathers the mentions of one article into entities: who or what is the same by its name.

Names meet only by rules that can be told in words, never by how similar their letters are, and where a name
may be short for two others it is neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from tui_reader.entities.acronym_links import join_acronyms
from tui_reader.entities.canonical import canonical
from tui_reader.entities.groups import Groups, Name
from tui_reader.entities.organisation_links import join_organisations, join_others
from tui_reader.entities.person_links import join_people
from tui_reader.entities.place_links import join_places
from tui_reader.entities.recogniser import Span
from tui_reader.entities.same_names import peoples
from tui_reader.entities.short_forms import definitions, in_brackets
from tui_reader.entities.spelling import spelled
from tui_reader.models import Kind


def entity_of_each(text: str, spans: list[Span]) -> list[int]:
    """Return for each span, given by place, the number of its entity; the first mentioned is 0."""
    numbers: dict[Name, int] = {}
    return [numbers.setdefault(name, len(numbers)) for name in heads(text, spans)]


def heads(text: str, spans: list[Span]) -> list[Name]:
    """Return for each span, given by place, the name that stands for the entity that it mentions."""
    names = [_name(text, span) for span in spans]
    by_kind: dict[Kind, list[Name]] = defaultdict(list)
    for name in dict.fromkeys(names):
        by_kind[name.kind].append(name)

    groups = Groups()
    join_misread(groups, names)
    for short, long in (*definitions(text, spans).values(), *in_brackets(text, spans)):
        groups.join(_name(text, short), _name(text, long))
    join_people(groups, by_kind[Kind.PERSON])
    join_places(groups, by_kind[Kind.PLACE])
    join_organisations(groups, by_kind[Kind.ORGANISATION])
    join_others(groups, by_kind[Kind.OTHER])
    join_acronyms(groups, by_kind[Kind.PLACE] + by_kind[Kind.ORGANISATION] + by_kind[Kind.OTHER])
    join_peoples(groups, by_kind[Kind.OTHER] + by_kind[Kind.PLACE], by_kind[Kind.PLACE])
    return [groups.head(name) for name in names]


def _name(text: str, span: Span) -> Name:
    """Return the name that a span is a spelling of; what is not lit counts as another name."""
    kind = span.kind or Kind.OTHER
    written = span.text(text)
    # Dates and amounts are the same by what they come to, however they are written.
    return Name(kind, span.value or canonical(written, kind), written)


def join_misread(groups: Groups, names: Iterable[Name]) -> None:
    """Join what one name is by one spelling of it to what it is by another, used more often.

    A recogniser may take "ZADAR" for a company and "Zadar" for a town. One spelling for two things, as in
    "Georgia" for a country and a woman, is another matter: these stay two.
    """
    mentions: dict[str, Counter[Name]] = defaultdict(Counter)
    spellings: dict[Name, set[str]] = defaultdict(set)
    for name in names:
        if name.kind.is_name:
            mentions[spelled(name.text)][name] += 1
            spellings[name].add(name.text)
    for counts in mentions.values():
        (most, count), *others = sorted(counts.items(), key=lambda item: (-item[1], item[0].kind))
        for other, fewer in others:
            if fewer < count and spellings[other].isdisjoint(spellings[most]):
                groups.join(other, most)


def join_peoples(groups: Groups, names: Iterable[Name], places: Iterable[Name]) -> None:
    """Join the words for a people to the one country that it may be of, else to each other."""
    named = {place.key: place for place in places}
    for name in sorted(names, key=lambda name: (name.key, name.kind)):
        if countries := peoples().get(name.key):
            of_people = [country for country in countries if country in named] or [" or ".join(countries)]
            if len(of_people) == 1:
                groups.join(name, named.setdefault(of_people[0], name))
