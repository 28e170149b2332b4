"""What long lists need: an index for each view in each order, and numbers that are kept."""

from typing import Final

_VIEWS: Final = {
    "all": ("", "is_trashed", "NOT is_trashed"),
    "unread": ("is_archived, ", "is_trashed, is_read", "NOT is_trashed AND NOT is_read"),
    "starred": ("", "is_starred, is_trashed, is_read", "is_starred AND NOT is_trashed"),
    "archived": ("", "is_archived, is_trashed", "is_archived AND NOT is_trashed"),
    "trashed": ("", "is_trashed, is_read", "is_trashed"),
}
"""For each view the marks before and after the key, so that only the index is read, and what is in it."""
_ORDERS: Final = {
    "saved": "saved, id",
    "published": "coalesce(published, -9223372036854775808), id, published",
    "length": "words, id",
    "site": "site COLLATE NOCASE, id DESC",
}
_INDEXES: Final = "".join(
    f"CREATE INDEX list_{view}_{order} ON article ({before}{key}, {after}) WHERE {condition};\n"
    for view, (before, after, condition) in _VIEWS.items()
    for order, key in _ORDERS.items()
)
_AMOUNTS: Final = {
    "saved": "NOT {row}.is_trashed",
    "unread": "NOT ({row}.is_trashed OR {row}.is_archived OR {row}.is_read)",
    "starred": "({row}.is_starred AND NOT {row}.is_trashed)",
    "archived": "({row}.is_archived AND NOT {row}.is_trashed)",
    "trashed": "({row}.is_trashed <> 0)",
    "pending": "({row}.stage NOT IN ('ready', 'failed') AND NOT {row}.is_trashed)",
    "failed": "({row}.stage = 'failed' AND NOT {row}.is_trashed)",
}


def _changed(*, gone: bool = False, come: bool = False) -> str:
    """Return what sets the numbers right after a row of `article` has gone, come, or changed."""
    terms = {
        name: (f" - ({claim.format(row='old')})" if gone else "")
        + (f" + ({claim.format(row='new')})" if come else "")
        for name, claim in _AMOUNTS.items()
    }
    return "UPDATE amounts SET " + ", ".join(f"{name} = {name}{term}" for name, term in terms.items()) + ";"  # noqa: S608


SQL: Final = f"""
DROP INDEX article_by_saved;
DROP INDEX article_by_published;
DROP INDEX article_by_length;
DROP INDEX article_by_site;
{_INDEXES}
CREATE TABLE amounts (                              -- one row: how many articles are what
    {", ".join(f"{name} INTEGER NOT NULL" for name in _AMOUNTS)}
) STRICT;
INSERT INTO amounts SELECT
    {", ".join(f"coalesce(sum({claim.format(row='article')}), 0)" for claim in _AMOUNTS.values())}
    FROM article;
CREATE TRIGGER amounts_added AFTER INSERT ON article BEGIN
    {_changed(come=True)}
END;
CREATE TRIGGER amounts_changed AFTER UPDATE OF is_read, is_starred, is_archived, is_trashed, stage ON article
    WHEN (old.is_read, old.is_starred, old.is_archived, old.is_trashed, old.stage)
        IS NOT (new.is_read, new.is_starred, new.is_archived, new.is_trashed, new.stage)
BEGIN
    {_changed(gone=True, come=True)}
END;
CREATE TRIGGER amounts_gone AFTER DELETE ON article BEGIN
    {_changed(gone=True)}
END;

CREATE TABLE tag_amount (                           -- how many articles outside the trash have a tag
    name     TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_amount_most ON tag_amount (articles DESC, name);
INSERT INTO tag_amount SELECT name, count(*) FROM tag JOIN article ON article.id = article_id
    WHERE NOT is_trashed GROUP BY name;
CREATE TRIGGER tag_added AFTER INSERT ON tag
    WHEN (SELECT NOT is_trashed FROM article WHERE id = new.article_id)
BEGIN
    INSERT INTO tag_amount VALUES (new.name, 1)
        ON CONFLICT (name) DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER tag_gone AFTER DELETE ON tag
    WHEN (SELECT NOT is_trashed FROM article WHERE id = old.article_id)
BEGIN
    UPDATE tag_amount SET articles = articles - 1 WHERE name = old.name;
    DELETE FROM tag_amount WHERE name = old.name AND articles = 0;
END;
CREATE TRIGGER tag_trashed AFTER UPDATE OF is_trashed ON article
    WHEN new.is_trashed AND NOT old.is_trashed
BEGIN
    UPDATE tag_amount SET articles = articles - 1
        WHERE name IN (SELECT name FROM tag WHERE article_id = new.id);
    DELETE FROM tag_amount WHERE name IN (SELECT name FROM tag WHERE article_id = new.id) AND articles = 0;
END;
CREATE TRIGGER tag_put_back AFTER UPDATE OF is_trashed ON article
    WHEN old.is_trashed AND NOT new.is_trashed
BEGIN
    INSERT INTO tag_amount SELECT name, 1 FROM tag WHERE article_id = new.id
        ON CONFLICT (name) DO UPDATE SET articles = articles + 1;
END;
-- While the article is still there, for its rows in `tag` would go after it.
CREATE TRIGGER tagged_gone BEFORE DELETE ON article BEGIN
    DELETE FROM tag WHERE article_id = old.id;
END;
"""  # noqa: S608
