"""Reads what is typed into the search line.

floods "Aral Sea" kazakh*        words, a phrase, the beginning of a word: all must occur
-draft  title:call               a word that must not occur; a word of the headline
tag:asia  site:reuters  lang:fr  a tag, a part of the outlet's name, a language
is:unread  -is:starred           also read, archived, trashed, failed, saving, highlighted
after:2024-05  before:yesterday  by the day it came out, or was saved if that is unknown
person:tokayev  -org:"IMF"       who and what it names; also place, other, and stars as in person:tok*
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from tui_reader.errors import QueryError
from tui_reader.models import Kind
from tui_reader.queries import NAMED, Filter, Query, Term
from tui_reader.storage.tag_names import tag_name
from tui_reader.values import replace, value

FIELDS: Final = ("tag", "site", "lang", "is", "before", "after", "title", "person", "place", "org", "other")
CLAIMS: Final = ("unread", "read", "starred", "archived", "trashed", "failed", "saving", "highlighted")
MOST_PARTS: Final = 100
"""Words and conditions of one search; SQLite doesn't take expressions of any depth."""
DAYS: Final = ("today", "yesterday")

_MEANT: Final = {"org": "organisation", "organisation": "organisation", "organization": "organisation"}
"""Other words for a field."""

_TOKEN = re.compile(
    r"""(?P<minus>-)?
        (?:(?P<field>[A-Za-z]+):(?!//))?
        (?:"(?P<phrase>[^"]*)(?P<closed>")?|(?P<word>[^\s"]*))
        (?P<star>\*)?""",
    re.VERBOSE,
)
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")  # SQLite takes neither, and no saved text holds them
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_AGO = re.compile(r"(\d{1,4})([dwmy])")
_DAYS_IN: Final = {"d": 1, "w": 7, "m": 30, "y": 365}


@value
class _Token:
    """One word, phrase or condition as typed."""

    start: int
    end: int
    field: str
    """What stands before the colon, lower case and in full; empty if there is none."""
    typed: str
    """The same as it was typed."""
    value: str
    value_start: int
    is_excluded: bool
    is_phrase: bool
    is_closed: bool
    """Whether a phrase has its second quotation mark."""
    is_prefix: bool


def parse_query(text: str, *, today: date | None = None, is_typing: bool = False) -> Query:
    """Return what the text asks for.

    Args:
        text: the query as typed.
        today: what "yesterday" and "7d" count from; by default the day in UTC, as all days are.
        is_typing: whether the last word may not be finished, so that it finds longer ones too.

    Raises:
        QueryError: if it can't be understood, with the place where it goes wrong.
    """
    terms: list[Term] = []
    filters: list[Filter] = []
    for token in _tokens(_UNWRITABLE.sub(" ", text)):
        is_last = token.end == len(text)
        if token.is_phrase and not token.is_closed and not is_typing:
            raise QueryError("This quotation mark has no partner; add one at the end.", token.value_start - 1)
        if not token.value and is_typing and is_last:
            continue
        if not token.value:
            raise QueryError(_what_is_missing(token), token.value_start)
        if token.field and token.field != "title":
            wanted = _filter(token, today or datetime.now(UTC).date())
            is_unfinished = is_typing and is_last and not token.is_closed and wanted.is_about_a_name
            filters.append(replace(wanted, is_prefix=True) if is_unfinished else wanted)
        elif re.search(r"\w", token.value):
            term = Term(token.value, token.is_prefix, token.is_excluded, token.field)
            is_unfinished = is_typing and is_last and not token.is_closed and not token.is_excluded
            terms.append(replace(term, is_prefix=True) if is_unfinished else term)
        if len(terms) + len(filters) > MOST_PARTS:
            raise QueryError(f"This is too long: a search has at most {MOST_PARTS} parts.", token.start)
    return Query(tuple(terms), tuple(filters))


@value
class NameTyped:
    """Words of a name where they are being typed, as in "person:tok"."""

    kind: Kind
    """What the name must be of."""
    words: str
    """What is typed of it so far."""
    start: int
    """Where what stands for the name begins, with its quotation mark if it has one."""
    end: int
    """Where it ends."""


def name_typed(text: str, cursor: int) -> NameTyped | None:
    """Return the name that is being typed at a place of a search; None if something else is."""
    try:
        for token in _tokens(text):
            start = token.value_start - (1 if token.is_phrase else 0)
            if start <= cursor <= token.end:
                is_finished = token.is_closed and cursor == token.end
                if token.field not in NAMED or is_finished:
                    return None
                words = text[start:cursor].strip('"*')
                return NameTyped(Kind(token.field), words, start, token.end)
    except QueryError:
        return None  # It is told elsewhere.
    return None


def with_name(text: str, typed: NameTyped, name: str) -> tuple[str, int]:
    """Return the search with a whole name in place of what is typed of it, and where to type on."""
    name = name.replace('"', " ")
    if not re.fullmatch(r"[\w'’.-]+", name):
        name = f'"{name}"'
    before, after = text[: typed.start] + name + " ", text[typed.end :].lstrip()
    return before + after, len(before)


def _tokens(text: str) -> Iterator[_Token]:
    """Part the text at white space outside quotation marks."""
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        match = _TOKEN.match(text, position)
        # The pattern takes at least the one character that is no space: a quotation mark or a word.
        if match is None or match.end() == position:
            raise QueryError("This can't be understood.", position)
        position = match.end()
        yield _token(match)


def _token(match: re.Match[str]) -> _Token:
    """Return what the pattern found, with a field that isn't one given back to the word."""
    field, word, phrase = (match["field"] or "").lower(), match["word"], match["phrase"]
    field = _MEANT.get(field, field)
    if field and field not in (*FIELDS, *NAMED):
        near = difflib.get_close_matches(field, FIELDS, n=1)
        hint = (
            f"did you mean “{near[0]}:”?"
            if near
            else f"there are {', '.join(f'{name}:' for name in FIELDS)}."
        )
        raise QueryError(
            f"There is no “{field}:” to search by; {hint} To find the text itself put it in quotation marks.",
            match.start("field"),
        )
    is_phrase = phrase is not None
    value = phrase if is_phrase else (word or "")
    is_prefix = bool(match["star"]) or (not is_phrase and value.endswith("*"))
    return _Token(
        start=match.start(),
        end=match.end(),
        field=field,
        typed=match["field"] or "",
        value=value if is_phrase else value.rstrip("*"),
        value_start=match.start("phrase") if is_phrase else match.start("word"),
        is_excluded=bool(match["minus"]),
        is_phrase=is_phrase,
        is_closed=bool(match["closed"]),
        is_prefix=is_prefix,
    )


def _what_is_missing(token: _Token) -> str:
    """Say what should stand where nothing stands."""
    if token.is_phrase:
        return "There is nothing between the quotation marks."
    if token.field:
        return f"Something must follow “{token.typed}:”, such as {_EXAMPLES[token.field]}."
    if token.is_excluded:
        return "A word must follow the minus, such as -draft."
    return "A word must stand before the star, such as kazakh*."


_EXAMPLES: Final = {
    "tag": "tag:asia",
    "site": "site:reuters",
    "lang": "lang:fr",
    "is": "is:unread",
    "before": "before:2024-05",
    "after": "after:7d",
    "title": "title:floods",
    "person": "person:tokayev",
    "place": "place:astana",
    "organisation": "org:unesco",
    "other": 'other:"World Cup"',
}


def _filter(token: _Token, today: date) -> Filter:
    """Return a condition, its value checked."""
    value = token.value.casefold()
    if token.field == "is" and value not in CLAIMS:
        near = difflib.get_close_matches(value, CLAIMS, n=1)
        hint = f"did you mean is:{near[0]}?" if near else f"there are {', '.join(CLAIMS)}."
        raise QueryError(f"Nothing “is:{value}”; {hint}", token.value_start)
    if token.field in ("before", "after"):
        value = _day(value, today, token.value_start).isoformat()
    if token.field == "tag":
        value = tag_name(value)
    if token.field in NAMED:
        if not value.strip():
            raise QueryError("A name has letters, digits or signs.", token.value_start)
        return Filter(token.field, value, token.is_excluded, token.is_prefix)
    return Filter(token.field, value, token.is_excluded)


def _day(value: str, today: date, position: int) -> date:
    """Return the first day of what is named: a year, a month, a day, or so many days ago."""
    if value in DAYS:
        return today - timedelta(days=DAYS.index(value))
    try:
        if match := _DAY.fullmatch(value):
            return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        if match := _AGO.fullmatch(value):
            return today - timedelta(days=int(match[1]) * _DAYS_IN[match[2]])
    except (ValueError, OverflowError) as error:
        raise QueryError(f"There is no day “{value}” in the calendar.", position) from error
    raise QueryError(f"“{value}” is no day; write 2024, 2024-05, 2024-05-14, yesterday or 7d.", position)
