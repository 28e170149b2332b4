"""The tables of the first version."""

from typing import Final

SQL: Final = """
CREATE TABLE article (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- grows with time: newest first is highest first
    url         TEXT NOT NULL,                      -- '' for text that came without an address
    title       TEXT NOT NULL DEFAULT '',
    site        TEXT NOT NULL DEFAULT '',
    authors     TEXT NOT NULL DEFAULT '[]',         -- JSON array
    language    TEXT NOT NULL DEFAULT '',           -- ISO 639-1
    saved       INTEGER NOT NULL,                   -- seconds since 1970, UTC
    published   INTEGER,                            -- likewise
    words       INTEGER NOT NULL DEFAULT 0,         -- 0 as long as there is no text
    excerpt     TEXT NOT NULL DEFAULT '',
    names       TEXT NOT NULL DEFAULT '[]',         -- JSON array: the most telling ones, for the list
    stage       TEXT NOT NULL,                      -- models.Stage
    turn        INTEGER NOT NULL DEFAULT 0,         -- grows each time it is queued: see queue.py
    reason      TEXT NOT NULL DEFAULT '',           -- why the last attempt to fetch it failed
    is_read     INTEGER NOT NULL DEFAULT 0,
    is_starred  INTEGER NOT NULL DEFAULT 0,
    is_archived INTEGER NOT NULL DEFAULT 0,
    is_trashed  INTEGER NOT NULL DEFAULT 0,
    progress    REAL NOT NULL DEFAULT 0,            -- 0 to 1
    block       INTEGER NOT NULL DEFAULT 0,         -- where reading stopped
    character   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Each order of the list has an index that also holds the marks, so that no view reads the table.
CREATE INDEX article_by_saved ON article (saved, is_trashed, is_archived, is_read, is_starred);
CREATE INDEX article_by_published ON article (published, is_trashed, is_archived, is_read, is_starred);
CREATE INDEX article_by_length ON article (words, is_trashed, is_archived, is_read, is_starred);
CREATE INDEX article_by_site ON article (site COLLATE NOCASE, is_trashed, is_archived, is_read, is_starred);
CREATE INDEX article_unfinished ON article (stage) WHERE stage <> 'ready';

CREATE TABLE address (
    address    TEXT PRIMARY KEY,                    -- canonical, or 'content:' and a hash
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX address_article ON address (article_id);

CREATE TABLE heir (                                 -- what became of articles that were joined to another
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
) STRICT;
CREATE INDEX heir_article ON heir (article_id);

CREATE TABLE tag (
    name       TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (name, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_article ON tag (article_id);

CREATE TABLE page (
    article_id   INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    url          TEXT NOT NULL,
    content_type TEXT NOT NULL,
    body         BLOB NOT NULL                      -- the bytes as they came, zlib
) STRICT;

CREATE TABLE content (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    text       TEXT NOT NULL,                       -- codec.encode_blocks
    structure  TEXT NOT NULL,                       -- likewise, JSON
    recogniser TEXT NOT NULL                        -- '' if none reads its language
) STRICT;

CREATE TABLE entity (
    id   INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                             -- models.Kind
    name TEXT NOT NULL,
    UNIQUE (kind, name)
) STRICT;

CREATE TABLE mention (
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    block      INTEGER NOT NULL,                    -- -1 is the title
    start      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    entity_id  INTEGER NOT NULL REFERENCES entity,
    PRIMARY KEY (article_id, block, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity_id, article_id);

CREATE TABLE change (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    label     TEXT NOT NULL,                        -- what was done, as in "starred “…”"
    is_undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE change_item (
    change_id  INTEGER NOT NULL REFERENCES change ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    before     TEXT NOT NULL,                       -- JSON object: what undoing it sets, see marks.py
    after      TEXT NOT NULL,                       -- what doing it sets
    PRIMARY KEY (change_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_item_article ON change_item (article_id);

-- What the full-text index sees; segment() is ours, see connection.py.
CREATE VIEW searchable AS
    SELECT article.id, segment(article.title) AS title, segment(content.text) AS text
    FROM content JOIN article ON article.id = content.article_id;

CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = 'searchable', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
"""
