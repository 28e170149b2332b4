"""The status line says how many names there are, or why there are none."""

from __future__ import annotations

import pytest

from tui_reader.models import Entity, Kind, Names
from tui_reader.reading.notice import names_remark

ANA, DAY = Entity(Kind.PERSON, "Ana", 2), Entity(Kind.DATE, "Monday", 1)


@pytest.mark.parametrize(
    ("language", "names", "remark"),
    [
        ("en", Names((ANA, DAY, ANA), (), "test"), "2 names"),
        ("de", Names((ANA,), (), "test"), "1 name"),
        ("en", Names((DAY,), (), "test"), "no names found"),
        ("de", Names(), "no names: German isn’t read yet"),
        ("", Names(), "no names: unknown language"),
        ("en", Names(), "no names: they could not be read"),
    ],
)
def test_the_remark_is_true(language: str, names: Names, remark: str) -> None:
    assert names_remark(language, names) == remark
