"""How the vocabulary of schema.org writes its values: wrapped in lists, given by reference, escaped twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from tui_reader.extract.json_ld import Json
from tui_reader.harmless import harmless_line

Item = dict[str, Json]
"""Something that is described: a type and its properties."""

_DEEPEST = 20
"""Lists and objects around a text that are unwrapped."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def first(items: Iterable[Item], *keys: str) -> Json:
    """Return the first value that one of the items has under one of the keys."""
    items = list(items)
    return next((item[key] for item in items for key in keys if item.get(key)), None)


def entries_of(value: Json) -> list[Json]:
    """Return a value as the list that it might have been."""
    return value if isinstance(value, list) else [value]


def texts_of(items: Iterable[Item], *keys: str) -> Iterator[str]:
    """Yield the items' texts under the keys, those of the first key first."""
    items = list(items)
    return (text for key in keys for item in items if (text := first_text(item.get(key))))


def first_text(value: Json) -> str:
    """Return the first text of a value, which may be wrapped in lists and in language tags."""
    for _ in range(_DEEPEST):
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("alternateName") or ""
        else:
            break
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return unescape(unescape(value)).strip() if isinstance(value, str) else ""


def line_of_value(value: Json) -> str:
    """Return the first text of a value as one harmless line without markup."""
    return harmless_line(_TAG.sub("", first_text(value)))


def resolved(value: Json, named: dict[str, Item]) -> Iterator[Json]:
    """Yield the entries of a value, those that are only references as what they refer to."""
    for entry in entries_of(value):
        if isinstance(entry, dict):
            reference = entry.get("@id")
            known = named.get(reference) if isinstance(reference, str) and not _own_name(entry) else None
            yield known or entry
        else:
            yield named.get(entry, entry) if isinstance(entry, str) else entry


def _own_name(entry: Item) -> Json:
    parts = [first_text(entry.get(key)) for key in ("givenName", "familyName")]
    return entry.get("name") or " ".join(part for part in parts if part)


def names_of(value: Json, named: dict[str, Item]) -> Iterator[str]:
    """Yield the names of people or organisations, which may be given by reference."""
    for entry in resolved(value, named):
        for name in entries_of(_own_name(entry)) if isinstance(entry, dict) else [entry]:
            if line := line_of_value(name):
                yield line


def addresses_of(value: Json, named: dict[str, Item]) -> Iterator[str]:
    """Yield the addresses of what is given by address, as text or as an object."""
    for entry in resolved(value, named):
        if isinstance(entry, dict):
            entry = entry.get("url") or entry.get("contentUrl") or entry.get("@id")
        if address := first_text(entry):
            yield address


def keywords_of(about: list[Item]) -> Iterator[str]:
    """Yield the keywords of the first item that has any, given as a list or parted by commas."""
    entries = [line for entry in entries_of(first(about, "keywords")) if (line := line_of_value(entry))]
    for entry in entries:
        yield from (part.strip() for part in (re.split(r"[,;،、]", entry) if len(entries) == 1 else [entry]))
