"""Writes articles as one HTML page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tui_reader.export.stretches import is_safe_target, render, rows
from tui_reader.models import Article, Block, BlockKind, Document, Inline, Style

_HEAD = """<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ max-width: 38rem; margin: 3rem auto; padding: 0 1rem; font: 1.1rem/1.6 Georgia, serif }}
article + article {{ margin-top: 6rem }}
.byline, .caption {{ opacity: .7; font-size: .9em }}
img {{ max-width: 100% }}
pre {{ overflow-x: auto }}
td, th {{ padding: .2em .6em; border-bottom: 1px solid; text-align: start }}
</style>
</head>
<body>
"""
_FOOT = "</body>\n</html>\n"

_TAGS = {
    Style.EMPHASIS: "em",
    Style.STRONG: "strong",
    Style.CODE: "code",
    Style.STRIKE: "s",
    Style.SUPERSCRIPT: "sup",
    Style.SUBSCRIPT: "sub",
}


def html_page(articles: Iterable[Article], title: str) -> Iterator[str]:
    """Yield a page piece by piece: its head, each article, its foot."""
    yield _HEAD.format(title=escape(title))
    for article in articles:
        yield _article(article.document, article.row.url)
    yield _FOOT


def _article(document: Document, url: str) -> str:
    language = f' lang="{escape(document.language)}"' if document.language else ""
    title = escape(document.title)
    if is_safe_target(url):
        title = f'<a href="{escape(url)}">{title}</a>'
    date = document.published.date().isoformat() if document.published else ""
    byline = " · ".join(escape(part) for part in (", ".join(document.authors), document.site, date) if part)
    parts = [f'<article{language} dir="auto">', f"<h1>{title}</h1>"]
    if byline:
        parts.append(f'<p class="byline">{byline}</p>')
    return "\n".join([*parts, *_blocks(document.blocks), "</article>", ""])


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the blocks within the quotations and lists that they stand in."""
    open_tags: list[str] = []
    for block in blocks:
        quotes = open_tags.count("blockquote")
        if block.quote != quotes:
            yield from _close(open_tags, min(block.quote, quotes))
            while len(open_tags) < block.quote:
                open_tags.append("blockquote")
                yield "<blockquote>"
        if block.kind is BlockKind.LIST_ITEM:
            yield from _list_item(block, open_tags)
        else:
            yield from _close(open_tags, block.quote)
            yield _block(block)
    yield from _close(open_tags, 0)


def _close(open_tags: list[str], depth: int) -> Iterator[str]:
    """Close the innermost elements until only `depth` are open."""
    while len(open_tags) > depth:
        yield f"</{open_tags.pop()}>"


def _list_item(block: Block, open_tags: list[str]) -> Iterator[str]:
    """Yield an item at its level; each level is a list and an item that are open within the quotations."""
    number = block.marker.rstrip(".)")
    kind = "ol" if number.isdecimal() else "ul"
    level = max(block.level, 1)
    top = block.quote
    yield from _close(open_tags, top + 2 * level)
    is_level_open = len(open_tags) == top + 2 * level
    if is_level_open and not block.marker:
        yield f"<p>{_text(block)}</p>"
        return
    if is_level_open:
        yield from _close(open_tags, len(open_tags) - 1)
        if open_tags[-1] != kind:
            yield from _close(open_tags, len(open_tags) - 1)
    while len(open_tags) < top + 2 * level - 1:
        is_wanted = len(open_tags) == top + 2 * level - 2
        opened = [kind] if is_wanted else ["ul", "li"]
        open_tags += opened
        yield "".join(f"<{tag}>" for tag in opened)
    open_tags.append("li")
    value = f' value="{int(number)}"' if kind == "ol" and len(number) < 10 else ""
    yield f"<li{value}>{_text(block)}"


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            level = min(max(block.level, 1) + 1, 6)
            return f"<h{level}>{_text(block)}</h{level}>"
        case BlockKind.CODE:
            return f'<pre dir="ltr"><code>{escape(block.text, quote=False)}</code></pre>'
        case BlockKind.TABLE:
            return "\n".join(_table(block))
        case BlockKind.IMAGE:
            if not is_safe_target(block.source):
                return f'<p class="caption">{_text(block)}</p>'
            return f'<p><img src="{escape(block.source)}" alt="{escape(block.text)}"></p>'
        case BlockKind.CAPTION:
            return f'<p class="caption">{_text(block)}</p>'
        case BlockKind.RULE:
            return "<hr>"
        case _:
            return f"<p>{_text(block)}</p>"


def _table(block: Block) -> Iterator[str]:
    yield "<table>"
    for index, row in enumerate(rows(block)):
        tag = "th" if block.level and index == 0 else "td"
        yield "<tr>" + "".join(f"<{tag}>{_marked(text, inlines)}</{tag}>" for text, inlines in row) + "</tr>"
    yield "</table>"


def _text(block: Block) -> str:
    return _marked(block.text, block.inlines)


def _marked(text: str, inlines: Sequence[Inline]) -> str:
    return render(text, inlines, _plain, _styled)


def _plain(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>\n")


def _styled(inline: Inline, marked: str) -> str:
    if inline.style is Style.LINK:
        return f'<a href="{escape(inline.target)}">{marked}</a>'
    tag = _TAGS[inline.style]
    return f"<{tag}>{marked}</{tag}>"
