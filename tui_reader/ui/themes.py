"""The colours: a dark and a light theme, the terminal's own colours, and what decides between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui_reader.ui.contrast import readable
from tui_reader.values import replace

DARK: Final = "newsreader-dark"
LIGHT: Final = "newsreader-light"
ANSI_DARK: Final = "ansi-dark"
ANSI_LIGHT: Final = "ansi-light"

# Kinds of names differ in hue along blue and orange, which people with red-green blindness tell apart,
# and in lightness; every text colour keeps 4.5:1 against each ground it can stand on.
_DARK_VARIABLES: Final = {
    "entity-person": "#86b6f6",
    "entity-place": "#eda36b",
    "entity-organisation": "#a9c3a6",
    "entity-other": "#e49ccb",
    "entity-date": "#b9a9d9",
    "entity-amount": "#86c0b8",
    "text-bright": "#f3f1ea",
    "text-dim": "#9ea6b2",
    "headline": "#e6c777",
    "link": "#9cc7ee",
    "failure": "#f0a08c",
    "code-ground": "#20242b",
    "match-ground": "#45380f",
    "highlight-ground": "#123a38",
    "cursor-ground": "#22262e",
    "cursor-ground-raised": "#323843",
    "selection-ground": "#1d2b3a",
    "rule": "#3a4049",
}
_LIGHT_VARIABLES: Final = {
    "entity-person": "#1f5fae",
    "entity-place": "#a04509",
    "entity-organisation": "#486046",
    "entity-other": "#98336f",
    "entity-date": "#6a4f9c",
    "entity-amount": "#1b6a63",
    "text-bright": "#17181b",
    "text-dim": "#5b5f66",
    "headline": "#7a4f00",
    "link": "#215f9c",
    "failure": "#a03a22",
    "code-ground": "#efece3",
    "match-ground": "#f6dc8c",
    "highlight-ground": "#cdeee3",
    "cursor-ground": "#efebe0",
    "cursor-ground-raised": "#e2dcca",
    "selection-ground": "#e1eaf3",
    "rule": "#cdc8ba",
}
# How much of the text's colour the grounds of a theme that isn't ours get, and of the ground dim text.
_TINTS: Final = {"cursor-ground": 0.06, "cursor-ground-raised": 0.12, "code-ground": 0.06, "rule": 0.2}
_HUED_GROUNDS: Final = ("match-ground", "selection-ground", "highlight-ground")
_DIMMING: Final = 0.35
# A terminal's own colours can't be measured, so text keeps its default colour and dimness is an attribute.
_ANSI_VARIABLES: Final = {
    "text-bright": "ansi_default",
    "text-dim": "ansi_default",
    "failure": "ansi_red",
    "code-ground": "ansi_default",
    "cursor-ground": "ansi_default",
    "cursor-ground-raised": "ansi_default",
    "selection-ground": "ansi_default",
    "highlight-ground": "ansi_default",
}
_ANSI_DARK_VARIABLES: Final = _ANSI_VARIABLES | {
    "entity-person": "ansi_bright_blue",
    "entity-place": "ansi_yellow",
    "entity-organisation": "ansi_green",
    "entity-other": "ansi_bright_magenta",
    "entity-date": "ansi_magenta",
    "entity-amount": "ansi_cyan",
    "headline": "ansi_bright_yellow",
    "link": "ansi_bright_cyan",
    "match-ground": "ansi_blue",
    "rule": "ansi_bright_black",
}
_ANSI_LIGHT_VARIABLES: Final = _ANSI_VARIABLES | {
    "entity-person": "ansi_blue",
    "entity-place": "ansi_red",
    "entity-organisation": "ansi_green",
    "entity-other": "ansi_magenta",
    "entity-date": "ansi_magenta",
    "entity-amount": "ansi_cyan",
    "headline": "ansi_blue",
    "link": "ansi_blue",
    "match-ground": "ansi_bright_yellow",
    "rule": "ansi_white",
}


def themes() -> tuple[Theme, ...]:
    """Return the themes that the app registers."""
    dark = Theme(
        name=DARK,
        primary="#86b6f6",
        secondary="#a9c3a6",
        accent="#e6c777",
        warning="#eda36b",
        error="#f0a08c",
        success="#a9c3a6",
        foreground="#d3d6da",
        background="#15171c",
        surface="#1a1d23",
        panel="#22262e",
        dark=True,
        variables={**_DARK_VARIABLES, **_furniture("#3a4049", "#15171c", "#d3d6da")},
    )
    light = Theme(
        name=LIGHT,
        primary="#1f5fae",
        secondary="#486046",
        accent="#7a4f00",
        warning="#a2460a",
        error="#a03a22",
        success="#486046",
        foreground="#2c2f34",
        background="#fbf9f4",
        surface="#f5f2ea",
        panel="#efebe0",
        dark=False,
        variables={**_LIGHT_VARIABLES, **_furniture("#cdc8ba", "#fbf9f4", "#2c2f34")},
    )
    return dark, light, _with(ANSI_DARK, _ANSI_DARK_VARIABLES), _with(ANSI_LIGHT, _ANSI_LIGHT_VARIABLES)


def variables_for(theme: Theme) -> dict[str, str]:
    """Return our variables for a theme that doesn't bring them, such as one of Textual's.

    Grounds lie between its background and its text. Our colours are kept as far as they can be read there.
    """
    colours = theme.to_color_system().generate()
    text, background = Color.parse(colours["foreground"]), Color.parse(colours["background"])
    ours = _DARK_VARIABLES if theme.dark else _LIGHT_VARIABLES
    if text.ansi is not None or background.ansi is not None:
        return dict(ours)
    extreme = Color.parse("white" if theme.dark else "black")
    tinted = {name: background.blend(text, share) for name, share in _TINTS.items()}
    tinted |= {name: background.blend(Color.parse(ours[name]), 0.5) for name in _HUED_GROUNDS}
    grounds = [background, *(Color.parse(colours[name]) for name in ("surface", "panel"))]
    grounds += [colour for name, colour in tinted.items() if name != "rule"]
    legible = {
        name: readable(Color.parse(colour), grounds, extreme)
        for name, colour in ours.items()
        if name not in tinted
    }
    # Dim text may be as bright as text where that is hard to read itself, but not brighter.
    legible["text-dim"] = readable(text.blend(background, _DIMMING), grounds, text)
    return {name: colour.hex6 for name, colour in (legible | tinted).items()}


def chosen_theme(setting: str, environment: Mapping[str, str]) -> str:
    """Return the name of the theme that the setting means in this environment.

    NO_COLOR wins over the setting, because only the ANSI themes draw nothing by colour alone.
    """
    is_light = _is_light(environment)
    if setting == "ansi" or environment.get("NO_COLOR"):
        return ANSI_LIGHT if is_light else ANSI_DARK
    return {"auto": LIGHT if is_light else DARK, "dark": DARK, "light": LIGHT}.get(setting, setting)


def _is_light(environment: Mapping[str, str]) -> bool:
    """Whether the terminal says in COLORFGBG ("foreground;background") that its ground is light."""
    return environment.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def _with(name: str, variables: Mapping[str, str]) -> Theme:
    """Return one of Textual's themes with our variables added."""
    theme = BUILTIN_THEMES[name]
    return replace(theme, variables={**theme.variables, **variables})


def _furniture(rule: str, ground: str, text: str) -> dict[str, str]:
    """Return the colours of Textual's own parts: a quiet scroll bar, a cursor like the text."""
    return {
        "scrollbar": rule,
        "scrollbar-hover": rule,
        "scrollbar-active": text,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
        "input-cursor-background": text,
        "input-cursor-foreground": ground,
    }
