"""Which language a text is in: what the page says, unless its letters or commonest words say otherwise."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 20_000
_LEAST_LETTERS = 20
"""Letters that must be there before a script says anything."""
_LEAST_COMMON = 5
"""Common words that must be there before they say anything."""
_CLEARLY = 3
"""How many times more words of another language must be common before the page is not believed."""

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
# Languages that share a script with the one it stands for, told apart by letters that only they use.
_LETTERS = {
    "ar": (("ur", "ٹڈڑںے"), ("fa", "پچژگ")),
    "ru": (("uk", "їєґ"), ("kk", "әғқңұһ"), ("sr", "ђћџљњј"), ("be", "ў")),
}
_FAMILY = {
    "ar": {"ar", "fa", "ur", "ps", "ku"},
    "ru": {"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"},
    "he": {"he", "yi"},
    "hi": {"hi", "mr", "ne", "sa"},
}
_COMMON = {
    "en": "the and of to in is that for was with are this have from not which their has were been",
    "fr": "le la les des et est une dans pour que qui sur pas avec sont au aux cette par plus ont",
    "de": "der die das und ist nicht mit den von ein eine auf für dem sich auch werden wird als oder",
    "es": "el la los las que y en una por con para del se no es su al como más pero fue",
    "it": "il di che la per non una sono con del della nel anche alla gli più dei delle ha questo",
    "pt": "o que de não uma os com para as em por do da mais dos como mas foi ao são",
    "nl": "de het een van en is dat niet op te voor met zijn aan ook maar door bij wordt naar",
    "sv": "och att det som en på är av för med till den har inte om ett var från",
    "pl": "i w na z się nie do to że jest jak po przez od dla oraz ale był",
    "tr": "ve bir bu için da de ile olarak daha çok olan gibi ancak kadar sonra",
}
_COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
_RENAMED = {"iw": "he", "in": "id", "ji": "yi", "eng": "en", "fra": "fr", "deu": "de", "spa": "es"}


def language_of(text: str, declared: str = "") -> str:
    """Return the ISO 639-1 code of a text's language, empty if unknown.

    Args:
        text: what is to be read.
        declared: what the page says, such as "en-GB" or "zh_Hans"; empty if it says nothing.
    """
    said = code(declared)
    sample = text[:_SAMPLE]
    if script := _by_script(sample):
        return said if said in _FAMILY.get(script, {script}) else _by_letters(sample, script)
    counts = _common_words(sample)
    guess, count = max(counts.items(), key=lambda item: item[1])
    if count < _LEAST_COMMON:
        return said
    is_believed = said and count < _CLEARLY * max(counts.get(said, count), 1)
    return said if is_believed else guess


def code(declared: str) -> str:
    """Return the language of a tag such as "en-GB" as two small letters, empty if it is none."""
    primary = re.split(r"[-_]", declared.strip().lower())[0]
    primary = _RENAMED.get(primary, primary)
    return primary if re.fullmatch("[a-z]{2}", primary) else ""


def _by_script(text: str) -> str:
    """Return the language that most of the text's letters stand for; empty if these are Latin."""
    letters = sum(1 for character in text if character.isalpha())
    counts = {language: len(pattern.findall(text)) for language, pattern in _SCRIPTS}
    if letters < _LEAST_LETTERS:
        return ""
    # Japanese mixes its kana with Han characters, so a tenth of kana is enough.
    if counts["ja"] and counts["ja"] + counts["zh"] > letters / 2 and counts["ja"] > counts["zh"] / 10:
        return "ja"
    language, most = max(counts.items(), key=lambda item: item[1])
    return language if most > letters / 2 else ""


def _by_letters(text: str, script: str) -> str:
    rivals = _LETTERS.get(script, ())
    if not rivals:
        return script
    scores = {language: sum(map(text.count, letters)) for language, letters in rivals}
    language, most = max(scores.items(), key=lambda item: item[1])
    return language if most > len(text) / 200 else script


def _common_words(text: str) -> dict[str, int]:
    found = Counter(_WORD.findall(text.lower()))
    return {language: sum(found[word] for word in words) for language, words in _COMMON_WORDS.items()}
