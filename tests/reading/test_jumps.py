from __future__ import annotations

from tui_reader.models import Position
from tui_reader.reading.jumps import Jumps

A, B, C, D = (Position(block) for block in range(4))


def test_jumps_lead_back_and_forward_again() -> None:
    jumps = Jumps()
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.back(C) == B
    assert jumps.back(B) == A
    assert jumps.back(A) is None
    assert jumps.forward() == B
    assert jumps.forward() == C
    assert jumps.forward() is None


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    jumps = Jumps()
    jumps.leave(A)
    jumps.leave(B)
    jumps.back(C)
    jumps.leave(D)
    assert jumps.forward() is None


def test_without_jumps_there_is_nowhere_to_go() -> None:
    assert Jumps().back(A) is None
    assert Jumps().forward() is None


def test_a_place_is_kept_under_its_letter() -> None:
    jumps = Jumps()
    jumps.mark("a", B)
    assert jumps.marked("a") == B
    assert jumps.marked("b") is None
