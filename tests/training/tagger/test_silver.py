"""Labels for unmarked texts come from a teacher, and from links where there are any."""

from __future__ import annotations

from training.tagger.material import Link, Marked, Source
from training.tagger.silver import kinds_of_targets, with_links, without_overlaps

TEXT = "The Daily Star said Chad and Chadian troops left the Chad Basin. (AP)"


def place(name: str, label: str, text: str = TEXT) -> Marked:
    """Return a mark on the first place where the text has the name."""
    return Marked(text.index(name), text.index(name) + len(name), label)


def link(name: str, target: str, text: str = TEXT) -> Link:
    """Return a link on the first place where the text has the name."""
    return Link(text.index(name), text.index(name) + len(name), target)


def texts(source: Source, names: tuple[Marked, ...]) -> list[tuple[str, str]]:
    return [(source.text[name.start : name.end], name.label) for name in names]


def test_a_name_gives_way_to_an_earlier_list() -> None:
    assert without_overlaps([Marked(3, 6, "PER")], [Marked(0, 4, "ORG"), Marked(7, 8, "LOC")]) == (
        Marked(3, 6, "PER"),
        Marked(7, 8, "LOC"),
    )


def test_a_target_is_what_most_of_its_links_are_marked_as() -> None:
    source = Source("1", TEXT, links=(link("Chad", "Chad"), link("Daily Star", "The Daily Star")))
    other = Source("2", "Chad", links=(Link(0, 4, "Chad"),))
    kinds = kinds_of_targets([source, other], [[place("Chad", "LOC")], [Marked(0, 4, "LOC")]])
    assert kinds == {"Chad": "LOC"}


def test_links_say_where_a_name_ends_and_what_it_is() -> None:
    links = (link("Chad", "Chad"), link("Chadian", "Chad"), link("Chad Basin", "Chad Basin"))
    source = Source("1", TEXT, links=links, outlets=((TEXT.index("AP"), TEXT.index("AP") + 2),))
    wrong = [place("Daily Star", "ORG"), Marked(TEXT.index("Chad Basin"), TEXT.index(" Basin"), "PER")]
    found = with_links(source, wrong, {"Chad": "LOC", "Chad Basin": "LOC"}, {"Chadian"})
    assert texts(source, found) == [
        ("Daily Star", "ORG"),
        ("Chad", "LOC"),
        ("Chadian", "NAT"),
        ("Chad Basin", "LOC"),
        ("AP", "ORG"),
    ]


def test_what_is_no_name_is_taken_off() -> None:
    source = Source("1", "A GDP of one", links=(Link(2, 5, "GDP"),))
    assert with_links(source, [Marked(2, 5, "ORG")], {"GDP": "-"}, ()) == ()


def test_an_article_stays_outside_but_that_of_a_newspaper_in_a_sentence() -> None:
    text = "The Senate told The Sun."
    links = (Link(0, 10, "Senate"), Link(16, 23, "The Sun"))
    found = with_links(Source("1", text, links=links), [], {"Senate": "ORG", "The Sun": "ORG"}, ())
    assert [text[name.start : name.end] for name in found] == ["Senate", "The Sun"]
