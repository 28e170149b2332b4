"""Draws from an article what is needed to compare it with others: its terms, and a sample of its text."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final
from zlib import crc32

from tui_reader.models import Document
from tui_reader.stories.copies import sample
from tui_reader.stories.wording import WORD, stem
from tui_reader.values import value

FEWEST_WORDS: Final = 30
"""Words from which a text can be told from others; shorter ones are often what stands before a paywall."""
MOST_WORDS: Final = 300
"""Words in which terms are sought: a report says at its beginning what has happened."""
_IN_TITLE: Final = 2.0
"""What a word counts for in the headline."""
_IN_LEAD: Final = 1.3
"""What a word counts for in the first paragraph."""
_STEP: Final = 16
"""Weights are kept as whole sixteenths."""
_BEFORE_A_SENTENCE: Final = (".", "!", "?", ":")

Terms = dict[int, float]
"""The weight of each term in one article, by a number of 32 bits that stands for the term."""


@value
class Sketch:
    """What is kept of an article for comparison."""

    names: Terms
    """Terms that are written with a capital within sentences."""
    words: Terms
    """All other terms."""
    sample: frozenset[int]
    """Numbers that stand for a part of its runs of words; two texts share as many as they have in common."""

    def to_bytes(self) -> tuple[bytes, bytes]:
        """Return terms and sample as they are kept."""
        both = (*self.names.items(), *self.words.items())
        numbers = array("I", (len(self.names), *(term for term, _ in both)))
        weights = bytes(min(255, round(weight * _STEP)) for _, weight in both)
        return numbers.tobytes() + weights, array("I", sorted(self.sample)).tobytes()

    @property
    def terms(self) -> list[int]:
        """All terms."""
        return [*self.names, *self.words]

    @classmethod
    def from_bytes(cls, terms: bytes, sample: bytes) -> Sketch:
        """Return what `to_bytes` wrote."""
        # A number and a weight take five bytes; the first four say how many of the terms are names.
        count = (len(terms) - 4) // 5
        numbers = array("I", terms[: 4 * (count + 1)])
        weights = [weight / _STEP for weight in terms[4 * (count + 1) :]]
        pairs = list(zip(numbers[1:], weights, strict=True))
        names = numbers[0]
        return cls(dict(pairs[:names]), dict(pairs[names:]), frozenset(array("I", sample)))


def sketch_of(document: Document) -> Sketch | None:
    """Return the sketch of an article; None if there is too little text."""
    told = [block.text for block in document.blocks if block.kind.is_told]
    texts = [document.title, *told]
    if sum(len(WORD.findall(text)) for text in told[:FEWEST_WORDS]) < FEWEST_WORDS:
        return None
    names, words = _terms(texts)
    return Sketch(names, words, sample(word.lower() for text in told for word in WORD.findall(text)))


def _terms(texts: Sequence[str]) -> tuple[Terms, Terms]:
    """Return names and other terms of a headline and paragraphs."""
    counts: defaultdict[str, float] = defaultdict(float)
    capitals: Counter[str] = Counter()
    within: Counter[str] = Counter()
    for number, (place, word, is_first) in enumerate(_placed(texts)):
        if number >= MOST_WORDS:
            break
        term = stem(word)
        if not term:
            continue
        counts[term] += 1 if place > 1 else _IN_LEAD if place == 1 else _IN_TITLE
        # Headlines are often set in capitals, and every sentence begins with one: neither says anything.
        if place > 0 and not is_first:
            within[term] += 1
            capitals[term] += word[0].isupper()
    names: Terms = {}
    words: Terms = {}
    for term, count in counts.items():
        is_name = capitals[term] * 2 > within[term]
        (names if is_name else words)[crc32(term.encode())] = 1 + math.log(count)
    return names, words


def _placed(texts: Sequence[str]) -> Iterator[tuple[int, str, bool]]:
    """Yield the words, each with the number of its text and whether it opens a sentence."""
    for place, text in enumerate(texts):
        for found in WORD.finditer(text):
            before = text[max(0, found.start() - 4) : found.start()].rstrip(" “\"‘'(")
            is_first = not before or before.endswith(_BEFORE_A_SENTENCE)
            yield place, found.group(), is_first
