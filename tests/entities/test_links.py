"""How many of the names that are one the rules join, and how many of those that they join are one."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from tui_reader.entities import Span
from tui_reader.entities.aliases import entity_of_each
from tui_reader.models import Kind

Article = list[list[tuple[Kind, str]]]
LINKS = Path(__file__).with_name("links.txt")
LEAST_RIGHT = 0.99
LEAST_FOUND = 0.97


def labelled() -> list[Article]:
    """Return the articles of the labelled set, each as its entities with their forms."""
    lines = (line for line in LINKS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    articles: list[Article] = [[]]
    for line in lines:
        if line:
            first, *others = line.split(" = ")
            kind, _, form = first.partition(": ")
            articles[-1].append([marked(kind, form), *(marked(kind, other) for other in others)])
        elif articles[-1]:
            articles.append([])
    return articles


def marked(kind: str, form: str) -> tuple[Kind, str]:
    """Return a form with its kind: that of its entity, or the one before it."""
    own_kind, colon, rest = form.partition(": ")
    return (Kind(own_kind), rest) if colon else (Kind(kind), form)


def compared(article: Article) -> list[tuple[bool, bool, str]]:
    """Return for each two forms of an article whether they are one, whether they are joined, and which."""
    text = ""
    spans: list[Span] = []
    truth: list[tuple[int, str]] = []
    for number, entity in enumerate(article):
        for kind, form in entity:
            text += "; "
            spans.append(Span(len(text), len(text) + len(form), kind))
            truth.append((number, form))
            text += form
    found = entity_of_each(text, spans)
    return [
        (number == other_number, joined == other_joined, f"{form} = {other}")
        for ((number, form), joined), ((other_number, other), other_joined) in combinations(
            zip(truth, found, strict=True), 2
        )
    ]


def test_names_are_joined_rightly_and_mostly() -> None:
    pairs = [pair for article in labelled() for pair in compared(article)]
    joined = [is_one for is_one, is_joined, _ in pairs if is_joined]
    ones = [is_joined for is_one, is_joined, _ in pairs if is_one]
    wrong = [what for is_one, is_joined, what in pairs if is_joined and not is_one]
    missed = [what for is_one, is_joined, what in pairs if is_one and not is_joined]

    assert len(ones) >= 200
    assert sum(joined) / len(joined) >= LEAST_RIGHT, wrong
    assert sum(ones) / len(ones) >= LEAST_FOUND, missed
