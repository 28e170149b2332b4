"""Reads a noun phrase of English from its first word on, as far as a few lists of words allow.

It knows no grammar, so it gives up rather than guess: at a verb, at a word that needs another sentence to be
understood, at a noun that isn't listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto

from tui_reader.entities.phrase_words import (
    AND,
    ARTICLES,
    OWNERS,
    RELATIVES,
    after_nouns,
    after_titles,
    before_nouns,
    is_one_of_many,
    is_owner,
    is_verb,
    is_verb_before_noun,
    is_word,
    never_last,
    pointing_words,
    prepositions,
)
from tui_reader.entities.recogniser import Span
from tui_reader.entities.roles import Need, need_of, singular
from tui_reader.models import Kind
from tui_reader.values import value

LONGEST = 100
"""Characters that a phrase may have; a longer one is cut before a preposition."""
_REACH = 160
"""Characters that are looked at."""
_MOST_WORDS = 10
"""Words up to the noun."""
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]+(?:[-‑'’.&/][^\W_]+)*(?:['’](?=\s))?|[^\w\s]|\n")
_ABBREVIATION = re.compile(r"(?:St|Ste|Mt|Dr|Mrs?|Ms|Gen|Col|Lt|Gov|Sen|Rep|Inc|Corp|Ltd|Co|Jr|Sr|No|Prof)$")
_QUOTES = frozenset('“”"‘')
_IN_PASSING = frozenset("$£€%#’'")
"""Marks that end no phrase."""
_TIMES = frozenset({"since", "until", "during", "before", "after", "when", "while"})
_OF_A_NAME = re.compile(r" of (?:\w+ ){0,5}[^\W\d_a-z]")


class Closing(Enum):
    """What follows a phrase."""

    MARK = auto()
    """A comma, a stop, a bracket, a dash, the end of the text."""
    CLAUSE = auto()
    """A clause about it: "who", "that", "to"."""
    AND = auto()
    """Something else, after "and"."""
    VERB = auto()
    """The sentence goes on as if this had been its subject."""


@value
class Phrase:
    """What was read: "the Swedish maker" up to its noun, "the Swedish maker of lorries" as a whole."""

    words: tuple[str, ...]
    """Those up to the noun, which is the last."""
    start: int
    noun_end: int
    end: int
    stop: int
    """Where what follows it begins."""
    closing: Closing
    need: Need
    """What its noun needs."""

    @property
    def first(self) -> str:
        """Its first word, in lower case."""
        return self.words[0].casefold()

    @property
    def noun(self) -> str:
        """The noun that says what it is."""
        return self.words[-1]

    @property
    def has_more(self) -> bool:
        """Whether anything but an article stands before or after the noun."""
        return self.end > self.noun_end or any(word.casefold() not in ARTICLES for word in self.words[:-1])

    @property
    def is_bare(self) -> bool:
        """Whether it is "the" and a noun: "the driver" is somebody only in that story."""
        return self.first == "the" and not self.has_more


class Places:
    """Where in a text names stand."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._kinds: dict[int, Kind] = {}
        self._ends: dict[int, int] = {}
        self._starts: dict[int, int] = {}
        for span in spans:
            if span.kind and span.kind.is_name:
                self._kinds[span.start] = span.kind
                self._ends[span.start] = span.end
                self._starts.update(dict.fromkeys(range(span.start, span.end), span.start))

    def __contains__(self, place: int) -> bool:
        return place in self._starts

    def begins(self, place: int) -> Kind | None:
        """Return the kind of the name that begins here, None if none does."""
        return self._kinds.get(place)

    def end(self, start: int) -> int:
        """Return where the name ends that begins here."""
        return self._ends[start]

    def kind_at(self, place: int) -> Kind:
        """Return the kind of the name that stands here."""
        return self._kinds[self._starts[place]]


def tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Return an iterator of words and marks."""
    return _TOKEN.finditer(text, start, end)


def read_phrase(text: str, start: int, kind: Kind, names: Places, stop: int | None = None) -> Phrase | None:
    """Return the phrase that begins here, if it says by itself what something of this kind is.

    Args:
        text: what is read.
        start: where its first word begins.
        kind: of what it should tell.
        names: where names stand, which are no nouns.
        stop: where the phrase ends at the latest.
    """
    limit = min(len(text), start + _REACH) if stop is None else stop
    found = list(tokens(text, start, limit))
    read = _up_to_noun(found, kind, names)
    if read is None:
        return None
    number, need = read
    end, after, closing = _tail(text, found, number + 1, kind, names)
    words = tuple(token[0] for token in found[: number + 1])
    noun_end = found[number].end()
    phrase = Phrase(words, found[0].start(), noun_end, end, after or limit, closing, need)
    return phrase if closing is not Closing.VERB and end >= noun_end and _is_telling(text, phrase) else None


def _up_to_noun(found: Sequence[re.Match[str]], kind: Kind, names: Places) -> tuple[int, Need] | None:
    """Return which token is the noun, and what it needs; None if there is no such noun."""
    is_one_of = [token[0].casefold() for token in found[:2]] == ["one", "of"]
    first = 2 if is_one_of else 0
    need: Need | None = None
    for index in range(first, min(len(found), first + _MOST_WORDS)):
        word, lower = found[index][0], found[index][0].casefold()
        if need is not None and (not is_word(word) or lower in after_titles() or word[0].isdigit()):
            return index - 1, need
        need = None
        if found[index].start() in names or _is_short_form(found, index):
            continue
        if word == ",":
            # "a small, landlocked country"
            if index - first < 2 or found[first][0].casefold() not in ARTICLES:
                return None
        elif lower in AND:
            # "the trade and industry minister", but not "Oslo and Turku harbour"
            if index == first or found[index - 1].start() in names:
                return None
        elif not is_word(word) or _is_foreign(word, is_first=index == first):
            return None
        elif is_one_of:
            need = need_of(singular(word), kind) if singular(word) != word else None
        else:
            need = need_of(word, kind)
    return (len(found) - 1, need) if need is not None and len(found) <= first + _MOST_WORDS else None


def _is_short_form(found: Sequence[re.Match[str]], index: int) -> bool:
    """Whether a token is of a short form in brackets, as in "a World Food Programme (WFP) driver"."""
    before, after = found[max(0, index - 2) : index], found[index + 1 : index + 3]
    opens = found[index][0] == "(" and [token[0] for token in after[1:]] == [")"]
    closes = found[index][0] == ")" and [token[0] for token in before[:1]] == ["("]
    is_inside = [token[0] for token in before[-1:]] == ["("] and [token[0] for token in after[:1]] == [")"]
    return opens or closes or (is_inside and found[index][0].isupper())


def _is_foreign(word: str, *, is_first: bool) -> bool:
    """Whether a word can't stand between the beginning of a phrase and its noun."""
    lower = word.casefold()
    if lower in prepositions() or lower in RELATIVES or lower in pointing_words():
        return True
    if lower in ARTICLES or lower in OWNERS:
        return not is_first
    return word == lower and (
        is_verb_before_noun(word) or (is_first and word in after_nouns() - before_nouns())
    )


def _tail(
    text: str, found: Sequence[re.Match[str]], index: int, kind: Kind, names: Places
) -> tuple[int, int | None, Closing]:
    """Return where a phrase ends whose noun is the token before this, where and what else begins there."""
    last = found[index - 1].end()
    cuts: list[int] = []
    quotes = 0
    stop, closing = None, Closing.MARK
    for number in range(index, len(found)):
        token, before = found[number], found[number - 1][0]
        word, lower = token[0], token[0].casefold()
        following = found[number + 1] if number + 1 < len(found) else None
        quotes += word in _QUOTES
        if token.start() not in names and word not in _QUOTES | _IN_PASSING:
            ended = None
            if not is_word(word):
                is_short = word == "." and _ABBREVIATION.match(before) and text.startswith(" ", token.end())
                ended = None if is_short else Closing.MARK
            elif lower in RELATIVES | _TIMES or (lower == "to" and not _is_reached(following, names)):
                ended = Closing.CLAUSE
            elif lower in AND:
                ended = Closing.AND if _is_another(following, kind, names) else None
            elif word == lower and is_verb(word):
                ended = Closing.VERB
            if ended:
                stop, closing = token.start(), ended
                break
            is_cut = lower in prepositions() or lower in after_nouns() or lower in AND
            if is_cut and lower != "of" and before.casefold() not in never_last():
                cuts.append(last)
        if lower not in never_last():
            last = token.end()
    return _cut(found[0].start(), last, cuts, is_open=quotes % 2 == 1), stop, closing


def _cut(start: int, end: int, cuts: list[int], *, is_open: bool) -> int:
    """Return where a phrase is cut that is too long, or that leaves a quotation open."""
    if end - start <= LONGEST and not is_open:
        return end
    return next((place for place in reversed(cuts) if place - start <= LONGEST), start)


def _is_another(token: re.Match[str] | None, kind: Kind, names: Places) -> bool:
    """Whether what follows "and" is no part of the phrase: another name of that kind, or a verb."""
    if token is None:
        return True
    if (named := names.begins(token.start())) is not None:
        return named is kind
    return token[0] == token[0].casefold() and (is_verb(token[0]) or token[0] in OWNERS)


def _is_reached(token: re.Match[str] | None, names: Places) -> bool:
    """Whether "to" before this word is a preposition, rather than before a verb."""
    if token is None:
        return False
    word = token[0]
    return (
        token.start() in names
        or word.casefold() in ARTICLES
        or word != word.casefold()
        or word[0].isdigit()
        or need_of(word, Kind.PERSON) is not None
    )


def _is_telling(text: str, phrase: Phrase) -> bool:
    """Whether a phrase says something by itself."""
    before = phrase.words[:-1]
    goes_on = phrase.end == phrase.noun_end and phrase.closing is Closing.CLAUSE
    if goes_on and any(is_one_of_many(word.casefold()) for word in before):
        return False  # "the first woman to …"
    if phrase.need is Need.WHOSE:
        whose = any(word[0].isupper() and is_owner(word) for word in before)
        return whose or _OF_A_NAME.match(text, phrase.noun_end, phrase.end) is not None
    return phrase.need is Need.NOTHING or phrase.has_more
