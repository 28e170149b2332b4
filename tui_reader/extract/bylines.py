"""The names in a byline: who wrote an article, without "by", places, posts and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui_reader.extract.byline_words import AGENCIES, BEFORE_POSTS, NOBODY, NOBODY_LINES, POSTS
from tui_reader.harmless import harmless_line

_LONGEST_NAME = 60
_LONGEST_BYLINE = 240
_MOST_NAMES = 12
_MOST_WORDS = 7

_BY = re.compile(
    r"^[\s\W]*(?:(?:(?:(?:article|post|story|words|text|reporting|posted|published)\s+)?(?:was\s+)?(?:written\s+)?"
    r"by|von|vom|par|por|di|a cura di|door|av|af|oleh|przez|od|écrit par|publié par|rédigé par|escrito por"
    r"|publicado por|scritto da|(?:geschrieben|verfasst|ein artikel) von|bởi|بقلم|كتبت?|authors?(?=\s))\b"
    r"\s*[:：]?|(?:authors?|autore?s?|auteure?s?|autor(?:in|ka)|reporter|text|texte|texto|testo|tekst|teksti|penulis|yazar"
    r"|автор[ыа]?|текст|作者|文|撰文|記|기자|tác giả|نویسنده)\s*[:：]|记者|記者)\s*",
    re.IGNORECASE,
)
_ALSO_FIRST_NAME = re.compile(r"(?:Av|Di|Oleh|Von)\s")
_CONTACT = re.compile(r"\[email.protected\]|\S*@\S+|https?://\S*|www\.\S+")
# What follows a name on its line: another piece of the line, a number, a place, a post.
_END = re.compile(
    r"\s*(?:[|·•–—]|\s-\s|\b(?:updated|published|posted|last|reviewed|edited|translated|illustrat\w+|photo\w*)\b"
    r"|(?<!\S)\d).*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:in|for|at|from|of|reports?|reporting|aus|für|à|para|pour|from|with)\s.*$")
_BETWEEN = re.compile(
    r"\s*(?:[,;|、，；/&+]|\b(?:and|und|et|og|och|ja|en|ve|dan|và|with|mit|avec|и|і|та|και|و)\b)\s*",
    re.IGNORECASE,
)
_LETTER_BETWEEN = re.compile(r"\s+[yei]\s+")
# A comma before these parts no names.
_GENERATION = re.compile(r",?\s+(Jr|Sr|I{2,3}|IV)\b\.?")
_DEGREES = "PhD DPhil EdD MD JD DO DDS DVM RN RD RDN MA MS MSc MBA MPH BA BSc LLM Esq CPA CFA CFP FRS OBE MBE"
_DEGREE = re.compile(r",\s*(?:" + "|".join(r"\.?\s?".join(degree) for degree in _DEGREES.split()) + r")\b\.?")
_INITIALS = re.compile(r"\w\.?(?:-?\w\.)*")
_HANDLE = re.compile(r"[^\s]*[a-z\d][._]\w\S*|\d+|[\W\d_]*")


def people(bylines: Iterable[str]) -> tuple[str, ...]:
    """Return the names in some bylines, each once; addresses, posts and whole sentences are none."""
    found: dict[str, str] = {}
    for byline in map(harmless_line, bylines):
        for name in _names(byline) if len(byline) <= _LONGEST_BYLINE else ():
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MOST_NAMES]


def in_order(name: str) -> str:
    """Return a name that a catalogue gives as "Last, First" as it is said; two whole names are left alone."""
    bare = _plain(name)
    last, comma, first = bare.partition(",")
    if not comma or "," in first or ";" in first or (_is_whole_name(last) and _is_whole_name(first)):
        return name
    generation = _GENERATION.search(first)
    end = generation[0] if generation else ""
    return f"{first.removesuffix(end).strip()} {last.strip()}{end}"


def begins_as_byline(text: str) -> bool:
    """Whether a text begins as a byline does, in any of the languages known."""
    return bool(_BY.match(text))


def is_byline(text: str, authors: Iterable[str]) -> bool:
    """Whether a text says who wrote the article and little else."""
    is_short = len(text) <= _LONGEST_NAME * 2
    line = _plain(text).casefold()
    return is_short and begins_as_byline(text) and any(author.casefold() in line for author in authors)


def _names(byline: str) -> list[str]:
    """Return the names in one byline; of several, those of one word are places or degrees."""
    line = _CONTACT.sub(" ", _plain(byline)).strip()
    line = re.sub(r"\s*\([^()]*\)", "", line) or line.strip("()")
    line = _END.sub("", _without_by(line)).strip()
    parts = [_without_post(part) for part in _BETWEEN.split(line)]
    names = [name for part in parts for name in _parted(_without_place(part)) if _is_name(name)]
    if any(" " in name for name in names):
        names = [name for name in names if " " in name or name.casefold() in AGENCIES]
    return [_in_small_letters(name) for name in names]


def _without_by(line: str) -> str:
    """Return a byline without "by" in whatever language, where that isn't a first name: "Von Miller"."""
    bare = _BY.sub("", line)
    is_first_name = _ALSO_FIRST_NAME.match(line) and bare.isalpha() and bare.casefold() not in NOBODY
    return line if is_first_name else bare


def _parted(part: str) -> list[str]:
    """Part names joined by a one-letter "and", which may also stand inside a name."""
    halves = [_without_stop(half) for half in _LETTER_BETWEEN.split(part)]
    return halves if all(_is_whole_name(half) for half in halves) else [_without_stop(part)]


def _without_post(part: str) -> str:
    """Return a name without the post that is said behind it; empty if nothing but a post is said."""
    words = part.split()
    for number, word in enumerate(words):
        if word.casefold().strip(".") in POSTS:
            while number and words[number - 1].casefold() in BEFORE_POSTS:
                number -= 1
            return " ".join(words[:number]) if number > 1 else ""
    return part


def _without_place(part: str) -> str:
    """Return a name without where and for whom it was written."""
    name = _PLACE.sub("", part)
    return name if _is_whole_name(name) else part


def _in_small_letters(name: str) -> str:
    """Return a name of several words in capitals as it is written elsewhere."""
    words = name.split()
    if len(words) > 1 and name.isupper() and not any(word.casefold() in AGENCIES for word in words):
        return " ".join(word if _GENERATION.fullmatch(f" {word}") else word.title() for word in words)
    return name


def _plain(byline: str) -> str:
    """Return the byline with no comma inside a name: without degrees, and "Jr." as part of the name."""
    return _GENERATION.sub(_generation, _DEGREE.sub("", byline))


def _generation(match: re.Match[str]) -> str:
    return f" {match[1]}." if match[1] in ("Jr", "Sr") else f" {match[1]}"


def _without_stop(name: str) -> str:
    name = name.strip(" \"'“”«»:*_-")
    return name if name.endswith(("Jr.", "Sr.")) else name.strip(" .")


def _is_whole_name(text: str) -> bool:
    """Whether the text holds a first and a last name, particles and initials aside."""
    return sum(not (word.islower() or _INITIALS.fullmatch(word)) for word in text.split()) > 1


def _is_name(text: str) -> bool:
    return (
        1 < len(text) <= _LONGEST_NAME
        and len(text.split()) <= _MOST_WORDS
        and not NOBODY.issuperset(text.casefold().split())
        and not text.casefold().endswith(("admin", "editor"))
        and not _HANDLE.fullmatch(text)
        and not NOBODY_LINES.fullmatch(text)
    )
