"""Measures extraction on pages whose text is known, beside the programs that are installed for comparison.

    python -m tests.benchmarks.extraction FOLDER [--worst N]

reads every `NAME.html.gz` in the folder and the truth about it in `NAME.json`: "url", and "text", the
article without its title. Precision and recall are over stretches of four words, their means over pages, and
F1 is that of the means; a page has failed if its own F1 is below 0.5. Titles are left out where a program
says the title first, and captions, which the public sets do not count as text.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import statistics
from collections.abc import Callable
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

Program = Callable[[KnownPage], str]


def ours(page: KnownPage) -> str:
    """Return what this program takes for the article."""
    try:
        document = extract(Page(page.html.encode("utf-8"), page.url, "text/html; charset=utf-8"))
    except ExtractError:
        return ""
    return article_text(document.blocks)


def by_readability(page: KnownPage) -> str:
    """Return what readability takes for the article when it is asked alone."""
    try:
        summary = Readability(page.html).summary(html_partial=True)
    except Unparseable:
        return ""
    return "\n".join(str(text) for text in fromstring(summary).itertext()) if summary.strip() else ""


def programs() -> dict[str, Program]:
    """Return the programs that are installed by their names."""
    found: dict[str, Program] = {"newsreader": ours, "readability-lxml": by_readability}
    if importlib.util.find_spec("trafilatura"):
        trafilatura = importlib.import_module("trafilatura")
        # Of its settings the one that does best on pages of this kind.
        settings = {"include_comments": False, "favor_recall": True}
        found["trafilatura"] = lambda page: trafilatura.extract(page.html, **settings) or ""
    return found


def measured(program: Program, pages: list[KnownPage]) -> tuple[list[Score], list[float]]:
    """Return for each page how well the program does, and the processor time in milliseconds it takes."""
    scores, spent = [], []
    for page in pages:
        start = process_time()
        text = program(page)
        spent.append(1000 * (process_time() - start))
        scores.append(score(text, page.text))
    return scores, spent


def main() -> None:
    """Measure on the folder that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.extraction", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="pages to name on which this program does worst")
    options = parser.parse_args()
    pages = list(known_pages(options.folder))
    print(f"{len(pages)} pages        F1      P      R  failed  median  95th ms")
    for name, program in programs().items():
        program(pages[0])  # Imports are not part of what a page costs.
        scores, spent = measured(program, pages)
        whole = mean(scores)
        slow = statistics.quantiles(spent, n=20)[-1] if len(spent) > 1 else spent[0]
        print(
            f"{name:16} {whole.f1:6.3f} {whole.precision:6.3f} {whole.recall:6.3f} {failures(scores):7}"
            f" {statistics.median(spent):7.0f} {slow:8.0f}"
        )
        if program is ours:
            ranked = sorted(zip(scores, pages, strict=True), key=lambda pair: pair[0].f1)
            for each, page in ranked[: options.worst]:
                print(
                    f"  {each.f1:.3f}  P {each.precision:.3f}  R {each.recall:.3f}  {page.name}  {page.url}"
                )


if __name__ == "__main__":
    main()
