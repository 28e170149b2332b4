"""Keeps text readable: how far colours stand apart, and which are far enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.color import Color

LEAST: Final = 4.5
"""The contrast that WCAG 2.2 asks of text."""
_STEP: Final = 0.04


def contrast(first: Color, second: Color) -> float:
    """Return the contrast of two colours by WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: Color, grounds: Sequence[Color], extreme: Color) -> Color:
    """Return the colour, brought as near to the extreme as it takes to be readable on all the grounds."""
    share = 0.0
    while share < 1 and min(contrast(colour.blend(extreme, share), ground) for ground in grounds) < LEAST:
        share += _STEP
    return colour.blend(extreme, min(share, 1))


def _luminance(colour: Color) -> float:
    """Return how bright the colour is to the eye, from 0 to 1."""
    parts = (part / 255 for part in colour.rgb)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
