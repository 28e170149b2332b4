"""In which other ways a name is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tui_reader.dossiers import Appearance
from tui_reader.harmless import harmless_line

_POSSESSIVE = re.compile(r"['’]s?$")


def other_forms(name: str, appearances: Iterable[Appearance]) -> list[str]:
    """Return how the name is written besides, in most articles first.

    Ways that differ in case or in a possessive only are one, written as in the newest of its articles.
    """
    own = name.casefold()
    shown: dict[str, str] = {}
    articles: Counter[str] = Counter()
    for appearance in appearances:
        forms = [_POSSESSIVE.sub("", harmless_line(form)) for form in appearance.forms]
        for form in forms:
            shown.setdefault(form.casefold(), form)
        articles.update({form.casefold() for form in forms} - {own, _POSSESSIVE.sub("", own), ""})
    return [shown[form] for form, _ in sorted(articles.items(), key=lambda each: (-each[1], each[0]))]
