"""What a page's scripts of JSON-LD hold, mended where they break the rules of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TypeAlias

from tui_reader.extract.tree import Element

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"
"""What `json.loads` returns."""

_DECODER = json.JSONDecoder(strict=False)
_WRAPPING = re.compile(r"^\s*(?:<!--|(?://\s*)?<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*$")
_FAULTS = (
    (re.compile(r"(?<=[,{}\[\]\"\d])[ \t]*//[^\n\"]*$|^[ \t\r]*//.*$", re.MULTILINE), ""),  # comments
    (re.compile(r"\\(?![\"\\/bfnrtu])"), r"\\\\"),
    (re.compile(r",(?=\s*[}\]])"), ""),
)
_BETWEEN = re.compile(r"[\s,;]*")
_PAIR = re.compile(r'"(headline|datePublished|dateModified|articleSection)"\s*:\s*"((?:[^"\\]|\\.)*)"')
_AUTHOR = re.compile(r'"author"\s*:\s*[\[{][^\]]{0,500}?"name"\s*:\s*"([^"\\]+)"')


def read_json_ld(root: Element) -> Iterator[Json]:
    """Yield what each script of the page holds; of one beyond mending, what can be read of its article."""
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            text = _WRAPPING.sub("", script.text or "")
            yield from _values(text) or _values(_mended(text)) or _salvaged(text)


def _values(text: str) -> list[Json]:
    """Return the values that stand in the text one behind another, none if it begins with something else."""
    values: list[Json] = []
    place = _end(_BETWEEN, text, 0)
    try:
        while place < len(text):
            value, place = _DECODER.raw_decode(text, place)
            values.append(value)
            place = _end(_BETWEEN, text, place)
    except (ValueError, RecursionError):
        pass
    return values


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


def _mended(text: str) -> str:
    for fault, mend in _FAULTS:
        text = fault.sub(mend, text)
    return text


def _salvaged(text: str) -> list[Json]:
    if "Article" not in text and "Posting" not in text:
        return []
    article: dict[str, Json] = {"@type": "Article"}
    for name, value in _PAIR.findall(text):
        article.setdefault(name, value)
    if author := _AUTHOR.search(text):
        article["author"] = author[1]
    return [article]
