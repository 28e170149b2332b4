"""The tables, and the steps that bring an older library up to them."""

from __future__ import annotations

import sqlite3
from typing import Final

from tui_reader.errors import StorageError
from tui_reader.storage.connection import Database

_FIRST: Final = """
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

_DETAILS: Final = """
ALTER TABLE article ADD COLUMN zone INTEGER NOT NULL DEFAULT 0;      -- of `published`: minutes east of UTC
ALTER TABLE content ADD COLUMN details TEXT NOT NULL DEFAULT '{}';   -- codec.encode_details
"""

_VALUES: Final = """
ALTER TABLE mention ADD COLUMN score REAL NOT NULL DEFAULT 1;   -- how likely it is, 0 to 1
ALTER TABLE mention ADD COLUMN value TEXT NOT NULL DEFAULT '';  -- of dates and amounts: models.Mention
-- Money and shares in per cent were one kind, "amount".
UPDATE entity SET kind = iif(
        instr(name, '%') OR name LIKE '%per cent%' OR name LIKE '%percent%' OR name LIKE '%basis point%',
        'percent', 'money'
    ) WHERE kind = 'amount';
"""

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first SQLite with STRICT tables."""

MIGRATIONS: Final = (_FIRST, _DETAILS, _VALUES)
"""Step n brings a library of version n to version n + 1; a released step is never edited."""


def migrate(database: Database) -> None:
    """Bring the database to the newest version, each step whole or not at all.

    Raises:
        StorageError: if it was written by a newer newsreader, or can't be opened.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        raise StorageError(
            f"This Python has SQLite {sqlite3.sqlite_version}; newsreader needs {oldest} or newer."
        )
    with database.read() as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise StorageError(f"{database.path} was written by a newer newsreader; update this one to open it.")
    while version < len(MIGRATIONS):
        with database.write() as connection:
            # Another process may have done this step since the version was read.
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version < len(MIGRATIONS):
                for statement in _statements(MIGRATIONS[version]):
                    connection.execute(statement)
                version += 1
                connection.execute(f"PRAGMA user_version = {version:d}")


def _statements(script: str) -> list[str]:
    """Split a script, as `executescript` would commit the transaction that it runs in."""
    uncommented = "\n".join(line.split("--")[0] for line in script.splitlines())
    return [statement for statement in uncommented.split(";") if statement.strip()]
