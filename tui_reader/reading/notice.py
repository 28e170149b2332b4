"""What is read in place of an article that has no text."""

from __future__ import annotations

from tui_reader.models import ArticleRow, Block, BlockKind, Document, Names, Stage
from tui_reader.reading.languages import language_name

_READ = "en"
"""The language that our own recogniser reads."""
_STAGES = {
    Stage.QUEUED: "It waits for its turn to be fetched.",
    Stage.FETCHING: "It is being fetched.",
    Stage.CLEANING: "It is being cleaned.",
    Stage.NAMING: "Its names are being read.",
}


def notice(row: ArticleRow, *, retry: str, browse: str, back: str) -> Document:
    """Return a document that says why there is no text, and which keys do something about it."""
    if row.stage.is_pending:
        said = [_STAGES[row.stage], "It will appear here."]
    else:
        ways = ((retry, "tries again"), (browse, "opens it in the browser"), (back, "goes back"))
        known = ", ".join(f"{key} {effect}" for key, effect in ways if key)
        said = [row.reason or "There is no text.", *([f"{known}."] if known else [])]
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in said)
    return Document(row.title or row.url, blocks, site=row.site)


def names_remark(language: str, names: Names) -> str:
    """Return in a few words how many names were found, or why none were sought."""
    if names.recogniser:
        count = sum(entity.kind.is_name for entity in names.entities)
        return "no names found" if not count else "1 name" if count == 1 else f"{count} names"
    if language == _READ:
        return "no names: they could not be read"
    return f"no names: {language_name(language)} isn’t read yet" if language else "no names: unknown language"
