"""Writes the dossier of a name as Markdown or as a JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tui_reader.dossiers import Appearance, Dossier, EntityRow, WhoIs
from tui_reader.export.highlights import highlighted_record
from tui_reader.export.highlights_markdown import highlight_item
from tui_reader.export.markdown import heading, one_line
from tui_reader.export.record import record, timestamp
from tui_reader.export.stretches import is_safe_target
from tui_reader.harmless import harmless, harmless_line, masked
from tui_reader.highlights import Highlighted
from tui_reader.models import Inline, Style


def entity_record(entity: EntityRow) -> dict[str, object]:
    """Return the fields of an entity, harmless to print; its keys are documented in the README."""
    return {
        "kind": entity.kind.value,
        "name": harmless_line(entity.name),
        "articles": entity.articles,
        "last": timestamp(entity.last) if entity.last else None,
        "is_single": entity.is_single,
        "followed": entity.is_followed,
    }


def dossier_json(
    dossier: Dossier, appearances: Iterable[Appearance], highlights: Iterable[Highlighted] = ()
) -> Iterator[str]:
    """Yield the dossier as one JSON object, piece by piece, an article a line."""
    told: dict[str, object] = {
        **entity_record(dossier.entity),
        "who": _who(dossier.who) if dossier.who else None,
        "first": timestamp(dossier.first) if dossier.first else None,
        "weeks": [{"monday": day.isoformat(), "articles": number} for day, number in dossier.weeks],
        "outlets": [{"site": harmless_line(site), "articles": number} for site, number in dossier.outlets],
        "appears_with": [
            {
                **entity_record(companion.entity),
                "together": companion.together,
                "surprise": round(companion.surprise, 2),
            }
            for companion in dossier.companions
        ],
        "looked_at": dossier.looked_at,
        "highlights": [highlighted_record(each) for each in highlights],
    }
    yield json.dumps(told, ensure_ascii=False)[:-1] + ', "appearances": ['
    between = "\n"
    for appearance in appearances:
        yield between + json.dumps(_appearance(appearance), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def dossier_markdown(
    dossier: Dossier, appearances: Iterable[Appearance], highlights: Iterable[Highlighted] = ()
) -> Iterator[str]:
    """Yield the dossier as Markdown, piece by piece: each article with a link to it and the sentence."""
    entity = dossier.entity
    yield harmless(f"{heading(1, entity.name, ())}\n\n{_facts(dossier)}\n")
    if dossier.who:
        yield harmless(f"\n{_said(dossier.who)}\n")
    if dossier.outlets:
        outlets = ", ".join(f"{one_line(site, ())} ({number})" for site, number in dossier.outlets)
        yield harmless(f"\n**Outlets:** {outlets}\n")
    if dossier.companions:
        companions = ", ".join(
            f"{one_line(companion.entity.name, ())} ({companion.together})"
            for companion in dossier.companions
        )
        yield harmless(f"\n**Appears with:** {companions}\n")
    for number, each in enumerate(highlights):
        yield "" if number else "\n## Your highlights\n"
        yield harmless(highlight_item(each))
    yield "\n## Articles\n"
    for appearance in appearances:
        yield harmless(_item(appearance))


def _facts(dossier: Dossier) -> str:
    entity = dossier.entity
    number = f"{entity.articles} {'article' if entity.articles == 1 else 'articles'}"
    seen = ""
    if dossier.first and entity.last:
        days = dict.fromkeys((dossier.first.date().isoformat(), entity.last.date().isoformat()))
        seen = f", {' – '.join(days)}"
    return f"{entity.kind.value.capitalize()} · {number}{seen}"


def _who(who: WhoIs) -> dict[str, object]:
    return {
        "text": harmless_line(who.text),
        "id": who.article,
        "title": harmless_line(who.title),
        "site": harmless_line(who.site),
        "date": timestamp(who.moment),
    }


def _said(who: WhoIs) -> str:
    """Return who or what it is, and who says so where and when."""
    source = (one_line(who.title, ()), one_line(who.site, ()), who.moment.date().isoformat())
    return f"{one_line(who.text, ())} ({', '.join(part for part in source if part)})"


def _item(appearance: Appearance) -> str:
    row, passage = appearance.row, appearance.passage
    link = [Inline(0, len(row.title), Style.LINK, row.url)] if is_safe_target(row.url) else []
    named = [Inline(passage.start, passage.end, Style.STRONG)]
    facts = (appearance.moment.date().isoformat(), one_line(row.title, link), one_line(row.site, ()))
    head = " · ".join(part for part in facts if part)
    return f"\n- {head}\n\n  > {one_line(passage.text, named)}\n"


def _appearance(appearance: Appearance) -> dict[str, object]:
    passage = appearance.passage
    return {
        **record(appearance.row),
        "sentence": masked(passage.text),  # which keeps its length, as start and end are places in it
        "start": passage.start,
        "end": passage.end,
        "block": appearance.place.block,
        "character": appearance.place.character,
        "mentions": appearance.mentions,
    }
