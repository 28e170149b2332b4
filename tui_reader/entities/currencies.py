"""Which money is meant by a sign, a code or a word, for those who read English news of any country.

Codes are those of ISO 4217. A word that several countries share, such as the rupee, means the money of the
country that stands before it, or of the one of them that the text speaks of most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_SIGNS: Final = {
    **{"$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD"},
    **{"HK$": "HKD", "S$": "SGD", "R$": "BRL", "NT$": "TWD", "J$": "JMD", "TT$": "TTD", "EC$": "XCD"},
    **{"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY"},
    **{"₴": "UAH", "₸": "KZT", "₦": "NGN", "฿": "THB", "₱": "PHP", "₫": "VND", "₵": "GHS", "৳": "BDT"},
    **{"₾": "GEL", "₼": "AZN", "₡": "CRC", "₭": "LAK", "៛": "KHR"},
    **{"Ksh": "KES", "KSh": "KES", "Ush": "UGX", "USh": "UGX", "Tsh": "TZS", "TSh": "TZS", "RMB": "CNY"},
    **{"Rp": "IDR", "RM": "MYR", "N": "NGN", "R": "ZAR", "GH¢": "GHS", "Tk": "BDT", "Dh": "AED", "Dhs": "AED"},
}
"""A dollar without a country is that of the United States, as the agencies have it; the yen sign means yen."""
_CODES: Final = (
    "USD EUR GBP JPY CNY RUB INR KZT CHF AUD CAD SEK NOK DKK PLN BRL ZAR TRY UZS UAH AED AFN AMD ARS AZN BDT"
    " BGN BHD BYN CLP COP CZK DZD EGP ETB GEL GHS HKD HUF IDR ILS IQD IRR ISK JOD KES KGS KRW KWD LBP LKR MAD"
    " MDL MMK MNT MXN MYR NGN NPR NZD OMR PEN PHP PKR QAR RON RSD SAR SGD THB TJS TMT TND TWD TZS UGX VND XAF"
    " XOF ZMW"
).split()
_OF_ONE: Final = {
    **{"euro": "EUR", "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "tenge": "KZT"},
    **{"naira": "NGN", "zloty": "PLN", "hryvnia": "UAH", "rand": "ZAR", "baht": "THB", "rupiah": "IDR"},
    **{"ringgit": "MYR", "taka": "BDT", "birr": "ETB", "cedi": "GHS", "forint": "HUF", "shekel": "ILS"},
    **{"lari": "GEL", "manat": "AZN", "dram": "AMD", "reais": "BRL", "kyat": "MMK", "kwacha": "ZMW"},
    **{"afghani": "AFN", "dong": "VND", "tugrik": "MNT", "somoni": "TJS", "pence": "GBP", "rand": "ZAR"},
    **{"dollar": "USD", "buck": "USD", "quid": "GBP", "soum": "UZS"},
}
# The first of a row is meant where the text names none of the countries; "" where that would be a guess.
_OF_SEVERAL: Final = {
    "dollar": (
        *(("American|US|U\\.S\\.", "USD"), ("Canadian", "CAD"), ("Australian", "AUD"), ("New Zealand", "NZD")),
        *(("Hong Kong", "HKD"), ("Singapore(?:an)?", "SGD"), ("Taiwan(?:ese)?", "TWD"), ("Fijian", "FJD")),
        *(("Jamaican", "JMD"), ("Namibian", "NAD"), ("Zimbabwean|Zimbabwe", "ZWL")),
    ),
    "pound": (
        *(("Brit(?:ish|ain)", "GBP"), ("Egypt(?:ian)?", "EGP"), ("Leban(?:ese|on)", "LBP")),
        *(("Syrian?", "SYP"), ("South Sudan(?:ese)?", "SSP"), ("Sudan(?:ese)?", "SDG")),
    ),
    "rupee": (
        *(("Indian?", "INR"), ("Pakistani?", "PKR"), ("Sri Lankan?", "LKR"), ("Nepal(?:i|ese)?", "NPR")),
        ("Mauriti(?:an|us)", "MUR"),
    ),
    "rouble": (("Russian?", "RUB"), ("Belarus(?:ian)?", "BYN")),
    "won": (("(?:South )?Korean?", "KRW"),),
    "som": (("", ""), ("Kyrgyz(?:stan)?", "KGS"), ("Uzbek(?:istan)?", "UZS")),
    "sum": (("", ""), ("Uzbek(?:istan)?", "UZS")),
    "franc": (
        *(("", ""), ("Swiss|Switzerland", "CHF"), ("West African|Senegal|Mali|Ivory Coast|Benin", "XOF")),
        *(("Central African|Cameroon|Gabon|Chad", "XAF"), ("Rwandan?", "RWF"), ("Congol?(?:ese)?", "CDF")),
    ),
    "peso": (
        *(("", ""), ("Mexic(?:an|o)", "MXN"), ("Argentin(?:e|a|ian)", "ARS"), ("Chile(?:an)?", "CLP")),
        *(("Colombian?", "COP"), ("Philippines?|Filipino", "PHP"), ("Cuban?", "CUP"), ("Urugua(?:yan|y)", "UYU")),
        ("Dominican", "DOP"),
    ),
    "lira": (("Turk(?:ish|ey)|Türkiye", "TRY"), ("Leban(?:ese|on)", "LBP")),
    "shilling": (
        *(("", ""), ("Kenyan?", "KES"), ("Ugandan?", "UGX"), ("Tanzanian?", "TZS"), ("Somali(?:a)?", "SOS")),
    ),
    "krone": (("", ""), ("Norw(?:egian|ay)", "NOK"), ("Danish|Denmark", "DKK")),
    "krona": (("Swed(?:ish|en)", "SEK"), ("Iceland(?:ic)?", "ISK")),
    "koruna": (("Czech(?:ia)?", "CZK"),),
    "dinar": (
        *(("", ""), ("Kuwaiti?", "KWD"), ("Algerian?", "DZD"), ("Iraqi?", "IQD"), ("Serbian?", "RSD")),
        *(("Jordan(?:ian)?", "JOD"), ("Tunisian?", "TND"), ("Libyan?", "LYD"), ("Bahraini?", "BHD")),
    ),
    "riyal": (
        *(("", ""), ("Saudi(?: Arabia)?", "SAR"), ("Qatari?", "QAR"), ("Omani?", "OMR"), ("Iran(?:ian)?", "IRR")),
        ("Yemeni?", "YER"),
    ),
    "dirham": (("", ""), ("Emirati?s?|UAE", "AED"), ("Morocc(?:an|o)", "MAD")),
    "leu": (("", ""), ("Romanian?", "RON"), ("Moldovan?", "MDL")),
    "lev": (("Bulgarian?", "BGN"),),
    "cent": (("", ""), ("American|US|U\\.S\\.", "USD"), ("euro", "EUR")),
}
_FORMS: Final = {
    **{"ruble": "rouble", "rubles": "rouble", "kronor": "krona", "kroner": "krone", "lei": "leu", "leva": "lev"},
    **{"rial": "riyal", "rials": "riyal", "liras": "lira", "zlotys": "zloty", "rupiahs": "rupiah", "sums": "sum"},
}
_HUNDREDTHS: Final = ("cent", "pence")

SIGN: Final = (
    "(?:"
    + "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True) if len(sign) > 1 or sign > "Z" or sign == "$")
    + r"|Rs\.?|Re\.?|[NR](?=\d[\d,.]*(?:,\d{3}|m\b|bn\b|[ -]?[mbt]r?illion)))"
)
"""What stands before a number."""
SIGN_BEHIND: Final = "[€£₽₸₴$₹₺]"
"""What may stand behind one."""
CODE: Final = f"(?:{'|'.join(_CODES)}|RMB)"
WORD: Final = (
    r"(?:"
    + "|".join(sorted({*_OF_ONE, *_OF_SEVERAL, *_FORMS} - {"sterling", "buck", "quid", "sum", "sums"}, key=len, reverse=True))
    + r")s?(?: sterling)?"
)
NATION: Final = (
    r"(?:" + "|".join(country for row in _OF_SEVERAL.values() for country, _ in row if country) + r")"
)


class Currencies:
    """The money that a text speaks of: what it says of its countries is looked up once for each word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._meant: dict[str, str] = {}

    def of_sign(self, sign: str) -> str:
        """Return the code for a sign or a code, "" if it can't be said."""
        bare = sign.strip().rstrip(".")
        if bare in ("Rs", "Re"):
            return self.of_word("rupee")
        return bare if bare in _CODES else _SIGNS.get(bare, "")

    def of_word(self, word: str, nation: str = "") -> str:
        """Return the code for a word with the nation that stands before it, "" if it can't be said."""
        name = _singular(word)
        if nation:
            rows = _OF_SEVERAL.get(name, ())
            return next((code for country, code in rows if country and re.fullmatch(country, nation)), "")
        if name in _OF_ONE:
            return _OF_ONE[name]
        if name not in self._meant:
            self._meant[name] = self._most_spoken_of(_OF_SEVERAL.get(name, ()))
        return self._meant[name]

    def _most_spoken_of(self, rows: Sequence[tuple[str, str]]) -> str:
        """Return the code of the country that the text has most, else the first one's."""
        counts = [len(re.findall(rf"\b(?:{country})\b", self._text)) if country else 0 for country, _ in rows]
        return rows[counts.index(max(counts))][1] if rows else ""


def is_hundredth(word: str) -> bool:
    """Whether the word means the hundredth part of the money, as the cent does."""
    return _singular(word) in _HUNDREDTHS


def _singular(word: str) -> str:
    bare = word.lower().removesuffix(" sterling")
    forms = [_FORMS.get(form, form) for form in (bare, bare.removesuffix("s"))]
    return next((form for form in forms if form in _OF_ONE or form in _OF_SEVERAL), bare)
