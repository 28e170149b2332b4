"""Our values do what frozen dataclasses with slots do."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.values import astuple, field, ordered, replace, value


@value
class Ours:
    """A value."""

    MOST: ClassVar[int] = 3
    number: int
    text: str = ""
    seen: list[int] = field(default_factory=list)
    aside: str = field(default="", compare=False)

    @property
    def double(self) -> int:
        """Twice the number."""
        return 2 * self.number


@ordered
class OursInOrder:
    """A value that is ordered."""

    block: int = 0
    character: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Theirs:
    """The same as the standard library has it."""

    block: int = 0
    character: int = 0


PLACES = st.tuples(st.integers(-3, 3), st.integers(-3, 3))


@given(PLACES, PLACES)
def test_values_compare_as_dataclasses_do(one: tuple[int, int], other: tuple[int, int]) -> None:
    ours, theirs = (OursInOrder(*one), OursInOrder(*other)), (Theirs(*one), Theirs(*other))
    for compare in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
        assert getattr(ours[0], compare)(ours[1]) == getattr(theirs[0], compare)(theirs[1])
    assert one != other or hash(ours[0]) == hash(ours[1])
    assert repr(ours[0]) == repr(theirs[0]).replace("Theirs", "OursInOrder")


@given(st.builds(Ours, text=st.text()))
def test_a_value_survives_being_copied_and_pickled(made: Ours) -> None:
    assert copy.copy(made) == copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made


def test_a_value_has_slots_defaults_and_nothing_that_can_be_set() -> None:
    made = Ours(2)
    assert astuple(made) == (2, "", [], "")
    assert (made.double, made.MOST) == (4, 3)
    assert Ours(1).seen is not Ours(1).seen
    assert not hasattr(made, "__dict__")
    with pytest.raises(AttributeError, match=r"Ours\.number"):
        made.number = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del made.text
    with pytest.raises(TypeError, match="number"):
        Ours()  # type: ignore[call-arg]


def test_what_is_not_compared_is_replaced_but_makes_no_difference() -> None:
    changed = replace(Ours(1), aside="by the way")
    assert changed == Ours(1)
    assert changed.aside == "by the way"
    assert replace(Ours(1), number=2) != Ours(1)
    assert Ours(1) != OursInOrder(1)  # type: ignore[comparison-overlap]
    with pytest.raises(TypeError, match="nothing"):
        replace(Ours(1), nothing=1)


def test_a_value_can_be_taken_apart_by_a_pattern() -> None:
    match OursInOrder(1, 2):
        case OursInOrder(block, character):
            assert (block, character) == (1, 2)
