"""Tells which names of one article are of one person: full names, parts of them, and initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tui_reader.entities.canonical import person_words
from tui_reader.entities.groups import MOST_FITS, MOST_WORDS, Groups, Name
from tui_reader.entities.lexicon import without_generation
from tui_reader.entities.same_names import given_name_forms

Words = tuple[str, ...]
_RULES = ("frame", "end", "start", "inside")


def join_people(groups: Groups, people: Iterable[Name]) -> None:
    """Join each part of a full name to the one person that it fits.

    Longer names come first, so that forms of one person are one by the time their surname is asked for.
    """
    index: dict[tuple[str, Words], list[tuple[Name, Words]]] = defaultdict(list)
    for name in sorted(people, key=lambda name: (-len(person_words(name.text)), -len(name.key), name.key)):
        words = person_words(name.text)
        bare = person_words(without_generation(name.text))
        for rule in _RULES:
            fits = [fit for form in _parts(rule, words) for fit in index[rule, form]]
            if len(fits) > MOST_FITS:
                break
            if wholes := [whole for whole, full in fits if rule != "frame" or _agree(words, full)]:
                groups.join_if_only(name, wholes)
                break
        for rule in _RULES if len(words) <= MOST_WORDS else ():
            for form in {*_forms(rule, words), *_forms(rule, bare)}:
                if len(fits := index[rule, form]) <= MOST_FITS:
                    fits.append((name, bare))


def _parts(rule: str, words: Words) -> Iterator[Words]:
    """Yield under what a name that may be a part of another looks for it."""
    if rule == "frame":
        yield from _forms(rule, words)
    elif rule != "inside" or len(words) == 1:
        yield words


def _forms(rule: str, words: Words) -> Iterator[Words]:
    """Yield under what a name is found by a rule.

    By "frame" the last name and the letter that the first begins with; else the words at its end, at its
    start, or inside.
    """
    if rule == "frame" and len(words) > 1:
        yield _first_name(words[0])[0], words[-1]
    elif rule == "end":
        for cut in range(1, len(words)):
            yield words[cut:]
    elif rule == "start":
        for cut in range(1, len(words)):
            yield words[:cut]
    elif rule == "inside":
        for word in words[1:-1]:
            yield (word,)


def _agree(part: Words, whole: Words) -> bool:
    """Whether a name of two words or more is another without some of its middle, initials standing for names.

    The middle of the part must begin that of the whole: "George W. Bush" is no form of "George H. W. Bush".
    """
    fit = (*whole[: len(part) - 1], whole[-1])
    return len(part) <= len(whole) and all(map(_may_be_one, part, fit))


def _may_be_one(word: str, other: str) -> bool:
    is_initial = word[0] == other[0] and 1 in (len(word), len(other))
    return is_initial or _first_name(word) == _first_name(other)


def _first_name(word: str) -> str:
    return given_name_forms().get(word, word)
