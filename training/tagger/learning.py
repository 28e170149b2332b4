"""Fits the network to lessons: Adam with decay, a rate that rises and falls, weights averaged over steps."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import jax
import jax.numpy as jnp

from training.tagger.batches import Batch
from training.tagger.network import Params, loss

_WARM_UP = 100
_DECAY = 0.01
_BETAS = (0.9, 0.99)
_LARGEST_GRADIENT = 1.0


@dataclass(frozen=True, slots=True)
class Course:
    """How the network learns."""

    steps: int
    rate: float = 2e-3
    dropout: float = 0.2
    unknown: float = 0.1
    """Share of forms in a batch that are shown by their looks alone."""
    smoothing: float = 0.02
    averaged: float = 0.995
    """What a step leaves of the averaged weights."""
    seed: int = 1


def learnt(
    params: Params,
    batches: Iterable[Batch],
    course: Course,
    report: Callable[[int, Params], None] = lambda step, params: None,
    every: int = 500,
) -> Params:
    """Return the averaged weights after the steps of the course; `batches` must have as many."""
    step = jax.jit(_step, static_argnames="course")
    nothing = {name: jnp.zeros_like(value) for name, value in params.items()}
    state = _State(params, nothing, nothing, params)
    key = jax.random.key(course.seed)
    total, started = 0.0, time.time()
    for number, batch in zip(range(course.steps), batches, strict=False):
        state, value = step(state, batch, float(number), jax.random.fold_in(key, number), course=course)
        total += float(value)
        if (number + 1) % 100 == 0:
            print(f"step {number + 1}: loss {total / 100:.4f}, {time.time() - started:,.0f} s", flush=True)
            total = 0.0
        if (number + 1) % every == 0 or number + 1 == course.steps:
            report(number + 1, state.average)
    return state.average


class _State(NamedTuple):
    """The weights and what the steps before have left."""

    params: Params
    mean: Params
    """Of the slopes."""
    square: Params
    """Mean of the squared slopes."""
    average: Params
    """Of the weights."""


def _step(
    state: _State, batch: Batch, number: float, key: jax.Array, course: Course
) -> tuple[_State, jax.Array]:
    """Take one step of Adam with decay down the slope of a batch."""
    value, slopes = jax.value_and_grad(loss)(
        state.params, batch, key, course.dropout, course.unknown, course.smoothing
    )
    size = jnp.sqrt(sum(jnp.sum(slope**2) for slope in slopes.values()))
    shrink = jnp.minimum(1.0, _LARGEST_GRADIENT / (size + 1e-9))
    rate = course.rate * jnp.minimum((number + 1) / _WARM_UP, 1 - number / course.steps)
    kept = jnp.minimum(course.averaged, (number + 1) / (number + 10))
    first, second = _BETAS
    new = _State({}, {}, {}, {})
    for name, slope in slopes.items():
        before = state.params[name]
        mean = first * state.mean[name] + (1 - first) * slope * shrink
        square = second * state.square[name] + (1 - second) * (slope * shrink) ** 2
        up = (mean / (1 - first ** (number + 1))) / (jnp.sqrt(square / (1 - second ** (number + 1))) + 1e-8)
        decay = _DECAY * before if name.endswith(".w") else 0.0
        after = before - rate * (up + decay)
        average = kept * state.average[name] + (1 - kept) * after
        new.params[name], new.mean[name], new.square[name], new.average[name] = after, mean, square, average
    return new, value


def averaged(several: Sequence[Params]) -> Params:
    """Return the mean of weights that learnt from one start: it says what they say on average, at no cost."""
    return {name: sum(params[name] for params in several) / len(several) for name in several[0]}
