"""What is written as JSON comes back the same."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.codec import decode_document, decode_names, encode_document, encode_names
from tui_reader.models import Block, BlockKind, Document, Doubt, Entity, Inline, Kind, Mention, Names, Style

_INLINES = st.builds(
    Inline, st.integers(0, 9), st.integers(0, 9), st.sampled_from(Style), st.text(max_size=9)
)
_BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    st.text(max_size=40),
    st.lists(_INLINES, max_size=2).map(tuple),
    st.integers(0, 6),
    st.integers(0, 3),
    st.sampled_from(["", "•", "3."]),
    st.text(max_size=9),
)
_ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_MOMENTS = st.none() | st.datetimes(timezones=_ZONES, min_value=datetime(1900, 1, 1))
_DOCUMENTS = st.builds(
    Document,
    title=st.text(),
    blocks=st.lists(_BLOCKS, max_size=5).map(tuple),
    authors=st.lists(st.text(), max_size=2).map(tuple),
    published=_MOMENTS,
    words=st.integers(0, 10**6),
    modified=_MOMENTS,
    image=st.text(),
    section=st.text(),
    keywords=st.lists(st.text(), max_size=2).map(tuple),
    engine=st.text(),
    doubts=st.lists(st.sampled_from(Doubt), unique=True).map(tuple),
)
_NAMES = st.builds(
    Names,
    st.lists(st.builds(Entity, st.sampled_from(Kind), st.text(), st.integers(1, 9)), max_size=3).map(tuple),
    st.lists(
        st.builds(
            Mention,
            st.integers(-1, 9),
            st.integers(0, 9),
            st.integers(0, 9),
            st.sampled_from(Kind),
            st.integers(0, 3),
            st.floats(0, 1),
            st.text(),
        ),
        max_size=3,
    ).map(tuple),
    st.text(),
)


@given(_DOCUMENTS)
def test_a_document_comes_back(document: Document) -> None:
    assert decode_document(json.loads(json.dumps(encode_document(document)))) == document


@given(_NAMES)
def test_names_come_back(names: Names) -> None:
    assert decode_names(json.loads(json.dumps(encode_names(names)))) == names
