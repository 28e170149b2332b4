"""Tells how the parts of a widget look, for who paints them without it."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


def looks_of(widget: Widget) -> dict[str, Style]:
    """Return the style of each look of a widget that writes lines: "text" is its own, "edge" its margin."""
    own = widget.visual_style
    looks = {"text": own.rich_style, "edge": Style(bgcolor=own.rich_style.bgcolor)}
    for name in widget.COMPONENT_CLASSES:
        looks[name.partition("--")[2]] = (own + widget.get_visual_style(name)).rich_style
    return looks
