"""Makes pipelines of spaCy that know a few names."""

from __future__ import annotations

from pathlib import Path

import pytest


def pipeline_in(folder: Path, language: str, **labels: str) -> str:
    """Make a pipeline that knows some names and their labels, and return its folder; skip without spaCy."""
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank(language)
    pipeline.meta["name"] = "listed"
    rules = pipeline.add_pipe("entity_ruler")
    rules.add_patterns([{"label": label, "pattern": name} for name, label in labels.items()])
    pipeline.to_disk(folder / language)
    return str(folder / language)
