from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.models import Inline, Style
from tui_reader.reading.setting import numbers_within
from tui_reader.reading.stretches import Stretches

PROPERTY = settings(max_examples=200, deadline=None, derandomize=True)
ENDS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


@PROPERTY
@given(st.lists(ENDS, max_size=12).map(sorted), ENDS)
def test_what_lies_over_a_part_is_found_however_the_stretches_nest(
    ends: list[list[int]], part: list[int]
) -> None:
    inlines = [Inline(start, end, Style.EMPHASIS) for start, end in ends]
    start, end = part
    over = [i for i in inlines if any(i.start <= place < i.end for place in range(start, end))]
    assert Stretches(inlines).over(start, end) == over


@PROPERTY
@given(st.sets(st.integers(0, 30)), ENDS)
def test_the_numbers_of_links_belong_to_the_part_they_end_in(places: set[int], part: list[int]) -> None:
    numbers = [(place, place * 2) for place in sorted(places)]
    start, end = part
    assert numbers_within(numbers, start, end) == [n for n in numbers if start < n[0] <= end]
