"""Writes articles as one HTML page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import assert_never

from tui_reader.export.highlights import ends_of_marks, label, with_marks
from tui_reader.export.stretches import is_safe_target, render, rows
from tui_reader.highlights import Highlight
from tui_reader.models import Article, ArticleId, Block, BlockKind, Document, Inline, Style

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
mark {{ background: #cdeee3; color: #17181b }}
.byline, .caption, figcaption, blockquote footer, .notes {{ opacity: .7; font-size: .9em }}
figure {{ margin: 1em 0 }}
img {{ max-width: 100% }}
pre {{ overflow-x: auto }}
td, th {{ padding: .2em .6em; border-bottom: 1px solid; text-align: start }}
</style>
</head>
<body>
"""
_FOOT = "</body>\n</html>\n"

_SHOWN = frozenset({BlockKind.IMAGE, BlockKind.EMBED, BlockKind.TABLE})
"""What a caption below belongs to."""
_BULLETS = ("•", "◦", "▪")
_TICKS = {
    "☐": '<input type="checkbox" disabled> ',
    "☑": '<input type="checkbox" checked disabled> ',
}
_TAGS = {
    Style.EMPHASIS: "em",
    Style.STRONG: "strong",
    Style.CODE: "code",
    Style.STRIKE: "s",
    Style.SUPERSCRIPT: "sup",
    Style.SUBSCRIPT: "sub",
    Style.MARK: "mark",
}


HighlightsOf = Callable[[ArticleId], Sequence[Highlight]]
"""Gives what is highlighted in an article."""


def html_page(articles: Iterable[Article], title: str, highlights: HighlightsOf) -> Iterator[str]:
    """Yield a page piece by piece: its head, each article with its highlights, its foot."""
    yield _HEAD.format(title=escape(title))
    for article in articles:
        yield _article(article.document, article.row.url, highlights(article.row.id))
    yield _FOOT


def _article(document: Document, url: str, highlights: Sequence[Highlight]) -> str:
    language = f' lang="{escape(document.language)}"' if document.language else ""
    title = escape(document.title)
    if is_safe_target(url):
        title = f'<a href="{escape(url)}">{title}</a>'
    date = document.published.date().isoformat() if document.published else ""
    byline = " · ".join(escape(part) for part in (", ".join(document.authors), document.site, date) if part)
    parts = [f'<article{language} dir="auto">', f"<h1>{title}</h1>"]
    if byline:
        parts.append(f'<p class="byline">{byline}</p>')
    body = html_body(with_marks(document.blocks, highlights))
    return "\n".join([*parts, body, *_notes(highlights, body), "</article>", ""])


def _notes(highlights: Sequence[Highlight], body: str) -> Iterator[str]:
    """Yield the notes, and with theirs the highlights that the text has no mark of."""
    told = [each for each in highlights if each.note or each.is_lost]
    if told:
        yield '<ul class="notes">'
    for each in told:
        tag = "del" if each.is_lost else "q"
        is_marked = f'"#note-{label(each)}"' in body
        words = "" if is_marked else f"<{tag}>{_plain(each.words)}</{tag}> "
        yield f'<li id="note-{label(each)}">{words}{_plain(each.note)}</li>'
    if told:
        yield "</ul>"


def html_body(blocks: Sequence[Block]) -> str:
    """Return the text of an article as HTML, without headline, byline and page around it."""
    return "\n".join(_blocks(blocks))


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the blocks within the quotations and lists that they stand in, pictures with their captions."""
    open_tags: list[str] = []
    for group in _groups(blocks):
        block = group[0]
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
            yield _block(block) if len(group) == 1 else _figure(group)
    yield from _close(open_tags, 0)


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield what is shown together with its captions, and every other block alone."""
    group: list[Block] = []
    for block in blocks:
        is_caption = block.kind is BlockKind.CAPTION and group and group[0].kind in _SHOWN
        if group and not (is_caption and group[0].quote == block.quote):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _figure(group: Sequence[Block]) -> str:
    shown, *captions = group
    lines = "<br>\n".join(map(_text, captions))
    return f"<figure>\n{_block(shown)}\n<figcaption>{lines}</figcaption>\n</figure>"


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
    yield f"<li{_numbering(block.marker)}>{_TICKS.get(block.marker, '')}{_text(block)}"


def _numbering(marker: str) -> str:
    """Return the attribute that makes a browser set this marker, where it would not by itself."""
    number = marker.rstrip(".)")
    if number.isdecimal():
        return f' value="{int(number)}"' if len(number) < 10 else ""
    if marker in _BULLETS:
        return ""
    sign = "none" if not marker or marker in _TICKS else f"'{escape(marker)} '"
    return f' style="list-style-type: {sign}"'


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            # The first level is that of the headline.
            level = min(max(block.level, 2), 6)
            return f"<h{level}>{_text(block)}</h{level}>"
        case BlockKind.CODE:
            language = f' class="language-{escape(block.source)}"' if block.source else ""
            return f'<pre dir="ltr"><code{language}>{escape(block.text, quote=False)}</code></pre>'
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
        case BlockKind.ATTRIBUTION:
            return f"<footer>— {_text(block)}</footer>"
        case BlockKind.EMBED:
            return f'<p class="embed">{_text(block)}</p>'
        case BlockKind.PARAGRAPH | BlockKind.LIST_ITEM:
            return f"<p>{_text(block)}</p>"
        case _:
            assert_never(block.kind)


def _table(block: Block) -> Iterator[str]:
    yield "<table>"
    for index, row in enumerate(rows(block)):
        tag = "th" if block.level and index == 0 else "td"
        yield "<tr>" + "".join(f"<{tag}>{_marked(text, inlines)}</{tag}>" for text, inlines in row) + "</tr>"
    yield "</table>"


def _text(block: Block) -> str:
    return _marked(block.text, block.inlines)


def _marked(text: str, inlines: Sequence[Inline]) -> str:
    ends = ends_of_marks(inlines)

    def styled(inline: Inline, marked: str) -> str:
        note = f'<sup><a href="#note-{inline.target}">✎</a></sup>' if inline.style is Style.MARK else ""
        return _styled(inline, marked) + (note if ends.get(inline.target) == inline.end else "")

    return render(text, inlines, _plain, styled)


def _plain(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>\n")


def _styled(inline: Inline, marked: str) -> str:
    if inline.style is Style.LINK:
        return f'<a href="{escape(inline.target)}">{marked}</a>'
    tag = _TAGS[inline.style]
    return f"<{tag}>{marked}</{tag}>"
