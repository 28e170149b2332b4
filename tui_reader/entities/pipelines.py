"""Recognises names with spaCy pipelines that the user has installed; the only module that imports spaCy."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.entities.recogniser import Span
from tui_reader.models import Kind

if TYPE_CHECKING:
    from spacy.language import Language

# What pipelines of spaCy call the names that we light; their other labels are for numbers, dates and titles.
_LABELS = {
    Kind.PERSON: "PERSON PER PRS PS persName",
    Kind.PLACE: "GPE LOC FAC LC GPE_LOC FACILITY placeName geogName",
    Kind.ORGANISATION: "ORG OG GPE_ORG ORGANIZATION orgName",
    Kind.OTHER: "PRODUCT EVENT WORK_OF_ART LAW MISC EVN OBJ WRK PROD EVT",
}
_KINDS: dict[str, Kind | None] = {label: kind for kind, labels in _LABELS.items() for label in labels.split()}
# They outvote a wrong label of the same word elsewhere.
_KINDS |= dict.fromkeys(("NORP", "NAT_REL_POL", "LANGUAGE", "DRV", "DERIV_PER"))
_UNUSED = (
    "tagger",
    "morphologizer",
    "parser",
    "attribute_ruler",
    "lemmatizer",
    "trainable_lemmatizer",
    "senter",
)
_CHUNK = 40_000
"""Characters that are read at once: memory grows with the length of a text."""
_PARAGRAPHS_END = re.compile(r"\n\s*\n")
# The time of spaCy's tokeniser grows with the square of a run without spaces, which holds no name anyway.
_LONG_RUN = re.compile(r"\S{200,}")
_TAKE_OUT = "take it out of [names] in config.toml"
_PACKAGE = re.compile(r"[A-Za-z]\w*")


class Pipeline:
    """A pipeline of spaCy, loaded when the first text is read and kept from then on.

    It tells no scores, so what it finds counts as sure.
    """

    def __init__(self, name: str) -> None:
        """Take a pipeline about which there is no complaint: the name of its package, or its folder."""
        folder = _folder(name)
        about = _about(folder)
        self.name = f"{about['lang']}_{about['name']} {about['version']}"
        self.language = str(about["lang"])
        in_package = folder / self.name.replace(" ", "-")
        self._data = in_package if in_package.is_dir() else folder

    def read(self, text: str) -> Iterator[Span]:
        """Yield the names in the text; those of no kind of ours have the kind None."""
        text = _LONG_RUN.sub(lambda run: " " * len(run[0]), text)
        for start, end in _chunks(text):
            # A memory zone frees what spaCy learned of the words: the process that loads it lives long.
            with self._pipeline.memory_zone():
                for entity in self._pipeline(text[start:end]).ents:
                    if entity.label_ in _KINDS:
                        yield Span(start + entity.start_char, start + entity.end_char, _KINDS[entity.label_])

    @cached_property
    def can_be_loaded(self) -> bool:
        """Whether loading it succeeds, which is tried once; one for another spaCy may fail."""
        try:
            return self._pipeline is not None
        except Exception as error:  # what is raised depends on the part of the pipeline that is amiss
            print(f"{self.name} can't be loaded: {error!r}", file=sys.stderr)  # noqa: T201 - no screen is here
            return False

    @cached_property
    def _pipeline(self) -> Language:
        """The loaded pipeline; loading takes a second of one processor or more."""
        import spacy

        pipeline: Language = spacy.load(self._data, exclude=list(_UNUSED))
        components = pipeline.config["components"]
        if pipeline.has_pipe("tok2vec") and "Listener" not in str(components.get("ner")):
            pipeline.disable_pipe("tok2vec")  # its recogniser has such a layer of its own
        return pipeline


def complaint(name: str) -> str:
    """Return why a pipeline can't be used, and what to do about it; empty if nothing speaks against it.

    Nothing is loaded: whether it then can be read shows when it is.
    """
    if find_spec("spacy") is None:
        return (
            f"The pipeline “{name}” needs spaCy, which isn't installed: pip install 'newsreader-tui[spacy]', "
            f"or {_TAKE_OUT}."
        )
    try:
        about = _about(_folder(name))
    except (OSError, ValueError, ImportError):
        about = {}
    if {"lang", "name", "version"} <= about.keys():
        return ""
    way = f", with python -m spacy download {name} if it is spaCy's own" if _PACKAGE.fullmatch(name) else ""
    return f"There is no spaCy pipeline “{name}”: install it{way}, or {_TAKE_OUT}."


def _folder(name: str) -> Path:
    """Return where a pipeline says what it is: the folder of its package, or the folder of this name.

    Raises:
        ImportError: if there is no such package.
    """
    if not _PACKAGE.fullmatch(name):
        return Path(name).expanduser()
    package = find_spec(name)
    if package is None or package.origin is None:
        raise ImportError(name)
    return Path(package.origin).parent


def _about(folder: Path) -> dict[str, object]:
    """Return what a pipeline tells of itself.

    Raises:
        OSError: if there is no pipeline in the folder.
        ValueError: if what it tells can't be understood.
    """
    about = json.loads((folder / "meta.json").read_text("utf-8"))
    return about if isinstance(about, dict) else {}


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
