from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.extract.bylines import is_byline, people


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("Written by Ann Lee, Bo Ek and Cy Ox", ("Ann Lee", "Bo Ek", "Cy Ox")),
        ("Von Ann Lee und Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Par Ann Lee et Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Por Ann Lee y Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Ana Ortega y Gasset", ("Ana Ortega y Gasset",)),
        ("di Ann Lee e Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Door Ann Lee en Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Автор: Анна Ли и Борис Эк", ("Анна Ли", "Борис Эк")),
        ("記者 王小明", ("王小明",)),
        ("张三、李四", ("张三", "李四")),
        ("Oleh Ann Lee", ("Ann Lee",)),
        ("Oleh Koval", ("Oleh Koval",)),
        ("Von Miller", ("Von Miller",)),
        ("ANN LEE", ("Ann Lee",)),
        ("AFP", ("AFP",)),
        ("Ann Lee / dpa", ("Ann Lee", "dpa")),
        ("Ann Lee, Reuters", ("Ann Lee", "Reuters")),
        ("Ann Lee, Berlin", ("Ann Lee",)),
        ("Ann Lee in Berlin", ("Ann Lee",)),
        ("Ann Lee for The Post", ("Ann Lee",)),
        ("Ann Lee, Political correspondent", ("Ann Lee",)),
        ("Ann Lee Political correspondent, The Post", ("Ann Lee", "The Post")),
        ("Ann Lee, Redakteurin", ("Ann Lee",)),
        ("Ann Lee | 24 November 2025 | 5 min read", ("Ann Lee",)),
        ("Ann Lee Published on July 18, 2025", ("Ann Lee",)),
        ("Ann Lee ann@post.example", ("Ann Lee",)),
        ("Ann (the elder) Lee", ("Ann Lee",)),
        ("Ann Lee, MD, FOMA", ("Ann Lee",)),
        ("Bo Ek, Jr., PhD", ("Bo Ek Jr.",)),
        ("Human in the Loop", ("Human in the Loop",)),
        ("https://www.facebook.com/post", ()),
        ("@post", ()),
        ("Redaktion", ()),
        ("Online-Redaktion", ()),
        ("Staff Writer", ()),
        ("Our Correspondent", ()),
        ("page.head.author", ()),
        ("admin", ()),
        ("NOC Admin", ()),
        ("Updated 5 hours ago", ()),
        ("A sentence that says a good deal more than who has written it does", ()),
    ],
)
def test_a_byline_is_read_for_its_names_only(byline: str, names: tuple[str, ...]) -> None:
    assert people([byline]) == names


def test_a_name_is_given_once_however_it_is_set() -> None:
    assert people(["Ann Lee", "ANN LEE", "Bo Ek"]) == ("Ann Lee", "Bo Ek")


def test_a_line_is_a_byline_in_other_languages_too() -> None:
    assert is_byline("Von ANN LEE", ("Ann Lee",))
    assert not is_byline("Vonnie Ann Lee", ("Ann Lee",))
    assert not is_byline("By Bo Ek", ("Ann Lee",))


@given(st.lists(st.text(max_size=80), max_size=5))
def test_no_byline_is_too_odd_to_be_read(bylines: list[str]) -> None:
    assert all(name and name == " ".join(name.split()) for name in people(bylines))
