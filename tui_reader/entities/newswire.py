"""Reads the line that opens a newswire report: where it was written, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui_reader.entities.lexicon import known_organisations, known_places, organisation_tails
from tui_reader.entities.recogniser import Span
from tui_reader.entities.stretches import covered, in_order
from tui_reader.models import Kind

_WORD = r"[^\W\d_a-z][\w.'’-]*"
_CITY = rf"(?P<city>{_WORD}(?: {_WORD}){{0,2}})"
_COUNTRY = rf"(?:, (?P<country>{_WORD}(?: {_WORD}){{0,2}}))?"
_OUTLET = rf"(?P<outlet>{_WORD}(?:[ /]{_WORD}){{0,4}})"
_DAY = r"(?:, (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?"
_DATELINES = (
    re.compile(rf"{_CITY}{_DAY}, {_OUTLET}: "),  # Astana, The Gulf Observer: …
    re.compile(
        rf"{_CITY}{_COUNTRY}{_DAY} \({_OUTLET}\) ?(?:[-–—]{{1,2}}|:) "
    ),  # NAIROBI, 3 May (Reuters) - …
    re.compile(rf"{_CITY}{_COUNTRY}{_DAY} ?[–—] "),  # Lima, Peru – …
)
_KINDS = {"city": Kind.PLACE, "country": Kind.PLACE, "outlet": Kind.ORGANISATION}


def datelines(text: str, spans: list[Span], starts: Iterable[int]) -> list[Span]:
    """Read the paragraphs that start at the given offsets: what opens with a dateline has place and outlet.

    A part of it must look like what it is, so that "Anna, Head of School: …" is left alone.
    """
    kinds = {span.text(text): span.kind for span in spans}
    for start in starts:
        found = next(filter(None, (pattern.match(text, start) for pattern in _DATELINES)), None)
        if found:
            parts = {name: part for name, part in found.groupdict().items() if part}
            if any(_is_likely(name, part, kinds) for name, part in parts.items()):
                new = [Span(*found.span(name), _KINDS[name]) for name in parts]
                cover = covered(text, new)
                spans = [span for span in spans if not any(cover[span.start : span.end])] + new
    return in_order(spans)


def _is_likely(name: str, part: str, kinds: dict[str, Kind | None]) -> bool:
    """Whether a part of a dateline is known or was found to be what it would be there."""
    written = {part, part.title()}  # agencies write the place in capitals, and so nowhere else
    if any(kinds.get(form) is _KINDS[name] for form in written):
        return True
    if name == "outlet":
        return part in known_organisations() or part.rpartition(" ")[2] in organisation_tails()
    return not written.isdisjoint(known_places())
