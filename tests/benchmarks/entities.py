"""How the cost of what is told of names grows from 1,000 articles to 100,000 with 3 million mentions.

The names are as uneven as those of the news: the commonest stands in a third of all articles; so are the
words of a paragraph without names, of which the headline has a few. A library of the larger size takes some
minutes and a gigabyte to build. What takes longer than it may is marked.
"""

from __future__ import annotations

import itertools
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.shelf import Shelf
from tui_reader.codec import encode_blocks
from tui_reader.dossiers import EntityId, NameSort
from tui_reader.library import Library, parse_query
from tui_reader.models import ArticleId, Block, BlockKind, Kind
from tui_reader.queries import Filter, Query

SIZES = (1_000, 100_000)
MENTIONS = 30
"""Mentions in an article."""
NAMES_AN_ARTICLE = 3
"""How many different names there are, for each article."""
FLATTENING = 8
"""What is added to the rank of a name (Zipf and Mandelbrot), or the commonest would stand in nearly all."""
WORDS, WORDS_A_TITLE = 300, 8
"""Words of the paragraph without names, and of the headline."""
REPEATS = 15
NOW = 1_790_000_000
YEARS = 3
LIMIT, LIST_LIMIT = 30.0, 50.0
_SAID = (*[""] * 9, "the minister of trade", "former minister of trade and industry", "a keen cyclist")
"""What an article says of whom it names."""
_COUNTING = (
    "INSERT OR IGNORE INTO appearance SELECT entity_id, moment, article_id FROM appearing ORDER BY 1, 2, 3",
    "INSERT INTO tally SELECT entity_id, (moment + 62135596800) / 604800, count(*) FROM appearance"
    " GROUP BY 1, 2",
    "UPDATE entity SET articles = counted.articles, last = counted.last"
    " FROM (SELECT entity_id, count(*) AS articles, max(moment) AS last FROM appearance GROUP BY 1)"
    " AS counted WHERE id = entity_id",
)
_HIGHLIGHTING = (
    "INSERT INTO highlight (article_id, block, character, end_block, end_character, words, before, after,"
    " note, made, is_lost)"
    " SELECT article_id, part.value, 0, part.value, 80, substr(text, 1, 80), '', '', '', ? - article_id, 0"
    " FROM content, json_each('[0, 4]') AS part WHERE article_id % 5 = 0"
)
"""Two highlights in every fifth article, as of somebody who reads with a pen."""
_KINDS = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.PERSON, Kind.OTHER)


def run() -> None:
    """Print each cost at both sizes, and the larger as a multiple of the smaller."""
    costs: dict[str, list[float]] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            fill(Path(folder), size)
            megabytes = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6
            seconds = time.perf_counter() - start
            print(f"  {size:,} articles, {size * MENTIONS:,} mentions: {seconds:.0f} s, {megabytes:.0f} MB")
            with Library(Path(folder), clock=lambda: NOW) as library:
                for name, action in actions(library).items():
                    costs.setdefault(name, []).append(_least_time(action) * 1000)
    for name, (small, large) in costs.items():
        limit = LIST_LIMIT if name.startswith("list") else LIMIT
        told = "" if large <= limit or name == "all ids" else f"  more than {limit:.0f} ms"
        print(f"  {name:44} {small:8.2f} ms  {large:8.2f} ms  {large / small:6.1f} x{told}")


def actions(library: Library) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""
    names = library.names.listed(None, size=2_000)
    common, middling = names[0], names[1000]
    rare = library.names.completions("", limit=100_000)[-1]
    newest = ArticleId(library.ids()[0])
    found: dict[str, Callable[[], object]] = {"all ids": lambda: library.ids()}
    for told, entity in (("commonest", common), ("1,000th", middling), ("rare", rare)):
        found[f"dossier with its first page, {told} name"] = lambda id=entity.id: (  # type: ignore[misc]
            library.names.dossier(id),
            library.names.appearances(id),
        )
        found[f"search by the {told} name"] = lambda words=f'{entity.kind.value}:"{entity.name}"': (  # type: ignore[misc]
            library.ids(parse_query(words))
        )
        found[f"highlights that name the {told} name"] = lambda id=entity.id: library.highlights.naming(id)  # type: ignore[misc]
    found["tenth page of the commonest name's articles"] = _tenth_page(library, common.id)
    word = common.name.split()[-1]
    for typed in (word[:1], word[:2], word[:3], word, "zz", names[5].name[:7]):
        found[f"completion of “{typed}”"] = lambda typed=typed: library.names.completions(typed)  # type: ignore[misc]
    for sort in (NameSort.ARTICLES, NameSort.RECENT):
        found[f"list of names by {sort}, first numbers"] = (
            lambda sort=sort: (  # type: ignore[misc]
                library.names.rows(library.names.ids(None, sort, limit=200)[:64])
            )
        )
        found[f"list of names by {sort}, with “{word[:2]}”"] = (
            lambda sort=sort: (  # type: ignore[misc]
                library.names.ids(None, sort, words=word[:2], limit=1_000)
            )
        )
    for entity in names[:20]:
        library.names.follow(entity.id, True)
    found["20 followed names, with unread articles"] = library.names.followed
    found["unread articles of the commonest name"] = lambda: library.ids(
        Query(filters=(Filter("is", "unread"), Filter("entity", str(common.id))))
    )
    for place, told in ((0, "newest"), (len(library.ids()) // 2, "middlemost")):
        id = ArticleId(library.ids()[place])
        found[f"related to the {told} article"] = lambda id=id: library.related.to(id)  # type: ignore[misc]
    found["names in the newest article, with counts"] = lambda: library.names.in_article(newest)
    known = [entity.id for entity in names[:40]]
    found["who the 40 commonest are"] = lambda: library.names.who_is(known)
    for sort in NameSort:
        for kind in (None, Kind.OTHER):
            told = f"list of names by {sort}" + (f", kind {kind}" if kind else "")
            found[told] = lambda kind=kind, sort=sort: library.names.listed(kind, sort)  # type: ignore[misc]
    found["list of names, page 500"] = lambda: library.names.listed(None, page=500)
    return found


def _tenth_page(library: Library, id: EntityId) -> Callable[[], object]:
    last = None
    for _ in range(9):
        last = library.names.appearances(id, last)[-1]
    return lambda: library.names.appearances(id, last)


def fill(folder: Path, size: int) -> None:
    """Make a library of articles with as many names as news have."""
    chance = random.Random(7)
    shelf = Shelf(folder)
    names = list(itertools.islice(_names(chance), size * NAMES_AN_ARTICLE))
    weights = list(itertools.accumulate(1 / (rank + FLATTENING) for rank in range(len(names))))
    words = [f"{first}{second}".lower() for first, second in itertools.pairwise("".join(names).split())]
    word_weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    with shelf.database.write() as connection:
        connection.executemany(
            "INSERT INTO entity (id, kind, name, key) VALUES (?, ?, ?, ?)",
            [(id, _KINDS[id % len(_KINDS)], name, name.casefold()) for id, name in enumerate(names, 1)],
        )
    triggers = _without_triggers(shelf)
    step = YEARS * 365 * 86_400 // size
    with shelf.database.write() as connection:
        for id in range(1, size + 1):
            named = chance.choices(range(len(names)), cum_weights=weights, k=MENTIONS)
            said = chance.choices(words, cum_weights=word_weights, k=WORDS)
            paragraphs = _paragraphs([names[number] for number in named])
            blocks = (*paragraphs, Block(BlockKind.PARAGRAPH, " ".join(said)))
            text, structure = encode_blocks(blocks)
            moment = NOW - (size - id) * step
            connection.execute(
                "INSERT INTO article (id, url, title, site, language, saved, published, words, stage)"
                " VALUES (?, ?, ?, ?, 'en', ?, ?, 700, ?)",
                (
                    id,
                    f"https://example.org/{id}",
                    " ".join(said[:WORDS_A_TITLE]),
                    f"Outlet {id % 37}",
                    moment,
                    moment,
                    "ready",
                ),
            )
            connection.execute("INSERT INTO content VALUES (?, ?, ?, 'test', '{}')", (id, text, structure))
            connection.executemany(
                'INSERT INTO mention (article_id, block, start, "end", entity_id, score, description)'
                " VALUES (?, ?, ?, ?, ?, 0.9, ?)",
                [
                    (id, block, start, start + len(names[number]), number + 1, chance.choice(_SAID))
                    for (block, start), number in zip(_places(blocks), named, strict=True)
                ],
            )
    with shelf.database.write() as connection:
        for statement in _COUNTING:
            connection.execute(statement)
        for trigger in triggers:
            connection.execute(trigger)
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        connection.execute(_HIGHLIGHTING, (NOW,))
    shelf.close()


def _without_triggers(shelf: Shelf) -> list[str]:
    """Drop what counts along, as counting once at the end is faster; return what makes it again."""
    with shelf.database.write() as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in found:
            connection.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in found]


def _names(chance: random.Random) -> Iterator[str]:
    """Yield different names of one to three words, made of syllables."""
    syllables = [a + b for a in ("b", "d", "k", "l", "m", "n", "r", "s", "t", "v", "sh", "") for b in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.choice((2, 3, 4)))).title() for _ in range(40_000)]
    weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(len(words))))
    seen: set[str] = set()
    while True:
        name = " ".join(chance.choices(words, cum_weights=weights, k=chance.choice((1, 2, 2, 3))))
        if name not in seen:
            seen.add(name)
            yield name


def _paragraphs(names: list[str]) -> Iterator[Block]:
    """Yield paragraphs of sentences, with a name at the same place of each."""
    for start in range(0, len(names), 3):
        some = names[start : start + 3]
        sentences = [f"On that day {name} spoke at some length about what was to be done." for name in some]
        yield Block(BlockKind.PARAGRAPH, " ".join(sentences))


def _places(blocks: tuple[Block, ...]) -> Iterator[tuple[int, int]]:
    """Yield block and offset of each name."""
    for number, block in enumerate(blocks):
        start = block.text.find("On that day ")
        while start >= 0:
            yield number, start + len("On that day ")
            start = block.text.find("On that day ", start + 1)


def _least_time(action: Callable[[], object]) -> float:
    """Return how many seconds it takes at best, as what else the machine does only adds to that."""
    action()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)
