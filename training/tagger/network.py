"""The network as it learns, in JAX: the same sums as the program does in numpy, and their gradients."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np

from training.tagger.batches import Batch
from tui_reader.entities.tagger.features import PROBES, TABLES

Params = dict[str, jax.Array]
EMBEDDED = 96
"""Numbers that each feature of a form becomes."""
WIDTH = 128
"""Numbers that a word becomes."""
PIECES = 2
"""Linear pieces of which the largest counts."""
LAYERS = 4
"""Layers that look one word to each side, before the document is looked at as a whole."""


def new_params(seed: int, tags: int) -> Params:
    """Return the weights before learning; what looks at the whole document has no effect yet."""
    chance = np.random.default_rng(seed)

    def linear(inputs: int, outputs: int, scale: float = 1.0) -> jax.Array:
        values = chance.normal(size=(inputs, outputs)) * scale * np.sqrt(1 / inputs)
        return jnp.asarray(values, jnp.float32)

    wide = PIECES * WIDTH
    params = {
        "tables": jnp.asarray(chance.normal(size=(sum(TABLES.values()), EMBEDDED)) * 0.1, jnp.float32),
        "vectors": linear(300, EMBEDDED),
        "form.w": linear((len(TABLES) + 1) * EMBEDDED, 3 * WIDTH),
        "form.b": jnp.zeros(3 * WIDTH),
        "pool.w": linear(2 * WIDTH, wide),
        "pool.b": jnp.zeros(wide),
        "out.w": linear(WIDTH, tags, 0.1),
        "out.b": jnp.zeros(tags),
    }
    for layer in range(LAYERS + 1):
        params[f"window{layer}.w"] = linear(3 * WIDTH, wide)
        params[f"window{layer}.b"] = jnp.zeros(wide)
    for name in ("form", "pool", *(f"window{layer}" for layer in range(LAYERS + 1))):
        params[f"{name}.g"] = jnp.ones(WIDTH) if name != "pool" else jnp.zeros(WIDTH)
        params[f"{name}.s"] = jnp.zeros(WIDTH)
    return params


def logits(
    params: Params, batch: Batch, dropout: float = 0.0, unknown: float = 0.0, key: jax.Array | None = None
) -> jax.Array:
    """Return a number for each tag of each token; with a key, some words and numbers are left out."""
    keys = iter(jax.random.split(key, 4 + LAYERS)) if key is not None else None

    def dropped(values: jax.Array) -> jax.Array:
        if keys is None or not dropout:
            return values
        kept = jax.random.bernoulli(next(keys), 1 - dropout, values.shape)
        return jnp.where(kept, values / (1 - dropout), 0)

    rows = params["tables"][batch.rows].reshape(len(batch.rows), len(TABLES), PROBES, EMBEDDED).sum(2)
    vectors = batch.vectors @ params["vectors"]
    if keys is not None and unknown:
        known = jax.random.bernoulli(next(keys), 1 - unknown, (len(rows), 1))
        rows = rows.at[:, 0].multiply(known)
        vectors = vectors * known
    features = jnp.concatenate([rows.reshape(len(rows), -1), vectors], 1)
    forms = _layer(params, "form", features, 3)
    hidden = dropped(forms[batch.forms] * batch.is_token[:, None])
    for layer in range(LAYERS):
        hidden = hidden + dropped(_window(params, layer, hidden, batch.is_token))
    total = jax.ops.segment_sum(hidden, batch.groups, len(batch.groups))
    count = jax.ops.segment_sum(batch.is_token, batch.groups, len(batch.groups))
    mean = total / jnp.maximum(count, 1)[:, None]
    most = jax.ops.segment_max(hidden, batch.groups, len(batch.groups))
    pooled = jnp.concatenate([mean[batch.groups], most[batch.groups]], 1)
    hidden = (hidden + dropped(_layer(params, "pool", pooled, PIECES))) * batch.is_token[:, None]
    hidden = hidden + dropped(_window(params, LAYERS, hidden, batch.is_token))
    return hidden @ params["out.w"] + params["out.b"]


def _window(params: Params, layer: int, hidden: jax.Array, is_token: jax.Array) -> jax.Array:
    empty = jnp.zeros_like(hidden[:1])
    before, after = jnp.concatenate([empty, hidden[:-1]]), jnp.concatenate([hidden[1:], empty])
    around = jnp.concatenate([before, hidden, after], 1)
    return _layer(params, f"window{layer}", around, PIECES) * is_token[:, None]


def _layer(params: Params, name: str, values: jax.Array, pieces: int) -> jax.Array:
    """A linear layer, the largest of its pieces, brought to mean 0 and variance 1, scaled and shifted."""
    wide = values @ params[f"{name}.w"] + params[f"{name}.b"]
    most = wide.reshape(len(values), pieces, WIDTH).max(1)
    centred = most - most.mean(1, keepdims=True)
    norm = centred * jax.lax.rsqrt((centred**2).mean(1, keepdims=True) + 1e-5)
    return norm * params[f"{name}.g"] + params[f"{name}.s"]


def loss(
    params: Params, batch: Batch, key: jax.Array, dropout: float, unknown: float, smoothing: float
) -> jax.Array:
    """Return the mean loss of a token: cross-entropy, or the log of what all its possible tags share."""
    log = jax.nn.log_softmax(logits(params, batch, dropout, unknown, key))
    soft = -(batch.targets * log).sum(1)
    hard = -jax.nn.logsumexp(jnp.where(batch.targets > 0, log, -1e9), 1)
    smooth = -log.mean(1)
    each = jnp.where(batch.is_soft, soft, (1 - smoothing) * hard + smoothing * smooth)
    return (each * batch.weights).sum() / batch.weights.sum()
