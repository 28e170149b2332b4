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
_AHEAD = 1.1
"""How many times more words of a language must be common than of its nearest neighbour before it is told."""
_LEAST_OF_LETTERS = 1 / 400
"""Share of a text from which letters say something about its language, rather than about a name in it."""
_COMMON_SHARE = 0.08
"""Share of common words below which a text is in a language that none of ours is."""

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
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("pa", re.compile("[\u0a00-\u0a7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("kn", re.compile("[\u0c80-\u0cff]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("si", re.compile("[\u0d80-\u0dff]")),
    ("lo", re.compile("[\u0e80-\u0eff]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("km", re.compile("[\u1780-\u17ff]")),
)
_FOREIGN = re.compile("[^\u0000-\u024f]+")
"""What no Latin script has."""
# Languages that share a script with the one it stands for, told apart by letters that this one lacks. A text
# is in the first whose letters it has: Macedonian has those of Serbian too.
_LETTERS = {
    "ar": (("ur", "ٹڈڑںے"), ("fa", "پچژگ")),
    "ru": (("uk", "їєґ"), ("kk", "әғқңұһ"), ("mk", "ѓќѕ"), ("sr", "ђћјљњ"), ("be", "ў")),
}
_PROOF = {"ru": ("ыэё", "bg")}
"""Letters that no text goes without in the language that its script stands for, and what it is without."""
_FAMILY = {
    "ar": {"ar", "fa", "ur", "ps", "ku"},
    "ru": {"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"},
    "he": {"he", "yi"},
    "hi": {"hi", "mr", "ne", "sa"},
    "bn": {"bn", "as"},
    "am": {"am", "ti"},
}
_COMMON = {
    "en": "the and of it you your to in is that for was with are this have from not which their has were",
    "fr": "le la les des et est une dans pour que qui sur pas avec sont au aux cette par plus ont",
    "de": "der die das und ist nicht mit den von ein eine auf für dem sich auch werden wird als oder",
    "es": "el la los las que y en una por con para del se no es su al como más pero fue",
    "it": "il di che la per non una sono con del della nel anche alla gli più dei delle ha questo",
    "pt": "o a que e os as do da dos das um uma não para por com no na em ao se mais é foi são mas pelo",
    "nl": "de het een van en is dat niet op te voor met zijn aan ook maar door bij wordt naar",
    "ca": "el la els les i que en per amb és una un del dels al no com més va ha són aquest",
    "gl": "o a que e os as do da dos das un unha non para por con no na en ao se máis é foi son pero polo",
    "ro": "și de la în a nu este cu pe că din mai sunt pentru o un se care sau au fost lui",
    "af": "die van en in is het nie dat vir met te aan om wat sy ook maar was op as",
    "sv": "och att det som en på är av för med till den har inte om ett var från jag sig efter nu blev de",
    "da": "og at det som en på er af for med til den har ikke om et var fra jeg sig efter nu blev mere de",
    "nb": "og å det som en på er av for med til den har ikke om et var fra jeg seg etter nå ble mer de",
    "fi": "ja on ei että se oli hän mutta ovat kun joka niin myös kuin ole",
    "et": "ja on ei et see oli ta aga mis kui ning ka olid kes siis nii",
    "lt": "ir į kad yra iš su tai bet buvo per kaip jo apie už dar jau",
    "lv": "un ir ka no ar uz par bet bija kā to viņš arī pēc lai kas",
    "hu": "a az és hogy nem is egy van volt ez meg már csak mint azt",
    "cs": "a v se na je že s z do to o i jako ale pro jsou by jsem od byl",
    "sk": "a v sa na je že s z do to o aj ako ale pre sú by som od bol",
    "sl": "in je v na se da za so ki z pa bi to ni ne od tudi kot po bil",
    "hr": "i je u na se da za su od ne što s kao koji bi to iz a nije bio",
    "id": "yang dan di dari untuk dengan ini itu pada tidak dalam akan adalah ke oleh",
    "vi": "là và của có không các được cho những trong một người với này đã",
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
    words = _WORD.findall(sample.lower())
    counts = _common_words(words)
    (guess, count), (_, next_count) = counts.most_common(2)
    if count < max(_LEAST_COMMON, _COMMON_SHARE * len(words)):
        return said
    if said and count < _CLEARLY * max(counts.get(said, count), 1):
        return said
    return guess if count >= _AHEAD * next_count else ""


def code(declared: str) -> str:
    """Return the language of a tag such as "en-GB" as two small letters, empty if it is none."""
    primary = re.split(r"[-_]", declared.strip().lower())[0]
    primary = _RENAMED.get(primary, primary)
    return primary if re.fullmatch("[a-z]{2}", primary) else ""


def _by_script(text: str) -> str:
    """Return the language that most of the text's letters stand for; empty if these are Latin."""
    letters = sum(1 for character in text if character.isalpha())
    foreign = "".join(_FOREIGN.findall(text))
    counts = {language: len(pattern.findall(foreign)) for language, pattern in _SCRIPTS}
    if letters < _LEAST_LETTERS:
        return ""
    # Japanese mixes its kana with Han characters, so a tenth of kana is enough.
    if counts["ja"] and counts["ja"] + counts["zh"] > letters / 2 and counts["ja"] > counts["zh"] / 10:
        return "ja"
    language, most = max(counts.items(), key=lambda item: item[1])
    return language if most > letters / 2 else ""


def _by_letters(text: str, script: str) -> str:
    """Return the language of a text by letters that others with its script lack."""
    least = _LEAST_OF_LETTERS * len(text)
    for language, letters in _LETTERS.get(script, ()):
        if sum(map(text.count, letters)) > least:
            return language
    letters, otherwise = _PROOF.get(script, ("", script))
    return script if sum(map(text.count, letters)) > least else otherwise


def _common_words(words: list[str]) -> Counter[str]:
    """Count for each language the words that are common in it."""
    found = Counter(words)
    return Counter(
        {language: sum(found[word] for word in common) for language, common in _COMMON_WORDS.items()}
    )
