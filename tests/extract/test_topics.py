from __future__ import annotations

import pytest

from tui_reader.extract.topics import chosen_image, chosen_keywords, chosen_section

BASE = "https://post.example/a"


@pytest.mark.parametrize(
    ("named", "crumbs", "section"),
    [
        (["World"], ["Home", "Sport"], "World"),
        (["", "type:story"], ["Home", "World", "The ferry sails"], "World"),
        ([], ["Home", "World", "Europe"], "Europe"),
        ([], ["Home"], ""),
        (["x" * 80], [], ""),
    ],
)
def test_the_section_is_named_or_the_last_step_above_the_article(
    named: list[str], crumbs: list[str], section: str
) -> None:
    assert chosen_section(named, crumbs, ["The Ferry Sails"]) == section


def test_keywords_are_those_of_the_first_list_that_has_any_each_once() -> None:
    lists = [
        ["", "_noshow", "type:story", "https://x.example"],
        [" Ice ", "ice", "#Turku", "x" * 60],
        ["else"],
    ]
    assert chosen_keywords(lists) == ("Ice", "Turku")
    assert len(chosen_keywords([[f"word {number}" for number in range(50)]])) == 20
    assert chosen_keywords([]) == ()


@pytest.mark.parametrize(
    "sign",
    [
        "/static/logo.png",
        "https://post.example/img/default-image.jpg",
        "https://post.example/og-default.png",
        "data:image/png;base64,AAAA",
        "https://post.example/sign.png",
        "http://[",
        "",
    ],
)
def test_the_image_is_no_sign_of_the_outlet(sign: str) -> None:
    addresses = [sign, "/img/ferry.jpg?w=logo", "/img/other.jpg"]
    assert (
        chosen_image(addresses, BASE, "https://post.example/sign.png")
        == "https://post.example/img/ferry.jpg?w=logo"
    )
    assert chosen_image([sign], BASE, "https://post.example/sign.png") == ""
