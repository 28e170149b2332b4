"""The SQL of lists that marks alone decide on, each with the index that serves it."""

from __future__ import annotations

import json
from typing import Final

from tui_reader.models import Sort
from tui_reader.windows import Ordered, Part

SORTED_BY: Final = {
    Sort.SAVED: "saved",
    Sort.PUBLISHED: "coalesce(published, -9223372036854775808)",
    Sort.LENGTH: "words",
    Sort.SITE: "site COLLATE NOCASE",
}
"""By what each order goes."""
ORDER: Final = {
    (sort, is_reversed): f"{key} {'ASC' if (sort is Sort.SITE) != is_reversed else 'DESC'},"
    f" id {'ASC' if is_reversed else 'DESC'}"
    for sort, key in SORTED_BY.items()
    for is_reversed in (False, True)
}
"""Each order, and each the other way round."""
_IS: Final = {
    Part.ALL: "NOT is_trashed",
    Part.UNREAD: "is_archived = 0 AND NOT is_trashed AND NOT is_read",
    Part.STARRED: "is_starred AND NOT is_trashed",
    Part.ARCHIVED: "is_archived AND NOT is_trashed",
    Part.TRASHED: "is_trashed",
}
_FROM: Final = "SELECT {{key}} AS key, id FROM article INDEXED BY list_{part}_{{sort}} WHERE {condition}"
_UNREAD: Final = _FROM.format(part="unread", condition=_IS[Part.UNREAD])
_PUT_AWAY: Final = _FROM.format(part="unread", condition="is_archived = 1 AND NOT is_trashed AND NOT is_read")
HELD: Final = {
    Part.ALL: (_UNREAD, _PUT_AWAY),
    Part.UNREAD: (_UNREAD,),
    Part.STARRED: (_FROM.format(part="starred", condition=f"{_IS[Part.STARRED]} AND NOT is_read"),),
    Part.ARCHIVED: (_PUT_AWAY,),
    Part.TRASHED: (_FROM.format(part="trashed", condition=f"{_IS[Part.TRASHED]} AND NOT is_read"),),
}
"""What selects the unread articles of each part, with room for the key and the name of an order."""


def base(listed: Ordered) -> str:
    """Return what selects a list's articles and their keys, but for those that linger."""
    selection = _FROM.format(part=listed.part, condition=_IS[listed.part])
    return selection.format(key=SORTED_BY[listed.sort], sort=listed.sort)


def numbered(listed: Ordered) -> str:
    """Return what selects the same with the place of each, from 1."""
    over = f"row_number() OVER (ORDER BY {ORDER[listed.sort, listed.is_reversed]}) AS place"
    return base(listed).replace(" AS key, id FROM", f" AS key, id, {over} FROM", 1)


def held(listed: Ordered) -> tuple[str, list[str]]:
    """Return the condition that articles of the list fulfil, those that linger among them, and its values."""
    if not listed.lingering or listed.part is not Part.UNREAD:
        return f"({_IS[listed.part]})", []
    return (
        "(NOT is_archived AND NOT is_trashed AND"
        " (NOT is_read OR article.id IN (SELECT value FROM json_each(?))))",
        [json.dumps(sorted(listed.lingering))],
    )
