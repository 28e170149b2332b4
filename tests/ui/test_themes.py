"""Our colours can be read by everybody, and the theme follows the terminal."""

from __future__ import annotations

import itertools

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui_reader.ui.contrast import contrast, readable
from tui_reader.ui.themes import ANSI_DARK, ANSI_LIGHT, DARK, LIGHT, chosen_theme, themes, variables_for

OWN = [theme for theme in themes() if theme.name in (DARK, LIGHT)]
FOREIGN = [theme for theme in BUILTIN_THEMES.values() if not theme.name.startswith("ansi")]
TEXT = (
    "text-bright", "text-dim", "headline", "link", "failure", "entity-person", "entity-place",
    "entity-organisation", "entity-other", "entity-date", "entity-amount",
)  # fmt: skip
GROUNDS = (
    "cursor-ground",
    "cursor-ground-raised",
    "selection-ground",
    "code-ground",
    "match-ground",
    "highlight-ground",
)
NAMES = ("entity-person", "entity-place", "entity-organisation", "entity-other")


def seen_without_red_or_green(colour: str) -> tuple[float, float]:
    """Return lightness and the blue-yellow axis, which people who don't tell red from green still see."""
    red, green, blue = (part / 255 for part in Color.parse(colour).rgb)
    yellow = 0.5 * (red + green)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue, blue - yellow)


def poor(theme: Theme, names: tuple[str, ...]) -> dict[tuple[str, str], float]:
    """Return the colours that are too near to a ground they can stand on, with their contrast."""
    colours = {**variables_for(theme), **theme.to_color_system().generate(), **theme.variables}
    pairs = {
        (name, ground): round(contrast(Color.parse(colours[name]), Color.parse(colours[ground])), 2)
        for name, ground in itertools.product(names, ("background", "surface", "panel", *GROUNDS))
    }
    return {pair: value for pair, value in pairs.items() if value < 4.5}


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_every_text_colour_has_contrast_on_every_ground_it_stands_on(theme: Theme) -> None:
    assert poor(theme, (*TEXT, "foreground")) == {}


@pytest.mark.parametrize("theme", FOREIGN, ids=lambda theme: theme.name)
def test_our_colours_have_contrast_in_the_themes_of_textual(theme: Theme) -> None:
    hard_to_read = {ground for _, ground in poor(theme, ("foreground",))}
    assert {(name, ground) for name, ground in poor(theme, TEXT) if name != "text-dim"} == set()
    assert {ground for _, ground in poor(theme, ("text-dim",))} <= hard_to_read


@pytest.mark.parametrize("theme", FOREIGN, ids=lambda theme: theme.name)
def test_dim_text_is_never_brighter_than_text(theme: Theme) -> None:
    colours = theme.to_color_system().generate()
    background, text = Color.parse(colours["background"]), Color.parse(colours["foreground"])
    assert contrast(Color.parse(variables_for(theme)["text-dim"]), background) <= contrast(text, background)


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    black, white, blue = Color.parse("#000000"), Color.parse("#ffffff"), Color.parse("#86b6f6")
    assert readable(blue, [black], white) == blue
    assert contrast(readable(blue, [white], black), white) >= 4.5
    assert round(contrast(black, white), 3) == 21


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_kinds_of_names_differ_without_red_and_green(theme: Theme) -> None:
    for one, other in itertools.combinations(NAMES, 2):
        (light, hue), (other_light, other_hue) = (
            seen_without_red_or_green(theme.variables[name]) for name in (one, other)
        )
        assert abs(light - other_light) + abs(hue - other_hue) > 0.1, (one, other)


def test_every_theme_has_all_our_variables() -> None:
    for theme in themes():
        assert set(variables_for(FOREIGN[0])) <= set(theme.variables), theme.name


@pytest.mark.parametrize(
    ("setting", "environment", "expected"),
    [
        ("auto", {}, DARK),
        ("auto", {"COLORFGBG": "15;0"}, DARK),
        ("auto", {"COLORFGBG": "0;15"}, LIGHT),
        ("auto", {"COLORFGBG": "0;default;15"}, LIGHT),
        ("light", {}, LIGHT),
        ("dark", {"COLORFGBG": "0;15"}, DARK),
        ("ansi", {}, ANSI_DARK),
        ("ansi", {"COLORFGBG": "0;15"}, ANSI_LIGHT),
        ("light", {"NO_COLOR": "1"}, ANSI_DARK),
        ("auto", {"NO_COLOR": ""}, DARK),
        ("nord", {}, "nord"),
    ],
)
def test_the_theme_follows_setting_and_terminal(
    setting: str, environment: dict[str, str], expected: str
) -> None:
    assert chosen_theme(setting, environment) == expected
