"""What is typed is understood, or it is said what is wrong and where."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui_reader.errors import QueryError
from tui_reader.models import Kind
from tui_reader.queries import Filter, Query, Term
from tui_reader.storage.query import name_typed, parse_query, with_name

TODAY = date(2026, 3, 31)


def test_words_phrases_beginnings_and_exclusions_are_told_apart() -> None:
    assert parse_query('floods "aral sea" kazakh* -draft title:call -"two words"') == Query(
        terms=(
            Term("floods"),
            Term("aral sea"),
            Term("kazakh", is_prefix=True),
            Term("draft", is_excluded=True),
            Term("call", field="title"),
            Term("two words", is_excluded=True),
        )
    )


def test_conditions_are_told_from_words() -> None:
    query = parse_query('tag:#Asia -is:starred site:"le monde" lang:FR')
    assert query.terms == ()
    assert query.filters == (
        Filter("tag", "asia"),
        Filter("is", "starred", is_excluded=True),
        Filter("site", "le monde"),
        Filter("lang", "fr"),
    )
    assert parse_query('tag:"To Read"').filters == (Filter("tag", "to-read"),)


def test_conditions_on_names_know_short_and_long_words_for_their_kind() -> None:
    assert parse_query('person:Tokayev place:"New York" -org:akorda other:cup*').filters == (
        Filter("person", "tokayev"),
        Filter("place", "new york"),
        Filter("organisation", "akorda", is_excluded=True),
        Filter("other", "cup", is_prefix=True),
    )
    assert parse_query("organization:un").filters == parse_query("organisation:un").filters
    assert parse_query("person:tok", is_typing=True).filters == (Filter("person", "tok", is_prefix=True),)
    assert parse_query('person:"tok"', is_typing=True).filters == (Filter("person", "tok"),)
    assert parse_query("person:tok ice", is_typing=True).filters == (Filter("person", "tok"),)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2024", "2024-01-01"),
        ("2024-05", "2024-05-01"),
        ("2024-5-7", "2024-05-07"),
        ("today", "2026-03-31"),
        ("yesterday", "2026-03-30"),
        ("7d", "2026-03-24"),
        ("2w", "2026-03-17"),
    ],
)
def test_days_are_written_in_many_ways(typed: str, day: str) -> None:
    assert parse_query(f"after:{typed}", today=TODAY).filters == (Filter("after", day),)


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ('ice "aral sea', "no partner", 4),
        ("ice foo:bar", "no “foo:”", 4),
        ("ice tags:asia", "did you mean “tag:”", 4),
        ("is:unraed", "did you mean is:unread", 3),
        ("after:2024-13", "no day “2024-13”", 6),
        ("before:noon", "“noon” is no day", 7),
        ("after:9999y", "calendar", 6),
        ("ice tag:", "must follow “tag:”", 8),
        ("ice -", "must follow the minus", 5),
        ("ice org:", "must follow “org:”, such as org:", 8),
        ('person:" "', "letters, digits or signs", 8),
        ("persn:ada", "did you mean “person:”", 0),
        ("*", "before the star", 0),
        ('""', "nothing between", 1),
        ("a " * 101, "at most 100 parts", 200),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, message: str, position: int) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        parse_query(text, today=TODAY)
    assert caught.value.position == position


def test_what_is_still_being_typed_is_no_error() -> None:
    assert parse_query("ice glac", is_typing=True).terms == (Term("ice"), Term("glac", is_prefix=True))
    assert parse_query('"aral se', is_typing=True).terms == (Term("aral se", is_prefix=True),)
    assert parse_query("ice ", is_typing=True).terms == (Term("ice"),)
    for unfinished in ("tag:", "-", '"', "ice -tag:"):
        parse_query(unfinished, is_typing=True)


def test_times_and_addresses_are_words() -> None:
    assert parse_query("12:30").terms == (Term("12:30"),)
    assert parse_query("https://example.org/a").terms == (Term("https://example.org/a"),)


def test_characters_that_no_text_holds_part_words() -> None:
    assert parse_query("ice\x00\ud800glacier").terms == (Term("ice"), Term("glacier"))


@given(st.text(alphabet=st.sampled_from('ab":-* tisgafer2014\n#\\%_'), max_size=40), st.booleans())
def test_any_text_is_a_query_or_a_sentence(text: str, is_typing: bool) -> None:
    error = _error(text, is_typing=is_typing)
    assert error is None or (str(error) and 0 <= error.position <= len(text))


def _error(text: str, *, is_typing: bool) -> QueryError | None:
    try:
        parse_query(text, today=TODAY, is_typing=is_typing)
    except QueryError as error:
        return error
    return None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("person:tok|", Kind.PERSON, "tok"),
        ("floods -org:|", Kind.ORGANISATION, ""),
        ("place:as|tana floods", Kind.PLACE, "as"),
        ('person:"kassym jo|', Kind.PERSON, "kassym jo"),
        ('other:"World| Cup" now', Kind.OTHER, "World"),
        ("is:nothing person:tok|", Kind.PERSON, "tok"),
    ],
)
def test_a_name_is_told_where_it_is_being_typed(text: str, kind: Kind, words: str) -> None:
    typed = name_typed(text.replace("|", ""), text.index("|"))
    assert typed is not None
    assert (typed.kind, typed.words) == (kind, words)


@pytest.mark.parametrize(
    "text", ["|", "tok|", "tag:as|", "pers|on:tok", 'person:"Ada Lind"|', "person:tok |", "nobody:tok|"]
)
def test_elsewhere_no_name_is_being_typed(text: str) -> None:
    assert name_typed(text.replace("|", ""), text.index("|")) is None


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("person:tok|", "Tokayev", "person:Tokayev |"),
        (
            "floods person:ka| is:unread",
            "Kassym-Jomart Tokayev",
            'floods person:"Kassym-Jomart Tokayev" |is:unread',
        ),
        ('-org:"new yo|', "New York Times", '-org:"New York Times" |'),
        ("other:18|", '18" Vinyl*', 'other:"18  Vinyl*" |'),
        ("place:as|tana*", "Astana", "place:Astana |"),
    ],
)
def test_a_whole_name_takes_the_place_of_what_is_typed(text: str, name: str, written: str) -> None:
    search = text.replace("|", "")
    typed = name_typed(search, text.index("|"))
    assert typed is not None
    assert with_name(search, typed, name) == (written.replace("|", ""), written.index("|"))


@given(
    st.sampled_from(["", "floods ", "-draft person:x "]),
    st.text(alphabet='ab"*', max_size=4),
    st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), min_size=1),
)
def test_a_name_that_was_taken_in_is_the_condition_that_was_typed(before: str, typed: str, name: str) -> None:
    text = f"{before}person:{typed}"
    found = name_typed(text, len(text))
    assume(found is not None and any(character.isalnum() for character in name))
    assert found is not None
    written, end = with_name(text, found, name)
    assert parse_query(written[:end]).filters[-1] == Filter("person", name.replace('"', " ").casefold())
