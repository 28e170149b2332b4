"""Says why a text may not be the whole article."""

from __future__ import annotations

from typing import Final

from tui_reader.models import Doubt

_SENTENCES: Final = {
    Doubt.DISAGREEMENT: "It was hard to tell this article from the rest of its page: "
    "there may be too much of it here, or too little.",
    Doubt.SHORT: "There is hardly any text on this page. The rest may be behind a paywall, "
    "or need JavaScript.",
    Doubt.FRAGMENT: "The page says that the article is at least three times as long as what it shows.",
    Doubt.RULE: "Your rule for this site keeps nothing of this page, which was read without the rule.",
    Doubt.LOSS: "Parts of this page were nested too deeply, or too large, to be read. They are missing here.",
}


def doubt_sentence(doubt: Doubt) -> str:
    """Return what a reader should know."""
    return _SENTENCES[doubt]
