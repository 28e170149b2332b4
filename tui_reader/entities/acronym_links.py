"""Tells which short forms of one article stand for which of its long names, by their initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tui_reader.entities.groups import Groups, Name
from tui_reader.entities.lexicon import particles
from tui_reader.entities.same_names import country_names, demonyms
from tui_reader.entities.spelling import spelled

_SMALL_WORDS = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la", "against", "a"}
)
_FEWEST = 2
_TELLING = 3
"""From how many letters on initials tell whose they are, whatever its kind."""
_MOST = 8
_MOST_SMALL = 2


def join_acronyms(groups: Groups, names: Iterable[Name]) -> None:
    """Join each short form to the one long name with these initials."""
    names = list(names)
    by_initials: dict[str, set[Name]] = defaultdict(set)
    for name in names:
        for form in initials(name.text):
            by_initials[form].add(name)
    for name in names:
        form = name.text.replace(".", "")
        fits = by_initials[form.casefold()]
        if len(form) < _TELLING:
            fits = {fit for fit in fits if fit.kind == name.kind and _is_plain(fit.text)}
        # What is known to all, such as "US", stands for nothing else.
        if _is_short_form(form) and name.key == spelled(name.text):
            groups.join_if_only(name, fits)


def initials(name: str) -> set[str]:
    """Return the short forms that the initials of a name make, in small letters.

    Small words may count or not, and so may the country before the name: "FDA", "USFDA".
    """
    words = spelled(name).split()
    forms = _letters(words)
    for length in (1, 2):
        before = " ".join(words[:length])
        if before in country_names() or before in demonyms():
            forms |= _letters(words[length:])
    return forms


def _letters(words: list[str]) -> set[str]:
    telling = [word for word in words if word not in _SMALL_WORDS]
    forms = {"".join(word[0] for word in some) for some in (words, telling)}
    return {form for form in forms if _FEWEST <= len(form) <= _MOST}


def _is_short_form(form: str) -> bool:
    """Whether a word looks like initials: capitals, but for a small letter or two between."""
    small = sum(letter.islower() for letter in form)
    return form.isalpha() and _FEWEST <= len(form) <= _MOST and form[-1].isupper() and small <= _MOST_SMALL


def _is_plain(name: str) -> bool:
    """Whether a name is two words with small letters, neither a particle: two initials fit many others."""
    words = name.split()
    return (
        len(words) == 2 and not any(word.isupper() for word in words) and words[0].lower() not in particles()
    )
