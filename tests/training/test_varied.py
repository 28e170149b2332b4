from __future__ import annotations

from tests.extract.article import PARAGRAPHS, page
from training.labels import labels
from training.pages import KnownPage
from training.varied import varied
from tui_reader.extract.judge.outline import outline
from tui_reader.extract.tree import parse

KNOWN = KnownPage("0001", "https://courier.example/ferry", page(), "\n".join(PARAGRAPHS))


def test_the_same_seed_makes_the_same_page_and_another_seed_another() -> None:
    assert varied(KNOWN, 3) == varied(KNOWN, 3)
    assert len({varied(KNOWN, seed).html for seed in range(10)}) == 10


def test_a_variant_begins_as_the_article_does_and_holds_nothing_else_of_it() -> None:
    for seed in range(60):
        texts = [piece.text for piece in outline(parse(varied(KNOWN, seed).html)).pieces]
        kept = [text for text, is_kept in zip(texts, labels(texts, KNOWN.text), strict=True) if is_kept]
        assert kept == list(PARAGRAPHS[: len(kept)])
        assert len(kept) >= 2


def test_variants_hold_what_stands_around_news() -> None:
    pages = [varied(KNOWN, seed).html for seed in range(60)]
    for part in ("<input", "Subscribe", "permission", "hidden", "lamps", "Reply"):
        assert 0 < sum(part in html for html in pages) < 60


def test_a_page_that_holds_nothing_of_the_truth_stays_as_it_is() -> None:
    other = KnownPage("0002", "", page(), "Not a word of this stands on the page.")
    assert varied(other) is other
