"""The commands `entity` and `entities`: what the library knows of a name, and which names there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console, Look, Marked
from tui_reader.cli.entity_choice import one_entity
from tui_reader.cli.exits import Exit
from tui_reader.cli.highlights import print_highlights
from tui_reader.cli.selection import counted
from tui_reader.dossiers import Appearance, Dossier, EntityRow, NameSort, WhoIs
from tui_reader.export import dossier_json, dossier_markdown, entity_record, json_array
from tui_reader.harmless import harmless_line, masked
from tui_reader.highlights import Highlighted
from tui_reader.library import Library
from tui_reader.models import Kind

_NAMES_AT_A_TIME = 5_000
"""The further down the list a page is, the longer it takes to get there."""
_NEWEST = 10
"""Articles that are shown unless another number is asked for."""
_MOST_TOLD = 12
"""Outlets and companions that are shown."""
_NARROWEST = 30
"""Cells that a sentence has at least, however narrow the terminal is."""
_SPARKLINE_CELLS = 60


def show_entity(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Print the dossier of a name, if it is clear whose."""
    text = " ".join(arguments.words)
    chosen = one_entity(library, text, arguments.kind, console)
    if chosen is None:
        return Exit.NOT_DONE
    id = chosen.id
    dossier = library.names.dossier(id)
    appearances = islice(library.names.all_appearances(id), arguments.limit)
    if arguments.json:
        console.write(dossier_json(dossier, appearances, library.highlights.all_naming(id)))
    elif arguments.markdown:
        console.write(dossier_markdown(dossier, appearances, library.highlights.all_naming(id)))
    else:
        _print_dossier(dossier, list(islice(appearances, arguments.limit or _NEWEST)), console)
        _print_highlights(library.highlights.naming(id, limit=_NEWEST), console)
        like_it = library.names.completions(dossier.entity.name, limit=_MOST_TOLD)
        others = dict.fromkeys(entity.name for entity in like_it if entity.id != id)
        if others:
            console.advise(f"See also: {', '.join(others)}.")
    return Exit.FINE


def list_entities(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Print the names of the library, or those that are followed."""
    if arguments.followed:
        from tui_reader.cli.following import list_followed

        return list_followed(library, arguments, console)
    sort = NameSort(arguments.sort)
    kind = Kind(arguments.kind) if arguments.kind else None
    at_a_time = min(arguments.limit or _NAMES_AT_A_TIME, _NAMES_AT_A_TIME)
    entities = islice(_entities(library, kind, sort, at_a_time), arguments.limit)
    if arguments.json:
        console.write(json_array(_with_rise(entity, sort) for entity in entities))
        return Exit.FINE
    number = 0
    for number, entity in enumerate(entities, 1):  # noqa: B007 (it is told below whether there were any)
        print_row = _table_row if console.is_terminal else _fields
        print_row(entity, sort, console)
    if not number:
        console.advise("No name rises." if sort is NameSort.RISING else "No names yet.")
    return Exit.FINE


def _entities(library: Library, kind: Kind | None, sort: NameSort, at_a_time: int) -> Iterator[EntityRow]:
    """Yield all names in their order."""
    page = 0
    while found := library.names.listed(kind, sort, page=page, size=at_a_time):
        yield from found
        page += 1


def _print_dossier(dossier: Dossier, appearances: Sequence[Appearance], console: Console) -> None:
    """Print what a reader wants to know first."""
    from tui_reader.reading.sparkline import sparkline

    entity = dossier.entity
    console.line(Marked(harmless_line(entity.name), Look.BOLD), f"  {entity.kind}")
    if dossier.first and entity.last:
        days = dict.fromkeys((dossier.first.date().isoformat(), entity.last.date().isoformat()))
        console.line(f"{counted(entity.articles)}, {' – '.join(days)}")
    if dossier.who:
        _print_who(dossier.who, console)
    room = min(_SPARKLINE_CELLS, console.width) if console.is_terminal else _SPARKLINE_CELLS
    if entity.is_single:
        console.line("Known by one word only: may be several people.")
    if len(dossier.weeks) > 1:
        console.line(sparkline(dossier.weeks, room))
    console.line()
    outlets = [f"{site or 'unknown'} {number}" for site, number in dossier.outlets]
    _print_told("Outlets", outlets, console)
    companions = [f"{each.entity.name} {each.together}" for each in dossier.companions]
    _print_told("Appears with", companions, console)
    for appearance in appearances:
        _print_appearance(appearance, console)
    if more := entity.articles - len(appearances):
        console.advise(f"\n{more:,} more: newsreader entity --limit {entity.articles} …")


def _print_highlights(found: Sequence[Highlighted], console: Console) -> None:
    """Print the newest of the highlights that name it."""
    if found:
        console.line()
        console.line(Marked("Your highlights", Look.BOLD))
        print_highlights(found, console)


def _print_who(who: WhoIs, console: Console) -> None:
    """Print who or what it is, and who says so when."""
    source = ", ".join(filter(None, (who.site, who.moment.date().isoformat())))
    said = harmless_line(who.text)
    text = f"{said} ({harmless_line(source)})"
    for start, end in _wrapped(text, 0, console):
        edge = min(max(len(said), start), end)
        console.line(text[start:edge], Marked(text[edge:end], Look.DIM))


def _print_told(title: str, told: Sequence[str], console: Console) -> None:
    """Print things parted by commas, wrapped beside their title."""
    if told:
        margin = 14
        text = harmless_line(", ".join(told[:_MOST_TOLD]) + (", …" if len(told) > _MOST_TOLD else ""))
        for number, (start, end) in enumerate(_wrapped(text, margin, console)):
            console.line(Marked(f"{title if not number else '':<{margin}}", Look.DIM), text[start:end])


def _print_appearance(appearance: Appearance, console: Console) -> None:
    """Print an article, and below it the sentence with the name in bold."""
    row, passage = appearance.row, appearance.passage
    day = appearance.moment.date().isoformat()
    site = f"{harmless_line(row.site)}  " if row.site else ""
    lead = f"{day}  {row.id:>4}  "
    title = harmless_line(row.title)
    if console.is_terminal:
        from tui_reader.reading.cells import clip, width

        title = clip(title, max(console.width - width(lead + site), _NARROWEST))
    console.line()
    console.line(Marked(lead + site, Look.DIM), title)
    margin = len(day) + 2
    text = masked(passage.text)  # which keeps its length, as the name's place is an offset
    for start, end in _wrapped(text, margin, console):
        console.line(" " * margin, *_with_name(text, start, end, passage.start, passage.end))


def _with_name(text: str, start: int, end: int, named_from: int, named_to: int) -> Iterable[str | Marked]:
    """Return one line of the text, with what of the name is in it bold."""
    opening, closing = min(max(named_from, start), end), max(min(named_to, end), start)
    if opening >= closing:
        return (text[start:end],)
    return text[start:opening], Marked(text[opening:closing], Look.BOLD), text[closing:end]


def _wrapped(text: str, margin: int, console: Console) -> list[tuple[int, int]]:
    """Return the lines of a text beside a margin; it is one line for other programs."""
    if not console.is_terminal:
        return [(0, len(text))]
    from tui_reader.reading.wrap import wrap

    return wrap(text, max(console.width - margin, _NARROWEST))


def _with_rise(entity: EntityRow, sort: NameSort) -> dict[str, object]:
    found = entity_record(entity)
    if sort is NameSort.RISING:
        found |= {"recent": entity.recent, "expected": round(entity.expected, 2)}
    return found


def _fields(entity: EntityRow, sort: NameSort, console: Console) -> None:
    """Print one line for other programs."""
    found = _with_rise(entity, sort)
    fields = [str(value) for field, value in found.items() if field not in ("is_single", "followed")]
    console.line("\t".join(fields))


def _table_row(entity: EntityRow, sort: NameSort, console: Console) -> None:
    """Print one line for a reader, cut to the width."""
    from tui_reader.reading.cells import clip

    last = entity.last.date().isoformat() if entity.last else ""
    if sort is NameSort.RISING:
        lead = f"{entity.recent:>5} in 7 days  {entity.expected:>5.1f} usual  {entity.kind:<12}  "
    else:
        lead = f"{entity.articles:>7,}  {last}  {entity.kind:<12}  "
    name = clip(harmless_line(entity.name), max(console.width - len(lead), 1))
    console.line(Marked(lead, Look.DIM), name)
