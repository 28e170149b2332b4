"""Tells by lists and endings what a word is to a noun phrase of English: part of it, its end, or a verb."""

from __future__ import annotations

from functools import cache

from tui_reader.entities.lexicon import words_of

ARTICLES = frozenset({"a", "an", "the"})
OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your"})
"""Words for somebody of whom a line that stands alone doesn't tell."""
RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "where"})
"""Words that begin a clause about what stands before them."""
AND = frozenset({"and", "or", "&"})
_LONGEST_ED, _LONGEST_ING = 4, 6
"""Letters of words such as "red" and "spring", which are no verbs."""
_SUPERLATIVES = frozenset(
    {"first", "second", "third", "fourth", "fifth", "last", "only", "most", "best", "worst"}
)
_NO_SUPERLATIVES = frozenset(
    {"west", "forest", "priest", "interest", "request", "protest", "honest", "modest"}
)


def is_word(text: str) -> bool:
    """Whether this is a word or a number rather than a mark."""
    return text[0].isalnum() or text == "&"


def is_verb(word: str) -> bool:
    """Whether a word in small letters may be a verb with which a sentence goes on."""
    if word in after_nouns() or word in before_nouns() or "-" in word:
        return False
    if word in _clause_words():
        return True
    if word.endswith("ed"):
        return len(word) > _LONGEST_ED and not word.endswith("eed")
    return word.endswith("ing") and len(word) > _LONGEST_ING


def is_verb_before_noun(word: str) -> bool:
    """Whether a word in small letters, which a noun follows, may be a verb: "hired" in "hired lawyers"."""
    is_late = word in after_nouns() and word.endswith(("ed", "ing")) and word not in before_nouns()
    return is_late or is_verb(word)


def may_be_present(word: str) -> bool:
    """Whether a word in small letters may be a verb in "-s"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s")) and word not in _s_words()


def is_one_of_many(word: str) -> bool:
    """Whether a word in lower case tells one thing from others of its sort: "first", "largest"."""
    return word in _SUPERLATIVES or (
        word.endswith("est") and len(word) > _LONGEST_ED and word not in _NO_SUPERLATIVES
    )


def is_owner(word: str) -> bool:
    """Whether a word ends as that for an owner does."""
    return word.endswith(("'s", "’s", "s'", "s’"))


@cache
def prepositions() -> frozenset[str]:
    """Return, in lower case, the words by which more is said after a noun."""
    return words_of("prepositions.txt")


@cache
def pointing_words() -> frozenset[str]:
    """Return, in lower case, words by which a phrase needs another sentence to be understood."""
    return words_of("pointing_words.txt")


@cache
def after_nouns() -> frozenset[str]:
    """Return participles and adjectives that may follow a noun and say more of it."""
    return words_of("after_nouns.txt")


@cache
def after_titles() -> frozenset[str]:
    """Return, in lower case, words that end what stands up to a noun."""
    return prepositions() | RELATIVES | AND | words_of("sides.txt") | after_nouns()


@cache
def before_titles() -> frozenset[str]:
    """Return, in lower case, words that end what stands before a title, seen from there."""
    return prepositions() | words_of("before_titles.txt")


@cache
def standing_words() -> frozenset[str]:
    """Return, in lower case, words without which a title would be wrong: "former", "deputy"."""
    return words_of("standing_words.txt")


@cache
def praise() -> frozenset[str]:
    """Return, in lower case, words that say what is thought of somebody."""
    return words_of("praise.txt")


@cache
def never_last() -> frozenset[str]:
    """Return, in lower case, words with which no phrase ends."""
    return prepositions() | after_nouns() | ARTICLES | AND | OWNERS


@cache
def _clause_words() -> frozenset[str]:
    return words_of("clause_words.txt")


@cache
def before_nouns() -> frozenset[str]:
    """Return participles that may stand before a noun."""
    return words_of("before_nouns.txt")


@cache
def _s_words() -> frozenset[str]:
    return words_of("s_words.txt")
