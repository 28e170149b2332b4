"""Writes an article as Markdown (CommonMark, with the tables and strike-through of GitHub's)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from tui_reader.export.highlights import ends_of_marks, label, with_marks
from tui_reader.export.record import record
from tui_reader.export.stretches import is_safe_target, render, rows
from tui_reader.highlights import Highlight
from tui_reader.models import Article, Block, BlockKind, Inline, Style

_SPECIAL = re.compile(
    r"[\\`*\[\]]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # not within a word
    r"|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~(?=~)|(?<=~)~|=(?==)|(?<==)="
)
_LINE_START = re.compile(r"^(?:(>|[-+=#](?=[-+=#\s]|$))|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE)
_CLOSING = re.compile(r"(?<=\s)(?=#+$)")
_LANGUAGE = re.compile(r"[\w+#.-]{1,30}$")
_NUMBER = re.compile(r"\d{1,9}[.)]")
_BULLETS = ("", "•", "◦", "▪")
_TICKS = {"☐": "[ ] ", "☑": "[x] "}
_MARKS = {
    Style.EMPHASIS: ("*", "*"),
    Style.STRONG: ("**", "**"),
    Style.STRIKE: ("~~", "~~"),
    Style.SUPERSCRIPT: ("<sup>", "</sup>"),
    Style.SUBSCRIPT: ("<sub>", "</sub>"),
    Style.MARK: ("==", "=="),
}


def markdown(article: Article, highlights: Sequence[Highlight] = ()) -> str:
    """Return front matter in YAML, the headline, and the text, in which highlights are marked."""
    title = heading(1, article.document.title, ())
    body = _body(with_marks(article.document.blocks, highlights))
    return f"{_front_matter(article)}\n{title}\n\n{body}\n{''.join(_notes(highlights, body))}"


def _notes(highlights: Sequence[Highlight], body: str) -> Iterator[str]:
    """Yield the notes that the text refers to as footnotes, and what isn't marked in it as a list."""
    here = [each for each in highlights if each.note and f"[^{label(each)}]" in body]
    if here:
        yield "\n"
    for each in here:
        yield f"[^{label(each)}]: {one_line(each.note, ())}\n"
    others = [each for each in highlights if each.is_lost or (each.note and each not in here)]
    if others:
        yield f"\n{heading(2, 'Other highlights', ())}\n\n"
    for each in others:
        words = one_line(" ".join(each.words.split()), ())
        lost = " *(no longer in the text)*" if each.is_lost else ""
        yield f"- {words}{lost}{' — ' + one_line(each.note, ()) if each.note else ''}\n"


def _front_matter(article: Article) -> str:
    # Every JSON value is a YAML value too, so nothing in a headline can break out of its field.
    fields = record(article.row).items()
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields]
    return "\n".join(["---", *lines, "---", ""])


def _body(blocks: Sequence[Block]) -> str:
    """Join the blocks: items of a list closely, all others with an empty line between."""
    parts: list[str] = []
    content_columns = [0]
    previous: Block | None = None
    for block in blocks:
        if block.kind is not BlockKind.LIST_ITEM:
            content_columns = [0]
        written = _block(block, content_columns)
        if not written:
            continue
        quote = "> " * block.quote
        if previous is not None:
            is_close = (
                previous.kind is block.kind is BlockKind.LIST_ITEM
                and previous.quote == block.quote
                and block.marker != ""
            )
            # A quotation goes on over an empty line only if that line bears its mark.
            shared = "> " * min(block.quote, previous.quote)
            parts.append("\n" if is_close else f"\n{shared}".rstrip(" ") + "\n")
        parts.append("\n".join(quote + line if line else quote.rstrip() for line in written.split("\n")))
        previous = block
    return "".join(parts)


def _block(block: Block, content_columns: list[int]) -> str:
    """Write one block; `content_columns` is where the text of each open list level begins."""
    if not block.text and not block.marker and block.kind not in (BlockKind.IMAGE, BlockKind.RULE):
        return ""
    match block.kind:
        case BlockKind.HEADING:
            return heading(min(max(block.level, 1), 6), block.text, block.inlines)
        case BlockKind.LIST_ITEM:
            return _list_item(block, content_columns)
        case BlockKind.CODE:
            return _fenced(block)
        case BlockKind.TABLE:
            return "\n".join(_table(block))
        case BlockKind.IMAGE:
            alternative = one_line(block.text, ())
            return (
                f"![{alternative}]({_target(block.source)})" if is_safe_target(block.source) else alternative
            )
        case BlockKind.CAPTION:
            return _text(block.text, [Inline(0, len(block.text), Style.EMPHASIS), *block.inlines])
        case BlockKind.RULE:
            return "* * *"
        case BlockKind.ATTRIBUTION:
            return f"— {_text(block.text, block.inlines)}"
        case BlockKind.PARAGRAPH | BlockKind.EMBED:
            return _text(block.text, block.inlines)
        case _:
            assert_never(block.kind)


def heading(level: int, text: str, inlines: Sequence[Inline]) -> str:
    """Write a heading; hash signs at its end would be taken for a frame if they were not escaped."""
    line = _CLOSING.sub(r"\\", one_line(text, inlines))
    return f"{'#' * level} {line}"


def _list_item(block: Block, content_columns: list[int]) -> str:
    level = max(block.level, 1)
    text = _text(block.text, block.inlines)
    if not block.marker and len(content_columns) > level:
        indent = " " * content_columns[level]
        return "\n".join(indent + line for line in text.split("\n"))
    is_number = _NUMBER.fullmatch(block.marker)
    marker = block.marker if is_number else "-"
    lead = (
        "" if is_number or block.marker in _BULLETS else _TICKS.get(block.marker, f"{_escape(block.marker)} ")
    )
    # A level that the page skips has no item of its own, so it takes no room either.
    del content_columns[level:]
    content_columns += [content_columns[-1]] * (level - len(content_columns))
    margin = " " * content_columns[-1]
    content_columns.append(len(margin) + len(marker) + 1)
    hanging = " " * content_columns[-1]
    first, *others = text.split("\n")
    return "\n".join([f"{margin}{marker} {lead}{first}".rstrip(), *(hanging + line for line in others)])


def _fenced(block: Block) -> str:
    """Write code within a fence longer than any in it."""
    fence = "`" * max(3, _longest_run(block.text) + 1)
    language = block.source if _LANGUAGE.match(block.source) else ""
    return f"{fence}{language}\n{block.text}\n{fence}"


def _table(block: Block) -> Iterator[str]:
    """Yield the lines of a table; one without a header gets an empty one, which Markdown demands."""
    lines = [[_cell(text, inlines) for text, inlines in row] for row in rows(block)]
    width = max(len(line) for line in lines)
    lines = [line + [""] * (width - len(line)) for line in lines]
    if not block.level:
        lines.insert(0, [""] * width)
    lines.insert(1, ["---"] * width)
    for line in lines:
        yield "| " + " | ".join(line) + " |"


def _cell(text: str, inlines: Sequence[Inline]) -> str:
    return _text(text, inlines).replace("|", "\\|")


def one_line(text: str, inlines: Sequence[Inline]) -> str:
    """Write running text in one line."""
    return _text(text, inlines).replace("\\\n", " ")


def _text(text: str, inlines: Sequence[Inline]) -> str:
    """Write running text; a line break in it becomes a hard one."""
    ends = ends_of_marks(inlines)

    def styled(inline: Inline, marked: str) -> str:
        if inline.style is Style.CODE:
            return _code(text[inline.start : inline.end])
        inner = marked.strip()
        if not inner:
            return marked
        before, after = marked[: marked.index(inner)], marked[marked.rindex(inner) + len(inner) :]
        if inline.style is Style.LINK:
            return f"{before}[{inner}]({_target(inline.target)}){after}"
        opening, closing = _MARKS[inline.style]
        if inline.style is Style.MARK and ends.get(inline.target) == inline.end:
            closing += f"[^{inline.target}]"
        return f"{before}{opening}{inner}{closing}{after}"

    lines = (line.strip() for line in render(text, inlines, _escape, styled).split("\n"))
    return _LINE_START.sub(_escape_line_start, "\\\n".join(lines).removesuffix("\\\n"))


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


def _escape_line_start(match: re.Match[str]) -> str:
    sign, number, point = match.groups()
    return f"\\{sign}" if sign else f"{number}\\{point}"


def _code(text: str) -> str:
    """Write code within a sentence, in more backticks than stand in it."""
    ticks = "`" * (_longest_run(text) + 1)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{room}{text}{room}{ticks}"


def _longest_run(text: str) -> int:
    """Return the length of the longest run of backticks."""
    return max((len(run) for run in re.findall("`+", text)), default=0)


def _target(target: str) -> str:
    """Write an address so that no bracket in it ends the link."""
    return target.replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
