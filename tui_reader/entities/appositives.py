"""Finds the words by which a text itself says who or what is meant by a name.

Forms are few and each can be told by an example: "Ada Lind, the mayor of Lund," and "Ada Lind (mayor of Lund)";
"the Swedish climate activist Ada Lind"; "the mayor of Lund, Ada Lind,"; "Ada Lind, who is a lawyer"; "Ada Lind is
a lawyer"; "the southern town of Lund". A noun from our lists must be in it, and where it may be about somebody
else, nothing is found: no line is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui_reader.entities.noun_phrases import (
    DETERMINERS,
    LONGEST,
    POINTING,
    Closing,
    Names,
    Phrase,
    is_verb,
    may_be_present_tense,
    read_phrase,
    tokens,
)
from tui_reader.entities.recogniser import Span
from tui_reader.entities.roles import Need, need_of
from tui_reader.entities.same_names import country_names
from tui_reader.entities.spelling import spelled
from tui_reader.models import Kind

_DESCRIBED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
_BEHIND = 90
"""Characters before a name among which a description of it is sought."""

_SHORT_FORM = r"(?: ?\([^()\n]{1,40}\))?"
_AFTER = re.compile(
    _SHORT_FORM + r"(?:, (?:aged )?\d{1,3}(?=,))?"
    r"(?P<mark>, | [—–-] | \((?=[a-z]))"
    r"(?:himself |herself |itself |also |both |currently )?"
    r"(?:(?:who|which) (?P<was>is|was) (?:also |now |currently )?(?=(?:an?|the|one of) ))?"
)
_IS = re.compile(
    _SHORT_FORM
    + r"(?:, (?:aged )?\d{1,3},)? (?P<was>is|was) (?:also |now |currently )?(?=(?:an?|the|one of) |[A-Z][\w.]*['’]s )"
)
_OPENING = re.compile(r"(?:^|[.!?\n]['\"”’)]*\s+|\n)(?:(?:But|And|Yet|So|Now|Today),? )?$")
_STARTS = re.compile(r"[^\W_]")
_BOUNDARY = re.compile(r"[,;:()\[\]“”\"\n!?—–…•]|\.(?=\s)")
_ENDS = re.compile(r"(?:['\"”’]?\s*(?:[.;:!?)\n—–]|$)|,(?! (?:and|or|as well)\b))")
_PRAISE = frozenset(
    [
        "great",
        "good",
        "bad",
        "true",
        "real",
        "big",
        "strong",
        "nice",
        "perfect",
        "wonderful",
        "brave",
        "top",
        "key",
        "important",
        "ideal",
        "natural",
        "huge",
        "better",
        "terrible",
        "horrible",
        "beautiful",
        "smart",
        "clever",
        "lovely",
        "amazing",
        "fantastic",
        "brilliant",
        "excellent",
        "worthy",
        "fine",
        "decent",
        "tough",
        "proud",
        "lucky",
        "poor",
        "safe",
        "dangerous",
        "difficult",
        "different",
        "clear",
        "major",
    ]
)
_OF_PARTS = frozenset(
    [
        "city",
        "town",
        "village",
        "island",
        "province",
        "state",
        "county",
        "municipality",
        "suburb",
        "neighbourhood",
        "neighborhood",
        "territory",
        "republic",
        "nation",
        "archipelago",
        "township",
        "settlement",
        "hamlet",
        "enclave",
        "peninsula",
        "borough",
        "district",
        "region",
        "emirate",
    ]
)
_ODD_ADJECTIVES = frozenset(["old", "main", "entire", "whole", "other", "rest", "same", "central", "inner"])
_SOLE = re.compile(r"(?:first|second|third|last|only|most|\w{3,}est)$")
_OTHER_ITEM = re.compile(r",? (?:and|or|as well as) ")
_OF_SOMEWHERE = frozenset(
    [
        "capital",
        "birthplace",
        "hometown",
        "site",
        "seat",
        "gateway",
        "hub",
        "home",
        "stronghold",
        "epicentre",
        "epicenter",
    ]
)
"""Nouns for places that need no article, as "capital of Norway"; "district of" may be the next line of an address."""
_HONOUR = re.compile(
    r"(?:(?:Sheikha?|Mrs?|Ms|Dr|Sir|Dame|Prof|HH|HE|HRH|Hon|Lord|Lady|Maj|Gen|Col|Lt|Rev)\.? )+$"
)
_FORMER = frozenset(
    [
        "former",
        "then",
        "ex",
        "current",
        "acting",
        "incumbent",
        "outgoing",
        "late",
        "deputy",
        "vice",
        "assistant",
        "under-secretary",
        "interim",
        "junior",
        "senior",
        "chief",
        "prime",
        "first",
        "second",
        "shadow",
        "ceremonial",
        "honorary",
        "self-declared",
        "self-proclaimed",
        "self-styled",
    ]
)
"""Words without which a title would be wrong."""
_OF = re.compile(r"\bof (?:the )?$")


def descriptions(text: str, spans: Sequence[Span]) -> dict[int, str]:
    """Return for each span, by its number, what the text says there of who or what it is, if it does.

    Args:
        text: a running text.
        spans: the names in it, by place.
    """
    names = Names([(span.start, span.end, span.kind) for span in spans if span.kind and span.kind.is_name])
    found: dict[int, str] = {}
    for number, span in enumerate(spans):
        if span.kind in _DESCRIBED:
            said = next(_sayings(text, span, span.kind, names), None)
            if said is not None:
                found[number] = said
    return found


def _sayings(text: str, span: Span, kind: Kind, names: Names) -> Iterator[str]:
    """Yield what is said of a name, the form that says most and is surest first."""
    name = span.text(text)
    for find in (_after, _first_what_then_who, _before, _predicate, _kind_of_place):
        said = find(text, span, kind, names)
        if said and name not in said:
            yield said


def _after(text: str, span: Span, kind: Kind, names: Names) -> str | None:
    """Read "Ada Lind, 43, the mayor of Lund, …" and "Ada Lind, who was a lawyer, …"."""
    opening = _AFTER.match(text, span.end)
    if opening is None or (kind is Kind.PERSON and _OF.search(text, max(0, span.start - 8), span.start)):
        return None
    start = _start(text, opening.end())
    phrase = read_phrase(text, start, kind, names)
    if phrase is None or start != opening.end() or _may_be_of_a_list(text, phrase, kind, names):
        return None
    if opening["was"]:
        return _told(text, phrase, kind, names, was=opening["was"] == "was") if _is_plain(phrase) else None
    if opening["mark"] == " (" and text[phrase.stop : phrase.stop + 1] != ")":
        return None
    if phrase.closing is Closing.AND and phrase.words[0].casefold() not in DETERMINERS:
        return None
    return _told(text, phrase, kind, names)


def _may_be_of_a_list(text: str, phrase: Phrase, kind: Kind, names: Names) -> bool:
    """Whether a phrase after a name may be the next thing of a list, or tell of a name after it."""
    if text[phrase.stop : phrase.stop + 1] == "," and names.kinds.get(phrase.stop + 2) is kind:
        return True
    first = phrase.words[0].casefold()
    is_loose = first not in DETERMINERS | POINTING and first != "one"
    if kind is Kind.PERSON:
        inside = (place for place in range(phrase.noun_end, phrase.end) if names.kinds.get(place) is kind)
        return is_loose and any(need_of(_word_before(text, place), kind) is not None for place in inside)
    if _OTHER_ITEM.match(text, phrase.stop):
        return True
    is_owned = any(word.endswith(("'s", "’s")) for word in phrase.words)
    if is_loose and not is_owned:
        return kind is Kind.ORGANISATION or text[phrase.noun_start : phrase.noun_end] not in _OF_SOMEWHERE
    return False


def _word_before(text: str, place: int) -> str:
    return text[max(0, place - 30) : place].split()[-1]


def _predicate(text: str, span: Span, kind: Kind, names: Names) -> str | None:
    """Read "Ada Lind is a lawyer" where a sentence begins so."""
    found = _IS.match(text, span.end)
    if (
        found is None
        or not _OPENING.search(text[max(0, span.start - 12) : span.start])
        or _is_quoted(text, span.start)
    ):
        return None
    phrase = read_phrase(text, found.end(), kind, names)
    if phrase is None or not _is_plain(phrase):
        return None
    return _told(text, phrase, kind, names, was=found["was"] == "was")


def _is_plain(phrase: Phrase) -> bool:
    """Whether a predicate tells who somebody is rather than what is thought of them."""
    words = [word.casefold() for word in phrase.words]
    return _PRAISE.isdisjoint(words) and (phrase.need is Need.NOTHING or phrase.has_more)


def _before(text: str, span: Span, kind: Kind, names: Names) -> str | None:
    """Read "the Swedish climate activist Ada Lind"."""
    end = span.start
    if kind is Kind.PERSON and (honour := _HONOUR.search(text, max(0, end - 24), end)):
        end = honour.start()
    if end == 0 or text[end - 1] != " ":
        return None
    floor = max(text.rfind("\n", 0, end) + 1, end - _BEHIND)
    # What stands at the floor may be half a word.
    found = [
        token
        for token in tokens(text, floor, end)
        if token.start() > floor or floor == 0 or text[floor - 1] == "\n"
    ]
    if not found or found[-1].end() != end - 1 or found[-1].start() in names:
        return None
    if need_of(found[-1][0], kind) is None:
        return None
    first = _beginning(text, found, names, kind)
    phrase = read_phrase(text, found[first].start(), kind, names, stop=end - 1)
    if phrase is None or phrase.end != end - 1:
        return None
    is_title = len(phrase.words) == 2 or phrase.words[-1][0].isupper()
    if first and found[first - 1][0] in ("of", "to") and phrase.words[0].casefold() == "the" and is_title:
        return None  # "Director of the Office of the King Ada Lind" is about a director
    return _told(text, phrase, kind, names)


def _beginning(text: str, found: list[re.Match[str]], names: Names, kind: Kind) -> int:
    """Return which word a phrase begins with whose noun is the last: its article, or the first that it may be."""
    sure = len(found) - 1
    for index in range(len(found) - 2, -1, -1):
        token = found[index]
        word, lower = token[0], token[0].casefold()
        if token.start() in names:
            start = _name_start(token.start(), names)
            if names.kinds.get(start) is Kind.PERSON and not word.endswith(("'s", "’s", "s'", "s’")):
                return sure
            sure = index
        elif lower in _FORMER or (lower == "under" and found[index + 1][0] == "Secretary"):
            sure = index
        elif lower in DETERMINERS | POINTING:
            return index
        elif word in "-–/" or (word == lower and (is_verb(word) or may_be_present_tense(word))):
            return sure
        elif not word[0].isalnum() or lower in _FUNCTION_WORDS:
            return index + 1
        elif word != lower:
            if (
                (index and found[index - 1][0] in ".!?")
                or token.start() == 0
                or text[token.start() - 1] == "\n"
            ):
                # The first word of a sentence has its capital from that.
                return index if not is_verb(lower) else index + 1
            sure = index
        elif need_of(word, Kind.PERSON) is not None or need_of(word, Kind.ORGANISATION) is not None:
            sure = index
    return 0 if found[0].start() == 0 or text[found[0].start() - 1] == "\n" else sure


_FUNCTION_WORDS = frozenset(
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
        "as",
        "like",
        "and",
        "or",
        "that",
        "who",
        "which",
        "where",
        "when",
        "than",
        "via",
        "amid",
        "per",
        "despite",
        "including",
        "through",
        "particularly",
        "especially",
        "mainly",
        "mostly",
        "notably",
        "namely",
        "even",
        "either",
        "not",
        "only",
    ]
)


def _name_start(place: int, names: Names) -> int:
    while place not in names.kinds:
        place -= 1
    return place


def _first_what_then_who(text: str, span: Span, kind: Kind, names: Names) -> str | None:
    """Read "the mayor of Lund, Ada Lind, …"."""
    comma = span.start - 2
    if comma < 0 or text[comma : span.start] != ", " or not _ENDS.match(text, span.end):
        return None
    floor = max(0, comma - LONGEST)
    for mark in _BOUNDARY.finditer(text, floor, comma):
        floor = mark.end()
    previous = ""
    for token in tokens(text, floor, comma):
        lower = token[0].casefold()
        if token.start() not in names and lower in DETERMINERS | POINTING:
            phrase = read_phrase(text, token.start(), kind, names, stop=comma)
            if phrase is not None:
                if phrase.end == comma and previous not in ("as", "like", "than", "unlike", "or", "and"):
                    return _told(text, phrase, kind, names)
                return None
            if kind is Kind.PERSON and previous in ("of", "to", "for", "as", "like", "than", "unlike"):
                return None
        previous = lower
    return None


def _kind_of_place(text: str, span: Span, kind: Kind, names: Names) -> str | None:
    """Read "the southern town of Lund", but not "the south of Lund"."""
    if (
        kind is not Kind.PLACE
        or text[max(0, span.start - 4) : span.start] != " of "
        or spelled(span.text(text)) in country_names()
    ):
        return None
    end = span.start - 4
    floor = max(text.rfind("\n", 0, end) + 1, end - _BEHIND)
    found = list(tokens(text, floor, end))
    if not found or found[-1][0].casefold() not in _OF_PARTS:
        return None
    for index in range(len(found) - 1, max(len(found) - 7, -1), -1):
        word = found[index][0].casefold()
        if word in DETERMINERS:
            modifiers = {token[0].casefold() for token in found[index + 1 : -1]}
            if not modifiers or modifiers & _ODD_ADJECTIVES or any(_SOLE.match(word) for word in modifiers):
                return None
            phrase = read_phrase(text, found[index].start(), kind, names, stop=end)
            return _told(text, phrase, kind, names) if phrase is not None and phrase.end == end else None
        if word in POINTING or not word[0].isalnum():
            return None
    return None


def _told(text: str, phrase: Phrase, kind: Kind, names: Names, *, was: bool = False) -> str | None:
    """Return the phrase in one line, without what points to somebody it doesn't name."""
    start = phrase.start
    words = list(phrase.words)
    if words[0].casefold() in POINTING:
        if phrase.need is Need.WHOSE or kind is not Kind.PERSON:
            return None
        start, words = _without_first(text, start, words)
    elif len(words) > 2 and words[0].casefold() in DETERMINERS and _is_of_a_body(words[1]):
        start, words = _without_first(text, *_without_first(text, start, words))
    if (
        kind is Kind.PERSON
        and words[0].casefold() == "the"
        and len(words) == 2
        and phrase.end == phrase.noun_end
    ):
        return None  # "the driver" is somebody only in that story
    if not words or (phrase.need is not Need.NOTHING and len(words) == 1 and phrase.end == phrase.noun_end):
        return None
    said = " ".join(text[start : phrase.end].split()).strip(" ,;-–—")
    return f"was {said}" if was else said


def _without_first(text: str, start: int, words: list[str]) -> tuple[int, list[str]]:
    """Return where a phrase begins without its first word, and the other words."""
    return _start(text, start + len(words[0])), words[1:]


def _is_of_a_body(word: str) -> bool:
    """Whether a word is "company's" or "country's", of which a line that stands alone doesn't tell."""
    if not word.endswith(("'s", "’s")) or word != word.casefold():
        return False
    return any(need_of(word[:-2], kind) is not None for kind in (Kind.ORGANISATION, Kind.PLACE))


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place stands in what somebody says."""
    start = text.rfind("\n", 0, place) + 1
    before = text[start:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _start(text: str, place: int) -> int:
    """Return where the next word begins."""
    found = _STARTS.search(text, place)
    return found.start() if found else len(text)
