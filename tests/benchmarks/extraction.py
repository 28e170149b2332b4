"""Measures extraction on pages whose text is known, beside the programs that are installed for comparison.

    python -m tests.benchmarks.extraction FOLDER [--worst N]

reads every `NAME.html.gz` in the folder and the truth about it in `NAME.json`: "url", "text", the article
without its title, and where they are known "title", "author" and "published", the day. Precision and recall
are over stretches of four words, their means over pages, and F1 is that of the means; a page has failed if
its own F1 is below 0.5. Titles are left out of the text where a program says the title first, and so are
captions, which the public sets do not count as text.

Title, author and date are in per cent of the pages that tell them: a title is right if it has the same
letters, an author if all surnames are named, a date if it is the same day.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import re
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from lxml.html import fromstring
from readability import Document as Readability
from readability.readability import Unparseable

from training.measure import Score, failures, mean, score
from training.pages import KnownPage, known_pages
from tui_reader.errors import ExtractError
from tui_reader.export import article_text
from tui_reader.extract import extract
from tui_reader.models import Page


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program says of a page."""

    text: str = ""
    title: str = ""
    authors: str = ""
    published: str = ""
    """The day in ISO form."""


Program = Callable[[KnownPage], Answer]


def ours(page: KnownPage) -> Answer:
    """Return what this program takes for the article."""
    try:
        document = extract(Page(page.html.encode("utf-8"), page.url, "text/html; charset=utf-8"))
    except ExtractError:
        return Answer()
    day = document.published.date().isoformat() if document.published else ""
    return Answer(article_text(document.blocks), document.title, "; ".join(document.authors), day)


def by_readability(page: KnownPage) -> Answer:
    """Return what readability takes for the article when it is asked alone."""
    document = Readability(page.html)
    try:
        summary = document.summary(html_partial=True)
    except Unparseable:
        return Answer()
    text = "\n".join(str(text) for text in fromstring(summary).itertext()) if summary.strip() else ""
    return Answer(text, document.short_title())


def programs() -> dict[str, Program]:
    """Return the programs that are installed by their names."""
    found: dict[str, Program] = {"newsreader": ours, "readability-lxml": by_readability}
    if importlib.util.find_spec("trafilatura"):
        trafilatura = importlib.import_module("trafilatura")
        # Of its settings the one that does best on pages of this kind.
        settings = {"include_comments": False, "favor_recall": True}

        def by_trafilatura(page: KnownPage) -> Answer:
            known = trafilatura.bare_extraction(
                page.html, url=page.url or None, with_metadata=True, **settings
            )
            if known is None:
                return Answer()
            return Answer(known.text or "", known.title or "", known.author or "", known.date or "")

        found["trafilatura"] = by_trafilatura
    return found


def measured(program: Program, pages: list[KnownPage]) -> tuple[list[Score], list[float], list[Answer]]:
    """Return for each page how well the program does, the milliseconds of a processor, and its answer."""
    scores, spent, answers = [], [], []
    for page in pages:
        start = process_time()
        answer = program(page)
        spent.append(1000 * (process_time() - start))
        scores.append(score(answer.text, page.text))
        answers.append(answer)
    return scores, spent, answers


def shares_right(pages: list[KnownPage], answers: list[Answer]) -> str:
    """Return on how many of a hundred pages title, author and date are right, a dash where none is known."""
    asked = list(zip(pages, answers, strict=True))
    right = (
        [_letters(page.title) == _letters(answer.title) for page, answer in asked if page.title],
        [_surnames(page.author) <= _words(answer.authors) for page, answer in asked if page.author],
        [page.published[:10] == answer.published for page, answer in asked if page.published],
    )
    return " ".join(f"{100 * statistics.fmean(each):6.0f}" if each else "     -" for each in right)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _surnames(authors: str) -> set[str]:
    names = re.split(r"[,;&]|\band\b", authors)
    return {re.findall(r"\w+", name.casefold())[-1] for name in names if re.search(r"\w", name)}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def main() -> None:
    """Measure on the folder that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.extraction", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="pages to name on which this program does worst")
    options = parser.parse_args()
    pages = list(known_pages(options.folder))
    print(f"{len(pages)} pages        F1      P      R  failed  median  95th ms  title author  date")
    for name, program in programs().items():
        program(pages[0])  # Imports are not part of what a page costs.
        scores, spent, answers = measured(program, pages)
        whole = mean(scores)
        slow = statistics.quantiles(spent, n=20)[-1] if len(spent) > 1 else spent[0]
        print(
            f"{name:16} {whole.f1:6.3f} {whole.precision:6.3f} {whole.recall:6.3f} {failures(scores):7}"
            f" {statistics.median(spent):7.0f} {slow:8.0f} {shares_right(pages, answers)}"
        )
        if program is ours:
            ranked = sorted(zip(scores, pages, strict=True), key=lambda pair: pair[0].f1)
            for each, page in ranked[: options.worst]:
                print(
                    f"  {each.f1:.3f}  P {each.precision:.3f}  R {each.recall:.3f}  {page.name}  {page.url}"
                )


if __name__ == "__main__":
    main()
