"""Our colours can be read by everybody, and the theme follows the terminal."""

from __future__ import annotations

import itertools

import pytest
from textual.color import Color
from textual.theme import Theme

from tui_reader.ui.themes import ANSI_DARK, ANSI_LIGHT, DARK, LIGHT, chosen_theme, themes, variables

OWN = [theme for theme in themes() if theme.name in (DARK, LIGHT)]
TEXT = (
    "text-bright", "text-dim", "headline", "link", "failure", "entity-person", "entity-place",
    "entity-organisation", "entity-date", "entity-amount",
)  # fmt: skip
GROUNDS = ("cursor-ground", "selection-ground", "code-ground")
NAMES = ("entity-person", "entity-place", "entity-organisation")


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours by WCAG 2.2, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = (part / 255 for part in Color.parse(colour).rgb)
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def seen_without_red_or_green(colour: str) -> tuple[float, float]:
    """Return lightness and the blue-yellow axis, which people who don't tell red from green still see."""
    red, green, blue = (part / 255 for part in Color.parse(colour).rgb)
    yellow = 0.5 * (red + green)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue, blue - yellow)


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_every_text_colour_has_contrast_on_every_ground_it_stands_on(theme: Theme) -> None:
    grounds = [theme.background, theme.panel, *(theme.variables[name] for name in GROUNDS)]
    colours = {name: theme.variables[name] for name in TEXT} | {"foreground": theme.foreground}
    poor = {
        (name, ground): round(contrast(str(colour), str(ground)), 2)
        for (name, colour), ground in itertools.product(colours.items(), grounds)
        if contrast(str(colour), str(ground)) < 4.5
    }
    assert poor == {}


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_found_words_have_contrast_on_their_ground(theme: Theme) -> None:
    assert contrast(theme.variables["text-bright"], theme.variables["match-ground"]) >= 4.5


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_kinds_of_names_differ_without_red_and_green(theme: Theme) -> None:
    for one, other in itertools.combinations(NAMES, 2):
        (light, hue), (other_light, other_hue) = (
            seen_without_red_or_green(theme.variables[name]) for name in (one, other)
        )
        assert abs(light - other_light) + abs(hue - other_hue) > 0.1, (one, other)


def test_every_theme_has_all_our_variables() -> None:
    for theme in themes():
        assert set(variables(is_dark=True)) <= set(theme.variables), theme.name


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
