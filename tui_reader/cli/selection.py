"""Finds the articles that the words after a command mean."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.cli.console import Console
from tui_reader.errors import FetchError, NotFoundError
from tui_reader.library import Library, parse_query
from tui_reader.models import ArticleId


def one(library: Library, word: str) -> ArticleId:
    """Return the article with this number or address.

    Raises:
        NotFoundError: if there is none.
    """
    if not word.isascii() or not word.isdecimal():
        return _saved_from(library, word)
    # SQLite holds no larger numbers, so none is an article's.
    number = int(word) if len(word) < 19 else 0
    if not library.rows([number]):
        raise NotFoundError(f"There is no article {word}.")
    return ArticleId(number)


def _saved_from(library: Library, address: str) -> ArticleId:
    try:
        id = library.find(address)
    except FetchError as error:
        raise NotFoundError(f"“{address}” is neither the number nor the address of an article.") from error
    if id is None:
        raise NotFoundError(f"There is no article from {address}.")
    return id


def each(library: Library, words: Sequence[str], console: Console) -> tuple[list[ArticleId], bool]:
    """Return the articles that are there, and whether that is all of them; complain about the others."""
    found: dict[ArticleId, None] = {}
    is_complete = True
    for word in words:
        try:
            found[one(library, word)] = None
        except NotFoundError as error:
            console.complain(str(error))
            is_complete = False
    return list(found), is_complete


def each_or_query(library: Library, words: Sequence[str], console: Console) -> tuple[Sequence[int], bool]:
    """Return the articles as `each` does if the words are numbers and addresses, else as a search does."""
    if words and all(_names_article(word) for word in words):
        return each(library, words, console)
    return library.ids(parse_query(" ".join(words))), True


def counted(number: int) -> str:
    """Return a number of articles in words: "1 article", "1,200 articles"."""
    return f"{number:,} {'article' if number == 1 else 'articles'}"


def _names_article(word: str) -> bool:
    return word.isascii() and (word.isdecimal() or word.startswith(("http://", "https://")))
