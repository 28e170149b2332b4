"""No word of an article is lost, doubled, moved or glued to another between the HTML and the blocks.

What may differ, and why:

- Captions, and names of who is quoted that stand in a `<figcaption>`, come behind what they belong to.
- What describes a picture comes behind the paragraph that the picture stands in.
- Times of live blogs come before the headline of their entry.
- The head of a table comes first and its foot last.
- Formulas are said once, in TeX if the page has it: what draws them for the eye is not said again.
- A heading that begins an item of a list bears the number of the item.
- Ways back from notes, and the numbers beside listings, are no words of the article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.prepare import prepare
from tui_reader.extract.tree import Element, parse
from tui_reader.models import Block, BlockKind

PROPERTY = settings(max_examples=600, deadline=None, derandomize=True)
BASE = "https://post.example/a"
SAMPLES = Path(__file__).parents[2] / "tui_reader" / "samples"
PAGES = sorted([*(Path(__file__).parent / "pages").glob("*.html"), *SAMPLES.glob("*.html")])

WORD = re.compile(r"w\d+\b")
INLINE_NAMES = """
    b i em a span sup sub q code kbd samp del ins mark abbr u small cite time font var dfn tt strike
"""
INLINE = INLINE_NAMES.split()
FRAME_NAMES = "div section article main header center form address fieldset aside"
FRAMES = FRAME_NAMES.split()
LISTS = ("ul", "ol", "ol type=a", "ol type=I start=3", "ol reversed", "ol start=-1", "menu")
SOURCES = (
    ("", "", ""),
    ("<footer>", "", "</footer>"),
    ("<cite>— ", "", "</cite>"),
    ("<p>— ", "", "</p>"),
    ("<p>", "<br>— ", "</p>"),
    ("<p>“", "” — ", "</p>"),
    ("<p>", ". <cite>", "</cite></p>"),
)
"""What stands before a quotation's last line, between it and who is quoted, and behind."""
HEADINGS = ("h1", "h2", "h3", "h6")


@dataclass
class Markup:
    """HTML that grows, with the words in it numbered in reading order."""

    parts: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    count: int = 0

    def word(self) -> str:
        """Return a word that was not there before."""
        self.count += 1
        return f"w{self.count}"


@st.composite
def markups(draw: st.DrawFn) -> Markup:
    """Return a page of elements nested at random."""
    page = Markup()
    for _ in range(draw(st.integers(1, 4))):
        write_block(draw, page, 0)
    return page


def write_words(draw: st.DrawFn, page: Markup) -> None:
    words = [page.word() for _ in range(draw(st.integers(1, 2)))]
    page.told += words
    page.parts.append(draw(st.sampled_from([" ", "\n", "&nbsp;", "\t "])).join(words))


def write_line(draw: st.DrawFn, page: Markup, depth: int) -> None:
    """Write what stands in a paragraph: words, and elements with space around them."""
    for _ in range(draw(st.integers(1, 3))):
        choice = draw(st.sampled_from(["words", "words", "inline", "br", "img", "ruby", "math"]))
        page.parts.append(" ")
        if choice == "inline" and depth < 6:
            tag = draw(st.sampled_from(INLINE))
            page.parts.append(f'<{tag} href="/x">' if tag == "a" else f"<{tag}>")
            write_line(draw, page, depth + 1)
            page.parts.append(f"</{tag}>")
        elif choice == "br":
            page.parts.append("<br>" * draw(st.integers(1, 3)))
        elif choice == "img":
            alternative = page.word()
            page.beside.append(alternative)
            page.parts.append(f'<img src="/{alternative}.png" alt="{alternative}">')
        elif choice == "ruby":
            base, reading = page.word(), page.word()
            page.told += [base, reading]
            page.parts.append(f"<ruby>{base}<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>")
        elif choice == "math":
            above, below = page.word(), page.word()
            page.told += [above, below]
            page.parts.append(f"<math><mfrac><mi>{above}</mi><mi>{below}</mi></mfrac></math>")
        else:
            write_words(draw, page)
        page.parts.append(" ")


def write_block(draw: st.DrawFn, page: Markup, depth: int) -> None:
    """Write one element that begins and ends a block, with no space around it."""
    kinds = ["p", "words", "heading", "pre", "hr", "poem"]
    if depth < 4:
        kinds += ["frame", "list", "terms", "quote", "table", "layout", "figure", "details", "link", "entry"]
    kind = draw(st.sampled_from(kinds))
    if kind == "frame":
        write_around(draw, page, depth, draw(st.sampled_from(FRAMES)))
    elif kind == "list":
        name = draw(st.sampled_from(LISTS))
        page.parts.append(f"<{name}>")
        for _ in range(draw(st.integers(1, 3))):
            box = draw(st.sampled_from(["", "", "<input type=checkbox checked>"]))
            page.parts.append(f"<li>{box}")
            write_content(draw, page, depth)
            page.parts.append("</li>")
        page.parts.append(f"</{name.split()[0]}>")
    elif kind == "terms":
        page.parts.append("<dl><dt>")
        write_line(draw, page, depth)
        page.parts.append("</dt><dd>")
        write_content(draw, page, depth)
        page.parts.append("</dd></dl>")
    elif kind == "quote":
        write_quote(draw, page, depth)
    elif kind == "table":
        write_table(draw, page)
    elif kind == "layout":
        page.parts.append("<table role=presentation><tr><td>")
        write_content(draw, page, depth)
        page.parts.append("</td><td>")
        write_content(draw, page, depth)
        page.parts.append("</td></tr></table>")
    elif kind == "figure":
        write_figure(draw, page, depth)
    elif kind == "details":
        page.parts.append("<details><summary>")
        write_line(draw, page, depth)
        page.parts.append("</summary>")
        write_content(draw, page, depth)
        page.parts.append("</details>")
    elif kind == "link":
        write_around(draw, page, depth, "a href=/y")
    elif kind == "entry":
        page.parts.append("<article><header><time>14:05</time><h3>")
        write_line(draw, page, depth)
        page.parts.append("</h3></header>")
        write_content(draw, page, depth)
        page.parts.append("</article>")
    else:
        write_simple(draw, page, depth, kind)


def write_simple(draw: st.DrawFn, page: Markup, depth: int, kind: str) -> None:
    """Write an element that holds only a line, or lines."""
    if kind == "hr":
        page.parts.append("<hr>")
        return
    if kind == "words":
        page.parts.append("<div>")
        write_words(draw, page)
        page.parts.append("</div>")
        return
    if kind == "pre":
        opening, closing = draw(st.sampled_from([("<pre>", "</pre>"), ("<pre><code>", "</code></pre>")]))
        page.parts.append(opening)
        for _ in range(draw(st.integers(1, 3))):
            line = draw(st.sampled_from(["{}\n", "\t{}\n\n", "<span>{}</span><br>", "<div>{}</div>"]))
            word = page.word()
            page.told.append(word)
            page.parts.append(line.format(word))
        page.parts.append(closing)
        return
    tag = {"heading": draw(st.sampled_from(HEADINGS)), "poem": 'p style="white-space: pre-line"'}.get(
        kind, "p"
    )
    page.parts.append(f"<{tag}>")
    write_line(draw, page, depth)
    page.parts.append(f"</{tag.split()[0]}>")


def write_content(draw: st.DrawFn, page: Markup, depth: int) -> None:
    """Write a line or blocks, as items, cells and quotations may hold either or both."""
    if draw(st.booleans()):
        write_line(draw, page, depth)
    for _ in range(draw(st.integers(0, 2))):
        write_block(draw, page, depth + 1)


def write_around(draw: st.DrawFn, page: Markup, depth: int, tag: str) -> None:
    page.parts.append(f"<{tag}>")
    write_content(draw, page, depth)
    page.parts.append(f"</{tag.split()[0]}>")


def write_quote(draw: st.DrawFn, page: Markup, depth: int) -> None:
    page.parts.append("<blockquote>")
    write_content(draw, page, depth)
    before, between, after = draw(st.sampled_from(SOURCES))
    page.parts.append(before)
    if between:
        write_line(draw, page, depth)
        page.parts.append(between)
    if after:
        write_around_words(draw, page)
        page.parts.append(after)
    page.parts.append("</blockquote>")
    if draw(st.booleans()):
        page.parts.append("<p>— ")
        write_around_words(draw, page)
        page.parts.append("</p>")


def write_around_words(draw: st.DrawFn, page: Markup) -> None:
    """Write words with a style in the middle of them."""
    write_words(draw, page)
    page.parts.append(" <i>")
    write_words(draw, page)
    page.parts.append("</i>")


def write_table(draw: st.DrawFn, page: Markup) -> None:
    page.parts.append("<table>")
    captions: list[str] = []
    if draw(st.booleans()):
        captions.append(page.word())
        page.parts.append(f"<caption>{captions[0]}</caption>")
    for _ in range(draw(st.integers(1, 3))):
        page.parts.append("<tr>")
        for _ in range(draw(st.integers(1, 3))):
            tag = draw(st.sampled_from(["td", "th", "td colspan=2", "td rowspan=2"]))
            page.parts.append(f"<{tag}>")
            if draw(st.booleans()):
                write_words(draw, page)
            page.parts.append(f"</{tag.split()[0]}>")
        page.parts.append("</tr>")
    page.parts.append("</table>")
    page.beside += captions


def write_figure(draw: st.DrawFn, page: Markup, depth: int) -> None:
    """Write a figure whose caption may stand above what it belongs to."""
    caption = page.word()
    page.beside.append(caption)
    is_first = draw(st.booleans())
    page.parts.append("<figure>")
    if is_first:
        page.parts.append(f"<figcaption>{caption}</figcaption>")
    write_content(draw, page, depth)
    if not is_first:
        page.parts.append(f"<figcaption>{caption}</figcaption>")
    page.parts.append("</figure>")


@PROPERTY
@given(markups(), st.booleans())
def test_every_word_of_nested_elements_is_said_once_and_in_order(page: Markup, is_prepared: bool) -> None:
    root = parse(f"<body>{''.join(page.parts)}</body>")
    if is_prepared:
        prepare(root, BASE)
    blocks = blocks_of(root, BASE)
    found = WORD.findall("\n".join(block.text for block in blocks))
    assert [word for word in found if word not in page.beside] == page.told
    assert sorted(word for word in found if word in page.beside) == sorted(page.beside)
    assert misplaced(blocks) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_word_of_a_page_is_said_once_and_in_order(path: Path) -> None:
    root = parse(path.read_bytes().decode("utf-8", "replace"))
    prepare(root, BASE)
    blocks = blocks_of(root, BASE)
    assert Counter(words(root)) == Counter(said(blocks))
    assert misplaced(blocks) == []
    beside = [word for element in root.iter("figcaption", "caption", "time") for word in words(element)]
    assert without(words(root), beside) == without(said(blocks), beside)


UNSEEN_NAMES = "script style head title svg canvas iframe audio video select option input textarea rp"
UNSEEN = frozenset(UNSEEN_NAMES.split())
NUMBERS = re.compile(r"\blinenos?\b|\bgutter\b")


def words(root: Element) -> list[str]:
    """Return the words that a browser shows of an element, ruby in brackets, formulas in TeX."""
    return apart("".join(shown(root)))


def shown(element: Element) -> Iterator[str]:
    if element.tag in UNSEEN or NUMBERS.search(element.get("class", "")):
        return
    notes = [note.text or "" for note in element.iter("annotation")] if element.tag == "math" else []
    is_block = element.tag not in INLINE and element.tag not in ("ruby", "rt", "wbr", "strong")
    yield "\n" if is_block else ""
    if notes:
        yield notes[0]
    else:
        yield f"({element.text or ''}" if element.tag == "rt" else (element.text or "").replace("\u00ad", "")
        for child in element:
            yield from shown(child)
            yield (child.tail or "").replace("\u00ad", "").replace("\u200b", "")
    yield ")" if element.tag == "rt" else "\n" if is_block else ""


def said(blocks: tuple[Block, ...]) -> list[str]:
    numbered = re.compile(r"^\w{1,4}\. ")
    texts = (
        numbered.sub("", block.text) if block.kind is BlockKind.HEADING else block.text
        for block in blocks
        if block.kind.is_told
    )
    return apart("\n".join(texts))


def apart(text: str) -> list[str]:
    """Return the words of a text, letters and digits apart, as times are parted from what they stick to."""
    return re.findall(r"\d+|[^\W\d]+", text)


def without(found: list[str], others: list[str]) -> list[str]:
    left = set(others)
    return [word for word in found if word not in left]


def misplaced(blocks: tuple[Block, ...]) -> list[Block]:
    """Return blocks with stretches that are no part of them, or links that lead to no whole address."""
    return [
        block
        for block in blocks
        for inline in block.inlines
        if not 0 <= inline.start < inline.end <= len(block.text)
        or (inline.target and not re.match(r"https?://|mailto:", inline.target))
    ]
