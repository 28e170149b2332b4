"""Headlines: which of a page's candidates is the real one, and where it is said again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui_reader.models import Block, BlockKind

_SEPARATOR = re.compile(r"\s+[|·•»«–—:-]+\s+|\s+::\s+|\s*[|»]\s*")
# What a page claims as its headline may have a dash of its own: "The long road home - Part Two".
_BAR = re.compile(r"\s+[|·•»]\s+")
_MARKS = " |·•»«–—:-"
_LONGEST = 300
_LONGEST_OUTLET = 3
"""Words up to which the end of a longer title is taken for the name of its outlet."""
_LEAST_PARAGRAPH = 100
"""Characters from which a text is the article's first paragraph, behind which no headline is looked for."""


def chosen_title(
    headings: Sequence[str], claims: Sequence[str], tag: str, site: str, edited: str = ""
) -> str:
    """Return the headline of a page.

    Args:
        headings: texts of the page's top headings, in order.
        claims: what the page's metadata give as headline, the most trusted first.
        tag: text of the `<title>`, which often ends in the outlet's name.
        site: name of the outlet, empty if unknown.
        edited: what a newsroom calls the headline, empty if the page is no news or doesn't say.
    """
    # A top heading may hold more than the headline, such as the line above it.
    if edited and sum(is_same_title(edited, _without_site(claim, site, _BAR)) for claim in claims) > 1:
        return next((text for text in headings if is_same_title(text, edited)), edited)
    witnesses = [letters(text) for text in (*claims, tag) if text]
    # The top heading of some pages is their outlet's logo.
    outlet = letters(site or _short_end(tag, _SEPARATOR))
    usable = [text for text in headings if 0 < len(text) <= _LONGEST and letters(text) not in ("", outlet)]
    if vouched := [text for text in usable if any(letters(text) in witness for witness in witnesses)]:
        return max(vouched, key=len)
    said = {word for text in (*claims, tag) for word in _words(text)}
    if similar := [text for text in usable if _is_like(_words(text), said)]:
        return similar[0]
    if claims:
        return _without_site(claims[0], site, _BAR)
    return _without_site(tag, site, _SEPARATOR) or (usable[0] if usable else "")


def without_title(blocks: tuple[Block, ...], titles: Iterable[str]) -> tuple[Block, ...]:
    """Leave out the blocks that say the headline again: top headings, and anything before the text begins."""
    keys = {key for title in titles if (key := letters(title))}
    kept: list[Block] = []
    has_begun = False
    for block in blocks:
        is_text = block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM)
        is_top = block.kind is BlockKind.HEADING and block.level == 1
        if is_text and (is_top or not has_begun) and letters(block.text) in keys:
            continue
        has_begun = has_begun or (is_text and len(block.text) >= _LEAST_PARAGRAPH)
        kept.append(block)
    return tuple(kept)


def is_same_title(one: str, other: str) -> bool:
    """Whether two headlines differ in nothing but case, spacing and punctuation."""
    return bool(letters(one)) and letters(one) == letters(other)


def shortened(text: str, most: int) -> str:
    """Return the text as one line of at most `most` characters, cut at a word and marked with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    word_end = cut.rfind(" ")
    return (cut[:word_end] if word_end > most // 2 else cut).rstrip(" ,;:-–—") + "…"


def _without_site(title: str, site: str, separator: re.Pattern[str]) -> str:
    """Return the title without the outlet's name at either end; if that is unknown, without a short end."""
    outlet = letters(site)
    if not outlet:
        end = _short_end(title, separator)
        return title.removesuffix(end).strip(_MARKS) if end else title
    end = _SEPARATOR.split(title)[-1]
    if letters(end) == outlet and letters(rest := title.removesuffix(end)):
        title = rest.strip(_MARKS)
    start = _SEPARATOR.split(title)[0]
    if letters(start) == outlet and letters(rest := title.removeprefix(start)):
        title = rest.strip(_MARKS)
    return title


def _short_end(title: str, separator: re.Pattern[str]) -> str:
    """Return the end of a title that is likely an outlet's name, empty if there is none."""
    end = separator.split(title)[-1]
    is_likely = len(end.split()) <= _LONGEST_OUTLET < len(title.removesuffix(end).split())
    return end if is_likely else ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _is_like(words: list[str], said: set[str]) -> bool:
    """Whether a heading says in other words what the metadata say."""
    return len(words) >= 3 and sum(word in said for word in words) >= len(words) / 2


def letters(text: str) -> str:
    """Return what makes two lines the same: their letters and digits, in small letters."""
    return "".join(character for character in text.casefold() if character.isalnum())
