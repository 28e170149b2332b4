"""Cuts the sentence around a place out of a text."""

from __future__ import annotations

import re
from typing import Final

from tui_reader.dossiers import Passage

MOST: Final = 240
"""Characters of a passage; a longer sentence is cut at its clauses or between words."""

_REACH: Final = 1200
"""How far from the place the ends of its sentence are looked for."""
_END: Final = re.compile(
    r"\n+"
    r"|[。！？]+[」』”’）]*"
    # What ends a sentence is followed by what begins one.
    r"|[.!?…؟۔।]+[\"'”’»)\]]*\s+(?=[\"'“‘„«(\[¿¡—–-]*[^\W\d_a-zà-öø-ÿа-я]|[\"“„«]|\d)"
)
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(\[“\"'‘])(?:[^\W\d_]"  # an initial
    r"|(?:[^\W\d_]\.)+[^\W\d_]"  # U.S., e.g.
    r"|Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Sr|Jr|St|Gen|Col|Maj|Capt|Lt|Cpl|Sgt|Adm|Cmdr|Sen|Rep|Gov|Pres|Hon|Amb"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Nos|vs|Vol|Fig|approx|ca|cf|al|Mme|Mlle|Hr|bzw)\.$"
)
_CLAUSE: Final = re.compile(r"[,;:،؛]\s+|\s+[–—-]\s+|[、，；：]")
_WORD: Final = re.compile(r"\s+")


def sentence_around(text: str, start: int, end: int, most: int = MOST) -> Passage:
    """Return the sentence that holds a stretch of the text, in one line, and where the stretch stands in it.

    Args:
        text: a block.
        start: offset of the first character of the stretch.
        end: offset after its last.
        most: how many characters it may have; a longer one is cut before and after the stretch, which "…"
            shows. Only the stretch itself is never cut.
    """
    first, last = sentence_ends(text, start, end)
    first, last = _cut(text, first, last, start, end, most)
    before, there, after = text[first:start], text[start:end], text[end:last]
    opening = "…" if first > 0 and not _is_edge(text, first) else ""
    closing = "…" if last < len(text) and not _is_edge(text, last) else ""
    lead = opening + _line(before).lstrip()
    named = _line(there)
    return Passage(lead + named + _line(after).rstrip() + closing, len(lead), len(lead) + len(named))


def sentence_ends(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence that holds a stretch of the text begins and ends."""
    floor, ceiling = max(0, start - _REACH), min(len(text), end + _REACH)
    first, last = floor, ceiling
    # What follows an end is looked at too, and that may be the stretch itself.
    for match in _END.finditer(text, floor, min(start + 8, len(text))):
        if match.end() <= start and _is_end(text, match):
            first = match.end()
    for match in _END.finditer(text, max(end - 1, start), ceiling):
        if match.end() > end and _is_end(text, match):
            last = match.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Whether a stop ends a sentence rather than an abbreviation."""
    if not match[0].startswith(".") or "\n" in match[0]:
        return True
    return not _ABBREVIATION.search(text, max(0, match.start() - 12), match.start() + 1)


def _is_edge(text: str, place: int) -> bool:
    """Whether a sentence ends or begins at the place."""
    around = text[max(0, place - 8) : place].rstrip()
    if not around or not text[place:].strip():
        return True
    break_between = "\n" in text[max(0, place - 2) : place + 2]
    return break_between or around.endswith(tuple(".!?…؟۔।。！？\"'”’»)]」』）"))


def _cut(text: str, first: int, last: int, start: int, end: int, most: int) -> tuple[int, int]:
    """Return where a long sentence is cut: where what was left out before and after is alike much."""
    if last - first <= most:
        return first, last
    room = max(most - (end - start), 0)
    before = min(start - first, max(room // 2, room - (last - end)))
    after = room - before
    if start - first > before:
        first = _next(text, start - before, start)
    if last - end > after:
        last = _previous(text, end, end + after)
    return first, last


def _next(text: str, floor: int, start: int) -> int:
    """Return where a clause begins from `floor` on, or a word if that leaves out much less."""
    word = _WORD.search(text, floor, start)
    nearest = word.end() if word else start
    clause = _CLAUSE.search(text, floor, start)
    return clause.end() if clause and clause.end() - floor <= (start - floor) * 2 // 3 else nearest


def _previous(text: str, end: int, ceiling: int) -> int:
    """Return where a clause ends up to `ceiling`, or a word if that leaves out much less."""
    words = [match.start() for match in _WORD.finditer(text, end, ceiling + 1)]
    clauses = [match.start() for match in _CLAUSE.finditer(text, end, ceiling + 1)]
    if clauses and ceiling - clauses[-1] <= (ceiling - end) * 2 // 3:
        return clauses[-1]
    return words[-1] if words else end


def _line(text: str) -> str:
    return _WORD.sub(" ", text)
