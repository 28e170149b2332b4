"""Reads the labelled stories: invented reports of invented events, sorted by hand into stories.

A file holds stories, each opened by "## what happened". A report opens with "@ outlet | when | headline".
A copy is told by what an editor did to the text it was made from: "- old words => new words" for each change,
"+ text" for what was put at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tui_reader.models import Block, BlockKind, Document

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Report:
    """One article of the set, and what is known of it."""

    document: Document
    """What a page with the report comes to."""
    story: int
    """Number of the story that it belongs to."""
    original: int | None
    """Index of the report that it is a copy of."""


def labelled(name: str) -> list[Report]:
    """Return the reports of "tuning", "held_out" or "fresh", in the order of the file."""
    reports: list[Report] = []
    stories = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("## ")[1:]
    for story, text in enumerate(stories):
        first = len(reports)
        for report in text.split("\n@ ")[1:]:
            head, _, body = report.strip().partition("\n")
            site, when, title, *copied = (part.strip() for part in head.split("|"))
            original = first + int(copied[0].removeprefix("copy of ")) - 1 if copied else None
            if original is not None:
                source = reports[original].document
                body = _edited("\n\n".join(block.text for block in source.blocks), body)
            reports.append(Report(_document(site, when, title, body), story, original))
    return reports


def _edited(text: str, edits: str) -> str:
    """Return a text with an editor's changes."""
    for line in edits.splitlines():
        if line.startswith("+ "):
            text += " " + line[2:]
            continue
        old, _, new = line.removeprefix("- ").partition("=>")
        if text.count(old.strip()) != 1:
            raise ValueError(f"not in the text once: {old}")
        text = text.replace(old.strip(), new.strip())
    return text


def _document(site: str, when: str, title: str, body: str) -> Document:
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, " ".join(paragraph.split())) for paragraph in body.split("\n\n")
    )
    published = datetime.fromisoformat(when).replace(tzinfo=UTC)
    words = sum(len(block.text.split()) for block in blocks)
    return Document(title, blocks, site=site, published=published, language="en", words=words)
