"""Finds the words by which a text itself says who or what is meant by a name.

Forms are few and each can be told by an example: "Ada Lind, the mayor of Lund," and "Ada Lind (mayor of
Lund)"; "the Swedish climate activist Ada Lind"; "the mayor of Lund, Ada Lind,"; "Ada Lind, who is a lawyer,";
"Ada Lind is a lawyer"; "the southern town of Lund". A noun from our lists must be in it, and where it may be
about somebody else, nothing is found: no line is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.entities.noun_phrases import LONGEST, Closing, Phrase, Places, read_phrase, tokens
from tui_reader.entities.phrase_words import (
    AND,
    ARTICLES,
    OWNERS,
    before_titles,
    is_one_of_many,
    is_owner,
    is_verb,
    is_verb_before_noun,
    is_word,
    may_be_present,
    praise,
    standing_words,
)
from tui_reader.entities.recogniser import Span
from tui_reader.entities.roles import Need, need_of
from tui_reader.entities.same_names import country_names, peoples
from tui_reader.entities.spelling import spelled
from tui_reader.models import Kind

_DESCRIBED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
_BEHIND = 90
"""Characters before a name among which a description of it is sought."""

_BESIDE = r"(?: ?\([^()\n]{1,40}\))?(?:, (?:aged )?\d{1,3}(?=,))?"
"""A short form in brackets, an age."""
_AFTER = re.compile(
    _BESIDE + r"(?P<mark>, | [—–-] | \((?=[a-z]))(?:himself |herself |itself |also |both |currently )?"
    r"(?P<time>then |now |formerly |previously )?"
    r"(?:(?:who|which) (?P<verb>is|was) (?:also |now |currently )?(?=(?:an?|the|one of) ))?(?=[^\W_])"
)
_PREDICATE = re.compile(
    _BESIDE + r",? (?P<verb>is|was) (?:also |now |currently )?(?=(?:an?|the|one of) |[A-Z][\w.]*['’]s )"
)
_SENTENCE_OPENS = re.compile(r"(?:^|[.!?\n]['\"”’)]*\s+|\n)(?:(?:But|And|Yet|So|Now|Today),? )?$")
_CLAUSE_OPENS = re.compile(r"[,;:()\[\]“”\"\n!?—–…•]|\.(?=\s)")
_CLAUSE_ENDS = re.compile(r"['\"”’]?\s*(?:[.;:!?)\n—–]|$)|,(?! (?:and|or|as well)\b)")
_ANOTHER = re.compile(r",? (?:and|or|as well as) ")
_OF = re.compile(r"\bof (?:the )?$")
_HONOUR = re.compile(
    r"(?:(?:Sheikha?|Mullah|Mrs?|Ms|Dr|Sir|Dame|Prof|HH|HE|HRH|Hon|Lord|Lady|Maj|Gen|Col|Lt|Rev)\.? )+$"
)
_WHOLE = re.compile(r"(?:,| in| of) (?:the )?$")
_OPENER = re.compile(r"^(?:The|An?|One|Former|Then|Current|Outgoing|Incumbent|Acting)\b")
"""Words that have their capital from the sentence, not from the title that they open."""
_OF_AFTER = re.compile(r" of (?:the )?")
_OTHER_NOUNS = re.compile(r"\b(?:the|an?|his|her|their|its) (?:[^\W_]+ ?){1,4}")
_WORD_BEFORE = re.compile(r"[^\W_]+$")
_LIKENED = frozenset({"as", "like", "than", "unlike"})
_LOOSE_SITES = frozenset({"capital", "birthplace", "hometown", "site", "seat", "gateway", "hub"})
"""Nouns for places that need no article: "district of" may be the next line of an address."""
_SITES_OF = frozenset(
    {"city", "town", "village", "island", "province", "state", "county", "region", "district"}
)
"""Nouns that may stand with "of" before the name of what they are."""
_AREAS = frozenset({"region", "district", "province", "state", "county", "island"})
_PART = frozenset({"old", "main", "entire", "whole", "other", "central", "inner"})


def descriptions(text: str, spans: Sequence[Span]) -> dict[int, str]:
    """Return for each span, by its number, what the text says there of who or what it is, if it does.

    Args:
        text: a running text.
        spans: the names in it, by place.
    """
    names = Places(spans)
    return {
        number: said
        for number, span in enumerate(spans)
        if span.kind in _DESCRIBED and (said := _said_of(text, span, span.kind, names))
    }


def _said_of(text: str, span: Span, kind: Kind, names: Places) -> str:
    """Return what is said of a name by the form that says most."""
    for read in (_after, _before_a_comma, _right_before, _predicate, _before_of):
        said = read(text, span, kind, names)
        if said and span.text(text) not in said:
            return said
    return ""


def _after(text: str, span: Span, kind: Kind, names: Places) -> str:
    """Read "Ada Lind, 43, the mayor of Lund, …" and "Ada Lind, who was a lawyer, …"."""
    opening = _AFTER.match(text, span.end)
    if opening is None or _is_part(text, span, kind, names):
        return ""
    phrase = read_phrase(text, opening.end(), kind, names)
    if phrase is None or _may_be_of_another(text, phrase, kind, names):
        return ""
    if opening["verb"]:
        return _predicated(text, phrase, kind, opening["verb"])
    if opening["mark"] == " (" and text[phrase.stop : phrase.stop + 1] != ")":
        return ""
    if phrase.closing is Closing.AND and phrase.first not in ARTICLES:
        return ""
    said = _told(text, phrase, kind)
    return said and (opening["time"] or "") + said


def _is_part(text: str, span: Span, kind: Kind, names: Places) -> bool:
    """Whether what follows a name may be about what it is part of: "the aide of Ada Lind", "Lund, Sweden"."""
    if kind is Kind.PERSON:
        return _OF.search(text, max(0, span.start - 8), span.start) is not None
    whole = _WHOLE.search(text, max(0, span.start - 9), span.start) if kind is Kind.PLACE else None
    return whole is not None and whole.start() - 1 in names


def _may_be_of_another(text: str, phrase: Phrase, kind: Kind, names: Places) -> bool:
    """Whether a phrase after a name may be the next thing of a list, or tell of a name after it."""
    if text.startswith(", ", phrase.stop) and names.begins(phrase.stop + 2) is kind:
        return True
    is_loose = phrase.first not in ARTICLES | OWNERS and phrase.first != "one"
    if kind is Kind.PERSON:
        # "Ada Lind, foreign minister Bo Moss, …", "Ada Lind, the actor and singer Bo Moss, …"
        inside = [place for place in range(phrase.noun_end, phrase.end) if names.begins(place) is kind]
        is_loose = is_loose or text.startswith((" and ", " named ", " called "), phrase.noun_end)
        return is_loose and any(_is_called(text, place, kind) for place in inside)
    if _ANOTHER.match(text, phrase.stop):
        return True
    is_owned = any(map(is_owner, phrase.words))
    return is_loose and not is_owned and not (kind is Kind.PLACE and phrase.noun in _LOOSE_SITES)


def _is_called(text: str, place: int, kind: Kind) -> bool:
    """Whether the word before a name says who bears it."""
    word = text[max(0, place - 40) : place].split()[-1]
    return word in ("named", "called") or need_of(word, kind) is not None


def _predicate(text: str, span: Span, kind: Kind, names: Places) -> str:
    """Read "Ada Lind is a lawyer" where a sentence begins so."""
    found = _PREDICATE.match(text, span.end)
    if found is None or not _SENTENCE_OPENS.search(text[max(0, span.start - 12) : span.start]):
        return ""
    phrase = read_phrase(text, found.end(), kind, names)
    if phrase is None or _is_quoted(text, span.start):
        return ""
    return _predicated(text, phrase, kind, found["verb"])


def _predicated(text: str, phrase: Phrase, kind: Kind, verb: str) -> str:
    """Return what follows "is" or "was", unless it tells what is thought of somebody."""
    said = _told(text, phrase, kind)
    if not said or not praise().isdisjoint(word.casefold() for word in phrase.words):
        return ""
    return f"was {said}" if verb == "was" else said


def _right_before(text: str, span: Span, kind: Kind, names: Places) -> str:
    """Read "the Swedish climate activist Ada Lind"."""
    end = _with_honours(text, span) - 1
    if not text.startswith(" ", max(end, 0)):
        return ""
    noun = _WORD_BEFORE.search(text, max(0, end - 30), end)
    if noun is None or (end - 1 not in names and need_of(noun[0], kind) is None):
        return ""
    if kind is not Kind.PERSON and not noun[0].islower():
        return ""  # "State Department Iraq experts"
    found = _words_before(text, end)
    if not found or found[-1].end() != end:
        return ""
    if found[-1].start() in names:
        return _office_of(text, found, end, kind, names)
    first = _beginning(text, found, names)
    phrase = read_phrase(text, found[first].start(), kind, names, stop=end)
    if phrase is None or phrase.end != end:
        return ""
    of_another = first > 0 and found[first - 1][0] in ("of", "to")
    if phrase.first == "the" and phrase.noun[0].isupper() and of_another:
        return ""  # "Director of the Office of the King Ada Lind" is about a director
    said = phrase.noun if phrase.is_bare and kind is Kind.PERSON else _told(text, phrase, kind)
    return said and said + _office_at(text, span, phrase, kind, names)


def _office_at(text: str, span: Span, phrase: Phrase, kind: Kind, names: Places) -> str:
    """Return " of Norway" in "President Ada Lind of Norway"; "" where a title isn't parted by its name."""
    place = _OF_AFTER.match(text, span.end)
    if kind is not Kind.PERSON or place is None or not phrase.noun[0].isupper():
        return ""
    if names.begins(place.end()) not in (Kind.PLACE, Kind.ORGANISATION):
        return ""
    end = names.end(place.end())
    return "" if text[end : end + 1] in ("'", "’") else text[span.end : end]


def _office_of(text: str, found: Sequence[re.Match[str]], end: int, kind: Kind, names: Places) -> str:
    """Read "Prime Minister of Norway Ada Lind", in which a name stands right before a name."""
    number = len(found) - 1
    while number > 0 and (found[number].start() in names or found[number][0] == "the"):
        number -= 1
    is_office = (
        kind is Kind.PERSON and number > 0 and found[number][0] == "of" and found[number - 1][0].istitle()
    )
    if not is_office or names.kind_at(found[-1].start()) is Kind.PERSON:
        return ""
    first = _beginning(text, found[:number], names)
    if first and found[first - 1][0] in ("for", "as"):
        return ""  # "nominee for Governor of Maine Ada Lind"
    phrase = read_phrase(text, found[first].start(), kind, names, stop=end)
    return _told(text, phrase, kind) if phrase is not None and phrase.end == end else ""


def _with_honours(text: str, span: Span) -> int:
    """Return where a name begins with "Dr" or "Sir" before it."""
    honour = _HONOUR.search(text, max(0, span.start - 24), span.start) if span.kind is Kind.PERSON else None
    return honour.start() if honour else span.start


def _words_before(text: str, end: int) -> list[re.Match[str]]:
    """Return the words and marks of the same line before a place, those that are near."""
    line = text.rfind("\n", 0, max(end, 0)) + 1
    floor = max(line, end - _BEHIND)
    found = list(tokens(text, floor, max(end, 0)))
    return found if floor == line else found[1:]  # of which the first may be half a word


def _beginning(text: str, found: Sequence[re.Match[str]], names: Places) -> int:
    """Return with which word a phrase begins whose noun is the last of these."""
    sure = len(found) - 1
    for index in range(len(found) - 2, -1, -1):
        word, lower, place = found[index][0], found[index][0].casefold(), found[index].start()
        if place in names:
            if names.kind_at(place) is Kind.PERSON and not is_owner(word):
                return sure
            sure = index
        elif lower in ARTICLES or lower in OWNERS:
            return index
        elif lower in standing_words():
            sure = index
        elif word in "-–/" or (word == lower and (is_verb_before_noun(word) or may_be_present(word))):
            return sure
        elif lower == "to":
            # "to oust Prime Minister Lind", "to research firm Halden"
            is_verb_like = found[index + 1][0].islower() and not found[min(index + 2, sure)][0].islower()
            return sure if is_verb_like else index + 1
        elif not is_word(word) or lower in before_titles() or _is_adverb(text, found, index):
            return index + 1
        elif word != lower:
            if _SENTENCE_OPENS.search(text[max(0, place - 6) : place]):
                return sure if is_verb(lower) else index
            sure = index
        elif need_of(word, Kind.PERSON) or need_of(word, Kind.ORGANISATION):
            sure = index
    return 0 if _SENTENCE_OPENS.search(text[max(0, found[0].start() - 6) : found[0].start()]) else sure


def _is_adverb(text: str, found: Sequence[re.Match[str]], index: int) -> bool:
    """Whether a word is about the sentence, as in "Hopefully President Lind"."""
    word, place = found[index][0], found[index].start()
    opens = word.islower() or _SENTENCE_OPENS.search(text[max(0, place - 6) : place]) is not None
    return opens and word.endswith("ly") and not found[index + 1][0].islower()


def _before_a_comma(text: str, span: Span, kind: Kind, names: Places) -> str:
    """Read "the mayor of Lund, Ada Lind, …"."""
    comma = _with_honours(text, span) - 2
    if not text.startswith(", ", max(comma, 0)) or not _CLAUSE_ENDS.match(text, span.end):
        return ""
    floor = max(0, comma - LONGEST)
    for mark in _CLAUSE_OPENS.finditer(text, floor, comma):
        floor = mark.end()
    before = ""
    for token in tokens(text, floor, comma):
        lower, place = token[0].casefold(), token.start()
        is_article = place not in names and (lower in ARTICLES or lower in OWNERS)
        opens = not before and _SENTENCE_OPENS.search(text[max(0, place - 6) : place]) is not None
        if is_article or opens or names.begins(place):
            phrase = read_phrase(text, place, kind, names, stop=comma)
            is_owned = phrase is not None and any(map(is_owner, phrase.words))
            if phrase is not None and (is_article or opens or is_owned):
                is_it = phrase.end == comma and before not in _LIKENED | AND
                is_it = is_it and not _may_be_of_its_tail(text, phrase, kind, names)
                return _told(text, phrase, kind) if is_it else ""
            if kind is Kind.PERSON and before in _LIKENED | {"of", "to", "for"}:
                return ""
        before = lower
    return ""


def _may_be_of_its_tail(text: str, phrase: Phrase, kind: Kind, names: Places) -> bool:
    """Whether a name after a phrase may be of the end of it: "the aide of the mayor, Ada Lind"."""
    if kind is Kind.PLACE:
        return phrase.end > phrase.noun_end and phrase.end - 1 in names  # "the coast of Aceh, Indonesia"
    others = _OTHER_NOUNS.finditer(text, phrase.noun_end, phrase.end)
    return any(need_of(noun, kind) is not None for other in others for noun in other[0].split())


def _before_of(text: str, span: Span, kind: Kind, names: Places) -> str:
    """Read "the southern town of Lund", but not "the largest city of Norway"."""
    end = span.start - 4
    if kind is not Kind.PLACE or not text.startswith(" of ", max(end, 0)):
        return ""
    found = _words_before(text, end)
    if not found or found[-1][0] not in _SITES_OF or spelled(span.text(text)) in country_names():
        return ""
    first = max((number for number, word in enumerate(found) if word[0].casefold() in ARTICLES), default=None)
    if first is None:
        return ""
    words = [word[0].casefold() for word in found[first + 1 : -1]]
    if not words or "," in words or not _PART.isdisjoint(words) or any(map(is_one_of_many, words)):
        return ""
    is_area = found[-1][0] in _AREAS
    if is_area and any(
        word[0].istitle() and spelled(word[0]) not in peoples() for word in found[first + 1 : -1]
    ):
        return ""  # "the Donbas region of Ukraine"
    phrase = read_phrase(text, found[first].start(), kind, names, stop=end)
    return _told(text, phrase, kind) if phrase is not None and phrase.noun_end == end else ""


def _told(text: str, phrase: Phrase, kind: Kind) -> str:
    """Return a phrase in one line, without an owner whom it doesn't name; "" if it says nothing then."""
    left = 0
    if phrase.first in OWNERS:
        if phrase.need is Need.WHOSE or kind is not Kind.PERSON:
            return ""
        left = 1
    elif phrase.first in ARTICLES and len(phrase.words) > 2 and _is_body_of(phrase.words[1]):
        left = 2
    if phrase.words[left][0].isdigit():
        return ""  # "Sept. 11 commission member"
    said = " ".join(text[phrase.start : phrase.end].split()).split(" ", left)[-1]
    is_noun_alone = phrase.end == phrase.noun_end and len(phrase.words) - left == 1
    if is_noun_alone and phrase.need is not Need.NOTHING:
        return ""
    return "" if phrase.is_bare else _OPENER.sub(lambda opener: opener[0].lower(), said)


def _is_body_of(word: str) -> bool:
    """Whether this is "company's" or "country's", of which a line that stands alone doesn't tell."""
    body = word.removesuffix("'s").removesuffix("’s")
    is_body = need_of(body, Kind.ORGANISATION) or need_of(body, Kind.PLACE)
    return body != word and body == body.casefold() and is_body is not None


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place stands in what somebody says."""
    before = text[text.rfind("\n", 0, place) + 1 : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
