"""Tells whether a sentence speaks of what is to come: "on Friday" lies behind or ahead of it accordingly."""

from __future__ import annotations

import re
from typing import Final

_REACH: Final = 120
"""Characters of the sentence that are looked at on either side."""
_SENTENCE_ENDS: Final = re.compile(r"(?<=[a-z0-9)”\"’'][.!?])[”\"’')]?\s|\n")
# "Expected on Friday" looks ahead, though its verb doesn't; so the words of the future are tried first.
_EXPECTED: Final = (
    r"(?:is|are|was|were) (?:due|slated|expected|scheduled|likely|planned|planning|set(?= to| for))"
    r"|due|expected|scheduled|slated"
)
# A verb that follows belongs to them: "will be held", "is expected to be signed".
_INFINITIVE: Final = (
    r"(?: (?:not|also|now|soon|then|\w{2,20}ly)){0,2}"
    r"(?: (?:be|get)(?: \w{2,20}ly)?)?(?: (?!(?:was|were|is|had|has|have|said)\b)\w+)?"
)
_AHEAD: Final = (
    rf"(?:will|won[’']t|shall|would|can|may|must|going to|(?:is|are) to|(?:plan|aim|hope|intend)s? to"
    rf"|(?:{_EXPECTED}) to){_INFINITIVE}|{_EXPECTED}|to be|upcoming"
    r"|expires?|begins?|starts?|opens?|closes|ends|runs|takes? place|kicks? off"
)
_BEHIND: Final = (
    r"was|were|had|has|have|did|said|told|came|went|took|made|met|began|held|saw|left|won|lost|got|gave|fell"
    r"|rose|grew|shrank|hit|killed|says|shot|found|put|led|sent|\w{2,}ed|ago"
)
_VERB: Final = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND}))\b|[’']ll\b{_INFINITIVE}")
_LOOKS_AHEAD: Final = re.compile(
    r"\b(?:next|by|until|till|coming|(?:starting|beginning)(?: from)?) $", re.IGNORECASE
)


def is_ahead(text: str, start: int, end: int) -> bool:
    """Whether what stands at this place of the text is to come.

    The word before it may say so, else the verb does; without one it is past, as most of what news tells, but
    "from Monday" is to come unless a verb before it is past.
    """
    before = _before(text, start)
    if _LOOKS_AHEAD.search(before):
        return True
    is_unsaid = before.endswith("from ") and not _VERB.search(before)
    return is_unsaid or bool(is_ahead_by_verb(text, start, end))


def is_ahead_by_verb(text: str, start: int, end: int) -> bool | None:
    """Whether the verb nearest to this place speaks of what is to come; None without a verb.

    A verb right behind it decides, else the nearest before it in its sentence, else the first after it.
    """
    after = _SENTENCE_ENDS.split(text[end : end + _REACH], maxsplit=1)[0]
    verbs = list(_VERB.finditer(_before(text, start)))
    verb = _VERB.match(after, 1) or (verbs[-1] if verbs else _VERB.search(after))
    return not verb["behind"] if verb else None


def _before(text: str, start: int) -> str:
    return _SENTENCE_ENDS.split(text[max(0, start - _REACH) : start])[-1]
