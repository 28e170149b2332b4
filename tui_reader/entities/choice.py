"""Chooses who reads a text: a spaCy pipeline that the user has named, or our own tagger."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from tui_reader.entities.recogniser import Recogniser

if TYPE_CHECKING:
    from tui_reader.entities.pipelines import Pipeline

_ENGLISH = "en"
_ANY = "xx"
"""What spaCy calls the language of a pipeline that reads many."""


def recogniser_for(language: str, pipelines: Iterable[str] = ()) -> Recogniser | None:
    """Return who reads a language, None if nobody does.

    A pipeline for this very language comes first, then our own tagger, then a pipeline for many languages.

    Args:
        language: ISO 639-1 code; empty if unknown.
        pipelines: spaCy pipelines that the user has named; those that can't be used are passed over.
    """
    named = [pipeline for name in pipelines if (pipeline := _pipeline(name))]
    for pipeline in named:
        if pipeline.language == language and pipeline.can_be_loaded:
            return pipeline
    if language == _ENGLISH:
        return _tagger()
    several = (pipeline for pipeline in named if pipeline.language == _ANY)
    return next((pipeline for pipeline in several if pipeline.can_be_loaded), None)


@cache
def _tagger() -> Recogniser:
    """Return the recogniser that comes with the reader; numpy is first imported here, or by the judge."""
    # OpenBLAS reads it when numpy is imported. The tagger's matrices are small: a second thread waits for
    # the first most of the time, and waits by computing.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from tui_reader.entities.tagger.tagger import Tagger

    return Tagger()


@cache
def _pipeline(name: str) -> Pipeline | None:
    """Return a pipeline, loaded at its first text; None if it can't be used."""
    from tui_reader.entities.pipelines import Pipeline, complaint

    return None if complaint(name) else Pipeline(name)
