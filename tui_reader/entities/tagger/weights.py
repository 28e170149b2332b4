"""Reads the weights that come with the program: whole numbers of eight bits, with a scale for each row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from tui_reader.values import value

_FILE = "weights.npz"
_SCALE = ".scale"
_LONGEST_STEP = 2**16 - 1


@value
class Rows:
    """A table of numbers, kept small: a row is made of floats when it is asked for."""

    values: NDArray[np.int8]
    scales: NDArray[np.float32]
    """What the whole numbers of a row are multiplied by."""

    def take(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the numbers of these rows, one more dimension than `rows` has."""
        taken: NDArray[np.float32] = self.values[rows] * self.scales[rows][..., None]
        return taken


@value
class Layer:
    """A linear layer of several pieces, and what its result is scaled and shifted by."""

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    gain: NDArray[np.float32]
    shift: NDArray[np.float32]


@value
class Weights:
    """All that the network has learnt."""

    keys: NDArray[np.uint32]
    """Keys of the forms that have a vector, sorted."""
    places: NDArray[np.uint16]
    """The row of its vector for each key."""
    vectors: Rows
    """Static vectors; the first is for forms that have none."""
    tables: Rows
    """Rows of the features of a form."""
    form: Layer
    windows: tuple[Layer, ...]
    """Layers that look one word to each side; the last comes after the pool."""
    pool: Layer
    """The layer that looks at all repeats of a word."""
    out: NDArray[np.float32]
    """From a word's numbers to its tags."""
    out_bias: NDArray[np.float32]


def weights_of(arrays: Mapping[str, NDArray[np.generic]]) -> Weights:
    """Return the weights that are stored as these arrays.

    Args:
        arrays: `keys` as the steps from each to the next, `places`, and by name the weights of the training
            with their `.scale`s where they are of eight bits.
    """

    def rows(name: str) -> Rows:
        return Rows(arrays[name].astype(np.int8), arrays[name + _SCALE].astype(np.float32))

    def matrix(name: str) -> NDArray[np.float32]:
        found = rows(name)
        return found.take(np.arange(len(found.values)))

    def layer(name: str) -> Layer:
        b, g, s = (arrays[f"{name}.{part}"].astype(np.float32) for part in "bgs")
        return Layer(matrix(f"{name}.w"), b, g, s)

    number = sum(name.startswith("window") and name.endswith(".w") for name in arrays)
    return Weights(
        np.cumsum(arrays["keys"].astype(np.uint32), dtype=np.uint32),
        arrays["places"].astype(np.uint16),
        rows("vectors"),
        rows("tables"),
        layer("form"),
        tuple(layer(f"window{each}") for each in range(number)),
        layer("pool"),
        matrix("out.w"),
        arrays["out.b"].astype(np.float32),
    )


def arrays_of(
    params: Mapping[str, NDArray[np.float32]],
    keys: NDArray[np.uint32],
    places: NDArray[np.uint16],
    vectors: NDArray[np.float32],
) -> dict[str, NDArray[np.generic]]:
    """Return the arrays to store, matrices in eight bits; `vectors` are mapped as the network maps them."""
    stored: dict[str, NDArray[np.generic]] = _in_steps(keys, places)
    for name, values in {**params, "vectors": vectors @ params["vectors"]}.items():
        if values.ndim == 1:
            stored[name] = values.astype(np.float16)
        else:
            scales = np.maximum(np.abs(values).max(1), 1e-6) / 127
            stored[name] = np.rint(values / scales[:, None]).astype(np.int8)
            stored[name + _SCALE] = scales.astype(np.float32)
    return stored


def _in_steps(keys: NDArray[np.uint32], places: NDArray[np.uint16]) -> dict[str, NDArray[np.generic]]:
    """Return the keys as steps of 16 bits; a longer way is parted by keys that lead to no vector."""
    ways = np.diff(keys.astype(np.int64), prepend=0)
    stops = np.maximum(ways - 1, 0) // _LONGEST_STEP
    steps = np.full(len(keys) + int(stops.sum()), _LONGEST_STEP, np.uint16)
    at = np.arange(len(keys)) + np.cumsum(stops)
    steps[at] = ways - stops * _LONGEST_STEP
    leads = np.zeros(len(steps), np.uint16)
    leads[at] = places
    return {"keys": steps, "places": leads}


@cache
def trained() -> Weights:
    """Return the weights that come with the program."""
    with resources.as_file(resources.files(__package__) / _FILE) as path, np.load(path) as arrays:
        return weights_of(dict(arrays))
