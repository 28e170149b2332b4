from __future__ import annotations

import pytest

from tui_reader.extract.judge.names import COUNT, meanings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("comments", "wp-comment-list"),
        ("social-share", "ShareButtons"),
        ("related-posts", "more-stories"),
        ("ad", "top-ad"),
        ("site-nav", "breadcrumbs"),
    ],
)
def test_names_for_the_same_thing_mean_the_same(one: str, other: str) -> None:
    assert meanings(one) & meanings(other)


def test_names_that_only_look_alike_mean_something_else() -> None:
    assert not meanings("ad") & meanings("shadow")
    assert not meanings("footer") & meanings("footnotes")


def test_several_names_mean_all_that_each_of_them_means() -> None:
    assert meanings("story-body comments") == meanings("comments") | meanings("story-body")
    assert meanings("x1f7 css-0") == meanings("") == 0


def test_meanings_fit_their_bits_and_names_without_end_are_cut() -> None:
    assert meanings("nav " * 1_000_000) == meanings("nav")
    assert meanings("comment share footer quote box") < 1 << COUNT
