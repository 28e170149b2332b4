from __future__ import annotations

from tests.extract.article import HEADLINE, PARAGRAPHS, page
from tui_reader.extract.engines import findings
from tui_reader.extract.judge.wording import Clues
from tui_reader.extract.readable import case_of, readable
from tui_reader.extract.restore import place_of
from tui_reader.extract.tree import parse, text_of


def test_the_engines_leave_the_page_as_it_is_and_number_its_elements() -> None:
    root = parse(page())
    before = text_of(root)
    found = findings(root)
    assert text_of(root) == before
    assert all(place_of(element) for element in root.iter())
    assert PARAGRAPHS[2] in text_of(found.best)
    assert found.engine == "readability"


def test_an_engine_votes_for_the_pieces_that_it_keeps() -> None:
    case = case_of(parse(page()))
    for vote in case.votes:
        kept = [piece.text for piece, is_kept in zip(case.page.pieces, vote, strict=True) if is_kept]
        assert set(PARAGRAPHS) <= set(kept)
        assert not any("Imprint" in text for text in kept)


def test_it_is_said_who_found_the_text_and_whether_others_found_another() -> None:
    found = readable(parse(page()), Clues((HEADLINE,)))
    assert (found.engine, found.is_disputed) == ("judge", False)
    alone = readable(parse("<body><p>Ask Ann.</p></body>"), Clues())
    assert alone.engine == "readability"


def test_the_article_is_found_between_what_surrounds_it() -> None:
    teasers = "".join(
        f"<div class=related><a href=/{number}>Another story of the day, number {number}</a></div>"
        for number in range(12)
    )
    html = page(bottom=f"{teasers}<footer>{{}}</footer>")
    found = text_of(readable(parse(html), Clues((HEADLINE,))).element)
    assert all(paragraph in found for paragraph in PARAGRAPHS)
    assert "Another story" not in found
    assert "Contact" not in found


def test_a_page_that_the_judge_would_leave_empty_is_shown_as_the_engines_see_it() -> None:
    assert text_of(readable(parse("<body><p>Ask Ann.</p></body>"), Clues()).element) == "Ask Ann."


def test_a_page_of_very_many_pieces_is_not_judged_piece_by_piece() -> None:
    html = "<body>" + "".join(f"<p>Number {number} of a very long list.</p>" for number in range(5_001))
    assert text_of(readable(parse(html), Clues()).element).endswith("Number 5000 of a very long list.")


def test_a_page_without_text_is_returned_empty() -> None:
    assert text_of(readable(parse("<body><img src=a.png></body>"), Clues()).element) == ""
