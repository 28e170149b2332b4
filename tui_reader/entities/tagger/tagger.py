"""The recogniser that comes with the reader: tokens, network, decoding, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tui_reader.entities.recogniser import Span
from tui_reader.entities.tagger.decoding import decode
from tui_reader.entities.tagger.network import Network
from tui_reader.entities.tagger.tokens import BREAK, Tokens, tokens
from tui_reader.entities.tagger.weights import trained
from tui_reader.models import Kind

_KINDS = {"PER": Kind.PERSON, "LOC": Kind.PLACE, "ORG": Kind.ORGANISATION, "OTH": Kind.OTHER}
_LONGEST = 6_000
"""Tokens that are read at once: memory grows with them, and a word's repeats are known only among them."""


class Tagger:
    """Our own network, loaded when the first text is read and kept from then on."""

    name = "tagger 1"
    language = "en"

    def read(self, text: str) -> Iterator[Span]:
        """Yield the people, places, organisations and other names in the text."""
        found = tokens(text)
        for start, end in _parts(found):
            for name in decode(self._network.logits(found.forms[start:end])):
                first, last = start + name.first, start + name.last
                yield Span(found.starts[first], found.ends[last], _KINDS.get(name.label), name.score)

    @cached_property
    def _network(self) -> Network:
        return Network(trained())


def _parts(found: Tokens) -> Iterator[tuple[int, int]]:
    """Part a long text at a line break, so that no part has more than so many tokens."""
    start = 0
    while len(found.forms) - start > _LONGEST:
        end = start + _LONGEST
        while end > start + 1 and found.forms[end - 1] != BREAK:
            end -= 1
        end = end if end > start + 1 else start + _LONGEST
        yield start, end
        start = end
    if start < len(found.forms):
        yield start, len(found.forms)
