"""Turns a word form into the numbers of the table rows that the network adds up for it."""

from __future__ import annotations

import re
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

PROBES = 4
"""Rows that are added up for each feature: two words seldom share them all."""
TABLES = {"norm": 6000, "prefix": 2000, "suffix": 3000, "shape": 1500}
"""Rows of the table of each feature."""
_KEY_BYTES = 4 * PROBES
_LONGEST_SHAPE_RUN = 3
_DIGIT = re.compile(r"\d")
_RUN = re.compile(rf"(.)\1{{{_LONGEST_SHAPE_RUN},}}")


class _Shapes(dict[int, str]):
    """What each character, by its number, is in a shape; filled as they come."""

    def __missing__(self, number: int) -> str:
        mark = chr(number)
        kind = "X" if mark.isupper() else "d" if mark.isdigit() else "x" if mark.isalpha() else mark
        self[number] = kind
        return kind


_SHAPES = _Shapes()


def rows(forms: list[str]) -> NDArray[np.int64]:
    """Return a line for each form: `PROBES` rows of each table in turn, counted through all tables."""
    sizes = np.array(list(TABLES.values()), np.int64)
    digests = b"".join(_digest(feature) for form in forms for feature in _features(form))
    hashes = np.frombuffer(digests, "<u4").reshape(len(forms), len(sizes), PROBES).astype(np.int64)
    found: NDArray[np.int64] = hashes % sizes[:, None] + (np.cumsum(sizes) - sizes)[:, None]
    return found.reshape(len(forms), len(sizes) * PROBES)


def _features(form: str) -> tuple[str, str, str, str]:
    norm = _DIGIT.sub("0", form.lower())
    return norm, norm[:3], norm[-3:], shape(form)


def _digest(feature: str) -> bytes:
    return blake2b(feature.encode("utf-8", "replace"), digest_size=_KEY_BYTES).digest()


def shape(form: str) -> str:
    """Return the form with X for capitals, x for other letters, d for digits, no run longer than three."""
    return _RUN.sub(r"\1" * _LONGEST_SHAPE_RUN, form.translate(_SHAPES))


def key(form: str) -> int:
    """Return the number by which the vector of a form is found."""
    return int.from_bytes(blake2b(form.encode("utf-8", "replace"), digest_size=4).digest(), "little")


def vector_rows(forms: list[str], keys: NDArray[np.uint32], places: NDArray[np.uint16]) -> NDArray[np.int64]:
    """Return the row of each form's vector, that of its small or title-case form if it has none, else 0.

    `keys` are sorted; `places` has the row that each of them leads to, 1 or more.
    """
    result = np.zeros(len(forms), np.int64)
    for variant in (str, str.lower, str.title):
        open_ = np.flatnonzero(result == 0)
        if not open_.size:
            break
        sought = np.array([key(variant(forms[place])) for place in open_], np.uint32)
        at = np.minimum(np.searchsorted(keys, sought), len(keys) - 1)
        result[open_] = np.where(keys[at] == sought, places[at].astype(np.int64), 0)
    return result
