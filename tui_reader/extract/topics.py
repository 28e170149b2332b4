"""What an article is about in the words of its outlet: the section it stands in, its tags, its picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui_reader.extract.addresses import absolute
from tui_reader.harmless import harmless_line

_MOST_KEYWORDS = 20
_LONGEST_KEYWORD, _LONGEST_SECTION = 50, 60
_LEAST_CRUMBS = 2
"""Steps from which a way tells more than where it begins."""

# Tags that systems set for each other: "type:story", "web_premium", addresses.
_CODE = re.compile(r"[\w-]+[:=]\s?\S|\S*_\S*|https?:|[\W\d_]*$")
_SIGN = re.compile(
    r"(?:^|[/_.-])(?:logos?|favicon|placeholder|default|fallback|sprite|avatar|gravatar|blank|spacer|no-?image)(?:[/_.\d-]|$)"
    r"|(?:og|share|social)[_-](?:default|logo|image\.(?:png|jpe?g))",
    re.IGNORECASE,
)


def chosen_section(named: Iterable[str], crumbs: Sequence[str], titles: Iterable[str]) -> str:
    """Return the section that an article stands in, empty if unknown.

    Args:
        named: what the page calls the section, the most trusted first.
        crumbs: the names of the pages above it, from the front page on.
        titles: the headline in every form, which a way may end in.
    """
    said = {title.casefold() for title in titles}
    way = [crumb for crumb in crumbs if crumb.casefold() not in said]
    for section in (*named, *(reversed(way) if len(way) >= _LEAST_CRUMBS else ())):
        line = harmless_line(section)
        if 1 < len(line) <= _LONGEST_SECTION and not _CODE.match(line):
            return line
    return ""


def chosen_keywords(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return the tags of the first list that has any, each once."""
    for keywords in lists:
        lines = [harmless_line(keyword).strip(" ,;#") for keyword in keywords]
        fit = {line.casefold(): line for line in reversed(lines) if _is_keyword(line)}
        if found := [line for line in dict.fromkeys(lines) if fit.get(line.casefold()) == line]:
            return tuple(found[:_MOST_KEYWORDS])
    return ()


def chosen_image(addresses: Iterable[str], base: str, sign: str) -> str:
    """Return the address of the picture that stands for an article, empty if there is none.

    Args:
        addresses: what the page gives, the most trusted first.
        base: what they are relative to.
        sign: address of the outlet's own sign, which stands for no article.
    """
    own = absolute(sign, base)
    for address in addresses:
        found = absolute(address, base)
        if found.startswith("http") and found != own and not _SIGN.search(found.partition("?")[0]):
            return found
    return ""


def _is_keyword(line: str) -> bool:
    return 1 < len(line) <= _LONGEST_KEYWORD and not _CODE.match(line)
