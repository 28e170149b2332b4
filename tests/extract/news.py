"""Short news articles in scripts of many kinds, and what stands around such articles on their pages."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class News:
    """An article and the furniture of the site that prints it."""

    language: str
    title: str
    paragraphs: tuple[str, ...]
    consent: tuple[str, ...]
    """What the site says of cookies."""
    offer: tuple[str, ...]
    """What it says to those who have not subscribed."""
    others: tuple[tuple[str, str], ...]
    """Titles of other articles and how they begin."""
    remarks: tuple[tuple[str, str], ...]
    """Names of readers and what they say of the article."""


def _read(known: dict[str, str], lists: dict[str, list[str]], pairs: dict[str, list[list[str]]]) -> News:
    others, remarks = (
        tuple((first, second) for first, second in pairs[name]) for name in ("others", "remarks")
    )
    paragraphs, consent, offer = (tuple(lists[name]) for name in ("paragraphs", "consent", "offer"))
    return News(known["language"], known["title"], paragraphs, consent, offer, others, remarks)


ALL = tuple(
    _read(each, each, each) for each in json.loads(Path(__file__).with_name("news.json").read_text("utf-8"))
)
