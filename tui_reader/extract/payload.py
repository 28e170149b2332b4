"""Finds the text of an article in the data of a page's scripts, for pages that hold no text without them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from tui_reader.extract.tree import Element
from tui_reader.extract.widths import width

_LEAST_PROSE = 30.0
"""Width from which a string may be a paragraph."""
_LEAST = 600.0
"""Width from which what was found may be an article."""
_END = 200
"""Characters by which it is told whether a line ends as a sentence does."""
_MOST_CHARACTERS = 1_500_000
_MOST_DEPTH = 3
"""Levels of data that is written as a string in other data."""

# Neither goes back, so that no script takes more time than its length: what is left open reaches to the end.
_STRING = re.compile(r'"(?P<escaped>(?:[^"\\]|\\.)*+)"?', re.DOTALL)
_NAMED = re.compile(r'"(?P<name>[\w-]{1,40})"\s{0,9}:\s{0,9}"(?P<value>(?:[^"\\]|\\.)*+)"?', re.DOTALL)
_ELEMENT = re.compile(r"<[^<>]{0,2000}>")
_SENTENCE = re.compile(r"[^\W\d_][^{}<>=]{10,}[.!?…。！？۔؟।”\"’」»]\s*$|[\u0e00-\u0e7f]{20}")
_NO_PROSE = re.compile(r"^(?:https?:|/|data:|\.|#)|[{};]\s*\Z|^\s*function\s*\(")


def told_by_scripts(scripts: Iterable[Element]) -> str:
    """Return the longest text in the scripts, as HTML or in paragraphs; empty if none is an article.

    A text is one string, or all strings that go by the same name in one script.
    """
    best, most = "", _LEAST
    for script in scripts:
        source = script.text or ""
        if len(source) <= _MOST_CHARACTERS and width(source) >= _LEAST:
            for text in _texts(source):
                length = _prose(text)
                if length > most:
                    best, most = text, length
    return best


def _texts(source: str, depth: int = 0) -> Iterator[str]:
    """Yield what may be the text of an article."""
    together: dict[str, list[str]] = {}
    for match in _NAMED.finditer(source):
        value = _unescaped(match["value"])
        if value[:1] in ("{", "["):
            continue
        if width(value) >= _LEAST:
            yield value
        elif width(value) >= _LEAST_PROSE and _is_prose(value):
            together.setdefault(match["name"], []).append(value)
    yield from ("\n\n".join(dict.fromkeys(values)) for values in together.values())
    if depth < _MOST_DEPTH:
        for match in _STRING.finditer(source):
            if '\\"' in match["escaped"]:
                yield from _texts(_unescaped(match["escaped"]), depth + 1)


def _unescaped(value: str) -> str:
    try:
        found = json.loads(f'"{value}"', strict=False)
    except ValueError:
        return ""
    return found if isinstance(found, str) else ""


def _prose(text: str) -> float:
    """Return the width of the sentences in a text."""
    lines = (line.strip() for line in re.split(r"\n+|</(?:p|div|li|h\d)>|<br ?/?>", text))
    plain = (_ELEMENT.sub("", line) for line in lines)
    return sum(width(line) for line in plain if _is_prose(line))


def _is_prose(line: str) -> bool:
    return bool(_SENTENCE.search(line[-_END:])) and not _NO_PROSE.search(line)
