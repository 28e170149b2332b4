"""Runs the network: from the forms of a text to a number for each tag of each token."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tui_reader.entities.tagger.features import PROBES, TABLES, rows, vector_rows
from tui_reader.entities.tagger.weights import Layer, Weights

Matrix = NDArray[np.float32]
_ROWS_AT_ONCE = 512
"""Rows that go through a layer together: few enough for the processor's cache."""
_FORMS_KEPT = 20_000
"""Forms whose numbers are kept: half a kilobyte each."""
_TINY = 1e-5


class Network:
    """The network with its weights; it remembers the forms that it has met."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._numbers: dict[str, int] = {}
        self._forms: Matrix = np.zeros((0, len(weights.out)), np.float32)

    def logits(self, forms: list[str]) -> Matrix:
        """Return for each token of a text a number for each tag: the larger, the likelier."""
        weights = self._weights
        hidden = self._embedded(forms)
        for layer in weights.windows[:-1]:
            hidden = hidden + _window(layer, hidden)
        hidden = hidden + _repeats(weights.pool, forms, hidden)
        hidden = hidden + _window(weights.windows[-1], hidden)
        answer: Matrix = hidden @ weights.out + weights.out_bias
        return answer

    def _embedded(self, forms: list[str]) -> Matrix:
        """Return the numbers of each form before its neighbours are looked at."""
        if len(self._numbers) > _FORMS_KEPT:
            self._numbers.clear()
            self._forms = self._forms[:0]
        if new := [form for form in dict.fromkeys(forms) if form not in self._numbers]:
            first = len(self._numbers)
            self._numbers.update((form, number) for number, form in enumerate(new, first))
            self._forms = np.concatenate([self._forms, self._new(new)])
        return self._forms[[self._numbers[form] for form in forms]]

    def _new(self, forms: list[str]) -> Matrix:
        """Return the numbers of forms that haven't been met."""
        weights = self._weights
        hashed = weights.tables.take(rows(forms))
        hashed = hashed.reshape(len(forms), len(TABLES), PROBES, -1).sum(2).reshape(len(forms), -1)
        vectors = weights.vectors.take(vector_rows(forms, weights.keys, weights.places))
        return _layer(weights.form, np.concatenate([hashed, vectors], 1))


def _window(layer: Layer, hidden: Matrix) -> Matrix:
    """Run a layer over each token's numbers with those of its neighbours."""
    empty = np.zeros_like(hidden[:1])
    before, after = np.concatenate([empty, hidden[:-1]]), np.concatenate([hidden[1:], empty])
    return _layer(layer, np.concatenate([before, hidden, after], 1))


def _repeats(layer: Layer, forms: list[str], hidden: Matrix) -> Matrix:
    """Run a layer over the mean and the largest of the numbers of all repeats of each token's word."""
    numbers: dict[str, int] = {}
    groups = np.array([numbers.setdefault(form.lower(), len(numbers)) for form in forms])
    in_order = hidden[np.argsort(groups, kind="stable")]
    counts = np.bincount(groups)
    starts = np.cumsum(counts) - counts
    mean = np.add.reduceat(in_order, starts) / counts[:, None].astype(np.float32)
    most = np.maximum.reduceat(in_order, starts)
    changed: Matrix = _layer(layer, np.concatenate([mean, most], 1))[groups]
    return changed


def _layer(layer: Layer, values: Matrix) -> Matrix:
    """Run a linear layer, take the largest of its pieces, bring it to mean 0, variance 1, scale and shift."""
    width = len(layer.gain)
    result = np.empty((len(values), width), np.float32)
    for start in range(0, len(values), _ROWS_AT_ONCE):
        wide = values[start : start + _ROWS_AT_ONCE] @ layer.weights
        wide += layer.bias
        most = result[start : start + _ROWS_AT_ONCE]
        np.maximum(wide[:, :width], wide[:, width : 2 * width], out=most)
        for piece in range(2 * width, wide.shape[1], width):
            np.maximum(most, wide[:, piece : piece + width], out=most)
        most -= most.mean(1, keepdims=True)
        most /= np.sqrt(np.einsum("ij,ij->i", most, most)[:, None] / width + _TINY)
        most *= layer.gain
        most += layer.shift
    return result
