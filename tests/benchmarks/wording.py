"""Words and names that nobody uses, as uneven as those of a language: few are everywhere, most are rare."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from functools import cache

VOCABULARY = 60_000
FLATTENING = 3
"""What is added to the rank of a word (Zipf and Mandelbrot), or the commonest would be a tenth of a text."""
NAMES_FLATTENING = 8
"""The same for names: the commonest stands in some thirds of all articles."""
_CONSONANTS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "sh", "th", "st", "tr", "")
_VOWELS = ("a", "e", "i", "o", "u", "ea", "ou", "io")
_ENDINGS = ("", "", "n", "r", "s", "t", "l", "nd")


@cache
def words() -> tuple[str, ...]:
    """Return the vocabulary, the commonest words first, which are shorter as those of languages are."""
    chance = random.Random(1)
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        rank = len(found)
        syllables = 1 if rank < 100 else chance.choice((2, 2, 3)) if rank < 5_000 else chance.choice((3, 4))
        found["".join(_syllables(chance, syllables))] = None
    return tuple(found)


@cache
def names(count: int) -> tuple[str, ...]:
    """Return different names of one to three words, the commonest first."""
    return tuple(itertools.islice(_names(random.Random(2)), count))


@cache
def evenness(count: int, flattening: int) -> Sequence[float]:
    """Return the cumulated weights of so many things, the commonest first, for `random.choices`."""
    return list(itertools.accumulate(1 / (rank + flattening) for rank in range(count)))


def _syllables(chance: random.Random, count: int) -> Iterator[str]:
    for _ in range(count):
        yield chance.choice(_CONSONANTS) + chance.choice(_VOWELS)
    yield chance.choice(_ENDINGS)


def _names(chance: random.Random) -> Iterator[str]:
    parts = ["".join(_syllables(chance, chance.choice((2, 3, 3)))).title() for _ in range(40_000)]
    weights = evenness(len(parts), 20)
    seen: set[str] = set()
    while True:
        name = " ".join(chance.choices(parts, cum_weights=weights, k=chance.choice((1, 2, 2, 3))))
        if name not in seen:
            seen.add(name)
            yield name
