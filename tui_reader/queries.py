"""What a search asks for, as values."""

from __future__ import annotations

from typing import Final

from tui_reader.values import value

NAMED: Final = ("person", "place", "organisation", "other")
"""Fields of conditions on the names in an article: the kinds of names."""


@value
class Term:
    """A word or phrase that is searched for."""

    text: str
    """The word, or the words of a phrase."""
    is_prefix: bool = False
    """Whether it also finds longer words that begin so; for a phrase, this holds for its last word."""
    is_excluded: bool = False
    """Whether articles that contain it are left out."""
    field: str = ""
    """"title" to search headlines only; empty for the whole text."""


@value
class Filter:
    """A condition on something other than the text."""

    field: str
    """"tag", "site", "lang", "is", "before", "after", the kind of a name as in `NAMED`, or "entity"."""
    value: str
    """What was asked for, lower case: a tag, a part of a site's name, a flag, a day as YYYY-MM-DD, words of
    a name; or the number of exactly one name, which nobody types."""
    is_excluded: bool = False
    """Whether articles that meet it are left out."""
    is_prefix: bool = False
    """Whether words of a name may be beginnings of its words even if there are names with the whole words."""

    @property
    def is_about_a_name(self) -> bool:
        """Whether it asks for articles that name somebody or something."""
        return self.field in NAMED

    @property
    def typed(self) -> str:
        """What would be typed to ask for it, but for a star, which need not have been typed."""
        value = f'"{self.value}"' if " " in self.value else self.value
        minus = "-" if self.is_excluded else ""
        return f"{minus}{'org' if self.field == 'organisation' else self.field}:{value}"


@value
class Query:
    """What to list: every term and every filter must hold."""

    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
