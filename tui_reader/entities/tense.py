"""Tells whether a sentence speaks of what is to come: "on Friday" lies behind or ahead of it accordingly."""

from __future__ import annotations

import re
from typing import Final

_REACH: Final = 120
"""Characters of the sentence that are looked at on either side."""
_SENTENCE_ENDS: Final = re.compile(r"(?<=[a-z0-9)”\"’'][.!?])[”\"’')]?\s|\n")
# "Expected on Friday" looks ahead, though its verb doesn't; so the words of the future are tried first.
_VERB: Final = re.compile(
    r"\b(?:(?P<ahead>will|won[’']t|shall|(?:is|are|was|were) (?:due|set|slated|expected|scheduled|likely|planning)"
    r"|due|upcoming|expected|scheduled|slated|(?:is|are) to|to be|plans? to|going to|aims? to|hopes? to"
    r"|intends? to|can|may|must)|(?P<behind>was|were|had|has|have|did|said|told|came|went|took|made|met|began"
    r"|held|saw|left|won|lost|got|gave|fell|rose|hit|killed|says|\w{2,}ed|ago))\b|[’'](?P<soon>ll)\b"
)
_LOOKS_AHEAD: Final = re.compile(r"\b(?:next|by|until|till|coming|from|starting) $", re.IGNORECASE)


def is_ahead(text: str, start: int, end: int) -> bool:
    """Whether what stands at this place of the text is to come, by the verb that is nearest to it.

    The nearest before it in its sentence decides, if there is none the first after it; without a verb it is
    past, as most of what news tells.
    """
    before = _SENTENCE_ENDS.split(text[max(0, start - _REACH) : start])[-1]
    if _LOOKS_AHEAD.search(before):
        return True
    after = _SENTENCE_ENDS.split(text[end : end + _REACH], maxsplit=1)[0]
    verbs = list(_VERB.finditer(before))
    verb = verbs[-1] if verbs else _VERB.search(after)
    return verb is not None and not verb["behind"]
