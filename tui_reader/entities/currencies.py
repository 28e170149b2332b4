"""Which money is meant by a sign, a code or a word, for those who read English news of any country.

Codes are those of ISO 4217. A word that several countries share, such as the rupee, means the money of the
country that stands before it, or of the one of them that the text speaks of most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tui_reader.values import value

# One line each: the code; the signs; the words; the countries, as regular expressions. Behind a word "!" says
# that it means this money where the text names none of its countries; without one it would be a guess.
# A dollar without a country is that of the United States, as the agencies have it; the yen sign means yen.
_TABLE: Final = r"""
USD | $ US$         | dollar! cent       | American US U\.S\.
EUR | €             | euro! cent         | euro
GBP | £             | pound! pence!      | Brit(?:ish|ain)
JPY | ¥             | yen!               |
CNY | RMB           | yuan! renminbi!    |
INR | ₹             | rupee!             | Indian?
RUB | ₽             | rouble! ruble!     | Russian?
AED | Dh Dhs        | dirham!            | Emirati? UAE
AFN |               | afghani!           |
AMD |               | dram!              |
ARS |               | peso               | Argentin(?:e|a|ian)
AUD | A$ AU$        | dollar             | Australian
AZN | ₼             | manat!             |
BDT | ৳ Tk          | taka!              |
BGN |               | lev! leva!         |
BHD |               | dinar              | Bahraini?
BRL | R$            | reais!             |
BYN |               | rouble ruble       | Belarus(?:ian)?
CAD | C$ CA$        | dollar             | Canadian
CDF |               | franc              | Congo(?:lese)?
CHF |               | franc              | Swiss Switzerland
CLP |               | peso               | Chile(?:an)?
COP |               | peso               | Colombian?
CRC | ₡             |                    |
CUP |               | peso               | Cuban?
CZK |               | koruna!            |
DKK |               | krone kroner       | Danish Denmark
DOP |               | peso               | Dominican
DZD |               | dinar              | Algerian?
EGP |               | pound              | Egypt(?:ian)?
ETB |               | birr!              |
GEL | ₾             | lari!              |
GHS | ₵ GH¢ GH₵     | cedi!              |
HKD | HK$           | dollar             | Hong_Kong HK
HUF |               | forint!            |
IDR | Rp            | rupiah!            |
ILS | ₪             | shekel!            |
IQD |               | dinar              | Iraqi?
IRR |               | riyal rial         | Iran(?:ian)?
ISK |               | krona kronur       | Iceland(?:ic)?
JMD | J$            | dollar             | Jamaican
JOD |               | dinar              | Jordan(?:ian)?
KES | Ksh KSh       | shilling           | Kenyan?
KGS |               | som                | Kyrgyz(?:stan)?
KHR | ៛             |                    |
KRW | ₩             | won!               | (?:South_)?Korean?
KWD |               | dinar              | Kuwaiti?
KZT | ₸             | tenge!             |
LAK | ₭             |                    |
LBP |               | pound lira         | Leban(?:ese|on)
LKR |               | rupee              | Sri_Lankan?
MAD |               | dirham             | Morocc(?:an|o)
MDL |               | leu lei            | Moldovan?
MMK |               | kyat!              |
MNT |               | tugrik!            |
MUR |               | rupee              | Mauriti(?:an|us)
MXN |               | peso               | Mexic(?:an|o)
MYR | RM            | ringgit!           |
NGN | ₦             | naira!             |
NOK |               | krone kroner       | Norw(?:egian|ay)
NPR |               | rupee              | Nepal(?:i|ese)?
NZD | NZ$           | dollar             | New_Zealand
OMR |               | riyal rial         | Omani?
PHP | ₱             | peso               | Philippines? Filipino
PKR |               | rupee              | Pakistani?
PLN |               | zloty!             |
QAR |               | riyal rial         | Qatari?
RON |               | leu lei            | Romanian?
RSD |               | dinar              | Serbian?
RWF |               | franc              | Rwandan?
SAR |               | riyal rial         | Saudi(?:_Arabia)?
SDG |               | pound              | Sudan(?:ese)?
SEK |               | krona! kronor!     | Swed(?:ish|en)
SGD | S$            | dollar             | Singapore(?:an)?
SOS |               | shilling           | Somalia?
SYP |               | pound              | Syrian?
THB | ฿             | baht!              |
TJS |               | somoni!            |
TND |               | dinar              | Tunisian?
TRY | ₺             | lira!              | Turk(?:ish|ey) Türkiye
TTD | TT$           |                    |
TWD | NT$           | dollar             | Taiwan(?:ese)?
TZS | Tsh TSh       | shilling           | Tanzanian?
UAH | ₴             | hryvnia!           |
UGX | Ush USh       | shilling           | Ugandan?
UYU |               | peso               | Urugua(?:yan|y)
UZS |               | soum! som          | Uzbek(?:istan)?
VND | ₫             | dong!              |
XAF |               | franc              | Central_African Cameroon Gabon Chad
XCD | EC$           |                    |
XOF |               | franc              | West_African Senegal Mali Ivory_Coast Benin
YER |               | riyal rial         | Yemeni?
ZAR |               | rand!              |
ZMW |               | kwacha!            |
"""
_HUNDREDTHS: Final = ("cent", "pence")
_RUPEES: Final = ("Rs", "Re")
# Any country's news reckons in these.
_WORLDWIDE: Final = ("dollar", "euro", "pence")
# These letters are a sign only before what is surely an amount.
_LETTERS: Final = {"N": "NGN", "R": "ZAR"}


@value
class _Money:
    """A line of the table."""

    code: str
    signs: tuple[str, ...]
    words: tuple[str, ...]
    """Without the "!"."""
    meant: frozenset[str]
    """Those of the words that mean this money by themselves."""
    country: str
    """What matches its countries; empty for a money that no other shares its words with."""


def _money(line: str) -> _Money:
    code, signs, words, countries = (part.split() for part in line.split("|", 3))
    return _Money(
        code[0],
        tuple(signs),
        tuple(word.rstrip("!") for word in words),
        frozenset(word.rstrip("!") for word in words if word.endswith("!")),
        "|".join(countries).replace("_", " "),
    )


_ALL: Final = tuple(map(_money, _TABLE.strip().splitlines()))
_SIGNS: Final = {sign: money.code for money in _ALL for sign in money.signs} | _LETTERS
_CODES: Final = frozenset(money.code for money in _ALL)


def _either(words: Iterable[str]) -> str:
    """Return what matches any of these, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


SIGN: Final = (
    rf"(?:{_either(set(_SIGNS) - set(_LETTERS))}|R[se]\.?"
    r"|[NR](?=\d[\d,.]{0,15}(?:,\d{3}|m\b|bn\b|[ -]?[mbt]r?illion)))"
)
"""What stands before a number."""
SIGN_BEHIND: Final = "[€£₽₸₴$₹₺]"
"""What may stand behind one."""
CODE: Final = f"(?:{_either(_CODES)})"
# "Three won" and "200 pounds of rice" are no money.
_UNSURE: Final = {
    "won": r"(?:(?<=illion )|(?<=thousand )|(?<=\d\d\d )|(?<=orean )|(?<=\dbn )|(?<=\dm ))won",
    "pound": r"pound(?!s? of )",
}
_SURE: Final = _either({word for money in _ALL for word in money.words} - set(_UNSURE))
WORD: Final = rf"(?:{_SURE}|{'|'.join(_UNSURE.values())})s?(?: sterling)?"
NATION: Final = rf"(?:{'|'.join(money.country for money in _ALL if money.country)})"


class Currencies:
    """The money that a text speaks of: what it says of its countries is looked up once for each word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._meant: dict[str, str] = {}

    def of_sign(self, sign: str) -> str:
        """Return the code for a sign or a code, "" if it can't be said."""
        bare = sign.strip().rstrip(".")
        if bare in _RUPEES:
            return self.of_word("rupee")
        return bare if bare in _CODES else _SIGNS.get(bare, "")

    def of_word(self, word: str, nation: str = "") -> str:
        """Return the code for a word with the nation that stands before it, "" if it can't be said."""
        name = _singular(word)
        sharers = [money for money in _ALL if name in money.words]
        if nation:
            return next((m.code for m in sharers if m.country and re.fullmatch(m.country, nation)), "")
        if name not in self._meant:
            self._meant[name] = self._most_spoken_of(name, sharers)
        return self._meant[name]

    def _most_spoken_of(self, name: str, sharers: Sequence[_Money]) -> str:
        """Return the code of the one whose country the text has most, else of what the word means alone."""
        meant = next((money.code for money in sharers if name in money.meant), "")
        if name in _WORLDWIDE:
            return meant
        counts = {m.code: len(re.findall(rf"\b(?:{m.country})\b", self._text)) for m in sharers if m.country}
        code, most = max(counts.items(), key=lambda item: item[1], default=("", 0))
        return code if most > counts.get(meant, 0) else meant


def is_hundredth(word: str) -> bool:
    """Whether the word means the hundredth part of the money, as the cent does."""
    return _singular(word) in _HUNDREDTHS


def _singular(word: str) -> str:
    bare = word.lower().removesuffix(" sterling")
    return next((form for form in (bare, bare.removesuffix("s")) if any(form in m.words for m in _ALL)), bare)
