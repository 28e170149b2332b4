"""Reads a noun phrase of English from its first word on, as far as a few lists of words allow.

It knows no grammar, so it gives up rather than guess: at a verb, at a word that points elsewhere, at a noun that
nobody has listed.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from tui_reader.entities.lexicon import words_of
from tui_reader.entities.roles import Need, need_of, one_of_many
from tui_reader.models import Kind

LONGEST = 100
"""Characters that a phrase may have; a longer one is cut before a preposition."""
_REACH = 240
_MOST_WORDS = 10
"""Words up to the noun."""

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]+(?:[-‑'’.&/][^\W_]+)*(?:['’](?=\s))?|[^\w\s]|\n")
DETERMINERS = frozenset({"a", "an", "the"})
POINTING = frozenset({"its", "his", "her", "their", "our", "my", "your"})
"""Words for somebody of whom a line that stands alone doesn't tell."""
_NO_DESCRIPTION = frozenset(
    [
        "another",
        "other",
        "same",
        "fellow",
        "parent",
        "rival",
        "sister",
        "such",
        "any",
        "every",
        "each",
        "no",
        "some",
        "this",
        "that",
        "these",
        "those",
        "which",
        "what",
        "next",
        "would-be",
        "potential",
        "possible",
        "likely",
        "prospective",
        "many",
        "several",
        "few",
        "all",
        "both",
        "whole",
        "entire",
        "rest",
        "new",
        "kind",
        "sort",
        "type",
        "non",
        "more",
        "less",
        "least",
        "unnamed",
        "unidentified",
        "anonymous",
        "certain",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "at",
        "in",
        "on",
        "from",
        "with",
        "to",
        "by",
        "under",
        "over",
        "behind",
        "between",
        "near",
        "across",
        "within",
        "against",
        "about",
        "into",
        "around",
        "outside",
        "inside",
        "among",
        "along",
        "off",
        "above",
        "below",
        "via",
        "through",
        "towards",
        "toward",
        "throughout",
        "without",
        "beyond",
        "beside",
        "opposite",
        "like",
        "as",
        "amid",
        "per",
    ]
)
_SIDES = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
        "just",
        "some",
        "about",
        "roughly",
        "nearly",
        "almost",
        "more",
        "barely",
        "halfway",
        "once",
        "long",
    ]
)
_WHO = frozenset({"who", "whom", "whose", "which", "that", "where"})
_AND = frozenset({"and", "or", "&"})
_ONE_PLACE_OF_MANY = re.compile(
    r"(?:first|second|third|fourth|fifth|last|only|most|best|worst|sole|latest|\w+(?:i|[^aeiou])est)$"
)
_NOT_MOST = frozenset(
    {"west", "forest", "priest", "interest", "request", "protest", "honest", "modest", "guest"}
)
_ABBREVIATIONS = frozenset(
    [
        "St",
        "Ste",
        "Mt",
        "Dr",
        "Mr",
        "Mrs",
        "Ms",
        "Gen",
        "Col",
        "Lt",
        "Gov",
        "Sen",
        "Rep",
        "Inc",
        "Corp",
        "Ltd",
        "Co",
        "Jr",
        "Sr",
        "No",
        "Prof",
        "Capt",
        "Maj",
        "Sgt",
        "Ft",
        "vs",
    ]
)
_PLURAL_LOOK = frozenset(
    [
        "rights",
        "politics",
        "sports",
        "arms",
        "affairs",
        "operations",
        "studies",
        "arts",
        "news",
        "business",
        "physics",
        "economics",
        "communications",
        "logistics",
        "sales",
        "securities",
        "securities",
        "athletics",
        "gymnastics",
        "linguistics",
        "mathematics",
        "statistics",
        "ethics",
        "genetics",
        "relations",
        "services",
        "systems",
        "media-relations",
        "works",
        "waters",
        "resources",
        "sciences",
        "humanities",
        "antiquities",
        "accounts",
        "games",
        "kids",
        "veterans",
        "women's",
        "men's",
        "mens",
        "womens",
        "boss",
        "process",
        "success",
        "access",
        "press",
        "congress",
        "express",
        "fitness",
        "wellness",
        "witness",
        "illness",
        "business",
        "grass",
        "glass",
        "class",
        "bass",
        "boss",
        "series",
        "gas",
        "bus",
        "campus",
        "virus",
        "corpus",
        "census",
        "olympics",
        "paralympics",
        "semiconductors",
        "electronics",
        "cosmetics",
        "drugs",
        "foods",
        "goods",
        "overseas",
        "railways",
        "airways",
        "airlines",
        "textiles",
        "metals",
        "minerals",
        "diamonds",
        "motorsports",
        "emergencies",
        "customs",
        "homeless",
        "jobless",
        "wireless",
        "countless",
        "priceless",
        "seamless",
        "motorless",
        "landless",
        "famous",
        "various",
        "previous",
        "religious",
        "serious",
        "dangerous",
        "prosperous",
        "mountainous",
        "indigenous",
        "notorious",
        "infamous",
        "populous",
        "numerous",
        "glamorous",
        "courageous",
        "gracious",
        "ambitious",
        "prestigious",
        "tremendous",
    ]
)


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


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was read: "the Swedish maker" up to its noun, "the Swedish maker of lorries" as a whole."""

    start: int
    noun_start: int
    noun_end: int
    end: int
    stop: int
    """Where what follows it begins."""
    closing: Closing
    need: Need
    words: tuple[str, ...]
    """Those up to the noun, the noun among them."""

    @property
    def has_more(self) -> bool:
        """Whether anything stands before or after the noun but an article."""
        return self.end > self.noun_end or any(word.casefold() not in DETERMINERS for word in self.words[:-1])


class Names(Container[int]):
    """Where in a text names stand."""

    def __init__(self, spans: list[tuple[int, int, Kind]]) -> None:
        self.kinds = {start: kind for start, _, kind in spans}
        self._ends = {start: end for start, end, _ in spans}
        self._inside = {place for start, end, _ in spans for place in range(start, end)}

    def __contains__(self, place: object) -> bool:
        return place in self._inside

    def end(self, start: int) -> int | None:
        """Return where the name that begins here ends."""
        return self._ends.get(start)


def tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Return an iterator of words and marks."""
    return _TOKEN.finditer(text, start, end)


def read_phrase(text: str, start: int, kind: Kind, names: Names, stop: int | None = None) -> Phrase | None:
    """Return the phrase that begins here, if its noun says what something of this kind is.

    Args:
        text: what is read.
        start: where its first word begins.
        kind: of whom or of what it should tell.
        names: where names stand, which hold no nouns.
        stop: where it must end at the latest, and there a name begins.
    """
    limit = min(len(text), start + _REACH) if stop is None else stop
    found = list(tokens(text, start, limit))
    read = _up_to_noun(found, kind, names, is_last=stop is not None)
    if read is None:
        return None
    number, need = read
    words = tuple(token[0] for token in found[: number + 1])
    noun = found[number]
    end, after, closing = _tail(text, found, number + 1, kind, names, limit)
    phrase = Phrase(found[0].start(), noun.start(), noun.end(), end, after, closing, need, words)
    return phrase if _is_telling(text, phrase) else None


def _up_to_noun(
    found: list[re.Match[str]], kind: Kind, names: Names, *, is_last: bool
) -> tuple[int, Need] | None:
    """Return which token is the noun, and what it needs; None if there is no such noun."""
    is_one_of = [token[0].casefold() for token in found[:2]] == ["one", "of"]
    first = 2 if is_one_of else 0
    need: Need | None = None
    number = first - 1
    for index in range(first, len(found)):
        token = found[index]
        word = token[0]
        lower = word.casefold()
        if index - first > _MOST_WORDS:
            return None
        is_small = word == lower
        if need is not None and (
            not _is_word(word)
            or lower in _PREPOSITIONS | _WHO | _AND | _SIDES
            or lower in after_nouns()
            or word[0].isdigit()
        ):
            return number, need
        if token.start() in names:
            number, need = index, None
            continue
        if is_small and lower in after_nouns() and index == first:
            return None
        if not _is_word(word):
            if word == "," and index - first >= 2 and found[first][0].casefold() in DETERMINERS:
                number, need = index, None
                continue
            return None
        if lower in _AND:
            # "the trade and industry minister", but not "Oslo and Turku harbour"
            if index == first or found[index - 1].start() in names:
                return None
            number, need = index, None
            continue
        if lower in _PREPOSITIONS | _WHO or lower in _NO_DESCRIPTION:
            return None
        if lower in DETERMINERS | POINTING and index > first:
            return None
        if is_small and is_verb(word):
            return None
        need = need_of(one_of_many(lower) if is_one_of else word, kind)
        if is_one_of and one_of_many(lower) == lower:
            need = None
        number = index
    return (number, need) if need is not None and number == len(found) - 1 else None


def _tail(
    text: str, found: list[re.Match[str]], index: int, kind: Kind, names: Names, limit: int
) -> tuple[int, int, Closing]:
    """Return where a phrase ends whose noun was the token before this one, what follows begins, and what it is."""
    start = found[0].start()
    cuts: list[int] = []
    last = found[index - 1].end()
    quotes = 0
    while index < len(found):
        token = found[index]
        word, lower = token[0], token[0].casefold()
        following = found[index + 1] if index + 1 < len(found) else None
        if word in '“”"‘' and word:
            quotes += 1
        elif (
            token.start() in names
            or (
                word == "."
                and found[index - 1][0] in _ABBREVIATIONS
                and following
                and text[token.end()] == " "
            )
            or word in ("$", "£", "€", "%", "#", "’", "'")
        ):
            pass
        elif not _is_word(word):
            return _cut(text, start, last, cuts, quotes), token.start(), Closing.MARK
        elif lower in _WHO:
            return _cut(text, start, last, cuts, quotes), token.start(), Closing.CLAUSE
        elif lower in _AND:
            if following is None or _ends_before(following, kind, names):
                return _cut(text, start, last, cuts, quotes), token.start(), Closing.AND
        elif lower == "to" and not (following and _may_be_reached(following, names)):
            return _cut(text, start, last, cuts, quotes), token.start(), Closing.CLAUSE
        elif lower in _PREPOSITIONS or lower in after_nouns():
            if (
                lower != "of"
                and index
                and found[index - 1][0].casefold() not in after_nouns() | _PREPOSITIONS
            ):
                cuts.append(last)
        elif word == lower and is_verb(word):
            return last, token.start(), Closing.VERB
        if lower not in after_nouns() | _PREPOSITIONS | DETERMINERS | _AND | POINTING:
            last = token.end()
        index += 1
    return _cut(text, start, last, cuts, quotes), limit, Closing.MARK


def _cut(text: str, start: int, end: int, cuts: list[int], quotes: int) -> int:
    """Return where a phrase is cut that is too long, or that leaves a quotation open."""
    places = [place for place in cuts if place - start <= LONGEST]
    if end - start > LONGEST or quotes % 2:
        return places[-1] if places else start
    return end


def _ends_before(token: re.Match[str], kind: Kind, names: Names) -> bool:
    """Whether what follows "and" is no part of the phrase: another name of that kind, a verb."""
    word = token[0]
    if token.start() in names.kinds:
        return names.kinds[token.start()] is kind
    return word == word.casefold() and (is_verb(word) or word in POINTING)


def _may_be_reached(token: re.Match[str], names: Names) -> bool:
    """Whether "to" before this word is a preposition."""
    word = token[0]
    return (
        token.start() in names
        or word.casefold() in DETERMINERS
        or word[0].isdigit()
        or word != word.casefold()
        or need_of(word, Kind.PERSON) is not None
    )


def _is_telling(text: str, phrase: Phrase) -> bool:
    """Whether a phrase says something by itself."""
    if phrase.end <= phrase.noun_start or phrase.closing is Closing.VERB:
        return False
    after = text[phrase.noun_end : phrase.noun_end + 6].split()
    before = [word.casefold() for word in phrase.words[:-1]]
    of_many = any(_ONE_PLACE_OF_MANY.match(word) and word not in _NOT_MOST for word in before)
    if of_many and (phrase.end == phrase.noun_end) and phrase.closing is Closing.CLAUSE:
        return False
    if of_many and after[:1] == ["to"]:
        return False
    if phrase.need is Need.WHOSE:
        whose = any(
            word[0].isupper() and word.endswith(("'s", "’s", "s'", "s’")) for word in phrase.words[:-1]
        )
        return whose or bool(re.match(r" of (?:\w+ ){0,5}[^\W\d_a-z]", text[phrase.noun_end : phrase.end]))
    return phrase.need is Need.NOTHING or phrase.has_more


def is_verb(word: str) -> bool:
    """Whether a word in small letters may be a verb that goes on with a sentence."""
    if word in clause_words():
        return word not in after_nouns()
    if word in before_nouns() or word in after_nouns() or "-" in word:
        return False
    if word.endswith("ed") and len(word) > 4 and not word.endswith("eed"):
        return True
    return word.endswith("ing") and len(word) > 6


def may_be_present_tense(word: str) -> bool:
    """Whether a word in small letters may be a verb in "-s"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s")) and word not in _PLURAL_LOOK


def _is_word(token: str) -> bool:
    return token[0].isalnum() or token == "&"


@cache
def clause_words() -> frozenset[str]:
    """Return words that no description holds."""
    return words_of("clause_words.txt")


@cache
def after_nouns() -> frozenset[str]:
    """Return participles and adjectives that may follow a noun and say more of it."""
    return words_of("after_nouns.txt")


@cache
def before_nouns() -> frozenset[str]:
    """Return participles that may stand before a noun."""
    return words_of("before_nouns.txt")
