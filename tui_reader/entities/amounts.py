"""Finds amounts of money and shares in per cent in English text by rules."""

from __future__ import annotations

from tui_reader.entities.patterns import matches
from tui_reader.entities.recogniser import Span
from tui_reader.entities.stretches import in_order
from tui_reader.models import Kind

# Thousands are parted by commas, by spaces or by points; a comma may begin the decimals too.
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d+(?:[.,]\d+)?)"
)
_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|half an?|an?|several|a few)"
)
_SPACE = "[ \u00a0\u202f]"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore)"
_ANY_SCALE = rf"(?:(?:{_SPACE}|-){_SCALE}\b|{_SPACE}?(?:mn|bn|tn|[kmbKMB])\b)"
_SIGN = r"(?:(?:US|AU|CA|NZ|HK|S|A|C|R)?\$|[€£¥₹₽₩₪₺₴₸₦฿₱₫]|Rs\.?|RM?(?=[\d.,]+ [bm]illion))"
_CODE = r"(?:USD|EUR|GBP|JPY|CNY|RUB|INR|KZT|CHF|AUD|CAD|SEK|NOK|DKK|PLN|BRL|ZAR|TRY|UZS|UAH)"
_NATION = r"(?:US|U\.S\.|Hong Kong|New Zealand|[A-Z][a-z]+(?:an|ese|ish|ch|ss))[ -]"
_CURRENCY = (
    rf"(?:(?:{_NATION})?(?:dollars?|euros?|pounds?(?: sterling)?|yen|yuan|renminbi|rou?bles?|rupees?|tenge"
    r"|francs?|pesos?|lira|hryvnias?|naira|shillings?|kron(?:a|e|or|er)|zloty|dirhams?|riyals?|cents|pence)"
    rf"|{_CODE})"
)
_SIGNED = rf"(?:{_SIGN}|{_CODE} ){_SPACE}?{_NUMBER}{_ANY_SCALE}?"
_PERCENT = rf"(?:{_SPACE}?%|[ -]per ?cent(?:age points?)?|[ -]basis points?)"
_TO = rf"{_SPACE}?(?:[-–—]|to){_SPACE}?"

# An earlier pattern takes its text first, so a longer form stands before its parts.
_MONEY = (
    rf"{_SIGNED}(?:{_TO}(?:{_SIGNED}|{_NUMBER}{_ANY_SCALE}?))?(?: {_CURRENCY})?",
    rf"{_NUMBER}(?:{_TO}{_NUMBER})?{_ANY_SCALE}?(?:{_SPACE}|-){_CURRENCY}",
    rf"{_NUMBER}(?: {_SCALE})?{_SPACE}?[€£₽₸₴]",
    rf"{_NUMBER_WORD}(?: hundred| thousand)?[ -](?:{_SCALE}[ -])?{_CURRENCY}",
    rf"(?:(?:tens|dozens|hundreds|thousands) of )?(?:thousand|million|billion|trillion)s of {_CURRENCY}",
)
_SHARES = (
    rf"[-+−]?{_NUMBER}{_PERCENT}?(?:{_TO}[-+−]?{_NUMBER})?{_PERCENT}",
    rf"{_NUMBER_WORD}[ -]per ?cent(?:age points?)?",
)


def amounts(text: str) -> list[Span]:
    """Return the amounts in the text, by place and apart from each other."""
    return in_order(matches(text, _MONEY, Kind.MONEY) + matches(text, _SHARES, Kind.PERCENT))
