"""An article whose headline is said twice, as plain text and as the page around it."""

from __future__ import annotations

from collections.abc import Sequence

HEADLINE = "Harbour Ministers of Estonia and Finland Agree on a Night Ferry"
PARAGRAPHS = (
    "Tallinn, The Gulf Courier: The ministers for transport of Estonia and Finland agreed by telephone on "
    "Monday that a ferry will cross the gulf at night again, five years after the last one was withdrawn.",
    "Minister Kadri Tamm thanked her colleague Juhani Salo for the help that Finnish pilots gave during the "
    "storms of last autumn, when three ships waited outside Tallinn for two days and one lost its rudder.",
    "The two governments will share the cost of the first winter, about four million euros, and let a "
    "company in Turku run the ship; tickets are to cost no more than those of the morning ferry.",
    "Both spoke about the cables on the sea floor as well, and about the patrols that guard them since.",
    "The first crossing is planned for the second week of November, if the ice of Hanko allows it.",
)


def plain_text(paragraphs: Sequence[str] = PARAGRAPHS) -> str:
    """Return the article as a text file that prints its headline twice."""
    return "\n\n".join([HEADLINE, HEADLINE, *paragraphs]) + "\n"


def page(
    again: str = "<h2>{}</h2>", *, top: str = "<nav>{}</nav>", bottom: str = "<footer>{}</footer>"
) -> str:
    """Return the article as a page with a navigation bar, a headline that is said again and a footer."""
    menu = "".join(f'<a href="/{name}">{name}</a> ' for name in ("Home", "World", "Weather", "Contact"))
    return (
        f"<!doctype html><html><head><title>{HEADLINE} - The Gulf Courier</title></head><body>"
        f"{top.format(menu)}<div><h1>{HEADLINE}</h1>{again.format(HEADLINE)}"
        + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
        + f"</div>{bottom.format('Copyright The Gulf Courier. All rights reserved. Imprint.')}</body></html>"
    )
