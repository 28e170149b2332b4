"""Reads pages with the truth about their articles from a folder."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page and what is known of its article."""

    name: str
    url: str
    html: str
    text: str
    """The article's text without its title."""
    title: str = ""
    author: str = ""
    published: str = ""
    """The day in ISO form; empty if it is not known, like the two before."""

    @property
    def site(self) -> str:
        """The end of the host's name, which pages of one site share."""
        return ".".join((urlsplit(self.url).hostname or self.name).split(".")[-2:])


def known_pages(folder: Path) -> Iterator[KnownPage]:
    """Yield the pages of a folder that holds `NAME.html.gz` and `NAME.json` with `url` and `text`.

    The folders of WCXB are read as well, `html` and `ground-truth` side by side, where the truth about a page
    stands under `ground_truth` and only articles are taken.

    Raises:
        FileNotFoundError: if there is no page with its truth.
    """
    truths = folder / "ground-truth" if (folder / "ground-truth").is_dir() else folder
    pages = folder / "html" if (folder / "html").is_dir() else folder
    found = False
    for file in sorted(truths.glob("*.json")):
        page = pages / f"{file.stem}.html.gz"
        truth: Json = json.loads(file.read_text("utf-8"))
        text = _text(truth)
        if not text or not page.is_file():
            continue
        found = True
        html = gzip.decompress(page.read_bytes()).decode("utf-8", "replace")
        told = _part(truth, "ground_truth") or truth
        known = (_string(told, name) for name in ("title", "author", "published"))
        yield KnownPage(file.stem, _string(truth, "url"), html, text, *known)
    if not found:
        raise FileNotFoundError(f"{folder} holds no pages NAME.html.gz with their truth in NAME.json.")


def _text(truth: Json) -> str:
    """Return the text of the article, empty if the page holds none."""
    if not isinstance(truth, dict):
        return ""
    kind = _part(_part(truth.get("_internal"), "page_type"), "primary")
    known = truth.get("ground_truth")
    if known is None:
        return _string(truth, "text")
    return _string(known, "main_content") if kind == "article" else ""


def _part(value: Json, name: str) -> Json:
    return value.get(name) if isinstance(value, dict) else None


def _string(value: Json, name: str) -> str:
    found = _part(value, name)
    return found if isinstance(found, str) else ""
