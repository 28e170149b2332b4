from __future__ import annotations

import pytest

from tui_reader.extract.blocks import blocks_of
from tui_reader.extract.tree import parse
from tui_reader.models import Block, BlockKind, Inline, Style


def blocks(html: str) -> tuple[Block, ...]:
    return blocks_of(parse(f"<body>{html}</body>"), "https://post.example/a/")


def paragraph(text: str, *inlines: Inline, quote: int = 0) -> Block:
    return Block(BlockKind.PARAGRAPH, text, inlines, quote=quote)


def item(text: str, marker: str = "", level: int = 1) -> Block:
    return Block(BlockKind.LIST_ITEM, text, level=level, marker=marker)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>  one\n\ttwo  </p>", "one two"),
        ("<p>one <b> two </b> three</p>", "one two three"),
        ("<p>one<b> two</b></p>", "one two"),
        ("<p>1&nbsp;000 kg</p>", "1\u00a0000 kg"),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<p>one <br> two<br></p>", "one\ntwo"),
        ("<p>one<wbr>two</p>", "onetwo"),
        ("<p>天地\n人</p>", "天地人"),
        ("<p>say <q>yes</q></p>", "say “yes”"),
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>", "漢(かん)"),
        ("<div>loose</div>", "loose"),
        ("loose", "loose"),
        ("<p>a<script>x()</script><style>y</style>b</p>", "ab"),
    ],
)
def test_white_space_and_breaks_are_read_as_a_browser_reads_them(html: str, text: str) -> None:
    assert [block.text for block in blocks(html)] == [text]


@pytest.mark.parametrize(
    "pause", ["<br><br>", "<br>\n<br/>", "<br>&nbsp;<br>", "<br><br><br><br>", "<p>", "<div></div>"]
)
def test_two_breaks_end_a_paragraph(pause: str) -> None:
    assert blocks(f"<div>one{pause}two</div>") == (paragraph("one"), paragraph("two"))


def test_styles_are_stretches_without_white_space_at_their_ends() -> None:
    assert blocks("<p>An <b> <i>old</i> ship </b>here<i> </i></p>") == (
        paragraph("An old ship here", Inline(3, 11, Style.STRONG), Inline(3, 6, Style.EMPHASIS)),
    )


def test_a_style_around_paragraphs_is_in_each_of_them() -> None:
    assert blocks("<b><div>one</div><div>two</div></b>") == (
        paragraph("one", Inline(0, 3, Style.STRONG)),
        paragraph("two", Inline(0, 3, Style.STRONG)),
    )


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("b?x=1#y", "https://post.example/a/b?x=1#y"),
        ("//other.example", "https://other.example"),
        ("mailto:ann@post.example", "mailto:ann@post.example"),
        ("#note", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_links_lead_to_whole_addresses_or_are_plain_text(address: str, target: str | None) -> None:
    links = (Inline(0, 4, Style.LINK, target),) if target else ()
    assert blocks(f'<p><a href="{address}">text</a></p>') == (paragraph("text", *links),)


def test_rules_part_something() -> None:
    assert [block.kind for block in blocks("<hr><p>a</p><hr><hr><p>b</p><hr>")] == [
        BlockKind.PARAGRAPH,
        BlockKind.RULE,
        BlockKind.PARAGRAPH,
    ]


def test_lists_nest_and_count() -> None:
    html = "<ol start=2><li>a<ul><li>b</ul><li value=9>c<p>d</p><li>e</ol>"
    assert blocks(html) == (item("a", "2."), item("b", "◦", 2), item("c", "9."), item("d"), item("e", "10."))


def test_an_item_outside_a_list_is_an_item() -> None:
    assert blocks("<li>a</li><p>b</p>") == (item("a", "•"), paragraph("b"))


def test_numbers_that_are_none_do_not_matter() -> None:
    html = "<ol start=x><li value='1e9'>a<li value=99999999999999999999>b</ol>"
    assert blocks(html) == (item("a", "1."), item("b", "2."))


def test_an_item_that_begins_with_a_listing_or_a_table_keeps_its_number() -> None:
    table = "<table><tr><td>1<td>2<tr><td>3<td>4</table>"
    assert blocks(f"<ol><li>a<li><pre>b</pre><p>c</p><li>{table}<li>d</ol>") == (
        item("a", "1."),
        item("", "2."),
        Block(BlockKind.CODE, "b"),
        item("c"),
        item("", "3."),
        Block(BlockKind.TABLE, "1\t2\n3\t4"),
        item("d", "4."),
    )


def test_headings_are_one_line_and_keep_the_number_of_their_item() -> None:
    assert blocks("<h2>a<br>b</h2><ol><li><h3>c</h3></ol>") == (
        Block(BlockKind.HEADING, "a b", level=2),
        Block(BlockKind.HEADING, "1. c", level=3),
    )


def test_quotations_nest() -> None:
    assert blocks("<blockquote>a<blockquote>b</blockquote></blockquote>c") == (
        paragraph("a", quote=1),
        paragraph("b", quote=2),
        paragraph("c"),
    )


def test_code_keeps_its_white_space_and_says_its_language() -> None:
    html = '<pre class="x"><code class="language-c++">\n  if (a)\n\tb();\n\n</code></pre><pre>a<br>b</pre>'
    assert blocks(html) == (
        Block(BlockKind.CODE, "  if (a)\n\tb();", source="c++"),
        Block(BlockKind.CODE, "a\nb"),
    )


@pytest.mark.parametrize(
    ("first_row", "level"),
    [
        ("<th>a<th>b", 1),
        ("<td><th>b", 1),
        ("<td> &nbsp;<th>b", 1),
        ("<th>a<td>", 0),
        ("<td>a<th>b", 0),
        ("<td><td>b", 0),
    ],
)
def test_a_row_of_header_cells_is_a_header_even_below_an_empty_corner(first_row: str, level: int) -> None:
    (table,) = blocks(f"<table><tr>{first_row}<tr><th>x<td>y</table>")
    assert table.level == level


@pytest.mark.parametrize("head", ["<thead><tr><th>a<th>b</thead>", "<tr><th>a<th>b"])
def test_the_foot_of_a_table_comes_last_wherever_the_page_has_it(head: str) -> None:
    html = "<table>{}<tfoot><tr><td>sum<td>7</tfoot>{}<tbody><tr><td>x<td>3<tr><td>y<td>4</tbody></table>"
    expected = (Block(BlockKind.TABLE, "a\tb\nx\t3\ny\t4\nsum\t7", level=1),)
    assert blocks(html.format(head, "")) == expected
    assert blocks(html.format("", head)) == expected


def test_cells_that_span_keep_the_columns_in_line() -> None:
    html = """<table><tr><th>a<th>b<th>c<tr><td rowspan=2>1<td colspan=2>2
        <tr><td>3<td>4<br>5<tr><td>6<td><td rowspan=999999999>7</table>"""
    assert blocks(html) == (Block(BlockKind.TABLE, "a\tb\tc\n1\t2\t\n\t3\t4 5\n6\t\t7", level=1),)


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>a<td>b</table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table role=presentation><tr><td>a<td><tr><td>b<td></table>",
        "<table><tr><td><table><tr><td>a</table><td>b</table>",
        "<table><tr><td><h2>a</h2><td>x</table>",
    ],
)
def test_a_table_that_only_arranges_the_page_is_told_apart(table: str) -> None:
    kinds = {block.kind for block in blocks(table)}
    assert BlockKind.TABLE not in kinds
    assert next(block.text for block in blocks(table)) == "a"


def test_a_caption_stands_below_its_picture_or_table() -> None:
    html = """<figure><figcaption>a</figcaption><img src=p.png alt=b></figure>
        <table><caption>c</caption><tr><td>1<td>2<tr><td>3<td>4</table>"""
    assert blocks(html) == (
        Block(BlockKind.IMAGE, "b", source="https://post.example/a/p.png"),
        Block(BlockKind.CAPTION, "a"),
        Block(BlockKind.TABLE, "1\t2\n3\t4"),
        Block(BlockKind.CAPTION, "c"),
    )


def test_a_picture_in_a_paragraph_does_not_part_it() -> None:
    assert blocks("<p>one <img src=/p.png> two</p>") == (
        paragraph("one two"),
        Block(BlockKind.IMAGE, source="https://post.example/p.png"),
    )


def test_a_picture_of_a_character_is_the_character() -> None:
    assert blocks('<p>a <img class=emoji alt="🦭" src=s.png> b</p>') == (paragraph("a 🦭 b"),)


NAMED = [paragraph("Water goes down.", quote=1), Block(BlockKind.ATTRIBUTION, "Ada Holm", quote=1)]


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>Water goes down.</p><footer>Ada Holm</footer></blockquote>",
        "<blockquote><p>Water goes down.</p><footer>— <cite>Ada Holm</cite></footer></blockquote>",
        "<blockquote><p>Water goes down.</p><cite>Ada Holm</cite></blockquote>",
        "<blockquote><p>Water goes down. <cite>Ada Holm</cite></p></blockquote>",
        "<blockquote>Water goes down.<br><cite>Ada Holm</cite></blockquote>",
        "<blockquote><p>Water goes down.</p><p>— Ada Holm</p></blockquote>",
        "<blockquote><p>Water goes down.</p><p>— <cite>Ada Holm</cite></p></blockquote>",
        "<blockquote><p>Water goes down.<br>— <cite>Ada Holm</cite></p></blockquote>",
        "<blockquote><p>Water goes down.</p><small>— <cite>Ada Holm</cite></small></blockquote>",
        "<blockquote><p>Water goes down. <small>– <cite>Ada Holm</cite></small></p></blockquote>",
        "<blockquote>Water goes down. -- <cite>Ada Holm</cite></blockquote>",
        "<blockquote>Water goes down.<br>-- Ada Holm</blockquote>",
        "<figure><blockquote>Water goes down.</blockquote><figcaption>Ada Holm</figcaption></figure>",
        "<figure><figcaption>– Ada Holm</figcaption><blockquote>Water goes down.</blockquote></figure>",
        "<blockquote>Water goes down.</blockquote><cite>Ada Holm</cite>",
        "<blockquote>Water goes down.</blockquote><p>— Ada Holm</p>",
    ],
)
def test_who_is_quoted_is_told_apart_from_what_was_said(html: str) -> None:
    found = blocks(html)
    assert [(block.kind, block.text, block.quote) for block in found] == [
        (block.kind, block.text, block.quote) for block in NAMED
    ]


@pytest.mark.parametrize(
    "line", ["– Ada, <cite>Dams</cite>", "— <b>Ada</b>, <cite>Dams</cite>", "Ada, <cite>Dams</cite>"]
)
@pytest.mark.parametrize("around", ["<p>{}</p>", "<footer>{}</footer>", "<footer><p>{}</p></footer>"])
def test_a_name_and_a_book_stay_together(line: str, around: str) -> None:
    found = blocks(f"<blockquote><p>Water goes down.</p>{around.format(line)}</blockquote>")
    assert "\n".join(block.text for block in found[1:]).removeprefix("— ") == "Ada, Dams"


def test_a_name_may_stand_behind_the_closing_quotation_mark() -> None:
    found = blocks("<blockquote>“Water <b>goes</b> down.” — <i>Ada B.</i>, engineer</blockquote>")
    assert found == (
        paragraph("“Water goes down.”", Inline(7, 11, Style.STRONG), quote=1),
        Block(BlockKind.ATTRIBUTION, "Ada B., engineer", (Inline(0, 6, Style.EMPHASIS),), quote=1),
    )


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>— Will it hold?</p><p>— It has so far</p></blockquote>",
        "<blockquote>— Ada Holm</blockquote>",
        "<blockquote>It is told in <cite>The Dam</cite> by somebody.</blockquote>",
        "<blockquote><p>It rained.</p><p>— And then?</p></blockquote>",
        "<blockquote>“Come here” — and he went</blockquote>",
        "<p>It rained.</p><p>— Ada Holm</p>",
    ],
)
def test_what_goes_on_or_answers_names_nobody(html: str) -> None:
    assert {block.kind for block in blocks(html)} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize(
    ("opening", "markers"),
    [
        ("<ol type=a start=26>", ["z.", "aa."]),
        ("<ol type=A>", ["A.", "B."]),
        ("<ol type=i start=3999>", ["mmmcmxcix.", "4000."]),
        ("<ol type=I start=8>", ["VIII.", "IX."]),
        ("<ol style='list-style: inside upper-roman'>", ["I.", "II."]),
        ("<ol type=a start=0>", ["0.", "a."]),
        ("<ol reversed>", ["2.", "1."]),
        ("<ol reversed start=9>", ["9.", "8."]),
        ("<ul>", ["•", "•"]),
    ],
)
def test_lists_count_as_they_say(opening: str, markers: list[str]) -> None:
    found = blocks(f"{opening}<li>a<li>b</{opening[1:3]}>")
    assert [block.marker for block in found] == markers


def test_tasks_say_whether_they_are_done() -> None:
    html = (
        "<ul><li><label><input type=checkbox checked>a</label><ul><li><input type=checkbox>b</ul><li>c</ul>"
    )
    assert blocks(html) == (item("a", "☑"), item("b", "☐", 2), item("c", "•"))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><span class=dropcap>T</span>he lock</p>", "The lock"),
        ("<div class=dropcap>T</div><p>he lock</p>", "The lock"),
        ("<p>ad&shy;vi&#8203;sed</p>", "advised"),
        ("<p>at <time>14:05</time>the gate</p>", "at 14:05 the gate"),
        ("<p><span>2:05 p.m.</span>Rain</p>", "2:05 p.m.Rain"),
        ("<p><span>14:05</span><span>Rain</span></p>", "14:05 Rain"),
        ("<p>on <time>3 March</time>, late</p>", "on 3 March, late"),
        ("<p><time>3月3日</time>晚上</p>", "3月3日晚上"),
        ("<p style='white-space:pre-line'>one\ntwo</p>", "one\ntwo"),
        ("<pre class=wp-block-verse>one\n two</pre>", "one\ntwo"),
    ],
)
def test_what_belongs_together_is_together_and_what_does_not_is_apart(html: str, text: str) -> None:
    (block,) = blocks(html)
    assert block.kind is BlockKind.PARAGRAPH
    assert block.text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac>",
            "x=1/(a+b)",
        ),
        ("<msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msub><mi>y</mi><mn>1</mn></msub>", "x^2+y_1"),
        ("<msqrt><mn>2</mn></msqrt>", "√(2)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "x^(1/3)"),
        ("<mi>x</mi><annotation encoding='application/x-tex'>\\alpha^2</annotation>", "\\alpha^2"),
        ("<mi>x</mi><annotation encoding='application/x-tex'>{\\displaystyle a_{1}}</annotation>", "a_{1}"),
    ],
)
def test_formulas_are_one_line(html: str, text: str) -> None:
    formula = Inline(3, 3 + len(text), Style.CODE)
    assert blocks(f"<p>So <math>{html}</math></p>") == (paragraph(f"So {text}", formula),)


def test_a_formula_that_is_drawn_a_second_time_is_said_once() -> None:
    html = "<p><span><span><math><mi>x</mi></math></span><span aria-hidden=true>x</span></span> is it</p>"
    assert [block.text for block in blocks(html)] == ["x is it"]


@pytest.mark.parametrize(
    ("names", "language"),
    [
        ("language-go", "go"),
        ("brush: php; gutter: false", "php"),
        ("brush:js", "js"),
        ("sourceCode c++", "c++"),
        ("highlight-source-rust", "rust"),
        ("language-", ""),
        ("language- wide", ""),
        ("lang-", ""),
        ("programming-languages", ""),
        ("slang-words", ""),
    ],
)
def test_the_language_of_a_listing_is_what_its_class_says_and_nothing_else(names: str, language: str) -> None:
    (block,) = blocks(f"<pre><code class='{names}'>a</code></pre>")
    assert block.source == language


def test_lines_of_a_listing_may_be_elements_and_bear_numbers() -> None:
    html = (
        "<pre><button>Copy</button><div><span class=ln>1</span>a</div>\n<div>\tb</div><div><br></div>c</pre>"
    )
    assert blocks(html) == (Block(BlockKind.CODE, "a\n\tb\n\nc"),)


def entry(time: str, headline: str = "", text: str = "It rains.") -> str:
    return f"<article><header><time>{time}</time>{headline}</header><p>{text}</p></article>"


def test_entries_of_a_live_blog_begin_with_their_time() -> None:
    found = blocks(
        entry("16:05 GMT", "<h2>Trees</h2>") + entry("3.20pm") + entry("14:05", "<h2>Schools</h2>")
    )
    assert [block.text for block in found if block.kind is BlockKind.HEADING] == [
        "16:05 GMT — Trees",
        "3.20pm",
        "14:05 — Schools",
    ]
    assert [block.text for block in found if block.kind is BlockKind.PARAGRAPH] == ["It rains."] * 3


def test_a_time_may_stand_below_the_headline_of_its_entry() -> None:
    html = "".join(f"<h3>News {hour}</h3><span>{hour}:10</span><p>It rains.</p>" for hour in (12, 13, 14))
    assert [block.text for block in blocks(html)][::2] == [
        "12:10 — News 12",
        "13:10 — News 13",
        "14:10 — News 14",
    ]


def test_times_in_the_items_of_a_list_are_headings_too() -> None:
    html = "".join(f"<li><time>1{hour}:00</time><p>one</p><p>two</p></li>" for hour in range(3))
    assert [block.kind for block in blocks(f"<ul>{html}</ul><p>end</p>")] == [
        *[BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH] * 3,
        BlockKind.PARAGRAPH,
    ]


@pytest.mark.parametrize("lone", ["14:05", "3.50", "10.50", "2:1", "25:00"])
def test_a_time_or_two_and_other_numbers_are_no_live_blog(lone: str) -> None:
    html = f"<p>{lone}</p><p>text</p>" * (2 if lone == "14:05" else 4)
    assert {block.kind for block in blocks(html)} == {BlockKind.PARAGRAPH}


def test_a_picture_is_shown_once_and_described_once() -> None:
    html = """<figure><img src=p.png alt=Fig><img src=p.png><figcaption>Fig</figcaption></figure>"""
    assert blocks(html) == (
        Block(BlockKind.IMAGE, "", source="https://post.example/a/p.png"),
        Block(BlockKind.CAPTION, "Fig"),
    )
